"""What an export would add, and adding it: all of it in one step, or nothing. It never replaces anything.

A check, a clearance or a half-way check comes in only with a person who is new here: nobody gets a yes for somebody
whom this program already knows by reading a file. Sessions and stop signs come in for everybody; both only ever
tighten what the gate says.
"""

from enum import StrEnum
from typing import TypeVar

from msgspec import Struct, structs

from massage_companion.companion.exchange.bundle import Bundle, KeptDraft, key_of
from massage_companion.companion.exchange.unpack import Unpacked, Wrong
from massage_companion.companion.household import Person
from massage_companion.companion.ports import Store
from massage_companion.log.record import SessionRecord
from massage_companion.session.stop_sign import StopSign

_Value = TypeVar("_Value", bound=Struct)


class Fate(StrEnum):
    """What happens to an entry. ``OWN`` stays out because it concerns a person who is known here already."""

    NEW = "new"
    SAME = "same"
    CONFLICT = "conflict"
    OWN = "own"
    HOMELESS = "homeless"


class Preview(Struct, frozen=True):
    """How many entries of each list meet each fate, and which are wrong. ``fates`` is by list, in the file's order."""

    fates: dict[str, tuple[Fate, ...]]
    wrong: tuple[Wrong, ...]
    same_names: tuple[str, ...]

    def count(self, part: str, fate: Fate) -> int:
        """Entries of a list with that fate."""
        return self.fates[part].count(fate)

    @property
    def brings_something(self) -> bool:
        """Whether anything would be added."""
        return any(Fate.NEW in fates for fates in self.fates.values())


def preview(store: Store, unpacked: Unpacked) -> Preview:
    """What bringing it in would do. Changes nothing. Raises StoreError."""
    bundle, here = unpacked.bundle, _Here(store, unpacked.bundle)
    fates = {
        "people": tuple(here.fate(each) for each in bundle.people),
        "massagers": tuple(here.fate(each) for each in bundle.massagers),
        "saved_plans": tuple(here.housed(each, massager=each.massager) for each in bundle.saved_plans),
        "screenings": tuple(here.private(each, each.person) for each in bundle.screenings),
        "drafts": tuple(here.private(each, each.person) for each in bundle.drafts),
        "clearances": tuple(here.private(each, each.person, each.massager) for each in bundle.clearances),
        "stop_signs": tuple(here.housed(each, each.person) for each in bundle.stop_signs),
        "check_ins": tuple(here.housed(each, each.person, each.massager) for each in bundle.check_ins),
        "sessions": tuple(here.session(each) for each in bundle.sessions),
    }
    return Preview(fates, unpacked.wrong, here.same_names(bundle.people))


def bring_in(store: Store, unpacked: Unpacked) -> Preview:
    """Add what is new, all at once; what was done. Raises StoreError, with nothing changed."""
    bundle = unpacked.bundle
    with store.together():
        was_empty = not store.people()
        seen = preview(store, unpacked)
        for person in _new(bundle.people, seen.fates["people"]):
            store.keep_person(person)
        for massager in _new(bundle.massagers, seen.fates["massagers"]):
            store.keep_massager(massager)
        for plan in _new(bundle.saved_plans, seen.fates["saved_plans"]):
            store.keep_plan(plan)
        _add_checks(store, bundle, seen)
        for check_in in _new(bundle.check_ins, seen.fates["check_ins"]):
            store.keep_check_in(check_in)
        store.add_records(_new(bundle.sessions, seen.fates["sessions"]))
        if was_empty and bundle.people:
            store.keep_settings(bundle.settings)
    return seen


def _add_checks(store: Store, bundle: Bundle, seen: Preview) -> None:
    """A completed check settles the stop signs that are open, so those that it settled come before it."""
    known = frozenset(
        person.id for person, fate in zip(bundle.people, seen.fates["people"], strict=True) if fate is not Fate.NEW
    )
    signs = _new(bundle.stop_signs, seen.fates["stop_signs"])
    settled = [sign for sign in signs if sign.settled and sign.person not in known]
    for sign in settled:
        store.add_stop_sign(structs.replace(sign, settled=False))
    for screening in _new(bundle.screenings, seen.fates["screenings"]):
        store.complete_check(screening)
    for sign in signs:
        if sign not in settled:
            # For somebody known here a check of another computer settles nothing: it is not known what was answered.
            store.add_stop_sign(structs.replace(sign, settled=False))
    for clearance in _new(bundle.clearances, seen.fates["clearances"]):
        store.keep_clearance(clearance)
    for kept in _new(bundle.drafts, seen.fates["drafts"]):
        store.keep_draft(kept.person, kept.draft)


def _new(values: tuple[_Value, ...], fates: tuple[Fate, ...]) -> tuple[_Value, ...]:
    return tuple(value for value, fate in zip(values, fates, strict=True) if fate is Fate.NEW)


class _Here:
    """What this program knows already, and who and what it will know once the file is in."""

    def __init__(self, store: Store, bundle: Bundle) -> None:
        self._store = store
        self._people = {person.id: person for person in store.people()}
        massagers = store.massagers()
        self._all_people = frozenset(self._people) | {person.id for person in bundle.people}
        self._all_massagers = frozenset(m.id for m in massagers) | {massager.id for massager in bundle.massagers}
        everything: list[Struct] = [*self._people.values(), *massagers]
        for massager in massagers:
            everything += store.saved_plans(massager.id)
        for person in self._people:
            everything += store.screenings(person)
            everything += store.clearances(person)
            everything += store.stop_signs(person)
            everything += store.check_ins(person)
            if (draft := store.draft(person)) is not None:
                everything.append(KeptDraft(person, draft))
        self._known = {(type(each), key_of(each)): _comparable(each) for each in everything}

    def fate(self, value: Struct) -> Fate:
        """New, the same, or the same id with another content, which stays out."""
        known = self._known.get((type(value), key_of(value)))
        if known is None:
            return Fate.NEW
        return Fate.SAME if known == _comparable(value) else Fate.CONFLICT

    def housed(self, value: Struct, person: str | None = None, massager: str | None = None) -> Fate:
        """Only with a person and a massager that are there or come with it."""
        if person is not None and person not in self._all_people:
            return Fate.HOMELESS
        if massager is not None and massager not in self._all_massagers:
            return Fate.HOMELESS
        return self.fate(value)

    def private(self, value: Struct, person: str, massager: str | None = None) -> Fate:
        """Something that speaks for a session: it comes in only with somebody new."""
        fate = self.housed(value, person, massager)
        return Fate.OWN if fate in (Fate.NEW, Fate.CONFLICT) and person in self._people else fate

    def session(self, record: SessionRecord) -> Fate:
        """A session by its id, whoever's log it is in."""
        if record.person not in self._all_people or record.massager not in self._all_massagers:
            return Fate.HOMELESS
        known = self._store.record(record.id)
        if known is None:
            return Fate.NEW
        return Fate.SAME if known == record else Fate.CONFLICT

    def same_names(self, people: tuple[Person, ...]) -> tuple[str, ...]:
        """Names that would then be there twice."""
        names = {person.name for person in self._people.values()}
        return tuple(each.name for each in people if each.id not in self._people and each.name in names)


def _comparable(value: Struct) -> Struct:
    """Whether a stop sign is settled follows from the checks that are here, and is no part of what was reported."""
    return structs.replace(value, settled=False) if isinstance(value, StopSign) else value
