"""Search works whatever becomes of its index: without the module, out of step, or damaged."""

import sqlite3
from pathlib import Path

import pytest
from msgspec import structs

from massage_companion.companion.log_ports import LogQuery
from massage_companion.storage import note_index
from massage_companion.storage.database import FILE_NAME
from massage_companion.storage.store import SqliteStore, open_store, read_store
from tests.support.fake_clock import NOON
from tests.support.household_values import record

PARTS = "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'session_words%' AND type IN ('table', 'trigger')"


@pytest.fixture
def noted(store: SqliteStore) -> SqliteStore:
    """A store with two notes."""
    for name, note in (("session-1", "left shoulder"), ("session-2", "右边肩膀 stiff")):
        store.finish(record(name), "End", None)
        store.rate(name, None, note)
    return store


def found(store: SqliteStore, text: str) -> list[str]:
    rows = store.find(LogQuery("ann", text=text), 10)
    assert store.totals(LogQuery("ann", text=text)).sessions == len(rows)
    return [row.id for row in rows]


def at_the_file(folder: Path, *statements: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    rows = [connection.execute(statement).fetchall() for statement in statements]
    connection.close()
    return rows[-1]


def test_the_index_is_asked_where_it_is_there(noted: SqliteStore, folder: Path) -> None:
    assert found(noted, "shoulder") == ["session-1"]
    hidden = "INSERT INTO session_words (session_words) VALUES ('delete-all')"
    at_the_file(folder, hidden)
    assert found(noted, "shoulder") == []
    assert found(noted, "肩") == ["session-2"]


def test_without_the_module_notes_are_written_and_searched_the_slow_way(
    noted: SqliteStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted.close()
    monkeypatch.setattr(note_index, "_can_index", lambda connection: False)
    plain = open_store(folder, NOON).store
    assert found(plain, "shoulder") == ["session-1"]
    plain.rate("session-1", None, "better now")
    assert (found(plain, "shoulder"), found(plain, "better")) == ([], ["session-1"])
    plain.close()
    monkeypatch.undo()
    again = open_store(folder, NOON).store
    assert (found(again, "shoulder"), found(again, "better"), found(again, "肩膀 stiff")) == (
        [],
        ["session-1"],
        ["session-2"],
    )
    again.close()


def test_a_database_made_without_the_module_gets_its_index_later(
    folder: Path, monkeypatch: pytest.MonkeyPatch, store: SqliteStore
) -> None:
    store.finish(structs.replace(record(), note="before"), "End", None)
    store.close()
    at_the_file(folder, *(f"DROP TRIGGER {name}" for name in note_index._TRIGGERS), "DROP TABLE session_words")
    assert at_the_file(folder, PARTS) == [(0,)]
    again = open_store(folder, NOON).store
    assert found(again, "before") == ["session-1"]
    again.close()
    assert at_the_file(folder, "SELECT count(*) FROM session_words WHERE session_words MATCH 'before'") == [(1,)]


def test_an_index_that_is_out_of_step_is_built_anew_at_the_start(noted: SqliteStore, folder: Path) -> None:
    noted.close()
    at_the_file(folder, "INSERT INTO session_words (session_words) VALUES ('delete-all')")
    again = open_store(folder, NOON).store
    assert found(again, "shoulder") == ["session-1"]
    again.close()


@pytest.mark.parametrize("block", ["x''", "x'00'", "zeroblob(40)", f"x'{'f7' * 60}'", f"x'{'3a01ff7f00' * 12}'"])
def test_a_damaged_index_loses_nothing(noted: SqliteStore, folder: Path, block: str) -> None:
    at_the_file(folder, f"UPDATE session_words_data SET block = {block}")
    assert found(noted, "stiff") in ([], ["session-2"])
    noted.close()
    again = open_store(folder, NOON)
    assert again.set_aside is None
    assert found(again.store, "stiff") == ["session-2"]
    again.store.rate("session-2", 1, "soft")
    assert (found(again.store, "stiff"), found(again.store, "soft")) == ([], ["session-2"])
    again.store.close()


def test_looking_searches_too(noted: SqliteStore, folder: Path) -> None:
    noted.close()
    looking = read_store(folder)
    assert looking is not None
    assert found(looking, "shoulder") == ["session-1"]
    looking.close()


def test_opening_again_writes_nothing(noted: SqliteStore, folder: Path) -> None:
    noted.close()
    before = (folder / FILE_NAME).read_bytes()
    open_store(folder, NOON).store.close()
    assert (folder / FILE_NAME).read_bytes() == before


def test_another_writer_does_not_keep_the_store_from_opening(noted: SqliteStore, folder: Path) -> None:
    other = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    again = open_store(folder, NOON)
    assert found(again.store, "shoulder") == ["session-1"]
    other.execute("ROLLBACK")
    other.close()
    again.store.close()


def test_a_whole_page_that_was_pasted_is_searched_for_by_its_first_words(noted: SqliteStore) -> None:
    assert found(noted, "left shoulder " * 10_000) == ["session-1"]
    assert found(noted, " ".join(f"word-{number}" for number in range(10_000))) == []
    assert found(noted, "e" * 1_000_000) == []
