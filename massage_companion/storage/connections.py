"""Connections to a database file, and whether what they find there is sound. Nothing here creates a table."""

import os
import sqlite3
from pathlib import Path

from massage_companion.companion.ports import StoreError
from massage_companion.storage.wal_check import loses_commits

QUICK_BYTES = 16_000_000
"""A larger file (over ten years of daily use) is not checked whole at each start, which would be felt."""


def connect(uri: str, busy_ms: int) -> sqlite3.Connection:
    """A connection without transactions of its own. Raises sqlite3.Error."""
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=busy_ms / 1000)
    # What is not UTF-8 is then a row that cannot be read, and its text does not end up in an error's message.
    connection.text_factory = _text
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def make_file(path: Path) -> None:
    """An empty file where there is none, for its owner alone. SQLite gives the side files the rights of this one."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return


def check(connection: sqlite3.Connection) -> None:
    """Make sure that a file of usual size is sound. Raises StoreError (``damaged``), sqlite3.Error."""
    size = connection.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()[0]
    if size <= QUICK_BYTES:
        check_whole(connection)


def check_whole(connection: sqlite3.Connection) -> None:
    """Make sure that every page is sound. Raises StoreError (``damaged``), sqlite3.Error."""
    found = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found is None or found[0] != "ok":
        raise StoreError("damaged", "quick_check: " + (str(found[0]) if found else "no answer"))


def check_wal(path: Path) -> None:
    """Make sure that nothing acknowledged is missing from the write-ahead file. Raises StoreError (``damaged``)."""
    if loses_commits(path.with_name(f"{path.name}-wal")):
        raise StoreError("damaged", "commits in the write-ahead file cannot be read")


def _text(raw: bytes) -> str:
    return raw.decode(errors="replace")
