"""How the database file is opened and guarded, and how a damaged one is set aside."""

import sqlite3
import stat
from pathlib import Path

import pytest

from massage_companion.companion.ports import StoreError
from massage_companion.storage import connections, schema_check
from massage_companion.storage.database import FILE_NAME, open_to_write
from massage_companion.storage.migrations import SCHEMA_VERSION
from massage_companion.storage.store import SqliteStore, open_store, read_store
from tests.support.fake_clock import NOON
from tests.support.household_values import ANN, BEN, live_session, record, screening, stop_sign


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def kind_of(error: pytest.ExceptionInfo[StoreError]) -> str:
    return error.value.kind


def test_folder_and_files_are_the_owners_alone(folder: Path, store: SqliteStore) -> None:
    store.keep_settings(store.settings())
    assert rights(folder) == 0o700
    files = {path.name: rights(path) for path in folder.iterdir()}
    assert files == {FILE_NAME: 0o600, f"{FILE_NAME}-wal": 0o600, f"{FILE_NAME}-shm": 0o600, "settings.json": 0o600}


def test_one_thing_that_happens_is_one_transaction_that_is_on_the_disk_when_it_returns(folder: Path) -> None:
    database = open_to_write(folder)
    assert database.row("PRAGMA journal_mode") == ("wal",)
    assert database.row("PRAGMA synchronous") == (2,)
    assert database.row("PRAGMA foreign_keys") == (1,)
    assert database.row("PRAGMA user_version") == (SCHEMA_VERSION,)
    database.close()


def test_every_table_is_strict(store: SqliteStore, folder: Path) -> None:
    connection = sqlite3.connect(folder / FILE_NAME)
    listed = "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    tables = connection.execute(listed).fetchall()
    connection.close()
    assert len(tables) > 12
    assert all(strict or name.startswith("sqlite_") for name, strict in tables)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE session_event SET event = 'x'",
        "DELETE FROM session_event",
        "UPDATE screening SET body = '{}'",
        "DELETE FROM screening",
        "UPDATE stop_sign SET reported_utc_ms = 0",
        "DELETE FROM stop_sign",
        "UPDATE session SET seen_utc_ms = 0",
        "UPDATE session SET body = '{}'",
        "UPDATE session SET live = 1",
        "UPDATE session SET sore_after = 11",
    ],
)
def test_what_happened_and_what_was_measured_cannot_be_changed(
    store: SqliteStore, folder: Path, statement: str
) -> None:
    store.keep_live(live_session(), "started", NOON)
    store.finish(record(), "End", stop_sign())
    store.complete_check(screening())
    connection = sqlite3.connect(folder / FILE_NAME)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    connection.close()


def test_heartbeats_leave_no_event_and_everything_else_does(store: SqliteStore, folder: Path) -> None:
    for event in ("started", "Look", "Pause", "Look"):
        store.keep_live(live_session(), event, NOON)
    store.finish(record(), "End", None)
    connection = sqlite3.connect(folder / FILE_NAME)
    events = [event for (event,) in connection.execute("SELECT event FROM session_event ORDER BY seq")]
    connection.close()
    assert events == ["started", "Pause", "End"]


def test_everything_is_there_after_closing_and_opening(store: SqliteStore, folder: Path) -> None:
    store.complete_check(screening())
    store.keep_live(live_session(), "started", NOON)
    store.close()
    again = open_store(folder, NOON).store
    assert again.screenings("ann") == (screening(),)
    assert again.live() == live_session()
    again.close()


@pytest.mark.parametrize("content", [b"not a database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_kept_under_another_name_and_a_new_one_begun(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(content)
    (folder / f"{FILE_NAME}-wal").write_bytes(b"beside")
    opened = open_store(folder, NOON)
    assert opened.set_aside == folder / f"{FILE_NAME}.damaged-20261114-120000"
    assert opened.set_aside.read_bytes() == content
    assert Path(f"{opened.set_aside}-wal").read_bytes() == b"beside"
    assert opened.store.people() == ()
    opened.store.keep_person(ANN)
    opened.store.close()
    assert open_store(folder, NOON).set_aside is None


def test_a_second_damaged_file_on_the_same_day_does_not_replace_the_first(folder: Path) -> None:
    folder.mkdir()
    for number in range(3):
        (folder / FILE_NAME).write_bytes(b"damaged %d" % number)
        open_store(folder, NOON).store.close()
    kept = {path.read_bytes() for path in folder.glob("*.damaged-*") if path.suffix.startswith(".damaged")}
    assert {b"damaged 0", b"damaged 1", b"damaged 2"} <= kept


def test_a_guard_that_is_missing_from_the_file_is_damage(store: SqliteStore, folder: Path) -> None:
    store.close()
    connection = sqlite3.connect(folder / FILE_NAME)
    connection.execute("DROP TRIGGER session_facts_stay")
    connection.close()
    assert open_store(folder, NOON).set_aside is not None


def test_a_newer_schema_can_be_read_and_not_written(store: SqliteStore, folder: Path) -> None:
    store.close()
    connection = sqlite3.connect(folder / FILE_NAME)
    connection.execute("ALTER TABLE person ADD COLUMN later TEXT")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = (folder / FILE_NAME).read_bytes()
    opened = open_store(folder, NOON)
    assert opened.set_aside is None
    assert opened.store.read_only == "newer"
    assert opened.store.people() == (ANN, BEN)
    with pytest.raises(StoreError) as raised:
        opened.store.keep_person(BEN)
    assert kind_of(raised) == "newer"
    opened.store.close()
    assert (folder / FILE_NAME).read_bytes() == before


def test_a_newer_schema_that_says_something_else_is_called_newer_and_not_damaged(
    store: SqliteStore, folder: Path
) -> None:
    store.close()
    connection = sqlite3.connect(folder / FILE_NAME)
    connection.execute("ALTER TABLE massager RENAME TO device")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    opened = open_store(folder, NOON)
    with pytest.raises(StoreError) as raised:
        opened.store.massagers()
    assert kind_of(raised) == "newer"


def test_looking_creates_nothing(tmp_path: Path, store: SqliteStore, folder: Path) -> None:
    assert read_store(tmp_path / "nothing") is None
    assert not (tmp_path / "nothing").exists()
    store.close()
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    looking = read_store(folder)
    assert looking is not None
    assert looking.people() == (ANN, BEN)
    with pytest.raises(StoreError) as raised:
        looking.keep_person(ANN)
    assert kind_of(raised) == "read_only"
    looking.close()
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_looking_beside_the_running_program_sees_the_last_commit(store: SqliteStore, folder: Path) -> None:
    store.complete_check(screening())
    looking = read_store(folder)
    assert looking is not None
    assert looking.screenings("ann") == (screening(),)
    looking.close()
    store.keep_person(ANN)


def test_a_file_that_was_not_finished_counts_as_none(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(b"")
    assert read_store(folder) is None
    assert open_store(folder, NOON).set_aside is None


def test_a_very_long_log_is_looked_through_only_when_asked(
    store: SqliteStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        store.finish(record(f"session-{number}"), "End", None)
    store.close()
    content = bytearray((folder / FILE_NAME).read_bytes())
    place = content.rindex(b'"session-20"')
    content[place // 4096 * 4096 : place // 4096 * 4096 + 4096] = bytes(4096)
    (folder / FILE_NAME).write_bytes(content)
    monkeypatch.setattr(connections, "QUICK_BYTES", 0)
    monkeypatch.setattr(schema_check, "_MOST_ROWS", 10)
    opened = open_store(folder, NOON)
    assert opened.set_aside is None
    with pytest.raises(StoreError) as raised:
        opened.store.check_whole()
    assert kind_of(raised) == "damaged"
    opened.store.close()
    monkeypatch.undo()
    assert open_store(folder, NOON).set_aside is not None
