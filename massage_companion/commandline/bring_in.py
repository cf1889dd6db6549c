"""``import``: adds what an export of this program holds. It replaces nothing, and a second time adds nothing."""

from pathlib import Path

from massage_companion.commandline.printing import InputError, print_lines, shown
from massage_companion.companion.exchange.bring_in import bring_in, preview
from massage_companion.companion.exchange.in_words import preview_lines
from massage_companion.companion.exchange.own_csv import is_own, unpack_table
from massage_companion.companion.exchange.table import TableError, read_table
from massage_companion.companion.exchange.unpack import LARGEST_BYTES, Unpacked, UnpackError, unpack
from massage_companion.companion.ports import Store
from massage_companion.companion.words import Words
from massage_companion.storage.store import open_store
from massage_companion.storage.system_clock import SystemClock


def run(folder: Path, file: Path, only_look: bool, words: Words) -> int:
    """Read a file and add what is new; the exit code. Raises InputError, StoreError."""
    data = _read(file, words)
    opened = open_store(folder, SystemClock().read())
    try:
        if opened.set_aside is not None:
            print_lines(words("storage.set_aside", file=opened.set_aside.name))
        unpacked = _unpacked(data, opened.store, file, words)
        seen = preview(opened.store, unpacked) if only_look else bring_in(opened.store, unpacked)
    finally:
        opened.store.close()
    print_lines(*preview_lines(seen, words), words("exchange.would" if only_look else "exchange.done"))
    return 0


def _unpacked(data: bytes, store: Store, file: Path, words: Words) -> Unpacked:
    try:
        if file.suffix.lower() != ".csv":
            return unpack(data)
        table = read_table(data)
        if not is_own(table):
            raise InputError(words("exchange.trouble.foreign"))
        return unpack_table(table, store)
    except (UnpackError, TableError) as error:
        raise InputError(words(f"exchange.trouble.{error.kind}")) from error


def _read(file: Path, words: Words) -> bytes:
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(words("commandline.file.unreadable", file=shown(file, 200), reason=reason)) from error
    if len(data) > LARGEST_BYTES:
        raise InputError(words("exchange.trouble.too_large"))
    return data
