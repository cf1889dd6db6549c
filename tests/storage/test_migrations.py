"""Every database that a released version ever wrote can be opened, and nothing in it is lost."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from massage_companion.eligibility.answers import Answers
from massage_companion.session.states import Running
from massage_companion.storage.database import FILE_NAME
from massage_companion.storage.migrations import SCHEMA_VERSION, migrate, statements, version_of
from massage_companion.storage.schema import STEPS
from massage_companion.storage.store import SqliteStore, open_store
from tests.support.fake_clock import NOON

MUSEUM = Path(__file__).resolve().parents[1] / "museum"
MORE = (*STEPS, "ALTER TABLE person ADD COLUMN later TEXT; CREATE TABLE later (a INTEGER) STRICT;")


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_database_of_every_released_schema_opens_with_all_that_is_in_it(folder: Path, version: int) -> None:
    folder.mkdir()
    shutil.copyfile(MUSEUM / f"v{version}.sqlite", folder / FILE_NAME)
    opened = open_store(folder, NOON)
    assert opened.set_aside is None
    store = opened.store
    assert [person.name for person in store.people()] == ["Ann", "张三"]
    assert [(massager.id, massager.retired) for massager in store.massagers()] == [("cushion", False), ("gun", True)]
    assert [check.answers for check in store.screenings("ann")] == [
        Answers({"head-signs": ("none",), "age": 40, "illnesses": ("diabetes", "unsure")})
    ]
    draft = store.draft("ben")
    assert draft is not None
    assert draft.page == "body-signs"
    assert [clearance.rules for clearance in store.clearances("ann")] == [frozenset({"R25"})]
    assert [(sign.session, sign.settled) for sign in store.stop_signs("ann")] == [("session-2", False)]
    assert [(row.id, row.sore_after, row.note) for row in store.records("ann", 10)] == [
        ("session-2", None, ""),
        ("session-1", 3, "Better. 好多了"),
    ]
    live = store.live()
    assert live is not None
    assert isinstance(live.state, Running)
    store.close()


def test_the_newest_schema_has_its_sample() -> None:
    assert (MUSEUM / f"v{SCHEMA_VERSION}.sqlite").exists()


def test_a_migration_keeps_a_sound_copy_of_what_was_there(store: SqliteStore, folder: Path) -> None:
    store.close()
    connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    migrate(connection, folder / FILE_NAME, MORE)
    assert version_of(connection) == len(MORE)
    assert connection.execute("SELECT count(*), max(later) FROM person").fetchone() == (2, None)
    connection.close()
    copy = folder / f"{FILE_NAME}.schema-{len(STEPS)}"
    assert copy.stat().st_mode & 0o777 == 0o600
    kept = sqlite3.connect(copy)
    assert kept.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    assert kept.execute("SELECT count(*) FROM person").fetchone() == (2,)
    kept.close()


def test_a_copy_never_replaces_an_earlier_one(store: SqliteStore, folder: Path) -> None:
    store.close()
    earlier = folder / f"{FILE_NAME}.schema-{len(STEPS)}"
    earlier.write_text("kept")
    connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    migrate(connection, folder / FILE_NAME, MORE)
    connection.close()
    assert earlier.read_text() == "kept"
    assert Path(f"{earlier}-2").exists()


def test_a_migration_that_fails_leaves_everything_as_it_was(store: SqliteStore, folder: Path) -> None:
    store.close()
    connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        migrate(
            connection, folder / FILE_NAME, (*MORE, "CREATE TABLE other (a INTEGER) STRICT; ALTER TABLE no DROP x;")
        )
    assert version_of(connection) == len(STEPS)
    assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name IN ('later', 'other')").fetchone() == (0,)
    connection.close()
    again = open_store(folder, NOON)
    assert again.set_aside is None
    assert len(again.store.people()) == 2
    again.store.close()


def test_what_cannot_be_copied_whole_is_not_migrated(store: SqliteStore, folder: Path) -> None:
    store.close()
    file = folder / FILE_NAME
    content = bytearray(file.read_bytes())
    content[2 * 4096 : 3 * 4096] = bytes(4096)
    file.write_bytes(content)
    connection = sqlite3.connect(file, isolation_level=None)
    with pytest.raises(sqlite3.DatabaseError):
        migrate(connection, file, MORE)
    assert version_of(connection) == len(STEPS)
    connection.close()


def test_a_step_is_cut_into_whole_statements() -> None:
    script = "CREATE TABLE a (b TEXT DEFAULT ';');\nCREATE TRIGGER t BEFORE DELETE ON a BEGIN SELECT 1; SELECT 2; END;"
    assert statements(script) == [script.split("\n")[0], script.split("\n")[1]]
