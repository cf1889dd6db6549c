"""Wall clocks that go forward and back, and places that travel takes one to."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from massage_companion.companion.wall_time import day_at, day_start, instants
from tests.support.places import place, utc


def test_an_ordinary_time_has_one_instant() -> None:
    assert instants(datetime(2026, 7, 1, 14, 30), place("Europe/Berlin")) == (utc(2026, 7, 1, 12, 30),)


def test_a_time_that_the_clocks_jumped_over_has_none() -> None:
    assert instants(datetime(2026, 3, 29, 2, 30), place("Europe/Berlin")) == ()


def test_a_time_that_came_twice_has_two() -> None:
    twice = instants(datetime(2026, 10, 25, 2, 30), place("Europe/Berlin"))
    assert twice == (utc(2026, 10, 25, 0, 30), utc(2026, 10, 25, 1, 30))


@pytest.mark.parametrize("name", ["Pacific/Apia", "Pacific/Pago_Pago", "Asia/Kathmandu", "Australia/Lord_Howe"])
def test_far_and_odd_offsets_come_back_to_the_same_time(name: str) -> None:
    local_time, wall = place(name), datetime(2026, 11, 14, 23, 45)
    (instant,) = instants(wall, local_time)
    assert datetime.fromtimestamp(instant / 1000, ZoneInfo(name)).replace(tzinfo=None) == wall


def test_a_day_without_midnight_begins_when_the_clocks_jump() -> None:
    # In Cairo the night of 24 April 2026 goes from 23:59 to 01:00.
    assert day_start(date(2026, 4, 24), place("Africa/Cairo")) == utc(2026, 4, 23, 22, 0)


def test_the_day_is_that_of_the_place() -> None:
    instant = utc(2026, 11, 14, 12, 0)
    assert day_at(instant, place("Pacific/Auckland")) == date(2026, 11, 15)
    assert day_at(instant, place("Pacific/Pago_Pago")) == date(2026, 11, 14)
