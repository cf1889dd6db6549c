"""Whatever goes wrong while something is saved has a name, and nothing is half-written."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from massage_companion.companion.household import Person
from massage_companion.companion.ports import StoreError
from massage_companion.storage.database import FILE_NAME, open_to_write
from massage_companion.storage.store import SqliteStore, open_store
from tests.support.fake_clock import NOON
from tests.support.household_values import ANN, BEN, CUSHION, record, screening, stop_sign

ROOT = Path(__file__).resolve().parents[2]


def kind_of(error: pytest.ExceptionInfo[StoreError]) -> str:
    return error.value.kind


def test_what_names_somebody_unknown_is_refused_and_nothing_is_half_written(store: SqliteStore) -> None:
    with pytest.raises(StoreError) as raised:
        store.complete_check(screening(person="nobody"))
    assert kind_of(raised) == "other"
    with pytest.raises(StoreError):
        store.finish(record(), "End", stop_sign(person="nobody"))
    assert store.record("session-1") is None
    assert store.stop_signs("nobody") == ()


def test_another_writer_is_waited_for_and_then_named(folder: Path, store: SqliteStore) -> None:
    other = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    impatient = open_to_write(folder, busy_ms=20)
    with pytest.raises(StoreError) as raised, impatient.transaction():
        pass
    assert kind_of(raised) == "locked"
    other.execute("ROLLBACK")
    with impatient.transaction():
        pass
    impatient.close()
    other.close()


def test_a_folder_that_vanishes_is_noticed_at_the_next_write(folder: Path, store: SqliteStore) -> None:
    shutil.rmtree(folder)
    with pytest.raises(StoreError) as raised:
        store.keep_person(ANN)
    assert kind_of(raised) == "gone"


def test_a_file_that_was_replaced_under_the_program_is_noticed(folder: Path, store: SqliteStore) -> None:
    shutil.copy(folder / FILE_NAME, folder / "copy")
    (folder / "copy").replace(folder / FILE_NAME)
    with pytest.raises(StoreError) as raised:
        store.keep_person(ANN)
    assert kind_of(raised) == "gone"


def test_a_place_below_a_file_cannot_hold_data(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError) as raised:
        open_store(tmp_path / "file" / "data", NOON)
    assert kind_of(raised) == "gone"


def test_where_nothing_may_be_written_everything_can_still_be_read(
    store: SqliteStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    # Whoever runs the tests may be allowed everything, so the system's answer is replaced.
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    opened = open_store(folder, NOON)
    assert opened.store.read_only == "read_only"
    assert opened.store.people() == (ANN, BEN)
    with pytest.raises(StoreError) as raised:
        opened.store.keep_massager(CUSHION)
    assert kind_of(raised) == "read_only"
    opened.store.close()


def test_a_value_that_cannot_be_stored_is_an_error_of_the_store(store: SqliteStore) -> None:
    with pytest.raises(StoreError) as half_a_letter:
        store.keep_person(Person("x", "\ud800"))
    with pytest.raises(StoreError) as far_too_large:
        store.rate("session-1", 2**70, "")
    assert kind_of(half_a_letter) == kind_of(far_too_large) == "other"


FULL_DISK = """
import resource, sys
from pathlib import Path
import msgspec
from massage_companion.companion.ports import StoreError
from massage_companion.log.record import SessionRecord
from massage_companion.storage.store import open_store
from massage_companion.storage.system_clock import SystemClock

store = open_store(Path(sys.argv[1]), SystemClock().read()).store
record = msgspec.json.decode(sys.argv[2], type=SessionRecord)
resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))
for number in range(1000):
    try:
        store.finish(msgspec.structs.replace(record, id=f"session-{number}"), "End", None)
    except StoreError as error:
        assert store.session_count("ann") == number
        print(error.kind, number)
        break
"""


def test_a_full_disk_is_named_and_what_was_saved_before_is_safe(folder: Path, store: SqliteStore) -> None:
    store.close()
    command = [sys.executable, "-c", FULL_DISK, str(folder), msgspec.json.encode(record()).decode()]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=ROOT)
    assert ended.stderr == ""
    kind, number = ended.stdout.split()
    assert kind == "full"
    again = open_store(folder, NOON)
    assert again.set_aside is None
    assert again.store.session_count("ann") == int(number) > 5
    again.store.finish(record("one-more"), "End", None)
    again.store.close()
