"""Deleting for good, at a person's wish: everything about somebody, or everything there is.

This is the one place that may pass the guards of the tables, inside one transaction; nothing of it is left in the
file afterwards. Minutes that were measured for somebody else are not lost by it: they go to that person's bin. Copies
that were made earlier (before a new schema, backups, damaged files) are other files and stay.
"""

import sqlite3
from contextlib import suppress

from msgspec import structs

from massage_companion.companion.ports import StoreError
from massage_companion.storage.database import Database
from massage_companion.storage.log_rows import purge
from massage_companion.storage.note_index import forget_words
from massage_companion.storage.sealed import sealed
from massage_companion.storage.session_columns import LOG_COLUMNS
from massage_companion.storage.session_rows import LogRow, measured

_OWNED = ("draft", "stop_sign", "screening", "clearance", "check_in")
"""In this order: a stop sign names the check that settled it."""

_LIVE = "SELECT person FROM session WHERE live = 1"
_MINE = f"SELECT {LOG_COLUMNS} FROM session WHERE (person = ? OR first_person = ?) AND live IS NULL"
_RETURN = """
    UPDATE session SET (person, first_person, moved, moved_seal, sore_before, sore_after, sore_next, note, search,
        removed_utc_ms, shelf) = (?, NULL, NULL, NULL, NULL, NULL, NULL, '', '', seen_utc_ms, 1)
    WHERE id = ?
"""
_KEEP = "UPDATE session SET (first_person, moved, moved_seal, body, seal) = (NULL, NULL, NULL, ?, ?) WHERE id = ?"


def forget_person(database: Database, person: str) -> None:
    """Delete everything about a person. Raises StoreError (``other``) where the live session is theirs."""
    with database.transaction() as connection:
        if any(owner == person for (owner,) in connection.execute(_LIVE)):
            raise StoreError("other", "a session of this person is live")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("INSERT INTO forgetting (person) VALUES (?)", (person,))
        _forget_sessions(connection, person)
        for table in _OWNED:
            connection.execute(f"DELETE FROM {table} WHERE person = ?", (person,))
        connection.execute("DELETE FROM person WHERE id = ?", (person,))
        connection.execute("DELETE FROM forgetting")
        forget_words(connection)
    _shrink(database)


def forget_all(database: Database) -> None:
    """Delete everything in the database. Raises StoreError (``other``) where a session is live."""
    with database.transaction() as connection:
        if connection.execute(_LIVE).fetchone() is not None:
            raise StoreError("other", "a session is live")
        connection.execute("PRAGMA secure_delete = ON")
        for table in ("session", *_OWNED):
            connection.execute(f"INSERT OR IGNORE INTO forgetting SELECT person FROM {table}")
        connection.execute("INSERT INTO purging SELECT id FROM session")
        for table in ("session_event", "session", *_OWNED, "plan", "person", "massager", "purging", "forgetting"):
            connection.execute(f"DELETE FROM {table}")
        forget_words(connection)
    _shrink(database)


def _shrink(database: Database) -> None:
    """What was deleted is overwritten already, so that nothing is missing where there is no room for a new file."""
    with suppress(StoreError):
        database.shrink()


def _forget_sessions(connection: sqlite3.Connection, person: str) -> None:
    """Delete what was measured for them; give back what was only moved to them; keep what was moved away."""
    people = {name for (name,) in connection.execute("SELECT id FROM person")}
    gone: list[str] = []
    for row in (LogRow(*values) for values in connection.execute(_MINE, (person, person)).fetchall()):
        first = row.first_person
        if row.person == person and first in people and first != person:
            connection.execute(_RETURN, (first, row.id))
        elif row.person == person:
            gone.append(row.id)
        else:
            _keep(connection, row)
    purge(connection, gone)


def _keep(connection: sqlite3.Connection, row: LogRow) -> None:
    """It was moved to somebody who stays, so its body must not name the person any more."""
    before = measured(row)
    record = structs.replace(before, person=row.person, massager=row.massager)
    connection.execute(_KEEP, (*sealed(record), row.id))
