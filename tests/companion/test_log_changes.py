"""Changes of the log can be undone by name, leave nothing half-done, and overwrite nothing that changed elsewhere."""

from typing import Any

import pytest
from msgspec import structs

from massage_companion.companion.log_changes import (
    ChangedSinceError,
    ChangeKind,
    LogChanges,
    correction_of,
)
from massage_companion.companion.log_ports import LogQuery
from massage_companion.companion.ports import StoreError
from massage_companion.log.dose import dose_of
from massage_companion.log.record import Origin, SessionRecord
from massage_companion.session.reading import DAY_MS, HOUR_MS, MINUTE_MS, shifted
from tests.support.fake_clock import NOON, FakeClock
from tests.support.household_values import ANN, BEN, CUSHION, GUN, record
from tests.support.memory_store import MemoryStore

FULL = StoreError("full", "no room")


class Log:
    """Ann's log with three sessions, an hour apart, and the changes that she makes."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.store = MemoryStore()
        for person in (ANN, BEN):
            self.store.keep_person(person)
        for massager in (CUSHION, GUN):
            self.store.keep_massager(massager)
        for number in range(1, 4):
            started = shifted(NOON, (number - 4) * HOUR_MS)
            self.store.finish(record(f"s{number}", started=started), "End", None)
        self.changes = LogChanges(self.store, self.clock)

    def ids(self, person: str = "ann", removed: bool = False) -> list[str]:
        return [row.id for row in self.store.find(LogQuery(person, removed=removed), 10)]

    def row(self, name: str = "s1") -> SessionRecord:
        found = self.store.record(name)
        assert found is not None
        return found

    def correct(self, name: str = "s1", **fields: Any) -> None:
        shown = self.row(name)
        self.changes.correct(shown, structs.replace(correction_of(shown), **fields))

    def used_minutes(self, person: str) -> int:
        now = self.clock.read()
        return dose_of(self.store.recent(person, now.utc_ms - 2 * DAY_MS), now).used_last_day_ms() // MINUTE_MS


@pytest.fixture
def log() -> Log:
    return Log()


def test_deleted_sessions_go_to_the_bin_and_come_back(log: Log) -> None:
    log.changes.delete(("s1", "s3"))
    assert (log.ids(), log.ids(removed=True)) == (["s2"], ["s3", "s1"])
    undone = log.changes.undo()
    assert undone is not None
    assert (undone.kind, len(undone.after)) == (ChangeKind.DELETE, 2)
    assert (log.ids(), log.ids(removed=True)) == (["s3", "s2", "s1"], [])


def test_what_was_undone_can_be_redone_until_something_else_is_done(log: Log) -> None:
    log.changes.delete(("s1",))
    log.changes.undo()
    log.changes.redo()
    assert log.ids() == ["s3", "s2"]
    log.changes.undo()
    log.correct(note="calm")
    assert log.changes.redoable is None
    assert log.changes.redo() is None


def test_changes_are_undone_in_turn_the_last_one_first(log: Log) -> None:
    log.correct(note="one")
    log.correct(note="two", sore_after=2)
    log.changes.restore((log.changes.delete(("s2",)).after[0].id,))
    kinds = []
    while (change := log.changes.undo()) is not None:
        kinds.append(change.kind)
    assert kinds == [ChangeKind.RESTORE, ChangeKind.DELETE, ChangeKind.SEVERAL, ChangeKind.NOTE]
    assert log.row() == record("s1", started=shifted(NOON, -3 * HOUR_MS))


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"note": "calm"}, ChangeKind.NOTE),
        ({"sore_next": 3}, ChangeKind.SORENESS),
        ({"sore_before": None, "sore_after": 0}, ChangeKind.SORENESS),
        ({"massager": "gun", "massager_name": "Gun"}, ChangeKind.MASSAGER),
        ({"person": "ben"}, ChangeKind.PERSON),
        ({"note": "calm", "sore_next": 3}, ChangeKind.SEVERAL),
    ],
)
def test_every_correction_has_a_name_and_can_be_undone(log: Log, fields: dict[str, Any], kind: ChangeKind) -> None:
    before = log.row()
    log.correct(**fields)
    assert {name: getattr(log.row(), name) for name in fields} == fields
    change = log.changes.undo()
    assert change is not None
    assert change.kind is kind
    assert log.row() == before


def test_nothing_is_written_where_nothing_changed(log: Log) -> None:
    log.store.fails = FULL
    log.correct()
    assert log.changes.undoable is None


@pytest.mark.parametrize("deed", ["delete", "correct", "undo", "redo"])
def test_a_disk_that_is_full_leaves_everything_as_it_was(log: Log, deed: str) -> None:
    log.correct(note="one")
    log.changes.delete(("s2",))
    log.changes.undo()
    rows, undoable, redoable = log.ids(), log.changes.undoable, log.changes.redoable
    log.store.fails = FULL
    with pytest.raises(StoreError):
        {
            "delete": lambda: log.changes.delete(("s3",)),
            "correct": lambda: log.correct(note="two"),
            "undo": log.changes.undo,
            "redo": log.changes.redo,
        }[deed]()
    log.store.fails = None
    assert (log.ids(), log.changes.undoable, log.changes.redoable) == (rows, undoable, redoable)
    assert log.row().note == "one"


def test_undo_keeps_what_was_written_elsewhere_meanwhile(log: Log) -> None:
    log.correct(note="calm")
    log.store.change_records((structs.replace(log.row(), sore_next=7),))
    log.changes.undo()
    assert (log.row().note, log.row().sore_next) == ("", 7)


def test_undo_refuses_where_the_same_field_changed_meanwhile_and_lets_go_of_it(log: Log) -> None:
    log.changes.delete(("s3",))
    log.correct(note="calm")
    log.store.rate("s1", 4, "another word")
    with pytest.raises(ChangedSinceError):
        log.changes.undo()
    assert log.row().note == "another word"
    assert log.changes.undo() is not None
    assert "s3" in log.ids()


def test_undo_of_several_is_all_or_nothing(log: Log) -> None:
    log.changes.delete(("s1", "s2"))
    log.store.change_records((structs.replace(log.row("s2"), removed_utc_ms=None),))
    with pytest.raises(ChangedSinceError):
        log.changes.undo()
    assert log.ids(removed=True) == ["s1"]


def test_a_correction_of_what_is_not_as_shown_any_more_is_refused(log: Log) -> None:
    shown = log.row()
    log.store.rate("s1", None, "written elsewhere")
    with pytest.raises(ChangedSinceError):
        log.changes.correct(shown, structs.replace(correction_of(shown), note="mine"))
    assert log.row().note == "written elsewhere"


def test_what_is_gone_or_in_the_bin_can_be_neither_deleted_nor_corrected(log: Log) -> None:
    shown = log.row()
    log.changes.delete(("s1",))
    for name in ("s1", "nobody's"):
        with pytest.raises(ChangedSinceError):
            log.changes.delete(("s2", name))
    with pytest.raises(ChangedSinceError):
        log.changes.correct(shown, structs.replace(correction_of(shown), note="mine"))
    with pytest.raises(ChangedSinceError):
        log.changes.restore(("s2",))
    assert log.ids() == ["s3", "s2"]


def test_nobody_gains_minutes_by_deleting(log: Log) -> None:
    log.changes.delete(("s1", "s2", "s3"))
    assert log.used_minutes("ann") == 30


def test_a_session_given_to_somebody_else_counts_for_both(log: Log) -> None:
    log.correct(person="ben")
    assert (log.ids("ann"), log.ids("ben")) == (["s3", "s2"], ["s1"])
    assert (log.used_minutes("ann"), log.used_minutes("ben")) == (30, 10)
    assert log.row().first_person == "ann"


def test_given_back_it_is_as_before(log: Log) -> None:
    log.correct(person="ben")
    log.correct(person="ann")
    assert log.row().first_person == ""
    log.changes.undo()
    assert (log.row().person, log.row().first_person) == ("ben", "ann")


def test_an_entry_by_hand_counts_until_it_is_undone(log: Log) -> None:
    entry = structs.replace(record("m1", started=shifted(NOON, -30 * MINUTE_MS)), origin=Origin.MANUAL)
    log.changes.add(entry)
    assert log.used_minutes("ann") == 40
    log.changes.undo()
    assert (log.used_minutes("ann"), log.ids(removed=True)) == (30, ["m1"])
    log.changes.redo()
    assert (log.used_minutes("ann"), log.ids(removed=True)) == (40, [])


def test_another_person_cannot_undo_what_was_done_before(log: Log) -> None:
    log.changes.delete(("s1",))
    log.changes.undo()
    log.changes.forget()
    assert (log.changes.undoable, log.changes.redoable, log.changes.undo()) == (None, None, None)
