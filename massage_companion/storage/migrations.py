"""Brings a database to the newest schema, step by step, after a verified copy of the file.

A step that fails leaves the file as it was. The copy stays beside it; nothing here ever deletes one.
"""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from massage_companion.companion.ports import StoreError
from massage_companion.storage.schema import STEPS

SCHEMA_VERSION = len(STEPS)


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
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have done it while this one waited for the lock.
        for number in range(version_of(connection), len(steps)):
            for statement in statements(steps[number]):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def copy_place(file: Path, version: int) -> Path:
    """Where the copy of a file goes before its schema leaves a version: a name that is free."""
    number = 1
    while True:
        suffix = "" if number == 1 else f"-{number}"
        place = file.with_name(f"{file.name}.schema-{version}{suffix}")
        if not place.exists():
            return place
        number += 1


def copy_verified(connection: sqlite3.Connection, place: Path) -> None:
    """Copy the database to a new file and check the copy. Raises StoreError where it is not sound."""
    place.touch(mode=0o600, exist_ok=False)
    connection.execute("VACUUM INTO ?", (str(place),))
    copy = sqlite3.connect(f"{place.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    finally:
        copy.close()
    if found != "ok":
        raise StoreError("damaged", f"the copy {place.name} is not sound: {found}")


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
