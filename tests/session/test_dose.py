"""Sums over the last 24 hours and the last 7 days: rolling, over all massagers or one, and never bought by a clock."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from massage_companion.log.dose import dose_of
from massage_companion.session.allowance import minutes_left, next_allowed_wait_ms
from massage_companion.session.dose import Dose, Use
from massage_companion.session.gate import HARD_LIMITS
from massage_companion.session.reading import DAY_MS, MINUTE_MS, WEEK_MS
from tests.support.fake_clock import NOON, FakeClock
from tests.support.household_values import record
from tests.support.situation import used

DAY, WEEK = 24 * 60, 7 * 24 * 60
SEVERAL = Dose((used(5, 100, "pillow"), used(10, 200, "gun"), used(7, 2 * DAY, "pillow"), used(9, 6 * DAY, "gun")))


class TestSums:
    def test_over_every_massager(self) -> None:
        assert SEVERAL.used_last_day_ms() == 15 * MINUTE_MS
        assert SEVERAL.used_last_week_ms() == 31 * MINUTE_MS

    def test_with_one_massager(self) -> None:
        assert (SEVERAL.used_last_day_ms("pillow"), SEVERAL.used_last_day_ms("gun")) == (300_000, 600_000)
        assert (SEVERAL.used_last_week_ms("pillow"), SEVERAL.used_last_week_ms("gun")) == (720_000, 1_140_000)
        assert SEVERAL.used_last_day_ms("chair") == SEVERAL.used_last_week_ms("chair") == 0

    @pytest.mark.parametrize(("ago_ms", "day", "week"), [(DAY_MS - 1, 1, 1), (DAY_MS, 0, 1), (WEEK_MS - 1, 0, 1)])
    def test_a_session_counts_in_full_to_the_last_millisecond(self, ago_ms: int, day: int, week: int) -> None:
        dose = Dose((Use("pillow", ago_ms, MINUTE_MS),))
        assert (dose.used_last_day_ms(), dose.used_last_week_ms()) == (day * MINUTE_MS, week * MINUTE_MS)

    def test_the_uses_of_a_day_are_told_the_latest_first(self) -> None:
        late, early = Use("pillow", 1, 1), Use("gun", DAY_MS - 1, 1)
        assert Dose((early, Use("pillow", DAY_MS, 1), late)).last_day() == (late, early)

    def test_after_a_week_it_counts_no_more(self) -> None:
        assert Dose((Use("pillow", WEEK_MS, MINUTE_MS),)).used_last_week_ms() == 0
        assert WEEK_MS == WEEK * MINUTE_MS

    def test_without_sessions_there_is_nothing(self) -> None:
        assert Dose().used_last_day_ms() == Dose().used_last_week_ms() == 0


moments = st.integers(0, 2 * DAY_MS)
jumps = st.lists(st.integers(-400 * DAY_MS, 400 * DAY_MS), min_size=1, max_size=4)
zones = st.lists(st.integers(-12 * 60, 14 * 60), min_size=1, max_size=4)


@given(moments, jumps, zones)
def test_neither_midnight_nor_travel_nor_a_clock_that_is_set_buys_a_minute(
    passed_ms: int, jumps: list[int], zones: list[int]
) -> None:
    """While the computer stays on, only time that has passed counts, whatever the wall clock shows."""
    clock = FakeClock()
    ended = record(minutes=12)
    clock.advance(minutes=12)
    clock.advance(ms=passed_ms)
    honest = dose_of([ended], clock.read())
    for jump, offset in zip(jumps, zones, strict=False):
        clock.set_wall(clock.read().utc_ms + jump)
        clock.travel(offset, "Somewhere")
        dose = dose_of([ended], clock.read())
        assert dose == honest == Dose((Use("cushion", passed_ms, 12 * MINUTE_MS),))
        assert minutes_left(dose, HARD_LIMITS) == (18 if passed_ms < DAY_MS else 30)
        assert next_allowed_wait_ms(dose, HARD_LIMITS) == max(0, 60 * MINUTE_MS - passed_ms)


@given(st.integers(0, 3 * DAY_MS), st.integers(0, 400 * DAY_MS))
def test_after_a_restart_a_clock_that_was_set_back_buys_nothing(off_ms: int, back_ms: int) -> None:
    clock = FakeClock()
    ended = record(minutes=12)
    clock.advance(minutes=12)
    clock.reboot(seconds=off_ms / 1000)
    honest = dose_of([ended], clock.read())
    clock.set_wall(clock.read().utc_ms - back_ms)
    cheated = dose_of([ended], clock.read())
    assert minutes_left(cheated, HARD_LIMITS) <= minutes_left(honest, HARD_LIMITS)
    assert next_allowed_wait_ms(cheated, HARD_LIMITS) >= next_allowed_wait_ms(honest, HARD_LIMITS)


@given(moments, st.integers(-12 * 60, 14 * 60))
def test_where_somebody_is_has_no_part_in_the_dose(passed_ms: int, offset: int) -> None:
    """Across restarts too: an instant is the same everywhere."""
    then = structs.replace(NOON, boot_id="another boot", utc_ms=NOON.utc_ms + 12 * MINUTE_MS + passed_ms)
    there = structs.replace(then, offset_minutes=offset, zone="There")
    assert dose_of([record(minutes=12)], then) == dose_of([record(minutes=12)], there)
