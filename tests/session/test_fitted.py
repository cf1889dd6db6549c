"""A saved plan is brought inside what is allowed today: shorter, gentler and cooler, and no side left out."""

from hypothesis import given
from hypothesis import strategies as st

from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.session.plan import Phase, Plan, fitted
from tests.support.situation import ALL_FINE
from tests.support.small_rules import KNEADER, WARM_KNEADER
from tests.support.strategies import limits

LEFT, RIGHT, LOW = Phase("left", 5), Phase("right", 4), Phase("low", 1)
TEN = Plan(10, phases=(LEFT, RIGHT, LOW))


def shares(plan: Plan, minutes: int) -> list[tuple[str, int]]:
    return [(phase.name, phase.minutes) for phase in fitted(plan, Limits(minutes=minutes)).phases]


names = st.text(max_size=42) | st.sampled_from(["left", "right"])
loose_phases = st.lists(st.builds(Phase, names, st.integers(-1, 9)), max_size=12).map(tuple)
filling = st.lists(st.builds(Phase, st.sampled_from("abc"), st.integers(1, 9)), max_size=10).map(tuple)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any plan, half of them with phases that fill it."""
    phases = draw(filling) if draw(st.booleans()) else draw(loose_phases)
    minutes = sum(phase.minutes for phase in phases) if draw(st.booleans()) else draw(st.integers(-2, 40))
    return Plan(minutes, draw(st.sampled_from(Intensity)), draw(st.booleans()), phases)


class TestFitted:
    """No more of anything, and the same parts in the same order."""

    def test_what_fits_is_left_alone(self) -> None:
        plan = Plan(10, Intensity.MEDIUM, heat=True, phases=TEN.phases)
        assert fitted(plan, Limits()) == plan
        assert fitted(plan, Limits(minutes=10, intensity=Intensity.MEDIUM)) == plan

    def test_minutes_level_and_heat_come_down(self) -> None:
        wish = Plan(15, Intensity.HIGH, heat=True)
        bounds = Limits(minutes=7, intensity=Intensity.LOW, heat_allowed=False)
        assert fitted(wish, bounds) == Plan(7, Intensity.LOW, heat=False)
        assert fitted(wish, Limits(minutes=7)) == Plan(7, Intensity.HIGH, heat=True)
        assert fitted(Plan(5), Limits(intensity=Intensity.HIGH)) == Plan(5)
        assert fitted(Plan(0), Limits()) == fitted(Plan(-3), Limits(minutes=5)) == Plan(1)

    def test_phases_become_shorter_together(self) -> None:
        assert shares(Plan(15, phases=(Phase("left", 5), Phase("right", 5), Phase("low", 5))), 12) == [
            ("left", 4), ("right", 4), ("low", 4),
        ]  # fmt: skip
        assert shares(Plan(10, phases=(Phase("left", 5), Phase("right", 5))), 5) == [("left", 3), ("right", 2)]
        assert shares(Plan(12, phases=(Phase("low", 1), Phase("left", 8), Phase("right", 3))), 6) == [
            ("low", 1), ("left", 3), ("right", 2),
        ]  # fmt: skip
        assert shares(Plan(11, phases=(Phase("a", 2), Phase("b", 2), Phase("c", 7))), 5) == [
            ("a", 1), ("b", 1), ("c", 3),
        ]  # fmt: skip

    def test_where_there_are_more_phases_than_minutes_the_last_ones_go(self) -> None:
        four = Plan(8, phases=tuple(Phase(name, 2) for name in "abcd"))
        assert shares(four, 4) == [("a", 1), ("b", 1), ("c", 1), ("d", 1)]
        assert shares(four, 3) == [("a", 1), ("b", 1), ("c", 1)]

    def test_phases_that_do_not_fill_their_own_plan_are_left_out(self) -> None:
        assert fitted(Plan(10, phases=(LEFT,)), Limits()) == Plan(10)


@given(plans(), limits, st.booleans())
def test_the_gate_has_nothing_against_a_fitted_plan(plan: Plan, bounds: Limits, hot: bool) -> None:
    massager = WARM_KNEADER if hot else KNEADER
    situation = ALL_FINE.but(massager=massager)
    allowed = situation.permit.limits.tightened_by(
        Limits(minutes=bounds.minutes, intensity=bounds.intensity, heat_allowed=bounds.heat_allowed)
    )
    assert situation.but(plan=fitted(plan, allowed)).says_yes


@given(plans(), limits)
def test_it_is_never_more_of_anything(plan: Plan, bounds: Limits) -> None:
    fit = fitted(plan, bounds)
    assert fit.minutes <= max(1, plan.minutes)
    assert fit.intensity <= plan.intensity
    assert plan.heat or not fit.heat
    pairs = list(zip(plan.phases, fit.phases, strict=False))
    assert len(fit.phases) <= len(plan.phases)
    assert all(was.name == now.name and 1 <= now.minutes <= was.minutes for was, now in pairs)
    assert fitted(fit, bounds) == fit


@given(plans(), limits)
def test_phases_share_the_minutes_fairly(plan: Plan, bounds: Limits) -> None:
    fit = fitted(plan, bounds)
    assert fit.phases_fit
    assert bool(fit.phases) == bool(plan.phases and plan.phases_fit)
    for was, now in zip(plan.phases, fit.phases, strict=False):
        for was_other, now_other in zip(plan.phases, fit.phases, strict=False):
            assert was.minutes > was_other.minutes or now.minutes <= now_other.minutes + 1
