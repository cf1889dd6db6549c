"""Writes a file that the person asked for, at the place that they chose: whole, or not at all."""

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
