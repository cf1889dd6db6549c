"""A store that forgets everything at the end of the test. Keeps the same promises as the one on disk."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import structs

from massage_companion.companion.household import Person, Settings
from massage_companion.companion.log_ports import CheckIn
from massage_companion.companion.ports import Draft, LiveSession, StoreError
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.screening import Screening
from massage_companion.log.record import SessionRecord
from massage_companion.session.massager import Massager
from massage_companion.session.plan import SavedPlan
from massage_companion.session.reading import Reading
from massage_companion.session.stop_sign import StopSign
from tests.support.memory_log import MemoryLog


class MemoryStore(MemoryLog):
    """Fulfils the port ``Store``. ``fails`` set to a StoreError makes every write raise it; ``events`` tells all."""

    def __init__(self) -> None:
        super().__init__()
        self.fails: StoreError | None = None
        self.events: list[tuple[str, str]] = []
        self._people: dict[str, Person] = {}
        self._massagers: dict[str, Massager] = {}
        self._settings = Settings()
        self._screenings: list[Screening] = []
        self._drafts: dict[str, Draft] = {}
        self._clearances: dict[str, Clearance] = {}
        self._live: LiveSession | None = None
        self._plans: dict[str, SavedPlan] = {}
        self._check_ins: dict[tuple[str, str, int], CheckIn] = {}

    @contextmanager
    def together(self) -> Iterator[None]:
        before = {
            name: copy.copy(value) if isinstance(value, dict | list | set) else value
            for name, value in vars(self).items()
        }
        try:
            yield
        except BaseException:
            vars(self).update(before)
            raise

    def people(self) -> tuple[Person, ...]:
        return tuple(self._people.values())

    def keep_person(self, person: Person) -> None:
        self._write()
        self._people[person.id] = person

    def massagers(self) -> tuple[Massager, ...]:
        return tuple(self._massagers.values())

    def keep_massager(self, massager: Massager) -> None:
        self._write()
        self._massagers[massager.id] = massager

    def settings(self) -> Settings:
        return self._settings

    def keep_settings(self, settings: Settings) -> None:
        self._write()
        self._settings = settings

    def screenings(self, person: str) -> tuple[Screening, ...]:
        return tuple(screening for screening in reversed(self._screenings) if screening.person == person)

    def complete_check(self, screening: Screening) -> None:
        self._write()
        self._screenings.append(screening)
        self._drafts.pop(screening.person, None)
        self._stop_signs = [
            structs.replace(sign, settled=True) if sign.person == screening.person else sign
            for sign in self._stop_signs
        ]

    def draft(self, person: str) -> Draft | None:
        return self._drafts.get(person)

    def keep_draft(self, person: str, draft: Draft | None) -> None:
        self._write()
        if draft is None:
            self._drafts.pop(person, None)
        else:
            self._drafts[person] = draft

    def clearances(self, person: str) -> tuple[Clearance, ...]:
        return tuple(clearance for clearance in reversed(self._clearances.values()) if clearance.person == person)

    def keep_clearance(self, clearance: Clearance) -> None:
        self._write()
        known = self._clearances.get(clearance.id)
        if known is not None and not clearance.withdrawn and known != clearance:
            raise StoreError("other", "a clearance can only be withdrawn")
        self._clearances[clearance.id] = clearance

    def stop_signs(self, person: str) -> tuple[StopSign, ...]:
        return tuple(sign for sign in reversed(self._stop_signs) if sign.person == person)

    def add_stop_sign(self, sign: StopSign) -> None:
        self._write()
        self._stop_signs.append(sign)
        self._drafts.pop(sign.person, None)

    def live(self) -> LiveSession | None:
        return self._live

    def keep_live(self, live: LiveSession, event: str, at: Reading) -> None:
        self._write()
        if self._live is not None and self._live.session.id != live.session.id:
            raise StoreError("other", "another session is live")
        if live.session.id in self._records:
            raise StoreError("other", "the session has ended")
        self._live = live
        self.events.append((live.session.id, event))

    def finish(self, record: SessionRecord, event: str, stop_sign: StopSign | None) -> None:
        self._write()
        self._records.setdefault(record.id, structs.replace(record, signs=()))
        self._measured.add(record.id)
        self._live = None
        self.events.append((record.id, event))
        if stop_sign is not None:
            self._stop_signs.append(stop_sign)
            self._drafts.pop(stop_sign.person, None)

    def saved_plans(self, massager: str) -> tuple[SavedPlan, ...]:
        return tuple(plan for plan in self._plans.values() if plan.massager == massager)

    def keep_plan(self, plan: SavedPlan) -> None:
        self._write()
        if plan.massager not in self._massagers:
            raise StoreError("other", "no such massager")
        self._plans[plan.id] = plan

    def drop_plan(self, plan: str) -> None:
        self._write()
        self._plans.pop(plan, None)

    def check_ins(self, person: str) -> tuple[CheckIn, ...]:
        return tuple(check_in for check_in in self._check_ins.values() if check_in.person == person)

    def keep_check_in(self, check_in: CheckIn) -> None:
        self._write()
        if not self._knows(check_in.person, check_in.massager):
            raise StoreError("other", "nobody, or no massager, of that name")
        self._check_ins.setdefault((check_in.person, check_in.massager, check_in.day), check_in)

    def forget_person(self, person: str) -> None:
        self._write()
        if self._live is not None and self._live.session.person == person:
            raise StoreError("other", "a session of this person is live")
        self._people.pop(person, None)
        self._forget_sessions(person, self._people)
        self._drafts.pop(person, None)
        self._screenings = [each for each in self._screenings if each.person != person]
        self._stop_signs = [each for each in self._stop_signs if each.person != person]
        self._clearances = {name: each for name, each in self._clearances.items() if each.person != person}
        self._check_ins = {key: each for key, each in self._check_ins.items() if each.person != person}
        if self._settings.current_person == person:
            self._settings = structs.replace(self._settings, current_person="")

    def forget_all(self) -> None:
        self._write()
        if self._live is not None:
            raise StoreError("other", "a session is live")
        for person in tuple(self._people):
            self.forget_person(person)
        self._records.clear()
        self._massagers.clear()
        self._plans.clear()
        self._settings = structs.replace(self._settings, current_person="", current_massager="")

    def _write(self) -> None:
        if self.fails is not None:
            raise self.fails

    def _knows(self, person: str, massager: str) -> bool:
        return person in self._people and massager in self._massagers

    def _is_live(self, session: str) -> bool:
        return self._live is not None and self._live.session.id == session
