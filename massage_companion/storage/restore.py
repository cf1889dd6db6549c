"""Puts the data of a backup in the place of the present data, which is kept as a backup of its own first.

Killed at any moment, the folder holds the old database whole or the new one whole, with no side file of the other.
"""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from massage_companion.companion.backups import Part, Restorable
from massage_companion.companion.ports import StoreError
from massage_companion.session.reading import Reading
from massage_companion.storage import database
from massage_companion.storage.backup import opened_backup, write_backup
from massage_companion.storage.carry_over import carry_over
from massage_companion.storage.daily_backup import local_day
from massage_companion.storage.settings_file import FILE_NAME as SETTINGS_NAME
from massage_companion.storage.store_errors import as_store_errors

_TABLES = {"people": "person", "massagers": "massager", "checks": "screening"}


def look_into(folder: Path, place: Path) -> Restorable:
    """What restoring a backup would change. Changes nothing. Raises StoreError as ``opened_backup`` does."""
    with opened_backup(place, folder / database.FILE_NAME) as (manifest, files):
        theirs, ours = _names(files), _names(folder)
    parts = {
        kind: Part(len(ours[kind] & theirs[kind]), len(theirs[kind] - ours[kind]), len(ours[kind] - theirs[kind]))
        for kind in theirs
    }
    return Restorable(manifest.made_utc_ms, manifest.offset_minutes, manifest.program_version, **parts)


def restore(folder: Path, place: Path, now: Reading) -> Path | None:
    """Put a backup in place; where the present data was kept, ``None`` where there was none.

    Nobody else may have the data open: raises StoreError ``locked`` then, and whatever else keeps it from
    happening, with nothing changed.
    """
    with as_store_errors(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / database.FILE_NAME
    with opened_backup(place, target) as (_manifest, files), as_store_errors(target):
        kept = _keep_present(folder, now)
        carry_over(folder, files, now)
        if target.exists():
            _make_one_file(target)
        _sync(files / database.FILE_NAME)
        (files / database.FILE_NAME).replace(target)
        if (files / SETTINGS_NAME).exists():
            (files / SETTINGS_NAME).replace(folder / SETTINGS_NAME)
        _sync(folder)
    return kept


def _keep_present(folder: Path, now: Reading) -> Path | None:
    """A backup of what is there; a database that cannot be read is copied as it is, with its side files."""
    source = folder / database.FILE_NAME
    if not source.exists():
        return None
    place = _free(folder / f"before-restore-{local_day(now).isoformat()}.backup.zip")
    try:
        write_backup(folder, place, now)
    except StoreError as error:
        if error.kind != "damaged":
            raise
        place = _free(folder / f"{database.FILE_NAME}.before-restore")
        for side in database.SIDE_FILES:
            if (beside := source.with_name(source.name + side)).exists():
                shutil.copy2(beside, place.with_name(place.name + side))
    return place


def _make_one_file(target: Path) -> None:
    """Fold the side files into the present database: they must never meet the new one. Fails while others use it."""
    try:
        with closing(sqlite3.connect(f"{target.as_uri()}?mode=rw", uri=True, timeout=0, isolation_level=None)) as own:
            own.execute("PRAGMA locking_mode = EXCLUSIVE")
            own.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise StoreError("locked", "the program is running") from error
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise
    for side in database.SIDE_FILES[1:]:
        target.with_name(target.name + side).unlink(missing_ok=True)


def _names(folder: Path) -> dict[str, frozenset[str]]:
    """The ids of what a database holds; none where there is no database or it cannot be read."""
    nothing: dict[str, frozenset[str]] = {kind: frozenset() for kind in (*_TABLES, "sessions")}
    try:
        opened = database.open_to_read(folder)
    except StoreError as error:
        if error.kind != "damaged":
            raise
        return nothing
    if opened is None:
        return nothing
    with closing(opened):
        names = {
            kind: frozenset(str(name) for (name,) in opened.rows(f"SELECT id FROM {table}"))
            for kind, table in _TABLES.items()
        }
        sessions = opened.rows("SELECT id FROM session WHERE live IS NULL")
        return {**names, "sessions": frozenset(str(name) for (name,) in sessions)}


def _free(place: Path) -> Path:
    number, free = 1, place
    while free.exists():
        number += 1
        free = place.with_name(f"{number}-{place.name}")
    return free


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
