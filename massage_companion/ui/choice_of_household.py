"""Whose turn it is and which massager: what the settings name, else the first there is. No Qt."""

from massage_companion.companion.checks import SafetyChecks
from massage_companion.companion.household import Person, Settings
from massage_companion.companion.ports import HouseholdStore, LiveSession, Store
from massage_companion.session.massager import Massager


def current_person(store: HouseholdStore, settings: Settings) -> Person | None:
    """The person chosen last, the first one where that one is gone; ``None`` where there is nobody."""
    people = store.people()
    return next((person for person in people if person.id == settings.current_person), next(iter(people), None))


def person_in_turn(store: HouseholdStore, settings: Settings, live: LiveSession | None) -> Person | None:
    """Whose pages are shown: while a session is live the person of that session, whatever the settings name."""
    people = store.people()
    of_session = [person for person in people if live is not None and person.id == live.session.person]
    return next(iter(of_session), None) or current_person(store, settings)


def usable_massagers(store: HouseholdStore) -> tuple[Massager, ...]:
    """The massagers that were not put away for good."""
    return tuple(massager for massager in store.massagers() if not massager.retired)


def current_massager(store: HouseholdStore, settings: Settings) -> Massager | None:
    """The massager used last, the first usable one where that one is gone; ``None`` where there is none."""
    usable = usable_massagers(store)
    return next((each for each in usable if each.id == settings.current_massager), next(iter(usable), None))


def first_steps_done(store: Store, checks: SafetyChecks) -> bool:
    """Whether anybody has been through the check: from then on the pages say what is missing, to each person."""
    checked = any(checks.latest(person.id) is not None for person in store.people())
    return checked and bool(store.massagers())


def is_incomplete(store: Store, checks: SafetyChecks, person: Person) -> bool:
    """Whether there is a check to complete, and none that was left half-way."""
    return checks.latest(person.id) is not None and store.draft(person.id) is None
