"""Writes the log as CSV, and everything there is as JSON, page by page however long the log is.

An export is for people and other programs; it is not the backup, and nothing is taken out of the store by it.
"""

import csv
import io
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from massage_companion import __version__
from massage_companion.companion.household import Person
from massage_companion.companion.ports import Store
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.screening import Screening
from massage_companion.log.export import COLUMNS, moment_values, session_cells, session_values
from massage_companion.log.moments import iso_moment
from massage_companion.log.record import SessionRecord
from massage_companion.session.massager import Massager
from massage_companion.session.reading import Reading
from massage_companion.session.stop_sign import StopSign

SCHEMA_NAME = "massage-companion-export"
SCHEMA_VERSION = 1
_PAGE = 500
_BYTE_ORDER_MARK = "\ufeff"


def write_csv(store: Store, people: tuple[Person, ...], file: BinaryIO) -> None:
    """The sessions of these people, the latest first, as CSV: UTF-8 with a byte order mark, commas, one header."""
    text = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="")
    text.write(_BYTE_ORDER_MARK)
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for person in people:
        for record in every_record(store, person.id):
            writer.writerow(session_cells(record, person.name))
    text.flush()
    text.detach()


def write_json(store: Store, people: tuple[Person, ...], now: Reading, file: BinaryIO) -> None:
    """Everything about these people, and every massager, as one JSON object; nothing is left out."""
    head = {
        "schema": SCHEMA_NAME,
        "version": SCHEMA_VERSION,
        "program_version": __version__,
        "exported": iso_moment(now.utc_ms, now.offset_minutes),
    }
    lists: dict[str, Iterator[dict[str, Any]]] = {
        "people": (_person(person) for person in people),
        "massagers": (_massager(massager) for massager in store.massagers()),
        "screenings": (_screening(s) for person in people for s in store.screenings(person.id)),
        "clearances": (_clearance(c) for person in people for c in store.clearances(person.id)),
        "stop_signs": (_stop_sign(s) for person in people for s in store.stop_signs(person.id)),
        "sessions": (session_values(r) for person in people for r in every_record(store, person.id)),
    }
    file.write(b"{\n")
    file.write(b",\n".join(b"  " + _json(key) + b": " + _json(value) for key, value in head.items()))
    for name, values in lists.items():
        file.write(b",\n  " + _json(name) + b": [")
        separator = b"\n    "
        for value in values:
            file.write(separator + _json(value))
            separator = b",\n    "
        file.write(b"\n  ]")
    file.write(b"\n}\n")


def every_record(store: Store, person: str) -> Iterator[SessionRecord]:
    """All finished sessions of a person, the latest first, a page in memory at a time."""
    before: tuple[int, str] | None = None
    while page := store.records(person, _PAGE, before):
        yield from page
        before = (page[-1].started.utc_ms, page[-1].id)


def _person(person: Person) -> dict[str, Any]:
    return {"id": person.id, "name": person.name, "created": iso_moment(person.created_utc_ms)}


def _massager(massager: Massager) -> dict[str, Any]:
    return {
        "id": massager.id,
        "name": massager.name,
        "kind": massager.kind,
        "modalities": sorted(massager.modalities),
        "heat_can_be_switched_off": massager.heat_can_be_switched_off,
        "manual": limits_values(massager.manual),
        "manual_source": massager.manual_source,
        "retired": massager.retired,
    }


def _screening(screening: Screening) -> dict[str, Any]:
    return {
        "id": screening.id,
        "person": screening.person,
        "taken": iso_moment(screening.taken_utc_ms, screening.offset_minutes),
        "rules_version": screening.rules_version,
        "answers": screening.answers.as_plain(),
    }


def _clearance(clearance: Clearance) -> dict[str, Any]:
    return {
        "id": clearance.id,
        "person": clearance.person,
        "massager": clearance.massager,
        "rules": sorted(clearance.rules),
        "for_home": clearance.for_home,
        "by_whom": clearance.by_whom,
        "given": iso_moment(clearance.given_utc_ms),
        "until": iso_moment(clearance.until_utc_ms),
        "limits": limits_values(clearance.limits),
        "withdrawn": clearance.withdrawn,
    }


def _stop_sign(sign: StopSign) -> dict[str, Any]:
    return {
        "id": sign.id,
        "person": sign.person,
        "reported": moment_values(sign.reported),
        "session": sign.session,
        "sign": sign.sign,
        "settled": sign.settled,
    }


def limits_values(limits: Limits) -> dict[str, Any]:
    """Limits as plain values, named as in the rule files; ``null`` means that there is no bound."""
    return {
        "minutes": limits.minutes,
        "sessions_per_day": limits.sessions_per_day,
        "minutes_per_day": limits.minutes_per_day,
        "rest_minutes": limits.rest_minutes,
        "intensity": None if limits.intensity is None else limits.intensity.word,
        "heat": None if limits.heat_allowed else "off",
        "placement": "back-of-neck" if limits.back_of_neck_only else None,
    }


def _json(value: object) -> bytes:
    return msgspec.json.encode(value)
