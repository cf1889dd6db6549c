"""Writes the log as CSV or as a calendar, and everything there is as JSON, page by page however long the log is.

An export is for people and other programs; it is not the backup, and nothing is taken out of the store by it.
"""

import csv
import io
from pathlib import Path
from typing import BinaryIO

import msgspec

from massage_companion import __version__
from massage_companion.companion.exchange.bundle import SCHEMA, VERSION, every_found, massager_parts, person_parts
from massage_companion.companion.household import Person
from massage_companion.companion.log_ports import LogQuery
from massage_companion.companion.ports import Store
from massage_companion.log.export import COLUMNS, session_cells
from massage_companion.log.ics import calendar
from massage_companion.log.moments import iso_moment
from massage_companion.session.reading import Reading
from massage_companion.storage.atomic_file import replacing
from massage_companion.storage.store_errors import store_error_of

_BYTE_ORDER_MARK = "\ufeff"


def write_csv(store: Store, people: tuple[Person, ...], file: BinaryIO) -> None:
    """The sessions of these people, the latest first, as CSV: UTF-8 with a byte order mark, commas, one header."""
    text = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="")
    text.write(_BYTE_ORDER_MARK)
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for person in people:
        for record in every_found(store, LogQuery(person.id)):
            writer.writerow(session_cells(record, person.name))
    text.flush()
    text.detach()


def write_json(store: Store, people: tuple[Person, ...], now: Reading, file: BinaryIO) -> None:
    """Everything about these people, and every massager, as one JSON object; nothing is left out."""
    head = {
        "schema": SCHEMA,
        "version": VERSION,
        "program_version": __version__,
        "exported": iso_moment(now.utc_ms, now.offset_minutes),
        "settings": store.settings(),
    }
    file.write(b"{\n")
    file.write(b",\n".join(b"  " + _json(key) + b": " + _json(value) for key, value in head.items()))
    lists = {"people": iter(people), **massager_parts(store), **person_parts(store, people)}
    for name, values in lists.items():
        file.write(b",\n  " + _json(name) + b": [")
        separator = b"\n    "
        for value in values:
            file.write(separator + _json(value))
            separator = b",\n    "
        file.write(b"\n  ]")
    file.write(b"\n}\n")


def write_ics(store: Store, people: tuple[Person, ...], title: str, now: Reading, file: BinaryIO) -> None:
    """The sessions of these people as a calendar; ``title`` names each event."""
    records = (record for person in people for record in every_found(store, LogQuery(person.id)))
    file.write(calendar(records, title, now.utc_ms).encode(errors="replace"))


def write_export(store: Store, people: tuple[Person, ...], form: str, title: str, now: Reading, place: Path) -> None:
    """An export in csv, ics or json at a place, whole or not at all. Raises StoreError."""
    try:
        with replacing(place) as file:
            if form == "csv":
                write_csv(store, people, file)
            elif form == "ics":
                write_ics(store, people, title, now, file)
            else:
                write_json(store, people, now, file)
    except OSError as error:
        raise store_error_of(error) from error


def _json(value: object) -> bytes:
    return msgspec.json.encode(value)
