"""Whole copies of the open database, each looked through before it counts. Nothing here deletes or replaces a file."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from massage_companion.companion.ports import StoreError


def copy_place(file: Path, version: int) -> Path:
    """Where the copy of a file goes before its schema leaves a version: a name that is free."""
    number = 1
    while True:
        suffix = "" if number == 1 else f"-{number}"
        place = file.with_name(f"{file.name}.schema-{version}{suffix}")
        if not place.exists():
            return place
        number += 1


def copies_left(file: Path) -> tuple[Path, ...]:
    """Whole copies of a database that lie beside it: from before a new schema, and damaged ones. Raises OSError."""
    names = (f"{file.name}.schema-", f"{file.name}.damaged-")
    return tuple(sorted(path for path in file.parent.iterdir() if path.name.startswith(names)))


def copy_verified(connection: sqlite3.Connection, place: Path) -> None:
    """Copy the database as it is at this moment to a new file that is on the disk when this returns, and check it.

    A copy that failed is taken away again. Raises StoreError (``damaged``) where it is not sound, FileExistsError,
    OSError, sqlite3.Error.
    """
    os.close(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        connection.execute("VACUUM INTO ?", (str(place),))
        with closing(sqlite3.connect(f"{place.as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
            found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise StoreError("damaged", f"the copy {place.name} is not sound: {found}")
        with place.open("rb") as written:
            os.fsync(written.fileno())
    except BaseException:
        place.unlink(missing_ok=True)
        raise
