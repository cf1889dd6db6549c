"""A row of the log that cannot be read stays in the log, stops nothing, and makes room for no other session."""

import sqlite3
from pathlib import Path

import pytest
from msgspec import structs

from massage_companion.companion.log_ports import CheckIn, LogQuery, Order
from massage_companion.eligibility.answers import Answers
from massage_companion.log.record import SessionRecord
from massage_companion.session.plan import Plan, SavedPlan
from massage_companion.session.reading import DAY_MS, HOUR_MS, MINUTE_MS, shifted
from massage_companion.storage.database import FILE_NAME
from massage_companion.storage.store import SqliteStore
from tests.storage.conftest import Damage
from tests.support.fake_clock import NOON
from tests.support.household_values import record, stop_sign

SINCE = NOON.utc_ms - DAY_MS
BAD_BODIES = ("body = 'x' || body", "body = '{}'", "seal = seal + 1", "body = CAST(x'ff' AS TEXT)", "seal = 0")
BAD_NUMBERS = (
    "started_utc_ms = 9000000000000000000",
    "started_utc_ms = -9000000000000000000",
    "used_ms = -5",
    "used_ms = 9000000000000000000",
    "sore_before = 11, sore_after = -9000000000000000000, sore_next = 99",
    "local_day = 9000000000000000000, local_minute = -1",
    "local_day = NULL, local_minute = NULL, ending = NULL",
    "ending = 'nonsense', origin = 'nonsense'",
    "intensity = -3, planned_minutes = 0, heat = 99, seen_utc_ms = -1",
    "massager = 'masager'",
    "moved = '{}', moved_seal = 5",
    "first_person = 'nobody'",
    "removed_utc_ms = -5",
    "note = CAST(x'ff' AS TEXT), search = CAST(x'ff' AS TEXT)",
)


def six(store: SqliteStore) -> None:
    for number in range(6):
        started = shifted(NOON, number * HOUR_MS)
        store.finish(record(f"session-{number}", started=started, minutes=number + 1), "End", None)


def all_of(store: SqliteStore, order: Order) -> list[str]:
    read: list[str] = []
    after: SessionRecord | None = None
    while page := store.find(LogQuery("ann", order=order), 2, after):
        read += [row.id for row in page]
        after = page[-1]
    return read


@pytest.mark.parametrize("how", [*BAD_BODIES, *BAD_NUMBERS])
def test_every_row_is_shown_once_in_every_order(store: SqliteStore, damage: Damage, how: str) -> None:
    six(store)
    for number in (1, 4):
        damage("session", f"{how} WHERE id = 'session-{number}'")
    for order in Order:
        assert sorted(all_of(store, order)) == [f"session-{number}" for number in range(6)]


@pytest.mark.parametrize("how", [*BAD_BODIES, *BAD_NUMBERS])
def test_nothing_in_a_row_stops_what_is_computed_from_all(store: SqliteStore, damage: Damage, how: str) -> None:
    six(store)
    damage("session", f"{how} WHERE id = 'session-3'")
    assert store.totals(LogQuery("ann")).sessions == 6
    assert store.totals(LogQuery("ann")).used_ms >= 0
    points = store.points("ann")
    assert len(points) == 6
    for point in points:
        assert 0 <= point.minute < 24 * 60
        assert 0 <= point.used_ms <= 366 * DAY_MS
        assert point.intensity in (1, 2, 3)
        assert {point.sore_before, point.sore_after, point.sore_next} <= {None, *range(11)}
    assert len(store.recent("ann", SINCE)) == 6
    store.points("ann", -(10**6))
    store.first_sessions("ann")
    store.purge_removed(-(10**15))


@pytest.mark.parametrize("how", BAD_NUMBERS[4:5])
def test_a_rating_off_the_scale_is_none(store: SqliteStore, damage: Damage, how: str) -> None:
    store.finish(record(), "End", None)
    damage("session", how)
    (row,) = store.find(LogQuery("ann"), 1)
    assert (row.sore_before, row.sore_after, row.sore_next) == (None, None, None)


class TestAMovedSession:
    @pytest.fixture
    def store(self, store: SqliteStore) -> SqliteStore:
        store.finish(record(), "End", None)
        store.change_records((structs.replace(record(), person="ben"),))
        return store

    @pytest.mark.parametrize("how", ["moved = '{}'", "moved_seal = 0", "moved = NULL", "moved = CAST(x'ff' AS TEXT)"])
    def test_counts_for_both_when_nobody_can_read_where_it_went(
        self, store: SqliteStore, damage: Damage, how: str
    ) -> None:
        damage("session", how)
        assert [row.id for row in store.recent("ann", SINCE)] == ["session-1"]
        assert [row.id for row in store.recent("ben", SINCE)] == ["session-1"]

    @pytest.mark.parametrize("how", BAD_BODIES)
    def test_counts_for_both_when_nobody_can_read_what_it_was(
        self, store: SqliteStore, damage: Damage, how: str
    ) -> None:
        damage("session", how)
        for person in ("ann", "ben"):
            (row,) = store.recent(person, SINCE)
            assert row.at_most_ms >= 10 * MINUTE_MS

    @pytest.mark.parametrize("how", ["person = 'anm'", "first_person = NULL", "person = 'anm', first_person = 'bem'"])
    def test_counts_for_both_by_what_is_sealed(self, store: SqliteStore, damage: Damage, how: str) -> None:
        damage("session", how)
        assert [row.id for row in store.recent("ann", SINCE)] == ["session-1"]
        assert [row.id for row in store.recent("ben", SINCE)] == ["session-1"]

    @pytest.mark.parametrize("how", BAD_BODIES)
    def test_can_still_be_corrected(self, store: SqliteStore, damage: Damage, how: str) -> None:
        damage("session", how)
        (row,) = store.find(LogQuery("ben"), 1)
        assert (row.person, row.first_person) == ("ben", "ann")
        store.change_records((structs.replace(row, note="new", removed_utc_ms=1),))
        assert store.find(LogQuery("ben", removed=True), 1) == (structs.replace(row, note="new", removed_utc_ms=1),)


def test_a_damaged_timer_session_does_not_leave_the_dose_through_the_bin(store: SqliteStore, damage: Damage) -> None:
    store.finish(record(), "End", None)
    store.change_records((structs.replace(record(), removed_utc_ms=1),))
    damage("session", "origin = 'manual'")
    assert [row.id for row in store.recent("ann", SINCE)] == ["session-1"]


@pytest.mark.parametrize("how", BAD_BODIES)
def test_what_was_reported_and_cannot_be_read_is_not_invented(store: SqliteStore, damage: Damage, how: str) -> None:
    answers = Answers({"signs": ("S03",)})
    store.finish(record(), "FeelsWrong", structs.replace(stop_sign(), session="session-1", answers=answers))
    damage("stop_sign", how)
    assert [row.signs for row in store.find(LogQuery("ann"), 1)] == [()]
    assert [sign.settled for sign in store.stop_signs("ann")] == [False]


@pytest.mark.parametrize("how", BAD_BODIES)
def test_a_plan_that_cannot_be_read_is_not_offered(store: SqliteStore, damage: Damage, how: str) -> None:
    for name in ("plan-1", "plan-2"):
        store.keep_plan(SavedPlan(name, "cushion", name, Plan(10)))
    damage("plan", f"{how} WHERE id = 'plan-1'")
    assert [plan.id for plan in store.saved_plans("cushion")] == ["plan-2"]


@pytest.mark.parametrize("how", BAD_BODIES)
def test_a_check_in_that_cannot_be_read_is_not_asked_again(store: SqliteStore, damage: Damage, how: str) -> None:
    store.keep_check_in(CheckIn("ann", "cushion", 7, NOON.utc_ms, "signs"))
    damage("check_in", how)
    assert store.check_ins("ann") == (CheckIn("ann", "cushion", 7, 0, "skipped"),)
    store.keep_check_in(CheckIn("ann", "cushion", 7, NOON.utc_ms, "fine"))
    assert len(store.check_ins("ann")) == 1


def test_what_no_sound_row_holds_cannot_be_stored(store: SqliteStore, folder: Path) -> None:
    store.finish(record(), "End", None)
    connection = sqlite3.connect(folder / FILE_NAME)
    for column in ("sore_before", "sore_after", "sore_next"):
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(f"UPDATE session SET {column} = 11")
    connection.close()
