"""The finished sessions of the store that forgets everything at the end of the test."""

from abc import ABC, abstractmethod
from collections.abc import Iterable

from msgspec import structs

from massage_companion.companion.log_ports import LogQuery, LogTotals, Order
from massage_companion.companion.ports import StoreError
from massage_companion.log.point import Point
from massage_companion.log.record import SORENESS_RANGE, Origin, SessionRecord
from massage_companion.session.reading import DAY_MS, MINUTE_MS
from massage_companion.session.stop_sign import StopSign

_LAST_WRITTEN = 64
"""As on disk: the last rows written always count as recent, since a wrong wall clock may have dated them long ago."""

_NOTHING = ("none", "unsure")


class MemoryLog(ABC):
    """What ``MemoryStore`` keeps of sessions that have ended. ``first_person`` of a row is who it was measured for."""

    def __init__(self) -> None:
        self._records: dict[str, SessionRecord] = {}
        self._measured: set[str] = set()
        self._stop_signs: list[StopSign] = []

    def rate(self, session: str, sore_after: int | None, note: str) -> None:
        self._write()
        if session not in self._records:
            raise StoreError("other", "no such session")
        self._records[session] = structs.replace(self._records[session], sore_after=sore_after, note=note)

    def record(self, session: str) -> SessionRecord | None:
        found = self._records.get(session)
        return None if found is None else self._with_signs(found)

    def records(self, person: str, limit: int, before: tuple[int, str] | None = None) -> tuple[SessionRecord, ...]:
        rows = sorted(self._found(LogQuery(person)), key=_start_key, reverse=True)
        return tuple(self._with_signs(row) for row in rows if before is None or _start_key(row) < before)[:limit]

    def recent(self, person: str, since_utc_ms: int) -> tuple[SessionRecord, ...]:
        timed = [row.id for row in self._records.values() if row.origin is not Origin.MANUAL]
        written_last = timed[-_LAST_WRITTEN:]
        found = (
            row
            for row in self._records.values()
            if person in (row.person, row.first_person)
            and (row.ended.utc_ms >= since_utc_ms or row.id in written_last)
            and not (row.origin is Origin.MANUAL and row.removed_utc_ms is not None)
        )
        latest_first = tuple(found)[::-1]
        return tuple(sorted(latest_first, key=lambda row: row.id not in self._measured))

    def session_count(self, person: str, massager: str | None = None) -> int:
        return len(self._found(LogQuery(person, massager=massager)))

    def find(self, query: LogQuery, limit: int, after: SessionRecord | None = None) -> tuple[SessionRecord, ...]:
        down = query.order is not Order.OLDEST
        rows = sorted(self._found(query), key=lambda row: _key(query.order, row), reverse=down)
        if after is not None:
            last = _key(query.order, after)
            rows = [row for row in rows if (_key(query.order, row) < last if down else _key(query.order, row) > last)]
        return tuple(self._with_signs(row) for row in rows[:limit])

    def totals(self, query: LogQuery) -> LogTotals:
        found = self._found(query)
        return LogTotals(len(found), sum(_used_ms(row) for row in found))

    def points(self, person: str, since_day: int | None = None) -> tuple[Point, ...]:
        rows = sorted(self._found(LogQuery(person)), key=lambda row: (row.started.utc_ms, row.massager))
        points = (_point(row) for row in rows)
        return tuple(point for point in points if since_day is None or point.day >= since_day)

    def first_sessions(self, person: str) -> dict[str, int]:
        rows = sorted(self._found(LogQuery(person)), key=_start_key, reverse=True)
        return {row.massager: row.started.utc_ms for row in rows}

    def add_records(self, records: tuple[SessionRecord, ...]) -> None:
        self._write()
        for record in records:
            self._check(record)
        for record in records:
            if not self._is_live(record.id):
                self._records.setdefault(record.id, _settled(record, record.first_person or record.person))

    def change_records(self, records: tuple[SessionRecord, ...]) -> None:
        self._write()
        changed = dict(self._records)
        for record in records:
            self._check(record)
            before = changed.get(record.id)
            if before is None or _facts(before) != _facts(record):
                raise StoreError("other", "no such session, or what was measured would change")
            if before.massager == record.massager and before.massager_name != record.massager_name:
                raise StoreError("other", "the massager is the same")
            changed[record.id] = _settled(record, before.first_person or before.person)
        self._records = changed

    def purge_removed(self, before_utc_ms: int) -> int:
        self._write()
        gone = [
            row.id
            for row in self._records.values()
            if row.removed_utc_ms is not None and row.removed_utc_ms < before_utc_ms
        ]
        for name in gone:
            del self._records[name]
            self._measured.discard(name)
        return len(gone)

    def _forget_sessions(self, person: str, people: Iterable[str]) -> None:
        kept: dict[str, SessionRecord] = {}
        for name, row in self._records.items():
            if row.person == person and row.first_person in people:
                kept[name] = structs.replace(
                    _facts(row),
                    person=row.first_person,
                    massager=row.massager,
                    massager_name=row.massager_name,
                    removed_utc_ms=row.ended.utc_ms,
                )
            elif row.person != person:
                first = "" if row.first_person == person else row.first_person
                kept[name] = structs.replace(row, first_person=first)
        self._records = kept

    def _found(self, query: LogQuery) -> list[SessionRecord]:
        words = query.text.encode(errors="ignore").decode().replace("\0", " ").casefold().split()
        return [
            row
            for row in self._records.values()
            if row.person == query.person
            and (row.removed_utc_ms is not None) == query.removed
            and (query.since_utc_ms is None or row.started.utc_ms >= query.since_utc_ms)
            and (query.until_utc_ms is None or row.started.utc_ms < query.until_utc_ms)
            and query.massager in (None, row.massager)
            and (not query.endings or row.ending in query.endings)
            and all(word in row.note.casefold() for word in words)
        ]

    def _with_signs(self, record: SessionRecord) -> SessionRecord:
        signs: dict[str, None] = {}
        for sign in self._stop_signs:
            if sign.session == record.id:
                answers = (answer for answer in sign.answers.given.values() if not isinstance(answer, int))
                signs.update({option: None for options in answers for option in options if option not in _NOTHING})
        return structs.replace(record, signs=tuple(signs))

    def _check(self, record: SessionRecord) -> None:
        if not self._knows(record.person, record.massager):
            raise StoreError("other", "nobody, or no massager, of that name")
        for rating in (record.sore_before, record.sore_after, record.sore_next):
            if rating is not None and rating not in SORENESS_RANGE:
                raise StoreError("other", "a rating is 0 to 10")

    @abstractmethod
    def _write(self) -> None:
        """Raise what every write is to raise, if anything."""

    @abstractmethod
    def _knows(self, person: str, massager: str) -> bool:
        """Whether both are in the store."""

    @abstractmethod
    def _is_live(self, session: str) -> bool:
        """Whether that session has no end yet."""


def _settled(record: SessionRecord, first: str) -> SessionRecord:
    return structs.replace(record, first_person="" if first == record.person else first, signs=())


def _facts(record: SessionRecord) -> SessionRecord:
    """The record without anything that can be corrected."""
    return structs.replace(
        record,
        person="",
        first_person="",
        massager="",
        massager_name="",
        sore_before=None,
        sore_after=None,
        sore_next=None,
        note="",
        removed_utc_ms=None,
        signs=(),
    )


def _start_key(row: SessionRecord) -> tuple[int, str]:
    return (row.started.utc_ms, row.id)


def _key(order: Order, row: SessionRecord) -> tuple[int, int, str]:
    first = {
        Order.LONGEST: _used_ms(row),
        Order.SOREST_BEFORE: -1 if row.sore_before is None else row.sore_before,
        Order.SOREST_AFTER: -1 if row.sore_after is None else row.sore_after,
    }
    return (first.get(order, 0), row.started.utc_ms, row.id)


def _used_ms(row: SessionRecord) -> int:
    return row.used_ms + row.overtime_ms


def _point(row: SessionRecord) -> Point:
    local_ms = row.started.utc_ms + row.started.offset_minutes * MINUTE_MS
    return Point(
        day=local_ms // DAY_MS,
        minute=local_ms % DAY_MS // MINUTE_MS,
        started_utc_ms=row.started.utc_ms,
        massager=row.massager,
        used_ms=_used_ms(row),
        intensity=int(row.intensity),
        sore_before=row.sore_before,
        sore_after=row.sore_after,
        sore_next=row.sore_next,
    )
