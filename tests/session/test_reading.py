"""Time between two looks at the clocks: body time within a boot, wall time only across boots, never negative."""

import pytest
from msgspec import structs

from massage_companion.session.reading import DAY_MS, HOUR_MS, MINUTE_MS, Reading, elapsed_ms, shifted, slept_ms
from tests.support.fake_clock import NOON, FakeClock


def test_time_awake_and_asleep_is_body_time() -> None:
    clock = FakeClock()
    clock.advance(minutes=4)
    clock.suspend(minutes=6)
    assert elapsed_ms(NOON, clock.read()) == 10 * MINUTE_MS
    assert slept_ms(NOON, clock.read()) == 6 * MINUTE_MS


@pytest.mark.parametrize("wall", [0, NOON.utc_ms, 10**14])
def test_within_a_boot_the_wall_clock_does_not_count(wall: int) -> None:
    clock = FakeClock()
    clock.advance(minutes=4)
    clock.set_wall(wall)
    clock.travel(-600, "Pacific/Honolulu")
    assert elapsed_ms(NOON, clock.read()) == 4 * MINUTE_MS


def test_across_boots_only_the_wall_clock_can_tell() -> None:
    clock = FakeClock()
    clock.reboot(minutes=7)
    assert elapsed_ms(NOON, clock.read()) == 7 * MINUTE_MS
    assert slept_ms(NOON, clock.read()) == 0


def test_sleep_is_not_known_across_boots() -> None:
    slept_in_its_own_boot = Reading("boot-2", NOON.boot_ms + 90_000, NOON.awake_ms, NOON.utc_ms + 90_000)
    assert slept_ms(NOON, slept_in_its_own_boot) == 0


def test_an_hour_and_a_day_are_as_long_as_everywhere() -> None:
    assert (MINUTE_MS, HOUR_MS, DAY_MS) == (60_000, 3_600_000, 86_400_000)


def test_no_time_is_negative() -> None:
    earlier = shifted(NOON, -MINUTE_MS)
    before_boot = structs.replace(earlier, boot_id="boot-2", boot_ms=-1)
    asleep_backwards = structs.replace(NOON, awake_ms=NOON.awake_ms + MINUTE_MS)
    assert elapsed_ms(NOON, earlier) == elapsed_ms(NOON, before_boot) == slept_ms(NOON, asleep_backwards) == 0


def test_where_the_wall_clock_was_set_back_this_boot_has_lasted_at_least() -> None:
    later = Reading("boot-2", 5 * MINUTE_MS, 4 * MINUTE_MS, NOON.utc_ms - DAY_MS)
    assert elapsed_ms(NOON, later) == 5 * MINUTE_MS
    at_the_same_time = structs.replace(later, utc_ms=NOON.utc_ms)
    assert elapsed_ms(NOON, at_the_same_time) == 0


def test_a_shifted_reading_is_of_the_same_clocks() -> None:
    here = Reading("boot-1", 1_000, 900, 5_000, 480, "Asia/Shanghai")
    assert shifted(here, 50) == Reading("boot-1", 1_050, 950, 5_050, 480, "Asia/Shanghai")
    assert shifted(shifted(here, 50), -50) == here


def test_where_no_zone_is_known_the_clock_shows_utc() -> None:
    here = Reading("boot-1", 1_000, 900, 5_000)
    assert (here.offset_minutes, here.zone) == (0, "UTC")
