"""Real stores in a folder of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from massage_companion.storage.store import SqliteStore, open_store
from tests.support.fake_clock import NOON
from tests.support.household_values import ANN, BEN, CUSHION, GUN


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
