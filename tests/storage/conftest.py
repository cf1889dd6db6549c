"""Real stores in a folder of the test's own."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from massage_companion.companion.ports import Store
from massage_companion.storage.database import FILE_NAME
from massage_companion.storage.store import SqliteStore, open_store
from tests.support.fake_clock import NOON
from tests.support.household_values import ANN, BEN, CUSHION, GUN
from tests.support.memory_store import MemoryStore

Damage: TypeAlias = Callable[[str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[SqliteStore]:
    """A store on disk in which Ann and Ben share a cushion and a gun."""
    opened = open_store(folder, NOON)
    assert opened.set_aside is None
    for person in (ANN, BEN):
        opened.store.keep_person(person)
    for massager in (CUSHION, GUN):
        opened.store.keep_massager(massager)
    yield opened.store
    opened.store.close()


@pytest.fixture(params=["on disk", "in memory"])
def either_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """The store on disk and the one that tests use instead of it, each with the same household."""
    on_disk = open_store(tmp_path / "either", NOON).store if request.param == "on disk" else None
    made: Store = on_disk or MemoryStore()
    for person in (ANN, BEN):
        made.keep_person(person)
    for massager in (CUSHION, GUN):
        made.keep_massager(massager)
    yield made
    if on_disk is not None:
        on_disk.close()


@pytest.fixture
def damage(folder: Path) -> Damage:
    """Change rows of a table as a failing disk would, past all guards."""

    def change(table: str, how: str) -> None:
        connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(f"UPDATE {table} SET {how}")
        connection.close()

    return change
