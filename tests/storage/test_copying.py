"""A copy of the open database is whole, checked and the owner's alone, or it is not there."""

import os
import sqlite3
from pathlib import Path

import pytest

from massage_companion.companion.ports import StoreError
from massage_companion.storage import copying
from massage_companion.storage.database import FILE_NAME, open_to_read, open_to_write
from massage_companion.storage.store import SqliteStore, open_store
from tests.support.fake_clock import NOON
from tests.support.household_values import ANN, BEN, live_session, record


def test_a_copy_holds_the_last_commit_and_can_be_opened_as_it_is(
    store: SqliteStore, folder: Path, tmp_path: Path
) -> None:
    store.finish(record(), "End", None)
    store.rate("session-1", 2, "better")
    store.keep_live(live_session("session-2"), "started", NOON)
    (tmp_path / "copy").mkdir()
    place = tmp_path / "copy" / FILE_NAME
    store.copy_to(place)
    assert place.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in place.parent.iterdir()] == [FILE_NAME]
    copy = open_store(place.parent, NOON)
    assert copy.set_aside is None
    assert copy.store.people() == (ANN, BEN)
    assert copy.store.live() == live_session("session-2")
    assert copy.store.records("ann", 10) == store.records("ann", 10)
    copy.store.close()


def test_a_copy_never_replaces_a_file(store: SqliteStore, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("kept")
    with pytest.raises(StoreError):
        store.copy_to(tmp_path / "kept")
    assert (tmp_path / "kept").read_text() == "kept"


@pytest.mark.parametrize(("place", "kind"), [("no-folder/copy", "gone"), ("file/copy", "gone")])
def test_where_nothing_can_be_written_nothing_is_left(
    store: SqliteStore, tmp_path: Path, place: str, kind: str
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError) as raised:
        store.copy_to(tmp_path / place)
    assert raised.value.kind == kind
    assert store.people() == (ANN, BEN)


def test_a_copy_that_ran_out_of_room_is_taken_away(
    store: SqliteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError) as raised:
        store.copy_to(tmp_path / "copy")
    assert raised.value.kind == "full"
    assert not (tmp_path / "copy").exists()


def test_a_copy_that_is_not_sound_does_not_count(
    store: SqliteStore, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Spoiled(sqlite3.Connection):
        def execute(self, sql: str, parameters: object = ()) -> sqlite3.Cursor:
            return super().execute("SELECT '*** page 3: never used'")

    connection = sqlite3.connect(folder / FILE_NAME)
    real = sqlite3.connect

    def connect(place: str, uri: bool) -> sqlite3.Connection:
        return real(":memory:", factory=Spoiled)

    monkeypatch.setattr(sqlite3, "connect", connect)
    with pytest.raises(StoreError) as raised:
        copying.copy_verified(connection, tmp_path / "copy")
    assert raised.value.kind == "damaged"
    assert not (tmp_path / "copy").exists()
    connection.close()


def test_what_is_open_for_reading_can_be_copied_too(store: SqliteStore, folder: Path, tmp_path: Path) -> None:
    store.close()
    reading = open_to_read(folder)
    assert reading is not None
    reading.copy_to(tmp_path / FILE_NAME)
    reading.close()
    copy = open_to_write(tmp_path)
    assert copy.rows("SELECT id FROM person ORDER BY seq") == [("ann",), ("ben",)]
    copy.close()
