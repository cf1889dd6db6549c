"""One file that holds everything: the database as one consistent copy, the settings, and what is in it.

A backup is for coming back; an export is for people and other programs. Nothing here changes what it copies.
"""

import hashlib
import os
import sqlite3
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

import msgspec
from msgspec import Struct

from massage_companion import __version__
from massage_companion.companion.ports import StoreError
from massage_companion.session.reading import Reading
from massage_companion.storage import database
from massage_companion.storage.atomic_file import replacing
from massage_companion.storage.settings_file import FILE_NAME as SETTINGS_NAME
from massage_companion.storage.settings_file import LARGEST_BYTES as LARGEST_SETTINGS
from massage_companion.storage.store_errors import as_store_errors

FORMAT = "massage-companion-backup"
VERSION = 1
MANIFEST_NAME = "manifest.json"
LARGEST_DATABASE = 4_000_000_000
"""A larger one is no log of a household but something made to fill the disk."""

_NO_ZIP = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, RuntimeError, EOFError, ValueError, struct.error)
"""What the zip module says of a file that is none, or of a damaged one; RuntimeError where it has not learnt it."""

_LARGEST_MANIFEST = 100_000
_CHUNK = 1 << 20


class Manifest(Struct, frozen=True, forbid_unknown_fields=False):
    """What a backup says about itself. ``sha256`` holds the checksum of each file in it."""

    format: str
    version: int
    program_version: str
    made_utc_ms: int
    offset_minutes: int
    sha256: dict[str, str]


def write_backup(folder: Path, place: Path, now: Reading) -> None:
    """Write a backup of a data folder to one file, whole or not at all. Raises StoreError.

    Kind ``nothing`` where the folder holds no data yet. Works while the program runs.
    """
    source = folder / database.FILE_NAME
    with as_store_errors(source), _beside(place) as workplace:
        if not source.exists():
            raise StoreError("nothing", "there is no data yet")
        copy = workplace / database.FILE_NAME
        copy_database(source, copy)
        files = {database.FILE_NAME: copy}
        if (folder / SETTINGS_NAME).is_file():
            files[SETTINGS_NAME] = folder / SETTINGS_NAME
        manifest = Manifest(
            FORMAT, VERSION, __version__, now.utc_ms, now.offset_minutes,
            {name: _sha256(file) for name, file in files.items()},
        )  # fmt: skip
        with (
            replacing(place) as target,
            zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive,
        ):
            archive.writestr(MANIFEST_NAME, msgspec.json.format(msgspec.json.encode(manifest), indent=2))
            for name, file in files.items():
                archive.write(file, name)


@contextmanager
def opened_backup(place: Path, near: Path) -> Iterator[tuple[Manifest, Path]]:
    """The manifest, and a folder near ``near`` with the files of a backup, checked whole. It is gone afterwards.

    Raises StoreError: ``not_a_backup``, ``damaged``, ``newer``, or what the disk says.
    """
    with as_store_errors(place), _beside(near) as workplace:
        try:
            with zipfile.ZipFile(place) as archive:
                manifest = _manifest(archive)
                for name in manifest.sha256:
                    _unpack(archive, name, workplace / name, manifest.sha256[name])
        except _NO_ZIP as error:
            raise StoreError("not_a_backup", type(error).__name__) from error
        if (opened := database.open_to_read(workplace)) is None:
            raise StoreError("damaged", "the database in the backup is empty")
        with closing(opened):
            if opened.read_only == "newer":
                raise StoreError("newer", "the backup was made by a newer version")
            opened.check_whole()
        yield manifest, workplace


def copy_database(source: Path, target: Path) -> None:
    """One consistent copy of a database that others may write to meanwhile, checked. Raises sqlite3.Error, OSError."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with (
        closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True)) as reading,
        closing(sqlite3.connect(target)) as writing,
    ):
        reading.backup(writing)
        # The copy is one file for good: no side file belongs to it.
        writing.execute("PRAGMA journal_mode = DELETE")
    with closing(sqlite3.connect(f"{target.as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
        found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise StoreError("damaged", f"the copy is not sound: {found}")


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    try:
        info = archive.getinfo(MANIFEST_NAME)
        if info.file_size > _LARGEST_MANIFEST:
            raise StoreError("not_a_backup", "the manifest is too large")
        manifest = msgspec.json.decode(archive.read(info), type=Manifest)
    except (KeyError, ValueError, RecursionError) as error:
        raise StoreError("not_a_backup", "no manifest") from error
    if manifest.format != FORMAT:
        raise StoreError("not_a_backup", "another format")
    if manifest.version > VERSION:
        raise StoreError("newer", "the backup was made by a newer version")
    if not {database.FILE_NAME} <= manifest.sha256.keys() <= {database.FILE_NAME, SETTINGS_NAME}:
        raise StoreError("not_a_backup", "unexpected files")
    return manifest


def _unpack(archive: zipfile.ZipFile, name: str, target: Path, sha256: str) -> None:
    """Write one file of the backup and compare its checksum. What it says about its own size is not believed."""
    most = LARGEST_DATABASE if name == database.FILE_NAME else LARGEST_SETTINGS
    found, written = hashlib.sha256(), 0
    try:
        source = archive.open(name)
    except KeyError as error:
        raise StoreError("not_a_backup", f"{name} is missing") from error
    with source, os.fdopen(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        while chunk := _read(source, name):
            written += len(chunk)
            if written > most:
                raise StoreError("not_a_backup", f"{name} is too large")
            found.update(chunk)
            file.write(chunk)
    if found.hexdigest() != sha256:
        raise StoreError("damaged", f"{name} in the backup is not what was written")


def _read(source: IO[bytes], name: str) -> bytes:
    try:
        return source.read(_CHUNK)
    except (zlib.error, zipfile.BadZipFile, EOFError) as error:
        raise StoreError("damaged", f"{name} in the backup cannot be read") from error


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@contextmanager
def _beside(place: Path) -> Iterator[Path]:
    """A folder of one's own on the same disk as a place, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix=".massage-companion-", dir=place.parent) as name:
        yield Path(name)
