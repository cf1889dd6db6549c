"""Changes of the log over the real database: undone, they leave every row as it was."""

from pathlib import Path

from msgspec import structs

from massage_companion.companion.log_bin import purge
from massage_companion.companion.log_changes import LogChanges, correction_of
from massage_companion.companion.log_ports import LogQuery
from massage_companion.log.record import Origin, SessionRecord
from massage_companion.session.reading import DAY_MS, HOUR_MS, shifted
from massage_companion.storage.store import SqliteStore, open_store
from tests.support.fake_clock import NOON, FakeClock
from tests.support.household_values import ANN, BEN, CUSHION, GUN, record


def everything(store: SqliteStore) -> set[SessionRecord]:
    queries = [LogQuery(person, removed=removed) for person in ("ann", "ben") for removed in (False, True)]
    return {row for query in queries for row in store.find(query, 100)}


def test_all_kinds_of_change_there_and_back(tmp_path: Path) -> None:
    clock = FakeClock()
    store = open_store(tmp_path, NOON).store
    for person in (ANN, BEN):
        store.keep_person(person)
    for massager in (CUSHION, GUN):
        store.keep_massager(massager)
    for number in range(4):
        store.finish(record(f"s{number}", started=shifted(NOON, -number * HOUR_MS)), "End", None)
    changes, before = LogChanges(store, clock), everything(store)
    changes.delete(("s0", "s1"))
    changes.restore(("s1",))
    for name, fields in (
        ("s1", {"note": "calm", "sore_next": 3}),
        ("s2", {"massager": "gun", "massager_name": "Gun"}),
        ("s3", {"person": "ben"}),
    ):
        shown = store.record(name)
        assert shown is not None
        changes.correct(shown, structs.replace(correction_of(shown), **fields))
    changes.add(structs.replace(record("m1", started=shifted(NOON, -DAY_MS)), origin=Origin.MANUAL))
    after = everything(store)
    assert len(after - before) == 5
    while changes.undo() is not None:
        pass
    assert {row for row in everything(store) if row.id != "m1"} == before
    while changes.redo() is not None:
        pass
    assert everything(store) == after
    clock.advance(days=31)
    assert purge(store, clock.read()) == 1
    assert store.record("s0") is None
