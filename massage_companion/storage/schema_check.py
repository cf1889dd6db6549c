"""What quick_check does not see: guards that are missing from a file, and rows that only an index remembers.

A lost trigger, or a stop sign that vanished with its page, must not go unnoticed. Additions to the schema are let be.
"""

import sqlite3

from massage_companion.companion.ports import StoreError
from massage_companion.storage.migrations import statements
from massage_companion.storage.schema import STEPS

_COMPARED = ("person", "massager", "screening", "clearance", "stop_sign", "session")
_MOST_ROWS = 2000
"""A longer log is not compared with its indices, since that would be felt at the start."""


def check_content(connection: sqlite3.Connection, version: int) -> None:
    """Make sure that a file of this schema version holds what it says. Raises StoreError ``damaged``, sqlite3.Error."""
    missing = missing_from_schema(connection, version)
    if missing:
        raise StoreError("damaged", f"the schema lacks {', '.join(missing)}")
    if version == 0:
        return
    for table in _COMPARED:
        last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
        if last is not None and last[0] > _MOST_ROWS:
            continue
        found = connection.execute(f"PRAGMA integrity_check({table})").fetchone()
        if found is None or found[0] != "ok":
            raise StoreError("damaged", f"{table} and its indices do not agree")


def missing_from_schema(connection: sqlite3.Connection, version: int) -> tuple[str, ...]:
    """Names of what a file of this version lacks or has otherwise, sorted. Raises sqlite3.Error."""
    model = sqlite3.connect(":memory:")
    try:
        for step in STEPS[:version]:
            for statement in statements(step):
                model.execute(statement)
        return tuple(sorted(name for name, _ in _schema(model) - _schema(connection)))
    finally:
        model.close()


def _schema(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    return set(connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
