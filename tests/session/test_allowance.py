"""What the last 24 hours leave over. Rolling: neither midnight nor a clock change buys minutes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_companion.eligibility.limits import Limits
from massage_companion.session.allowance import dose_reasons, minutes_left, next_allowed_wait_ms
from massage_companion.session.dose import Dose, Use
from massage_companion.session.gate import HARD_LIMITS
from massage_companion.session.reading import DAY_MS, HOUR_MS, MINUTE_MS
from massage_companion.session.refusal import MinutesUsedUp, Reason, RestNotOver
from tests.support.situation import used
from tests.support.strategies import limits

ONE_A_DAY = Limits(sessions_per_day=1)
HOUR_OF_REST = Limits(rest_minutes=60)
HALF_AN_HOUR = Limits(minutes_per_day=30)
DAY = 24 * 60


def reasons(bounds: Limits, *uses: Use) -> list[Reason]:
    return dose_reasons(Dose(uses), bounds)


class TestMinutesLeft:
    @pytest.mark.parametrize(
        ("used_minutes", "left"), [(0, 30), (10, 20), (10.01, 19), (29, 1), (29.01, 0), (30, 0), (200, 0)]
    )
    def test_only_whole_minutes_are_left_over(self, used_minutes: float, left: int) -> None:
        assert minutes_left(Dose((used(used_minutes, 100),)), HALF_AN_HOUR) == left

    def test_the_very_last_minute_may_still_be_used(self) -> None:
        assert reasons(HALF_AN_HOUR, used(29, 100)) == []

    def test_a_session_that_ended_a_day_ago_is_over(self) -> None:
        assert minutes_left(Dose((used(30, DAY),)), HALF_AN_HOUR) == 30
        assert minutes_left(Dose((Use("kneader", DAY_MS - 1, 30 * MINUTE_MS),)), HALF_AN_HOUR) == 0

    def test_without_a_limit_a_day_is_left(self) -> None:
        assert minutes_left(Dose((used(30, 5),)), Limits()) == DAY


class TestRest:
    def test_it_counts_from_the_end_of_the_latest_session(self) -> None:
        assert reasons(HOUR_OF_REST, used(5, 300), used(5, 20), used(5, 100)) == [RestNotOver(40 * MINUTE_MS)]

    def test_it_is_over_after_the_last_millisecond(self) -> None:
        assert reasons(HOUR_OF_REST, Use("kneader", HOUR_MS - 1, 1)) == [RestNotOver(1)]
        assert reasons(HOUR_OF_REST, Use("kneader", HOUR_MS, 1)) == []

    def test_a_session_of_no_length_asks_for_rest_too(self) -> None:
        assert reasons(HOUR_OF_REST, used(0, 0)) == [RestNotOver(HOUR_MS)]

    def test_a_manual_may_ask_for_more_than_a_day(self) -> None:
        two_days = Limits(rest_minutes=2 * DAY)
        assert reasons(two_days, used(5, DAY + 60)) == [RestNotOver(DAY_MS - HOUR_MS)]

    def test_no_session_needs_no_rest(self) -> None:
        assert reasons(HOUR_OF_REST) == []


class TestUsedUp:
    def test_one_a_day_waits_a_day(self) -> None:
        assert reasons(ONE_A_DAY, used(5, 10)) == [MinutesUsedUp((DAY - 10) * MINUTE_MS, 1, 5)]

    def test_three_of_two_a_day_wait_for_the_second_latest(self) -> None:
        two_a_day = Limits(sessions_per_day=2)
        assert reasons(two_a_day, used(1, 10), used(1, 100), used(1, 1000)) == [
            MinutesUsedUp((DAY - 100) * MINUTE_MS, 3, 3)
        ]

    def test_minutes_wait_for_as_many_old_sessions_as_it_takes(self) -> None:
        assert reasons(HALF_AN_HOUR, used(0.5, 900), used(20, 500), used(10, 100)) == [
            MinutesUsedUp((DAY - 500) * MINUTE_MS, 3, 31)
        ]

    def test_they_wait_no_longer_than_until_one_whole_minute_is_free(self) -> None:
        assert reasons(HALF_AN_HOUR, used(1, 900), used(29, 100)) == [MinutesUsedUp((DAY - 900) * MINUTE_MS, 2, 30)]

    def test_the_longer_of_both_waits_counts(self) -> None:
        both = Limits(sessions_per_day=3, minutes_per_day=30)
        assert reasons(both, used(1, 900), used(1, 500), used(40, 100)) == [
            MinutesUsedUp((DAY - 100) * MINUTE_MS, 3, 42)
        ]

    def test_minutes_used_are_rounded_up(self) -> None:
        assert reasons(ONE_A_DAY, used(4.1, 10)) == [MinutesUsedUp((DAY - 10) * MINUTE_MS, 1, 5)]

    @pytest.mark.parametrize("bounds", [Limits(sessions_per_day=0), Limits(minutes_per_day=0)])
    def test_a_limit_of_nothing_forbids_even_the_first(self, bounds: Limits) -> None:
        for uses in ((), (used(5, 600),)):
            (reason,) = reasons(bounds, *uses)
            assert isinstance(reason, MinutesUsedUp)
            assert reason.wait_ms == DAY_MS


uses = st.builds(Use, st.just("kneader"), st.integers(0, 2 * DAY_MS), st.integers(0, 40 * MINUTE_MS))
doses = st.lists(uses, max_size=6).map(lambda all_uses: Dose(tuple(all_uses)))


def later(dose: Dose, by_ms: int) -> Dose:
    return Dose(tuple(Use(use.massager, use.ended_ago_ms + by_ms, use.used_ms) for use in dose.uses))


@given(doses, limits)
def test_a_reason_is_there_until_the_last_millisecond_of_its_wait_and_then_gone(dose: Dose, bounds: Limits) -> None:
    for reason in dose_reasons(dose, bounds):
        assert isinstance(reason, (MinutesUsedUp, RestNotOver))
        assert reason.wait_ms > 0
        before = {type(still) for still in dose_reasons(later(dose, reason.wait_ms - 1), bounds)}
        after = {type(still) for still in dose_reasons(later(dose, reason.wait_ms), bounds)}
        assert type(reason) in before
        assert type(reason) not in after


@given(doses, limits)
def test_a_session_is_allowed_again_at_the_very_millisecond_that_is_told(dose: Dose, bounds: Limits) -> None:
    wait_ms = next_allowed_wait_ms(dose, bounds)
    assert (wait_ms == 0) == (dose_reasons(dose, bounds) == [])
    if wait_ms > 0:
        assert dose_reasons(later(dose, wait_ms - 1), bounds)
        assert dose_reasons(later(dose, wait_ms), bounds) == []


def test_the_longer_wait_is_told() -> None:
    assert next_allowed_wait_ms(Dose((used(5, 20),)), HARD_LIMITS) == 40 * MINUTE_MS
    assert next_allowed_wait_ms(Dose((used(5, 200), used(5, 20))), HARD_LIMITS) == (DAY - 200) * MINUTE_MS
    assert next_allowed_wait_ms(Dose((used(5, DAY - 10), used(5, 20))), HARD_LIMITS) == 40 * MINUTE_MS
    assert next_allowed_wait_ms(Dose((used(5, 100),)), HARD_LIMITS) == next_allowed_wait_ms(Dose(), Limits()) == 0


@given(doses, uses, limits)
def test_more_use_never_leaves_more(dose: Dose, another: Use, bounds: Limits) -> None:
    more = Dose((*dose.uses, another))
    assert minutes_left(more, bounds) <= minutes_left(dose, bounds)
    kinds = {type(reason) for reason in dose_reasons(dose, bounds)}
    assert kinds <= {type(reason) for reason in dose_reasons(more, bounds)}


@given(doses, limits)
def test_tighter_limits_never_leave_more(dose: Dose, bounds: Limits) -> None:
    tighter = bounds.tightened_by(HARD_LIMITS)
    assert minutes_left(dose, tighter) <= minutes_left(dose, bounds)
    kinds = {type(reason) for reason in dose_reasons(dose, bounds)}
    assert kinds <= {type(reason) for reason in dose_reasons(dose, tighter)}


@given(doses, limits)
def test_the_order_of_sessions_does_not_matter(dose: Dose, bounds: Limits) -> None:
    assert dose_reasons(Dose(dose.uses[::-1]), bounds) == dose_reasons(dose, bounds)


@given(st.lists(st.tuples(uses, st.integers(0, 2 * DAY_MS)), max_size=6), limits)
def test_sessions_that_count_as_younger_never_leave_more(aged: list[tuple[Use, int]], bounds: Limits) -> None:
    older = Dose(tuple(use for use, _by in aged))
    younger = Dose(tuple(Use(use.massager, max(0, use.ended_ago_ms - by_ms), use.used_ms) for use, by_ms in aged))
    assert minutes_left(younger, bounds) <= minutes_left(older, bounds)
    assert next_allowed_wait_ms(younger, bounds) >= next_allowed_wait_ms(older, bounds)
