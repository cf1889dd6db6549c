"""Trouble with the disk while the window is open, or before: said plainly, nothing lost, usable where it can be."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from massage_companion.session.states import Ending
from massage_companion.storage.daily_backup import backups_folder
from massage_companion.storage.database import FILE_NAME
from tests.e2e.conftest import StartCompanion
from tests.e2e.driver import ROOT, Program, massage_companion
from tests.e2e.in_session import WORDS, assert_quiet, press_with_space, start_session
from tests.e2e.prepared import kept, log_session, prepare
from tests.e2e.x_session import XSession

pytestmark = pytest.mark.window

MOUNTED_READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return prepare(tmp_path / "household")


def read_only(session: XSession, folder: Path) -> list[str]:
    """The beginning of a command for which the folder may only be read, even where it runs as root."""
    alone = [session.tool("unshare"), "--map-root-user", "--mount", "sh", "-c", MOUNTED_READ_ONLY, str(folder)]
    if subprocess.run([*alone, "true"], capture_output=True).returncode != 0:
        pytest.fail("no mount of one's own: the kernel does not let this user try a disk that may only be read")
    return alone


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Another program writes, and does not end."""
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def told(program: Program, key: str, **fields: object) -> None:
    """The sentence stands somewhere on the screen."""
    words = WORDS(key, **fields)
    program.wait_until(lambda tree: tree.all(containing=words), repr(words))


def test_a_database_that_is_locked_refuses_a_start_and_then_takes_it(companion: StartCompanion, folder: Path) -> None:
    program = companion(data_folder=folder)
    with locked(folder):
        press_with_space(program, "session.ready.start")
        press_with_space(program, "session.today.none")
        told(program, "session.trouble.start")
        told(program, "storage.locked")
        assert kept(folder).live is None
    press_with_space(program, "session.ready.start")
    program.wait_for(WORDS("session.running.pause"))
    assert kept(folder).live is not None
    assert_quiet(program)


def test_an_end_that_cannot_be_written_is_not_claimed(companion: StartCompanion, folder: Path) -> None:
    program = companion(data_folder=folder)
    start_session(program)
    with locked(folder):
        program.key("Escape")
        told(program, "session.trouble.end")
        assert kept(folder).rows == ()
    program.key("Escape")
    program.wait_for(WORDS("session.after.skip"))
    assert kept(folder).endings == [Ending.STOPPED_EARLY]
    assert_quiet(program)


def test_a_folder_that_goes_away_loses_nothing(companion: StartCompanion, folder: Path) -> None:
    log_session(folder, hours_ago=30)
    program = companion(data_folder=folder)
    # Else the backup of the day would be the first to say that the folder is gone.
    program.wait_until(lambda _: any(backups_folder(folder, "").glob("*.zip")), "the backup of the day")
    away = folder.with_name("elsewhere")
    shutil.move(folder, away)
    press_with_space(program, "session.ready.start")
    press_with_space(program, "session.today.none")
    told(program, "session.trouble.start")
    told(program, "storage.gone")
    assert not (folder / FILE_NAME).exists()
    program.stop()
    shutil.rmtree(folder, ignore_errors=True)
    shutil.move(away, folder)

    again = companion(data_folder=folder)
    again.wait_for(WORDS("session.ready.start"))
    assert kept(folder).endings == [Ending.FINISHED]
    assert_quiet(again)


def test_a_damaged_file_is_kept_and_a_new_one_is_begun(companion: StartCompanion, folder: Path) -> None:
    log_session(folder, hours_ago=30)
    file = folder / FILE_NAME
    content = bytearray(file.read_bytes())
    content[4096 : len(content) // 2] = b"\xaa" * (len(content) // 2 - 4096)
    file.write_bytes(content)
    program = companion(data_folder=folder)
    program.wait_until(lambda tree: tree.all(containing=".damaged-"), "what was set aside")
    aside = min(folder.glob(f"{FILE_NAME}.damaged-*"), key=lambda file: len(file.name))
    assert aside.read_bytes() == bytes(content)
    assert_quiet(program)


def test_data_of_a_newer_version_can_be_looked_at_and_not_changed(companion: StartCompanion, folder: Path) -> None:
    log_session(folder, hours_ago=30)
    with closing(sqlite3.connect(folder / FILE_NAME)) as newer:
        newer.execute("PRAGMA user_version = 999")
    program = companion(data_folder=folder)
    press_with_space(program, "session.ready.start")
    press_with_space(program, "session.today.none")
    told(program, "storage.newer")
    program.press(WORDS("window.log"))
    program.wait_until(lambda tree: tree.all(role="table cell"), "the log")
    with closing(sqlite3.connect(folder / FILE_NAME)) as newer:
        assert newer.execute("PRAGMA user_version").fetchone() == (999,)


def test_a_folder_that_may_only_be_read_can_be_looked_at(x_session: XSession, folder: Path) -> None:
    log_session(folder, hours_ago=30)
    alone = read_only(x_session, folder)
    before = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    with massage_companion(x_session, folder, inside=alone) as program:
        told(program, "storage.read_only")
        press_with_space(program, "session.ready.start")
        press_with_space(program, "session.today.none")
        told(program, "session.trouble.start")
        program.press(WORDS("window.log"))
        program.wait_until(lambda tree: tree.all(role="table cell"), "the log")
        assert_quiet(program)
    assert {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()} == before


def test_an_empty_folder_that_may_only_be_read_is_named_before_a_window(x_session: XSession, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    command = [*read_only(x_session, folder), sys.executable, "-m", "massage_companion", "--data-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=x_session.environment, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.strip() == WORDS("storage.folder.not_writable", folder=folder)
