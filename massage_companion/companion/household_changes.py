"""Changes of the household as use cases: who uses a massager here, whose turn it is, which massagers there are.

Nothing changes while a session is live, because the log must stay true. A massager that was judged or used never
loses a fact: only put away and added anew is it judged by less. It never says that somebody may use one.
"""

import unicodedata

from msgspec import Struct, structs

from massage_companion.companion import first_run
from massage_companion.companion.household import Person
from massage_companion.companion.massager_entry import MassagerEntry, massager_from
from massage_companion.companion.massager_facts import Taken, can_be_read, gained, is_another_to_a_doctor, taken
from massage_companion.companion.ports import Clock, Ids, Store
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.modality import Modality
from massage_companion.session.massager import Massager


class SessionIsLiveError(Exception):
    """A session has no end yet; people and massagers stay as they are until it has one."""


class FactsTakenError(ValueError):
    """A massager that was judged or used would lose a fact; ``taken`` says which."""

    def __init__(self, taken: Taken) -> None:
        super().__init__("a massager that was judged or used cannot lose a fact")
        self.taken = taken


class UnreadableMassagerError(ValueError):
    """What is known about this massager cannot be read any more; it has to be added anew."""


class Edited(Struct, frozen=True):
    """A massager after an edit, what it does that it did not do before, and whose doctor's yes ended with that."""

    massager: Massager
    gained: frozenset[Modality]
    ended_for: frozenset[str] = frozenset()


class HouseholdChanges:
    """Every change raises SessionIsLiveError while a session is live, StoreError where it could not be stored.

    KeyError stands for an id that nobody and nothing here has.
    """

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def is_live(self) -> bool:
        """Whether a session is live, so that nothing can be changed now."""
        return self._store.live() is not None

    def name_problem(self, name: str, person: str = "") -> str:
        """What is wrong with a name: ``missing``, ``too_long``, ``taken``, or nothing.

        ``person`` is the id of the one who is renamed: nobody takes a name from themselves.
        """
        if not _alike(name):
            return "missing"
        others = [each for each in self._store.people() if each.id != person]
        if any(_alike(each.name) == _alike(name) for each in others):
            return "taken"
        return first_run.name_problem(_tidy(name))

    def add_person(self, name: str) -> Person:
        """Add somebody, a guest too. They are not the current person yet. ValueError for a name with a problem."""
        self._refuse_while_live()
        self._refuse_name(name)
        person = Person(self._ids.new(), _tidy(name), self._clock.read().utc_ms)
        self._store.keep_person(person)
        return person

    def rename_person(self, person: str, name: str) -> Person:
        """Give somebody another name; everything else that is theirs stays. ValueError for a name with a problem."""
        self._refuse_while_live()
        self._refuse_name(name, person)
        renamed = structs.replace(self._person(person), name=_tidy(name))
        self._store.keep_person(renamed)
        return renamed

    def choose_person(self, person: str) -> Person:
        """From now on it is this person's turn."""
        self._refuse_while_live()
        chosen = self._person(person)
        self._store.keep_settings(structs.replace(self._store.settings(), current_person=chosen.id))
        return chosen

    def choose_massager(self, massager: str) -> Massager:
        """From now on it is this massager, for whoever comes next."""
        self._refuse_while_live()
        chosen = self._massager(massager)
        self._store.keep_settings(structs.replace(self._store.settings(), current_massager=chosen.id))
        return chosen

    def add_massager(self, entry: MassagerEntry) -> Massager:
        """Add a massager. ValueError where the entry has problems."""
        self._refuse_while_live()
        massager = massager_from(entry, self._ids.new())
        self._store.keep_massager(massager)
        return massager

    def is_fixed(self, massager: Massager) -> bool:
        """Whether it was judged or used: somebody has been through the check, or it has a session in a log."""
        store = self._store
        return any(
            store.screenings(person.id) or store.session_count(person.id, massager.id) for person in store.people()
        )

    def taken_by(self, massager: str, entry: MassagerEntry) -> Taken:
        """What this edit would take away and must not. ValueError where the entry has problems."""
        before = self._massager(massager)
        return taken(before, massager_from(entry, massager, before)) if self.is_fixed(before) else Taken()

    def edit_massager(self, massager: str, entry: MassagerEntry) -> Edited:
        """Change what is known about a massager. FactsTakenError where it would lose a fact.

        UnreadableMassagerError where nobody knows any more what it was. A doctor's yes to the massager as it was ends
        where it does more than that, or is always warm now.
        """
        self._refuse_while_live()
        before = self._readable(massager)
        after = massager_from(entry, massager, before)
        if lost := self.taken_by(massager, entry):
            raise FactsTakenError(lost)
        ended = self._clearances(massager) if is_another_to_a_doctor(before, after) else ()
        for clearance in ended:
            # First, so that an interruption leaves a yes too few rather than one too many.
            self._store.keep_clearance(structs.replace(clearance, withdrawn=True))
        self._store.keep_massager(after)
        return Edited(after, gained(before, after), frozenset(clearance.person for clearance in ended))

    def has_yes(self, person: str, massager: str) -> bool:
        """Whether a doctor's yes to this massager is recorded for that person, which an edit may end."""
        return any(clearance.person == person for clearance in self._clearances(massager))

    def put_away(self, massager: str) -> Massager:
        """Put a massager away: nobody can start a session with it. Its log stays."""
        return self._keep_retired(massager, retired=True)

    def bring_back(self, massager: str) -> Massager:
        """Use a massager again, as it was. UnreadableMassagerError where nobody knows any more how it was."""
        return self._keep_retired(self._readable(massager).id, retired=False)

    def _keep_retired(self, massager: str, retired: bool) -> Massager:
        self._refuse_while_live()
        known = self._massager(massager)
        if known.retired is not retired:
            known = structs.replace(known, retired=retired)
            self._store.keep_massager(known)
        return known

    def _clearances(self, massager: str) -> tuple[Clearance, ...]:
        """Every yes to this massager that nobody took back, whoever's it is."""
        every = (each for person in self._store.people() for each in self._store.clearances(person.id))
        return tuple(each for each in every if each.massager == massager and each.for_home and not each.withdrawn)

    def _refuse_while_live(self) -> None:
        if self.is_live():
            raise SessionIsLiveError

    def _refuse_name(self, name: str, person: str = "") -> None:
        if self.name_problem(name, person):
            raise ValueError("the name has a problem")

    def _readable(self, name: str) -> Massager:
        massager = self._massager(name)
        if not can_be_read(massager):
            raise UnreadableMassagerError
        return massager

    def _person(self, name: str) -> Person:
        found = next((each for each in self._store.people() if each.id == name), None)
        if found is None:
            raise KeyError(name)
        return found

    def _massager(self, name: str) -> Massager:
        found = next((each for each in self._store.massagers() if each.id == name), None)
        if found is None:
            raise KeyError(name)
        return found


def _tidy(name: str) -> str:
    """The name without blanks that nobody sees."""
    return " ".join(name.split())


def _alike(name: str) -> str:
    """What two names that look the same have in common: letters whatever their case and width, and nothing unseen."""
    seen = "".join(letter for letter in unicodedata.normalize("NFKC", name) if unicodedata.category(letter) != "Cf")
    return unicodedata.normalize("NFKC", _tidy(seen).casefold())
