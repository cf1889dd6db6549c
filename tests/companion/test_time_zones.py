"""Sessions around both changes of the clocks: days, weeks, dose and rest stay right.

From the use cases over the store on disk to what is shown, counted and exported, in places of the tz database.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from massage_companion.session.reading import MINUTE_MS
from massage_companion.session.refusal import MinutesUsedUp, RestNotOver
from massage_companion.session.states import End, Pause, Resume
from tests.support.zones import LENA, Traveller, instant, travelling

Starting: TypeAlias = Callable[..., Traveller]

BERLIN, NEW_YORK, AUCKLAND = "Europe/Berlin", "America/New_York", "Pacific/Auckland"
LORD_HOWE, CAIRO = "Australia/Lord_Howe", "Africa/Cairo"


@pytest.fixture
def starting(tmp_path: Path) -> Iterator[Starting]:
    """Lena at a place and a time of its wall clock."""
    with ExitStack() as stack:
        yield lambda zone, *wall: stack.enter_context(travelling(tmp_path, zone, *wall))


class TestClocksGoForward:
    """Berlin, 29 March 2026: 02:00 becomes 03:00, and the day has 23 hours."""

    def test_a_session_across_the_jump_is_as_long_as_it_was(self, starting: Starting) -> None:
        lena = starting(BERLIN, 2026, 3, 29, 1, 55)
        kept = lena.uses(10)
        assert (kept.used_ms, kept.ended.utc_ms - kept.started.utc_ms) == (10 * MINUTE_MS, 10 * MINUTE_MS)
        assert (kept.started.offset_minutes, kept.ended.offset_minutes) == (60, 120)
        assert (kept.started.zone, kept.ended.zone) == ("CET", "CEST")
        assert lena.cells() == [("2026-03-29", "01:55:00")]

    def test_a_pause_across_the_jump_is_as_long_as_it_was(self, starting: Starting) -> None:
        lena = starting(BERLIN, 2026, 3, 29, 1, 50)
        lena.tries(10)
        lena.passes(5)
        lena.sessions.happened(Pause())
        lena.passes(10)
        lena.sessions.happened(Resume())
        lena.passes(5)
        lena.sessions.happened(End())
        (kept,) = lena.store.records(LENA, 1)
        assert (kept.used_ms, kept.paused_ms) == (10 * MINUTE_MS, 10 * MINUTE_MS)

    def test_rest_is_an_hour_and_not_what_the_wall_shows(self, starting: Starting) -> None:
        lena = starting(BERLIN, 2026, 3, 29, 1, 30)
        lena.uses(15)
        lena.clock.advance(minutes=45)
        assert lena.clock.read().utc_ms == instant(BERLIN, 2026, 3, 29, 3, 30)
        assert lena.tries() == (RestNotOver(15 * MINUTE_MS),)

    def test_twenty_four_hours_are_no_whole_day(self, starting: Starting) -> None:
        lena = starting(BERLIN, 2026, 3, 28, 12, 0)
        lena.uses(15)
        lena.clock.advance(hours=2)
        lena.uses(15)
        lena.clock.advance(hours=20, minutes=45)
        # By the wall it is a day later than the end of the first session; in truth it is 23 hours.
        assert lena.clock.read().utc_ms == instant(BERLIN, 2026, 3, 29, 12, 15)
        assert lena.tries() == (MinutesUsedUp(60 * MINUTE_MS, 2, 30),)
        assert lena.minutes_of_day() == 30

    def test_days_weeks_and_filters_are_those_of_the_wall(self, starting: Starting) -> None:
        lena = starting(BERLIN, 2026, 3, 28, 23, 30)
        lena.uses(5)
        lena.clock.advance(hours=22, minutes=15)
        assert lena.clock.read().utc_ms == instant(BERLIN, 2026, 3, 29, 22, 50)
        lena.uses(5)
        lena.clock.advance(hours=24)
        lena.uses(5)
        assert lena.days() == {"2026-03-28": (1, 5), "2026-03-29": (1, 5), "2026-03-30": (1, 5)}
        assert [(week.sessions, week.used_ms) for week in lena.trends().weeks] == [
            (2, 10 * MINUTE_MS),
            (1, 5 * MINUTE_MS),
        ]
        assert len(lena.trends().days) == 8
        assert lena.shown_in_log(date(2026, 3, 29), date(2026, 3, 29)) == ["session-2"]
        assert lena.cells()[1] == ("2026-03-29", "22:50:00")


class TestClocksGoBack:
    """Berlin, 25 October 2026: 03:00 becomes 02:00, and the day has 25 hours."""

    def test_the_hour_that_comes_twice_gives_two_times_that_look_alike(self, starting: Starting) -> None:
        lena = starting(BERLIN, 2026, 10, 25, 1, 20)
        lena.clock.set_wall(instant(BERLIN, 2026, 10, 25, 2, 20))
        first = lena.uses(10)
        assert (first.started.offset_minutes, first.ended.offset_minutes) == (120, 120)
        # The wall shows 02:25, five minutes before the first one ended; the body had 55.
        lena.clock.advance(minutes=55)
        assert lena.clock.read().utc_ms == instant(BERLIN, 2026, 10, 25, 2, 25, again=True)
        assert lena.tries() == (RestNotOver(5 * MINUTE_MS),)
        lena.clock.advance(minutes=5)
        second = lena.uses(10)
        assert second.started.offset_minutes == 60
        assert lena.cells() == [("2026-10-25", "02:20:00"), ("2026-10-25", "02:30:00")]
        assert [row.id for row in lena.store.records(LENA, 9)] == [second.id, first.id]
        assert lena.minutes_of_day() == 20

    def test_a_session_across_the_change_is_as_long_as_it_was(self, starting: Starting) -> None:
        lena = starting(BERLIN, 2026, 10, 25, 1, 55)
        lena.clock.set_wall(instant(BERLIN, 2026, 10, 25, 2, 55))
        kept = lena.uses(10)
        assert kept.used_ms == kept.ended.utc_ms - kept.started.utc_ms == 10 * MINUTE_MS
        assert (kept.started.offset_minutes, kept.ended.offset_minutes) == (120, 60)

    def test_the_25th_hour_belongs_to_the_same_day_and_week(self, starting: Starting) -> None:
        lena = starting(BERLIN, 2026, 10, 25, 0, 5)
        lena.uses(5)
        lena.clock.advance(hours=24, minutes=35)
        assert lena.clock.read().utc_ms == instant(BERLIN, 2026, 10, 25, 23, 45)
        lena.uses(5)
        lena.clock.advance(hours=1)
        assert lena.days() == {"2026-10-25": (2, 10)}
        assert lena.trends().weeks[-2].sessions == 2
        assert lena.shown_in_log(date(2026, 10, 25), date(2026, 10, 25)) == ["session-2", "session-1"]
        assert [day.most_ms for day in lena.trends().days if day.sessions] == [5 * MINUTE_MS]

    def test_a_day_by_the_wall_is_more_than_24_hours_and_both_may_be_used(self, starting: Starting) -> None:
        lena = starting(BERLIN, 2026, 10, 24, 12, 0)
        lena.uses(15)
        lena.clock.advance(hours=24)
        assert lena.clock.read().utc_ms == instant(BERLIN, 2026, 10, 25, 11, 15)
        assert (lena.minutes_of_day(), lena.wait_minutes()) == (0, 0)


@pytest.mark.parametrize(
    ("zone", "wall", "offsets"),
    [
        (NEW_YORK, (2026, 3, 8, 1, 55), (-300, -240)),
        (NEW_YORK, (2026, 11, 1, 1, 55), (-240, -300)),
        (LORD_HOWE, (2026, 10, 4, 1, 55), (630, 660)),  # half an hour
        (CAIRO, (2026, 4, 23, 23, 55), (120, 180)),  # midnight is left out
        (AUCKLAND, (2026, 9, 27, 1, 55), (720, 780)),
    ],
)
def test_other_places_change_their_clocks_too(
    starting: Starting, zone: str, wall: tuple[int, ...], offsets: tuple[int, int]
) -> None:
    lena = starting(zone, *wall)
    kept = lena.uses(10)
    assert (kept.started.offset_minutes, kept.ended.offset_minutes) == offsets
    assert kept.used_ms == 10 * MINUTE_MS
    day = date(*wall[:3])
    assert list(lena.days()) == [day.isoformat()]
    assert lena.shown_in_log(day, day) == [kept.id]
    lena.clock.advance(minutes=59)
    assert lena.wait_minutes() == 1


def test_a_leap_day_is_a_day_like_others(starting: Starting) -> None:
    lena = starting(BERLIN, 2028, 2, 28, 23, 50)
    for _day in range(3):
        lena.uses(5)
        lena.clock.advance(hours=23, minutes=55)
    assert list(lena.days()) == ["2028-02-28", "2028-02-29", "2028-03-01"]
    assert lena.shown_in_log(date(2028, 2, 29), date(2028, 2, 29)) == ["session-2"]
