"""When the program asks how somebody is after a session, and that it never asks too often."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from massage_companion.companion.household import Person
from massage_companion.companion.log_ports import CheckIn
from massage_companion.companion.looking_after import (
    CHECK_IN_DAYS,
    WATCH_DAYS,
    LateSigns,
    MorningAfter,
    due,
    is_worse,
    late_signs,
    morning_after,
)
from massage_companion.log.record import SessionRecord
from massage_companion.session.reading import DAY_MS, HOUR_MS, MINUTE_MS, Reading, shifted
from tests.support.fake_clock import NOON
from tests.support.household_values import record

ANN = Person("ann", "Ann", next_morning=True)
FIRST = {"cushion": NOON.utc_ms}


def after(*, days: float = 0, hours: float = 0) -> Reading:
    """So much later than noon."""
    return shifted(NOON, round(days * DAY_MS + hours * HOUR_MS))


def answered(*days: int, massager: str = "cushion") -> tuple[CheckIn, ...]:
    return tuple(CheckIn("ann", massager, day, NOON.utc_ms, "fine") for day in days)


def asked_at(now: Reading, *done: int) -> int | None:
    found = late_signs(ANN, FIRST, answered(*done), now)
    return None if found is None else found.day


@pytest.mark.parametrize(
    ("days", "day"),
    [(0, None), (0.99, None), (1, 1), (2.9, 1), (3, 3), (6.9, 3), (7, 7), (20.9, 7), (21, 21), (27.9, 21), (28, None)],
)
def test_a_check_in_is_due_on_its_day_and_until_the_next(days: float, day: int | None) -> None:
    assert asked_at(after(days=days)) == day


def test_a_missed_one_is_asked_late_but_never_together_with_the_next() -> None:
    assert asked_at(after(days=5)) == 3
    assert asked_at(after(days=5), 1) == 3
    assert asked_at(after(days=5), 3) is None


def test_a_clock_that_was_set_back_does_not_ask_again() -> None:
    assert asked_at(after(days=3), 7) is None
    assert asked_at(after(days=-2)) is None


def test_two_massagers_are_asked_about_one_after_the_other() -> None:
    first = {"gun": NOON.utc_ms + DAY_MS, "cushion": NOON.utc_ms}
    assert late_signs(ANN, first, (), after(days=2.5)) == LateSigns("cushion", 1, NOON.utc_ms)
    assert late_signs(ANN, first, answered(1), after(days=2.5)) == LateSigns("gun", 1, NOON.utc_ms + DAY_MS)


def test_whoever_switched_it_off_is_never_asked() -> None:
    off = structs.replace(ANN, check_ins=False)
    assert late_signs(off, FIRST, (), after(days=1)) is None


def ended_at(now: Reading) -> SessionRecord:
    return structs.replace(record(), started=shifted(now, -10 * MINUTE_MS), ended=now)


@pytest.mark.parametrize(
    ("ended", "asked", "is_due"),
    [
        (9, 15, False),  # the same day
        (9, 24 + 3.9, False),  # still the night
        (9, 24 + 4, True),
        (9, 24 + 20.9, True),
        (9, 24 + 21, False),  # 36 hours later it tells nothing any more
        (22, 24 + 3.9, False),
        (22, 24 + 7, True),
        (24 + 0.5, 24 + 6, False),  # not six hours yet
        (24 + 0.5, 24 + 8, True),  # half past midnight belongs to the evening before
        (24 + 5, 24 + 12, False),  # up since five: no night in between
    ],
)
def test_the_next_morning_comes_after_a_night(ended: float, asked: float, is_due: bool) -> None:
    midnight = after(hours=-12)
    latest = ended_at(shifted(midnight, round(ended * HOUR_MS)))
    now = shifted(midnight, round(asked * HOUR_MS))
    assert (morning_after(ANN, latest, now) is not None) is is_due


def test_the_night_is_that_of_the_place_where_the_person_is_now() -> None:
    latest = ended_at(after(hours=2))
    assert morning_after(ANN, latest, after(hours=12)) is None
    in_china = structs.replace(after(hours=12), offset_minutes=480, zone="CST")
    assert morning_after(ANN, latest, in_china) == MorningAfter(latest)


@pytest.mark.parametrize("said", [None, False])
def test_the_next_morning_is_asked_about_only_with_a_yes(said: bool | None) -> None:
    assert morning_after(structs.replace(ANN, next_morning=said), ended_at(NOON), after(hours=20)) is None


def test_a_morning_that_was_told_is_not_asked_about_again() -> None:
    told = structs.replace(ended_at(NOON), sore_next=2)
    assert morning_after(ANN, told, after(hours=20)) is None


def test_late_signs_come_before_the_rating_of_the_morning() -> None:
    latest = ended_at(NOON)
    assert due(ANN, latest, FIRST, (), after(hours=24)) == LateSigns("cushion", 1, NOON.utc_ms)
    assert due(ANN, latest, FIRST, answered(1), after(hours=24)) == MorningAfter(latest)


@pytest.mark.parametrize(
    ("before", "just_after", "next_day", "worse"),
    [(2, 1, 4, True), (2, 1, 3, False), (None, 1, 3, True), (None, None, 9, False), (9, 2, 10, False)],
)
def test_worse_means_two_points(before: int | None, just_after: int | None, next_day: int, worse: bool) -> None:
    rated = structs.replace(record(), sore_before=before, sore_after=just_after)
    assert is_worse(rated, next_day) is worse


days_apart = st.floats(-3, 40, allow_nan=False)
massagers = st.dictionaries(st.sampled_from(["cushion", "gun", "belt"]), st.floats(0, 10), max_size=3)


def asked_over_time(first: dict[str, int], moments: list[float]) -> Iterator[LateSigns]:
    """Everything that is asked at these moments, whatever their order, when each is answered at once."""
    done: tuple[CheckIn, ...] = ()
    for moment in moments:
        found = late_signs(ANN, first, done, after(days=moment))
        if found is not None:
            done = (*done, CheckIn("ann", found.massager, found.day, 0, "fine"))
            yield found


@given(massagers, st.lists(days_apart, max_size=60))
def test_each_check_in_is_asked_at_most_once_whatever_the_clock_does(
    first_days: dict[str, float], moments: list[float]
) -> None:
    first = {name: NOON.utc_ms + round(day * DAY_MS) for name, day in first_days.items()}
    asked = [(each.massager, each.day) for each in asked_over_time(first, moments)]
    assert len(asked) == len(set(asked))
    assert all(day in CHECK_IN_DAYS for _massager, day in asked)
    for name in first:
        days = [day for massager, day in asked if massager == name]
        assert days == sorted(days)


@given(massagers, st.lists(days_apart, max_size=60).map(sorted))
def test_nothing_is_asked_early_or_after_four_weeks(first_days: dict[str, float], moments: list[float]) -> None:
    first = {name: NOON.utc_ms + round(day * DAY_MS) for name, day in first_days.items()}
    for moment in moments:
        found = late_signs(ANN, first, (), after(days=moment))
        if found is not None:
            since = after(days=moment).utc_ms - found.first_utc_ms
            assert found.day * DAY_MS <= since < WATCH_DAYS * DAY_MS


@given(st.booleans(), st.sampled_from([None, False, True]), days_apart)
def test_switched_off_means_never(check_ins: bool, next_morning: bool | None, moment: float) -> None:
    person = Person("ann", "Ann", next_morning=next_morning, check_ins=check_ins)
    found = due(person, ended_at(NOON), FIRST, (), after(days=moment))
    if isinstance(found, LateSigns):
        assert check_ins
    if isinstance(found, MorningAfter):
        assert next_morning
