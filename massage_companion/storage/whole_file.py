"""Writes a file that the person asked for, at the place that they chose: whole, or not at all. Reads one, too."""

from pathlib import Path

from massage_companion.storage.atomic_file import replacing
from massage_companion.storage.store_errors import store_error_of


def write_whole(path: Path, content: bytes) -> None:
    """Write or replace a file, readable by its owner alone. Raises StoreError, and then nothing has changed."""
    try:
        with replacing(path) as file:
            file.write(content)
    except OSError as error:
        raise store_error_of(error) from error


def read_some(path: Path, most: int) -> bytes:
    """The first bytes of a file, ``most`` of them at most. Raises StoreError."""
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise store_error_of(error) from error
