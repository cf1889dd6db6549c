"""The one connection to the database file: opened carefully, written in whole transactions, closed.

It never repairs by deleting: a damaged file is set aside under another name. All errors leave as StoreError.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from massage_companion.companion.ports import StoreError
from massage_companion.storage.connections import check, check_wal, check_whole, connect, make_file
from massage_companion.storage.copying import copy_verified
from massage_companion.storage.migrations import SCHEMA_VERSION, brought_up, migrate, version_of
from massage_companion.storage.note_index import has_note_index, keep_note_index
from massage_companion.storage.schema_check import check_content
from massage_companion.storage.store_errors import as_store_errors

FILE_NAME = "massage-companion.sqlite"
BUSY_MS = 1000
"""How long to wait for another process that writes; afterwards the error is ``locked``."""

SIDE_FILES = ("", "-wal", "-shm", "-journal")
Value: TypeAlias = str | int | None
Row: TypeAlias = tuple[Any, ...]
Made = TypeVar("Made")


class Database:
    """An open database. ``read_only`` is why writes are refused (``newer`` or ``read_only``), or empty."""

    def __init__(self, connection: sqlite3.Connection, path: Path, read_only: str = "") -> None:
        self._connection = connection
        self._path = path
        self._inode = path.stat().st_ino
        self.read_only = read_only
        self._together = False

    @property
    def path(self) -> Path:
        """The database file."""
        return self._path

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """All rows of a query. Raises StoreError."""
        with self._errors():
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: Value) -> Row | None:
        """The first row of a query. Raises StoreError."""
        with self._errors():
            found: Row | None = self._connection.execute(sql, values).fetchone()
            return found

    def made_of(self, make: Callable[[Iterator[Row]], list[Made]], sql: str, *values: Value) -> list[Made]:
        """What is made of the rows of a query while they are read: they are never all there at once."""
        with self._errors():
            return make(self._connection.execute(sql, values))

    def has_note_index(self) -> bool:
        """Whether notes can be searched by their index. Raises StoreError."""
        with self._errors():
            return has_note_index(self._connection)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Everything inside is written at once, with one fsync, or not at all. Raises StoreError."""
        if self.read_only:
            raise StoreError(self.read_only, "the file is open for reading only")
        if self._together:
            with self._errors():
                yield self._connection
            return
        with self._errors():
            self._check_in_place()
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def together(self) -> Iterator[None]:
        """All transactions inside become one: everything is written, or nothing. Raises StoreError."""
        with self.transaction():
            self._together = True
            try:
                yield
            finally:
                self._together = False

    def check_whole(self) -> None:
        """Make sure that every page of the file is sound, however large it is. Raises StoreError (``damaged``)."""
        with self._errors():
            check_whole(self._connection)

    def copy_to(self, place: Path) -> None:
        """Write one consistent copy of everything to a new file, and look it through. Raises StoreError."""
        with self._errors(), as_store_errors(place):
            copy_verified(self._connection, place)

    def shrink(self) -> None:
        """Write the file anew without anything that was deleted, in its side files too. Raises StoreError."""
        with self._errors():
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of the file. Raises StoreError."""
        with self._errors():
            self._connection.close()

    def _check_in_place(self) -> None:
        """A file that was deleted or moved still takes writes, and they are lost at the end."""
        try:
            in_place = self._path.stat().st_ino == self._inode
        except OSError:
            in_place = False
        if not in_place:
            raise StoreError("gone", "the file was moved or deleted while the program ran")

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            with as_store_errors(self._path):
                yield
        except StoreError as error:
            if error.kind == "damaged" and self.read_only == "newer":
                raise StoreError("newer", error.detail) from error
            raise


def open_to_write(folder: Path, busy_ms: int = BUSY_MS) -> Database:
    """The database of a data folder, made where there is none and brought to the newest schema.

    One of a newer schema, or where nothing may be written, opens for reading only. Raises StoreError; ``damaged``
    comes before anything was written.
    """
    path = folder / FILE_NAME
    with as_store_errors(path):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        make_file(path)
        if not (os.access(folder, os.W_OK) and os.access(path, os.W_OK)):
            return _opened_to_read(path, busy_ms, "read_only")
        if _checked_is_newer(path, busy_ms):
            return _opened_to_read(path, busy_ms, "newer")
        connection = connect(f"{path.as_uri()}?mode=rw", busy_ms)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            migrate(connection, path)
            check_content(connection, SCHEMA_VERSION)
            keep_note_index(connection)
            return Database(connection, path)
        except BaseException:
            connection.close()
            raise


def open_to_read(folder: Path, busy_ms: int = BUSY_MS) -> Database | None:
    """The database of a data folder as it stands, ``None`` where there is none. Creates and changes nothing."""
    path = folder / FILE_NAME
    with as_store_errors(path):
        if not path.exists():
            return None
        opened = _opened_to_read(path, busy_ms, "read_only")
    if opened.row("SELECT count(*) FROM sqlite_schema") == (0,):
        # The program ended while it made the file.
        opened.close()
        return None
    return opened


def set_aside(folder: Path, stamp: str) -> Path:
    """Rename a damaged database and its side files, so that it is kept. The new path. Raises StoreError."""
    path = folder / FILE_NAME
    with as_store_errors(path):
        number = 1
        while True:
            name = f"{FILE_NAME}.damaged-{stamp}" + (f"-{number}" if number > 1 else "")
            if not any((folder / f"{name}{side}").exists() for side in SIDE_FILES):
                break
            number += 1
        for side in reversed(SIDE_FILES):
            side_file = folder / f"{FILE_NAME}{side}"
            if side_file.exists():
                side_file.rename(folder / f"{name}{side}")
    return folder / name


def _opened_to_read(path: Path, busy_ms: int, reason: str) -> Database:
    wal = path.with_name(f"{path.name}-wal")
    if not wal.exists() or wal.stat().st_size == 0:
        # Nobody writes now, and "immutable" keeps SQLite from making side files.
        try:
            return _opened(f"{path.as_uri()}?mode=ro&immutable=1", path, busy_ms, reason)
        except (StoreError, sqlite3.Error):
            # Somebody began to write meanwhile. Otherwise it really is damaged.
            if not wal.exists():
                raise
    check_wal(path)
    return _opened(f"{path.as_uri()}?mode=ro", path, busy_ms, reason)


def _opened(uri: str, path: Path, busy_ms: int, reason: str) -> Database:
    connection = connect(uri, busy_ms)
    try:
        check(connection)
        version = version_of(connection)
        if version <= SCHEMA_VERSION:
            check_content(connection, version)
        if 0 < version < SCHEMA_VERSION:
            connection = brought_up(connection)
        return Database(connection, path, "newer" if version > SCHEMA_VERSION else reason)
    except BaseException:
        connection.close()
        raise


def _checked_is_newer(path: Path, busy_ms: int) -> bool:
    """Whether the schema is newer. Looks through a reading connection: a writing one changes a damaged file.

    Only what was cut off while the file was made has a journal, and has to be written to be read.
    """
    check_wal(path)
    mode = "rw" if path.with_name(f"{path.name}-journal").exists() else "ro"
    connection = connect(f"{path.as_uri()}?mode={mode}", busy_ms)
    try:
        check(connection)
        return version_of(connection) > SCHEMA_VERSION
    finally:
        connection.close()
