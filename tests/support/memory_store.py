"""A store that forgets everything at the end of the test. Keeps the same promises as the one on disk."""

from msgspec import structs

from massage_companion.companion.household import Person, Settings
from massage_companion.companion.ports import Draft, LiveSession, StoreError
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.screening import Screening
from massage_companion.log.record import SessionRecord
from massage_companion.session.massager import Massager
from massage_companion.session.reading import Reading
from massage_companion.session.stop_sign import StopSign

_LAST_WRITTEN = 64
"""As on disk: the last rows written always count as recent, since a wrong wall clock may have dated them long ago."""


class MemoryStore:
    """Fulfils the port ``Store``. ``fails`` set to a StoreError makes every write raise it; ``events`` tells all."""

    def __init__(self) -> None:
        self.fails: StoreError | None = None
        self.events: list[tuple[str, str]] = []
        self._people: dict[str, Person] = {}
        self._massagers: dict[str, Massager] = {}
        self._settings = Settings()
        self._screenings: list[Screening] = []
        self._drafts: dict[str, Draft] = {}
        self._clearances: dict[str, Clearance] = {}
        self._stop_signs: list[StopSign] = []
        self._live: LiveSession | None = None
        self._records: dict[str, SessionRecord] = {}

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
        self._records.setdefault(record.id, record)
        self._live = None
        self.events.append((record.id, event))
        if stop_sign is not None:
            self._stop_signs.append(stop_sign)
            self._drafts.pop(stop_sign.person, None)

    def rate(self, session: str, sore_after: int | None, note: str) -> None:
        self._write()
        if session not in self._records:
            raise StoreError("other", "no such session")
        self._records[session] = structs.replace(self._records[session], sore_after=sore_after, note=note)

    def record(self, session: str) -> SessionRecord | None:
        return self._records.get(session)

    def records(self, person: str, limit: int, before: tuple[int, str] | None = None) -> tuple[SessionRecord, ...]:
        rows = [row for row in self._records.values() if row.person == person]
        rows.sort(key=_start_key, reverse=True)
        return tuple(row for row in rows if before is None or _start_key(row) < before)[:limit]

    def recent(self, person: str, since_utc_ms: int) -> tuple[SessionRecord, ...]:
        written_last = list(self._records)[-_LAST_WRITTEN:]
        own = (row for row in self._records.values() if row.person == person)
        found = (row for row in own if row.ended.utc_ms >= since_utc_ms or row.id in written_last)
        return tuple(sorted(found, key=_start_key, reverse=True))

    def session_count(self, person: str, massager: str | None = None) -> int:
        own = (row for row in self._records.values() if row.person == person)
        return sum(1 for row in own if massager is None or row.massager == massager)

    def _write(self) -> None:
        if self.fails is not None:
            raise self.fails


def _start_key(row: SessionRecord) -> tuple[int, str]:
    return (row.started.utc_ms, row.id)
