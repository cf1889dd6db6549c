"""How much of 24 hours is used: "today" only where that is true, and from when the next session is possible."""

import pytest
from msgspec import structs

from massage_companion.eligibility.limits import Limits
from massage_companion.session.dose import Dose, Use
from massage_companion.session.reading import HOUR_MS, MINUTE_MS
from massage_companion.storage.words import load_words
from massage_companion.ui.session.dose_line import dose_line
from massage_companion.ui.session.wanted import Room
from tests.support.fake_clock import NOON
from tests.support.small_rules import KNEADER

WORDS = load_words("en")
DAY = Limits(minutes=15, sessions_per_day=2, minutes_per_day=30, rest_minutes=60)


def line(*uses: Use, limits: Limits = DAY, offset_minutes: int = 0) -> str:
    now = structs.replace(NOON, offset_minutes=offset_minutes)
    return dose_line(Room(limits, KNEADER, Limits(), Dose(uses)), now, WORDS)


def use(hours_ago: float, minutes: float, massager: str = KNEADER.id) -> Use:
    return Use(massager, round(hours_ago * HOUR_MS), round(minutes * MINUTE_MS))


def test_nothing_is_told_where_nothing_was_used() -> None:
    assert line() == ""
    assert line(use(24, 10)) == ""


def test_what_was_used_this_morning_is_today() -> None:
    assert line(use(3, 10)) == "Today 10 of 30 minutes, 1 of 2 sessions"


def test_a_session_of_last_night_makes_it_the_last_24_hours() -> None:
    assert line(use(3, 5), use(14, 5)) == "In the last 24 hours 10 of 30 minutes, next session from 22:00"


def test_a_session_over_midnight_is_not_today() -> None:
    assert line(use(11.9, 10)).startswith("In the last 24 hours")


def test_today_is_the_day_of_the_wall_clock() -> None:
    assert line(use(14, 10), offset_minutes=8 * 60).startswith("Today")


def test_the_rest_says_from_when() -> None:
    assert line(use(0.5, 10)) == "Today 10 of 30 minutes, next session from 12:30"


def test_used_up_says_from_when_with_its_day() -> None:
    assert line(use(2, 15), use(4, 15)) == "Today 30 of 30 minutes, next session from tomorrow 08:00"


def test_this_massager_is_told_apart_only_where_others_were_used() -> None:
    assert line(use(3, 5), use(5, 4, "other"), limits=structs.replace(DAY, sessions_per_day=None)) == (
        "Today 9 of 30 minutes, 5 of them with this massager"
    )


def test_minutes_begun_count_in_full() -> None:
    assert line(use(3, 10.01)).startswith("Today 11 of 30 minutes")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_form_has_words(language: str) -> None:
    room = Room(Limits(), KNEADER, Limits(), Dose((use(3, 5), use(14, 5, "other"))))
    assert dose_line(room, NOON, load_words(language))
