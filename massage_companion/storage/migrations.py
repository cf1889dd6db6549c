"""Brings a database to the newest schema, step by step, after a verified copy of the file.

A step that fails leaves the file as it was. The copy stays beside it; nothing here ever deletes one.
"""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from massage_companion.storage.connections import connect
from massage_companion.storage.copying import copy_place, copy_verified
from massage_companion.storage.fill_columns import fill_columns
from massage_companion.storage.schema import STEPS

SCHEMA_VERSION = len(STEPS)
_FILLS: dict[int, Callable[[sqlite3.Connection], None]] = {2: fill_columns}
"""What a step has to do beside its statements, by the version that it leads to."""


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version that the file says it has; 0 for a new file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, file: Path, steps: Sequence[str] = STEPS) -> None:
    """Run the steps that are missing, all in one transaction. Raises sqlite3.Error, OSError or StoreError."""
    begun_at = version_of(connection)
    if begun_at >= len(steps):
        return
    if begun_at > 0:
        copy_verified(connection, copy_place(file, begun_at))
    run_steps(connection, steps)


def run_steps(connection: sqlite3.Connection, steps: Sequence[str] = STEPS) -> None:
    """Run the steps that are missing, all in one transaction, without a copy. Raises sqlite3.Error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have done it while this one waited for the lock.
        for number in range(version_of(connection), len(steps)):
            for statement in statements(steps[number]):
                connection.execute(statement)
            if fill := _FILLS.get(number + 1):
                fill(connection)
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def brought_up(older: sqlite3.Connection) -> sqlite3.Connection:
    """What a file of an older schema holds, in memory and in today's schema: looking changes no file."""
    connection = connect(":memory:", 0)
    try:
        older.backup(connection)
        run_steps(connection)
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    older.close()
    return connection


def statements(script: str) -> list[str]:
    """The statements of a step, each alone and ended by a semicolon: executescript() would commit in between."""
    found: list[str] = []
    collected = ""
    for piece in script.split(";")[:-1]:
        collected += f"{piece};"
        if sqlite3.complete_statement(collected):
            found.append(collected.strip())
            collected = ""
    return found
