"""What is proposed: short and low at first, and never beyond what is allowed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.session.plan import Plan, offered_minutes, proposed_plan
from tests.support.strategies import limits

FIFTEEN = Limits(minutes=15)


@pytest.mark.parametrize(("so_far", "minutes"), [(0, 5), (2, 5), (3, 10), (500, 10)])
def test_the_first_three_sessions_are_short(so_far: int, minutes: int) -> None:
    assert proposed_plan(FIFTEEN, so_far) == Plan(minutes, Intensity.LOW, heat=False)


@given(limits, st.integers(0, 10))
def test_a_proposal_is_never_beyond_the_limits_nor_strong_nor_hot(bounds: Limits, so_far: int) -> None:
    plan = proposed_plan(bounds, so_far)
    assert 1 <= plan.minutes <= (bounds.minutes or 10)
    assert (plan.intensity, plan.heat) == (Intensity.LOW, False)


@pytest.mark.parametrize(
    ("bounds", "offered"),
    [
        (FIFTEEN, (5, 10, 15, 20)),
        (Limits(minutes=10), (5, 10, 15, 20)),
        (Limits(minutes=7), (5, 7, 10, 15, 20)),
        (Limits(minutes=3), (3, 5, 10, 15, 20)),
        (Limits(), (5, 10, 15, 20)),
    ],
)
def test_the_limit_itself_can_always_be_chosen(bounds: Limits, offered: tuple[int, ...]) -> None:
    assert offered_minutes(bounds) == offered


def test_a_plan_is_gentle_and_without_heat_where_nothing_else_is_said() -> None:
    assert (Plan(10).intensity, Plan(10).heat) == (Intensity.LOW, False)


def test_a_plan_is_measured_in_milliseconds() -> None:
    assert Plan(10).planned_ms == 600_000
