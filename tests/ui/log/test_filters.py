"""Which sessions a choice of time means: whole days of the place, both clock changes of the year included."""

from datetime import date

import pytest

from massage_companion.companion.log_ports import Order
from massage_companion.session.states import Ending
from massage_companion.ui.log.filters import EVERYTHING, LogFilter, Period, query_of
from tests.support.places import place, utc

BERLIN = place("Europe/Berlin")


def bounds(chosen: LogFilter, today: date) -> tuple[int | None, int | None]:
    query = query_of(chosen, "mei", Order.NEWEST, today, BERLIN)
    return query.since_utc_ms, query.until_utc_ms


@pytest.mark.parametrize(
    ("period", "since"),
    [
        (Period.DAYS_7, utc(2026, 11, 15, 23)),
        (Period.DAYS_30, utc(2026, 10, 23, 22)),  # summer time still
        (Period.YEAR, utc(2025, 12, 31, 23)),
        (Period.ALL, None),
    ],
)
def test_periods_begin_at_midnight_of_the_place_and_leave_nothing_new_out(period: Period, since: int | None) -> None:
    assert bounds(LogFilter(period=period), date(2026, 11, 22)) == (since, None)


def test_own_dates_are_both_shown_whole() -> None:
    chosen = LogFilter(period=Period.OWN, first=date(2026, 3, 29), last=date(2026, 3, 29))
    since, until = bounds(chosen, date(2026, 11, 22))
    assert (since, until) == (utc(2026, 3, 28, 23), utc(2026, 3, 29, 22))  # a day of 23 hours


def test_own_dates_the_wrong_way_round_are_turned() -> None:
    first, last = date(2026, 11, 1), date(2026, 11, 3)
    right = LogFilter(period=Period.OWN, first=first, last=last)
    wrong = LogFilter(period=Period.OWN, first=last, last=first)
    assert bounds(right, last) == bounds(wrong, last)


def test_text_massager_and_ending_go_to_the_store() -> None:
    chosen = LogFilter(text="  tingling ", period=Period.ALL, massager="gun", ending=Ending.FELT_WRONG)
    query = query_of(chosen, "mei", Order.LONGEST, date(2026, 11, 22), BERLIN)
    assert (query.text, query.massager, query.endings) == ("tingling", "gun", frozenset({Ending.FELT_WRONG}))
    assert (query.person, query.order, query.removed) == ("mei", Order.LONGEST, False)


def test_everything_leaves_nothing_out() -> None:
    assert not EVERYTHING.narrows
    assert LogFilter().narrows
    assert LogFilter(text="a", period=Period.ALL).narrows
