"""``export``: the log as CSV or calendar, or everything as JSON, to a file or standard output."""

import sys
from pathlib import Path
from typing import BinaryIO

from massage_companion.commandline.printing import InputError, shown
from massage_companion.companion.household import Person
from massage_companion.companion.words import Words
from massage_companion.storage.atomic_file import replacing
from massage_companion.storage.export_files import write_csv, write_ics, write_json
from massage_companion.storage.store import SqliteStore, read_store
from massage_companion.storage.system_clock import SystemClock


def run(folder: Path, form: str, person: str | None, output: Path | None, words: Words) -> int:
    """Write the export; the exit code. Raises InputError, StoreError."""
    store = read_store(folder)
    if store is None:
        raise InputError(words("commandline.export.nothing", folder=shown(folder, 200)))
    try:
        people = _people(store, person, words)
        if output is None:
            _write(store, form, people, sys.stdout.buffer, words)
        else:
            _write_file(store, form, people, output, words)
    finally:
        store.close()
    return 0


def _people(store: SqliteStore, wanted: str | None, words: Words) -> tuple[Person, ...]:
    everybody = store.people()
    if wanted is None:
        return everybody
    found = tuple(person for person in everybody if wanted in (person.id, person.name))
    if not found:
        raise InputError(words("commandline.export.unknown_person", person=shown(wanted)))
    return found


def _write_file(store: SqliteStore, form: str, people: tuple[Person, ...], output: Path, words: Words) -> None:
    try:
        with replacing(output) as file:
            _write(store, form, people, file, words)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(words("commandline.export.not_written", file=shown(output, 200), reason=reason)) from None


def _write(store: SqliteStore, form: str, people: tuple[Person, ...], file: BinaryIO, words: Words) -> None:
    now = SystemClock().read()
    if form == "csv":
        write_csv(store, people, file)
    elif form == "ics":
        write_ics(store, people, words("exchange.calendar"), now, file)
    else:
        write_json(store, people, now, file)
    file.flush()
