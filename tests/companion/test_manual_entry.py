"""A session entered by hand is what was typed, never in the future, and counts for the dose."""

import pytest
from msgspec import structs

from massage_companion.companion.manual_entry import ManualEntries, ManualEntry, clock_time
from massage_companion.companion.slip_entry import TypedDate
from massage_companion.eligibility.limits import Intensity
from massage_companion.log.dose import dose_of
from massage_companion.log.record import Origin
from massage_companion.session.reading import DAY_MS, HOUR_MS, MINUTE_MS, shifted
from massage_companion.session.states import Ending
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import NOON, FakeClock
from tests.support.household_values import ANN, BEN, CUSHION, GUN, record
from tests.support.memory_store import MemoryStore
from tests.support.places import place, utc

BERLIN = "Europe/Berlin"
TYPED = ManualEntry(massager="gun", day="today", time="12:30", minutes="10", level="medium")
"""It is 13:00 in Berlin."""


class Desk:
    """Ann's household in Berlin, 14 November 2026, 13:00."""

    def __init__(self, where: str = BERLIN) -> None:
        self.clock = FakeClock()
        self.store = MemoryStore()
        for person in (ANN, BEN):
            self.store.keep_person(person)
        for massager in (CUSHION, GUN):
            self.store.keep_massager(massager)
        self.entries = ManualEntries(self.store, self.clock, CountingIds("entry"), place(where))

    def wrong(self, **fields: object) -> list[tuple[str, str]]:
        found = self.entries.problems(structs.replace(TYPED, **fields))
        return [(problem.field, problem.sentence) for problem in found]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def on(year: int, month: int, day: int) -> dict[str, object]:
    return {"day": "other", "date": TypedDate(str(day), str(month), str(year))}


def test_what_was_typed_is_what_is_logged(desk: Desk) -> None:
    entry = structs.replace(TYPED, sore_before=5, sore_after=3, note="  at my sister's ")
    row = desk.entries.record("ann", entry)
    assert (row.person, row.massager, row.massager_name) == ("ann", "gun", "Gun")
    assert (row.used_ms, row.at_most_ms, row.overtime_ms) == (10 * MINUTE_MS, 10 * MINUTE_MS, 0)
    assert (row.intensity, row.heat, row.ending, row.origin) == (
        Intensity.MEDIUM,
        False,
        Ending.FINISHED,
        Origin.MANUAL,
    )
    assert (row.sore_before, row.sore_after, row.note) == (5, 3, "at my sister's")
    assert (row.started.utc_ms, row.started.offset_minutes, row.started.zone) == (utc(2026, 11, 14, 11, 30), 60, "CET")
    assert row.ended.utc_ms == row.started.utc_ms + 10 * MINUTE_MS


def test_it_counts_for_the_dose_even_where_the_wall_clock_is_set_afterwards(desk: Desk) -> None:
    desk.store.add_records((desk.entries.record("ann", TYPED),))
    desk.clock.set_wall(NOON.utc_ms + 3 * DAY_MS)
    now = desk.clock.read()
    dose = dose_of(desk.store.recent("ann", now.utc_ms - 4 * DAY_MS), now)
    assert dose.used_last_day_ms() == 10 * MINUTE_MS
    assert dose.uses[0].ended_ago_ms == 20 * MINUTE_MS


def test_one_from_before_the_computer_was_on_is_dated_by_the_wall_clock(desk: Desk) -> None:
    row = desk.entries.record("ann", structs.replace(TYPED, day="yesterday"))
    assert row.started.boot_id == ""
    assert row.started.utc_ms == utc(2026, 11, 13, 11, 30)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"massager": ""}, ("massager", "no_massager")),
        ({"massager": "gone"}, ("massager", "no_massager")),
        ({"day": ""}, ("day", "no_day")),
        ({"day": "other"}, ("day", "no_date")),
        (on(2026, 2, 30), ("day", "no_date")),
        ({"time": ""}, ("time", "no_time")),
        ({"time": "25:00"}, ("time", "no_time")),
        ({"minutes": "0"}, ("minutes", "no_minutes")),
        ({"minutes": "241"}, ("minutes", "no_minutes")),
        ({"minutes": "ten"}, ("minutes", "no_minutes")),
        ({"level": ""}, ("level", "no_level")),
        ({"massager": "cushion"}, ("heat", "no_heat")),
        (on(2026, 11, 15), ("day", "ahead")),
        ({"time": "13:01"}, ("time", "ahead")),
        ({"time": "12:51"}, ("time", "not_over")),
        (on(2026, 3, 29) | {"time": "2:30"}, ("time", "skipped")),
    ],
)
def test_what_is_wrong_is_said_at_its_field(desk: Desk, fields: dict[str, object], problem: tuple[str, str]) -> None:
    assert desk.wrong(**fields) == [problem]


def test_an_empty_form_is_told_everything_at_once(desk: Desk) -> None:
    fields = [problem.field for problem in desk.entries.problems(ManualEntry())]
    assert fields == ["massager", "day", "time", "minutes", "level"]
    with pytest.raises(ValueError, match="problems"):
        desk.entries.record("ann", ManualEntry())


def test_it_may_be_over_this_very_minute(desk: Desk) -> None:
    assert desk.wrong(time="12:50") == []


def test_heat_is_asked_only_where_the_massager_may_heat(desk: Desk) -> None:
    assert desk.wrong(massager="cushion", heat="yes") == []
    assert desk.entries.record("ann", structs.replace(TYPED, massager="cushion", heat="yes")).heat
    assert not desk.entries.record("ann", structs.replace(TYPED, heat="yes")).heat


def test_a_time_that_came_twice_is_the_later_one_and_is_told(desk: Desk) -> None:
    desk.clock.set_wall(utc(2026, 10, 25, 9, 0))
    entry = structs.replace(TYPED, time="2:30")
    assert desk.entries.warnings("ann", entry).came_twice
    row = desk.entries.record("ann", entry)
    assert (row.started.utc_ms, row.started.zone) == (utc(2026, 10, 25, 1, 30), "CET")


def test_of_a_time_that_came_twice_the_one_still_to_come_is_not_meant(desk: Desk) -> None:
    desk.clock.set_wall(utc(2026, 10, 25, 0, 50))
    entry = structs.replace(TYPED, time="2:30")
    assert not desk.entries.warnings("ann", entry)
    assert desk.entries.record("ann", entry).started.utc_ms == utc(2026, 10, 25, 0, 30)


def test_the_day_is_that_of_the_place() -> None:
    far = Desk("Pacific/Auckland")
    row = far.entries.record("ann", structs.replace(TYPED, time="00:30"))
    assert row.started.utc_ms == utc(2026, 11, 14, 11, 30)
    assert row.started.offset_minutes == 13 * 60


@pytest.mark.parametrize(
    ("minutes_before_now", "overlaps"), [(30, True), (39, True), (40, False), (21, True), (20, False)]
)
def test_a_session_at_the_same_time_is_warned_of(desk: Desk, minutes_before_now: int, overlaps: bool) -> None:
    started = shifted(NOON, -minutes_before_now * MINUTE_MS)
    desk.store.finish(record("timed", started=started, minutes=10), "End", None)
    found = [row.id for row in desk.entries.warnings("ann", TYPED).overlaps]
    assert found == (["timed"] if overlaps else [])


def test_sessions_of_others_and_in_the_bin_are_no_overlap(desk: Desk) -> None:
    started = shifted(NOON, -HOUR_MS // 2)
    desk.store.finish(record("his", "ben", started=started), "End", None)
    desk.store.finish(record("gone", started=started), "End", None)
    desk.store.change_records((structs.replace(record("gone", started=started), removed_utc_ms=NOON.utc_ms),))
    assert not desk.entries.warnings("ann", TYPED)


def test_a_session_whose_end_is_not_known_overlaps_as_long_as_it_may_have_run(desk: Desk) -> None:
    long = structs.replace(record("long", started=shifted(NOON, -HOUR_MS)), at_most_ms=45 * MINUTE_MS)
    desk.store.finish(long, "End", None)
    assert [row.id for row in desk.entries.warnings("ann", TYPED).overlaps] == ["long"]


@pytest.mark.parametrize("typed", ["14:30", "14.30", "1430", " 14：30 ", "１４：３０"])
def test_a_time_is_read_as_people_type_it(typed: str) -> None:
    time = clock_time(typed)
    assert time is not None
    assert (time.hour, time.minute) == (14, 30)


@pytest.mark.parametrize("typed", ["", "14", "14:3", "2:5", "24:00", "12:60", "half past two", "14:30:00", "-1:30"])
def test_what_is_no_time_is_not_guessed(typed: str) -> None:
    assert clock_time(typed) is None
