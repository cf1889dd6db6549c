"""The program's own CSV, read back. It holds the sessions alone, so what comes in counts as entered by hand.

Rows whose session is in the log already, and says the same, are the same and not a conflict.
"""

import hashlib
from collections.abc import Callable, Sequence

from massage_companion.companion.exchange.bundle import SCHEMA, VERSION, Bundle
from massage_companion.companion.exchange.sound import problem_of
from massage_companion.companion.exchange.table import Table
from massage_companion.companion.exchange.unpack import Unpacked, Wrong
from massage_companion.companion.household import Person, Settings
from massage_companion.companion.ports import Store
from massage_companion.eligibility.limits import INTENSITY_BY_WORD
from massage_companion.log.export import COLUMNS, session_cells, without_guard
from massage_companion.log.moments import read_moment
from massage_companion.log.record import Origin, SessionRecord
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Phase
from massage_companion.session.reading import Reading
from massage_companion.session.states import Ending

_NEEDED = frozenset({"id", "person", "massager", "started", "ended", "used_seconds"})
_BOOT = "imported"


def is_own(table: Table) -> bool:
    """Whether the columns are those of this program's own export."""
    return frozenset(table.header) >= _NEEDED


def unpack_table(table: Table, store: Store) -> Unpacked:
    """Its sessions, with the people and massagers that they name. Raises StoreError."""
    reader = _Reader(table.header, store)
    sessions: list[SessionRecord] = []
    wrong: list[Wrong] = []
    seen: set[str] = set()
    for number, row in zip(table.numbers, table.rows, strict=True):
        try:
            record = reader.record(row)
        except (ValueError, KeyError, OverflowError):
            wrong.append(Wrong("sessions", number, "unreadable"))
            continue
        reason = "twice" if record.id in seen else problem_of(record)
        if reason is None:
            seen.add(record.id)
            sessions.append(record)
        else:
            wrong.append(Wrong("sessions", number, reason))
    bundle = Bundle(
        SCHEMA, VERSION, "", "", Settings(), tuple(reader.new_people.values()), tuple(reader.new_massagers.values()),
        (), (), (), (), (), (), tuple(sessions),
    )  # fmt: skip
    return Unpacked(bundle, tuple(wrong))


def id_of(kind: str, *parts: str) -> str:
    """The same id for the same words, so that reading a file twice adds nothing."""
    return f"{kind}-{hashlib.sha256(chr(0).join(parts).encode(errors='replace')).hexdigest()[:24]}"


class _Reader:
    """Rows to records, by the header's order of columns."""

    def __init__(self, header: Sequence[str], store: Store) -> None:
        self._place = {name: number for number, name in enumerate(header)}
        self._store = store
        self._people = {person.name: person for person in reversed(store.people())}
        self._massagers = {massager.name: massager for massager in reversed(store.massagers())}
        self.new_people: dict[str, Person] = {}
        self.new_massagers: dict[str, Massager] = {}

    def record(self, row: Sequence[str]) -> SessionRecord:
        """The session of a row. Raises ValueError or KeyError where a cell makes no sense."""
        cell = self._cells(row)
        person, massager = self._person(cell("person")), self._massager(cell("massager"))
        kept = self._store.record(cell("id"))
        if kept is not None and _says_the_same(kept, person.name, cell):
            return kept
        used_ms, overtime_ms = _ms(cell("used_seconds")), _ms(cell("overtime_seconds"))
        return SessionRecord(
            id=cell("id"),
            person=person.id,
            massager=massager.id,
            massager_name=massager.name,
            started=_reading(cell("started")),
            ended=_reading(cell("ended")),
            planned_minutes=int(cell("planned_minutes") or max(1, -(-used_ms // 60_000))),
            intensity=INTENSITY_BY_WORD[cell("intensity") or "low"],
            heat=cell("heat") == "on",
            ending=Ending(cell("ending") or Ending.FINISHED.value),
            used_ms=used_ms,
            overtime_ms=overtime_ms,
            paused_ms=_ms(cell("paused_seconds")),
            at_most_ms=max(used_ms + overtime_ms, _ms(cell("at_most_seconds"))),
            sore_before=_rating(cell("soreness_before_0_to_10")),
            sore_after=_rating(cell("soreness_after_0_to_10")),
            sore_next=_rating(cell("soreness_next_morning_0_to_10")),
            note=cell("note"),
            rules_version=cell("rules_version"),
            precautions=tuple(cell("precautions").split()),
            phases=tuple(_phase(part) for part in cell("phases").split("; ") if part),
            origin=Origin.MANUAL,
        )

    def _cells(self, row: Sequence[str]) -> Callable[[str], str]:
        def cell(name: str) -> str:
            place = self._place.get(name)
            return "" if place is None else without_guard(row[place])

        return cell

    def _person(self, name: str) -> Person:
        if not name:
            raise ValueError("no person")
        known = self._people.get(name) or self.new_people.get(name)
        if known is None:
            known = self.new_people[name] = Person(id_of("person", name), name)
        return known

    def _massager(self, name: str) -> Massager:
        """One that is not known here does, for all that is known, everything a massager can do."""
        if not name:
            raise ValueError("no massager")
        known = self._massagers.get(name) or self.new_massagers.get(name)
        if known is None:
            known = Massager(id_of("massager", name), name, "other", frozenset(), heat_can_be_switched_off=False)
            self.new_massagers[name] = known
        return known


def _says_the_same(kept: SessionRecord, person_name: str, cell: Callable[[str], str]) -> bool:
    return all(
        without_guard(shown) == cell(name)
        for name, shown in zip(COLUMNS, session_cells(kept, person_name), strict=True)
        if name not in ("massager", "person")
    )


def _reading(text: str) -> Reading:
    utc_ms, offset = read_moment(text)
    return Reading(_BOOT, utc_ms, utc_ms, utc_ms, offset)


def _ms(seconds: str) -> int:
    whole, _, part = seconds.partition(".")
    return int(whole or 0) * 1000 + int(f"{part:0<3}"[:3])


def _rating(text: str) -> int | None:
    return int(text) if text else None


def _phase(text: str) -> Phase:
    name, _, minutes = text.removesuffix(" min").rpartition(" ")
    return Phase(name, int(minutes))
