"""Sessions in places far apart, +13 and -11 hours: days, weeks, dose and rest stay right.

A session keeps the day that its wall clock showed; what is counted in 24 hours goes by instants.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from massage_companion.companion.looking_after import MorningAfter
from massage_companion.log.point import week_of
from massage_companion.session.reading import MINUTE_MS
from massage_companion.session.refusal import MinutesUsedUp, RestNotOver
from tests.support.zones import LENA, Traveller, travelling

REYKJAVIK, TONGA, PAGO_PAGO, BERLIN = "Atlantic/Reykjavik", "Pacific/Tongatapu", "Pacific/Pago_Pago", "Europe/Berlin"
AHEAD = {TONGA: 13 * 60, PAGO_PAGO: -11 * 60}


@pytest.fixture
def lena(tmp_path: Path) -> Iterator[Traveller]:
    """At UTC, on 10 June 2026 at noon, a Wednesday."""
    with travelling(tmp_path, REYKJAVIK, 2026, 6, 10, 12, 0) as somebody:
        yield somebody


@pytest.mark.parametrize("there", [TONGA, PAGO_PAGO])
def test_it_buys_no_minutes_and_no_rest(lena: Traveller, there: str) -> None:
    """The wall shows tomorrow, or still last night, half an hour later."""
    lena.uses(15)
    lena.clock.place = there
    lena.clock.advance(minutes=30)
    assert lena.clock.read().offset_minutes == AHEAD[there]
    assert lena.tries() == (RestNotOver(30 * MINUTE_MS),)
    lena.clock.advance(minutes=30)
    lena.uses(15)
    lena.clock.advance(hours=10)
    assert lena.tries() == (MinutesUsedUp((24 * 60 - 11 * 60 - 15) * MINUTE_MS, 2, 30),)
    lena.restarts(hours=12, minutes=44)
    assert lena.wait_minutes() == 1


@pytest.mark.parametrize("there", [TONGA, PAGO_PAGO])
def test_it_costs_none_either(lena: Traveller, there: str) -> None:
    lena.uses(15)
    lena.clock.place = there
    lena.restarts(hours=24)
    assert (lena.minutes_of_day(), lena.wait_minutes()) == (0, 0)


def test_a_session_that_crosses_a_border_is_as_long_as_it_was(lena: Traveller) -> None:
    lena.tries(10)
    lena.passes(5)
    lena.clock.place = TONGA
    lena.passes(10)
    live = lena.sessions.live
    assert live is not None
    assert lena.sessions.dose(LENA).uses == ()
    kept = lena.ends()
    assert (kept.used_ms, kept.overtime_ms) == (10 * MINUTE_MS, 5 * MINUTE_MS)
    assert (kept.started.offset_minutes, kept.ended.offset_minutes) == (0, 13 * 60)


def test_each_session_keeps_the_day_it_had_and_stays_in_the_order_it_had(lena: Traveller) -> None:
    names = [lena.uses(5).id]
    for there, hours in ((TONGA, 12), (PAGO_PAGO, 13), (REYKJAVIK, 24)):
        lena.clock.place = there
        lena.clock.advance(hours=hours)
        names.append(lena.uses(5).id)
    assert lena.cells() == [
        ("2026-06-10", "12:00:00"),
        ("2026-06-11", "13:05:00"),
        ("2026-06-11", "02:10:00"),  # later, and earlier by the wall
        ("2026-06-12", "13:15:00"),
    ]
    assert lena.days() == {"2026-06-10": (1, 5), "2026-06-11": (2, 10), "2026-06-12": (1, 5)}
    assert [row.id for row in lena.store.records(LENA, 9)] == names[::-1]
    starts = [point.started_utc_ms for point in lena.store.points(LENA)]
    assert starts == sorted(starts)


def test_minutes_of_24_hours_go_by_instants_in_the_trends_too(lena: Traveller) -> None:
    """Both dates lie two days apart, the sessions two hours."""
    lena.clock.place = PAGO_PAGO
    first = lena.uses(10)
    lena.clock.place = TONGA
    lena.clock.advance(hours=2)
    lena.uses(10)
    assert lena.cells() == [("2026-06-10", "01:00:00"), ("2026-06-11", "03:10:00")]
    assert lena.minutes_of_day() == 20
    assert [day.most_ms for day in lena.trends().days if day.sessions] == [10 * MINUTE_MS, 20 * MINUTE_MS]
    assert lena.sessions.dose(LENA).uses[-1].ended_ago_ms == lena.clock.read().boot_ms - first.ended.boot_ms


def test_a_week_ends_with_the_sunday_of_the_wall(lena: Traveller) -> None:
    lena.clock.advance(days=4)  # Sunday noon at UTC, Monday at one in Tonga
    lena.uses(5)
    lena.clock.place = TONGA
    lena.clock.advance(hours=2)
    lena.uses(5)
    assert list(lena.days()) == ["2026-06-14", "2026-06-15"]
    assert [week.sessions for week in lena.trends().weeks] == [1, 1]
    sunday, monday = lena.store.points(LENA)
    assert week_of(sunday.day) + 1 == week_of(monday.day)


def test_a_day_that_has_not_come_here_yet_comes_into_the_trends_when_it_does(lena: Traveller) -> None:
    lena.clock.place = TONGA
    lena.uses(5)
    lena.clock.place = PAGO_PAGO
    assert lena.days() == {}
    assert lena.minutes_of_day() == 5
    lena.clock.advance(hours=24)
    assert lena.days() == {"2026-06-11": (1, 5)}


def test_filters_go_by_the_days_of_the_place_where_she_is_now(lena: Traveller) -> None:
    """The date of a session stays; which days are "the 11th" depends on where one asks."""
    lena.clock.place = TONGA
    kept = lena.uses(5)
    tenth, eleventh = date(2026, 6, 10), date(2026, 6, 11)
    assert (lena.shown_in_log(tenth, tenth), lena.shown_in_log(eleventh, eleventh)) == ([], [kept.id])
    lena.clock.place = BERLIN
    assert (lena.shown_in_log(tenth, tenth), lena.shown_in_log(eleventh, eleventh)) == ([kept.id], [])
    assert lena.shown_in_log(tenth, eleventh) == [kept.id]
    assert lena.cells() == [("2026-06-11", "01:00:00")]


def test_the_morning_after_is_asked_about_by_the_wall_of_where_she_wakes(lena: Traveller) -> None:
    kept = lena.uses(5)
    lena.clock.advance(hours=7)
    assert lena.looking_after().due(LENA) is None
    lena.clock.place = TONGA  # here it is eight in the morning
    assert lena.looking_after().due(LENA) == MorningAfter(kept)
