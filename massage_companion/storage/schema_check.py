"""What quick_check does not see: guards that are missing from a file, and rows that only an index remembers.

A lost trigger, or a stop sign that vanished with its page, must not go unnoticed. Additions to the schema are let be.
"""

import sqlite3
import zlib
from contextlib import closing

from massage_companion.companion.ports import StoreError
from massage_companion.storage.migrations import statements
from massage_companion.storage.schema import FINGERPRINTS, STEPS

_COMPARED = ("person", "massager", "screening", "clearance", "stop_sign", "session", "plan", "check_in")
_NOTE_INDEX = ("session_words", "session_notes")
_MOST_ROWS = 2000
"""A longer log is not compared with its indices, since that would be felt at the start."""


def check_content(connection: sqlite3.Connection, version: int) -> None:
    """Make sure that a file of this schema version holds what it says. Raises StoreError ``damaged``, sqlite3.Error."""
    # Making the model takes some milliseconds of every start, and is needed only where something is missing or added.
    if fingerprint(connection) != FINGERPRINTS[version] and (missing := missing_from_schema(connection, version)):
        raise StoreError("damaged", f"the schema lacks {', '.join(missing)}")
    if version == 0:
        return
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    for table in there.intersection(_COMPARED):
        last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
        if last is not None and last[0] > _MOST_ROWS:
            continue
        found = connection.execute(f"PRAGMA integrity_check({table})").fetchone()
        if found is None or found[0] != "ok":
            raise StoreError("damaged", f"{table} and its indices do not agree")


def fingerprint(connection: sqlite3.Connection) -> int:
    """A checksum of everything in the schema but the index of the notes, which comes and goes. Raises sqlite3.Error."""
    parts = sorted(each for each in _schema(connection) if not each[0].startswith(_NOTE_INDEX))
    return zlib.crc32(repr(parts).encode())


def missing_from_schema(connection: sqlite3.Connection, version: int) -> tuple[str, ...]:
    """Names of what a file of this version lacks or has otherwise, sorted. Raises sqlite3.Error."""
    with closing(model_of(version)) as model:
        return tuple(sorted(name for name, _ in _schema(model) - _schema(connection)))


def model_of(version: int) -> sqlite3.Connection:
    """An empty database of a schema version, in memory. Raises sqlite3.Error."""
    model = sqlite3.connect(":memory:")
    for step in STEPS[:version]:
        for statement in statements(step):
            model.execute(statement)
    return model


def _schema(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    return set(connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
