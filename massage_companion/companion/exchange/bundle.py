"""Everything about some people as one value, in the shape in which it is exported as JSON and read again.

Times ending in ``_utc_ms`` are Unix time in milliseconds, durations ending in ``_ms`` milliseconds. The shape is the
documented schema: whatever changes it raises ``VERSION``.
"""

from collections.abc import Iterator

from msgspec import Struct

from massage_companion.companion.household import Person, Settings
from massage_companion.companion.log_ports import CheckIn, LogQuery
from massage_companion.companion.ports import Draft, Store
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.screening import Screening
from massage_companion.log.record import SessionRecord
from massage_companion.session.massager import Massager
from massage_companion.session.plan import SavedPlan
from massage_companion.session.stop_sign import StopSign

SCHEMA = "massage-companion-export"
VERSION = 2
_PAGE = 500


class KeptDraft(Struct, frozen=True):
    """A check that somebody left half-way."""

    person: str
    draft: Draft


class Bundle(Struct, frozen=True):
    """One export. Checks, clearances, stop signs: the oldest first; sessions: the latest first, the bin after them."""

    schema: str
    version: int
    program_version: str
    exported: str
    settings: Settings
    people: tuple[Person, ...]
    massagers: tuple[Massager, ...]
    saved_plans: tuple[SavedPlan, ...]
    screenings: tuple[Screening, ...]
    drafts: tuple[KeptDraft, ...]
    clearances: tuple[Clearance, ...]
    stop_signs: tuple[StopSign, ...]
    check_ins: tuple[CheckIn, ...]
    sessions: tuple[SessionRecord, ...]


def massager_parts(store: Store) -> dict[str, Iterator[Struct]]:
    """What belongs to the household: massagers and their plans."""
    massagers = store.massagers()
    return {
        "massagers": iter(massagers),
        "saved_plans": (plan for massager in massagers for plan in store.saved_plans(massager.id)),
    }


def person_parts(store: Store, people: tuple[Person, ...]) -> dict[str, Iterator[Struct]]:
    """What belongs to these people, list by list, read from the store as it is asked for."""
    return {
        "screenings": (each for person in people for each in reversed(store.screenings(person.id))),
        "drafts": (KeptDraft(person.id, draft) for person in people if (draft := store.draft(person.id)) is not None),
        "clearances": (each for person in people for each in reversed(store.clearances(person.id))),
        "stop_signs": (each for person in people for each in reversed(store.stop_signs(person.id))),
        "check_ins": (each for person in people for each in store.check_ins(person.id)),
        "sessions": (each for person in people for each in every_session(store, person.id)),
    }


def every_session(store: Store, person: str) -> Iterator[SessionRecord]:
    """All finished sessions of a person, then those in the bin, a page in memory at a time."""
    for removed in (False, True):
        yield from every_found(store, LogQuery(person, removed=removed))


def every_found(store: Store, query: LogQuery) -> Iterator[SessionRecord]:
    """All rows of a query, a page in memory at a time."""
    last: SessionRecord | None = None
    while page := store.find(query, _PAGE, last):
        yield from page
        last = page[-1]


def key_of(value: Struct) -> object:
    """What makes an entry the same one in two files."""
    match value:
        case CheckIn():
            return (value.person, value.massager, value.day)
        case KeptDraft():
            return value.person
        case Person() | Massager() | SavedPlan() | Screening() | Clearance() | StopSign() | SessionRecord():
            return value.id
        case _:
            raise TypeError(type(value).__name__)
