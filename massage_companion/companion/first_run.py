"""The first start as a use case: language, who, the massager, and what is still open.

What was stored once is not asked again, however the first start was interrupted. It never skips the safety check.
"""

from enum import StrEnum
from typing import Final

from msgspec import structs

from massage_companion.companion.household import Person
from massage_companion.companion.massager_entry import MassagerEntry, massager_from
from massage_companion.companion.ports import Clock, Ids, Store
from massage_companion.session.massager import Massager

NAME_LENGTH: Final = 60


class Step(StrEnum):
    """The steps of the first start, in their order."""

    LANGUAGE = "language"
    WHO = "who"
    MASSAGER = "massager"
    INTRO = "intro"


class FirstRun:
    """Everything that the first start keeps. Each step can be done again until the check begins."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def open_step(self) -> Step | None:
        """The first step that is still open; ``None`` once somebody has begun a safety check."""
        if self.person() is None:
            return Step.WHO if self._store.settings().language else Step.LANGUAGE
        if self.massager() is None:
            return Step.MASSAGER
        people = self._store.people()
        begun = any(self._store.draft(person.id) or self._store.screenings(person.id) for person in people)
        return None if begun else Step.INTRO

    def person(self) -> Person | None:
        """Whoever came first."""
        return next(iter(self._store.people()), None)

    def massager(self) -> Massager | None:
        """The first massager in use."""
        return next((massager for massager in self._store.massagers() if not massager.retired), None)

    def keep_language(self, language: str) -> None:
        """Remember the language. Raises StoreError."""
        self._store.keep_settings(structs.replace(self._store.settings(), language=language))

    def keep_name(self, name: str) -> Person:
        """Store who it is, or the new name of whoever was stored. Raises ValueError for a name with a problem."""
        if name_problem(name):
            raise ValueError("the name has a problem")
        known = self.person()
        person = known if known is not None else Person(self._ids.new(), "", self._clock.read().utc_ms)
        person = structs.replace(person, name=name.strip())
        self._store.keep_person(person)
        self._store.keep_settings(structs.replace(self._store.settings(), current_person=person.id))
        return person

    def keep_massager(self, entry: MassagerEntry) -> Massager:
        """Store the massager, or change the one that was stored. Raises ValueError where the entry has problems."""
        known = self.massager()
        massager = massager_from(entry, known.id if known is not None else self._ids.new(), known)
        self._store.keep_massager(massager)
        self._store.keep_settings(structs.replace(self._store.settings(), current_massager=massager.id))
        return massager


def name_problem(name: str) -> str:
    """What is wrong with a person's name: ``missing``, ``too_long``, or nothing."""
    length = len(name.strip())
    if not length:
        return "missing"
    return "too_long" if length > NAME_LENGTH else ""
