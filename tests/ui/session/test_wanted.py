"""The plan on screen is always inside the limits, and each refused option says why."""

from hypothesis import given
from hypothesis import strategies as st

from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.session.dose import Dose, Use
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Plan
from massage_companion.session.reading import HOUR_MS, MINUTE_MS
from massage_companion.storage.words import load_words
from massage_companion.ui.session.wanted import Room, fitted, heat_options, level_options, minutes_options
from tests.support.small_rules import HOT_KNEADER, KNEADER, WARM_KNEADER

WORDS = load_words("en")
limits = st.builds(
    Limits,
    minutes=st.none() | st.integers(1, 30),
    intensity=st.none() | st.sampled_from(Intensity),
    heat_allowed=st.booleans(),
)
plans = st.builds(Plan, minutes=st.integers(1, 40), intensity=st.sampled_from(Intensity), heat=st.booleans())


def _room(
    bounds: Limits, massager: Massager = WARM_KNEADER, check: Limits | None = None, dose: Dose | None = None
) -> Room:
    return Room(bounds, massager, check or Limits(), dose or Dose())


@given(plans, limits, st.sampled_from([KNEADER, WARM_KNEADER]))
def test_a_fitted_plan_is_inside_the_limits_and_can_be_shown(plan: Plan, bounds: Limits, massager: Massager) -> None:
    room = _room(bounds, massager)
    found = fitted(plan, room)
    assert bounds.minutes is None or 1 <= found.minutes <= bounds.minutes
    assert bounds.intensity is None or found.intensity <= bounds.intensity
    assert not found.heat or (bounds.heat_allowed and massager.may_heat)
    assert found.minutes == min(plan.minutes, bounds.minutes or plan.minutes)
    assert found.minutes in [option.key for option in minutes_options(room, found.minutes, WORDS)]
    assert found.phases_fit
    assert fitted(found, room) == found


@given(limits)
def test_what_can_be_chosen_is_exactly_what_the_limits_allow(bounds: Limits) -> None:
    room = _room(bounds)
    for option in minutes_options(room, 5, WORDS):
        assert bool(option.refused) == (bounds.minutes is not None and int(option.key) > bounds.minutes)
    for option in level_options(room, WORDS):
        assert bool(option.refused) == (bounds.intensity is not None and int(option.key) > bounds.intensity)
    on, off = heat_options(room, WORDS)
    assert bool(on.refused) != bounds.heat_allowed
    assert not off.refused


def test_a_massager_that_cannot_heat_offers_no_heat() -> None:
    assert heat_options(_room(Limits(), KNEADER), WORDS) == ()


def test_a_massager_that_always_heats_cannot_be_planned_without() -> None:
    room = _room(Limits(), HOT_KNEADER)
    assert fitted(Plan(5), room).heat
    assert heat_options(room, WORDS)[1].refused == "This massager always heats."


def test_the_reason_names_where_the_limit_comes_from() -> None:
    hard = minutes_options(_room(Limits(minutes=15)), 5, WORDS)[-1]
    check = minutes_options(_room(Limits(minutes=10), check=Limits(minutes=10)), 5, WORDS)[-1]
    used = Dose((Use("warm", HOUR_MS, 22 * MINUTE_MS),))
    day = minutes_options(_room(Limits(minutes=8, minutes_per_day=30), dose=used), 5, WORDS)[-1]
    assert hard.refused == "15 minutes is the most for one session."
    assert check.refused == "Your safety check allows 10 minutes at most."
    assert day.refused == "Only 8 minutes are left in 24 hours."


def test_a_level_beyond_the_check_says_so() -> None:
    high = level_options(_room(Limits(intensity=Intensity.LOW), check=Limits(intensity=Intensity.LOW)), WORDS)[-1]
    assert high.refused == "Your safety check allows the low level at most."
