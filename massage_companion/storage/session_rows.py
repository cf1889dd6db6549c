"""From a row back to its session, also when the body is unreadable.

What is rebuilt never claims to be known: the end is unconfirmed, and the time counts as the most it can have been.
"""

from typing import Any

from msgspec import Struct, structs

from massage_companion.companion.ports import LiveSession
from massage_companion.eligibility.limits import Intensity
from massage_companion.log.record import SORENESS_RANGE, Origin, Session, SessionRecord
from massage_companion.session.plan import Plan
from massage_companion.session.reading import Reading
from massage_companion.session.states import Asking, Ending, Running
from massage_companion.storage.sealed import unsealed, whole_number
from massage_companion.storage.session_columns import Moved, as_measured

_LATEST_UTC_MS = 253_402_300_799_000
_UNREADABLE_BOOT = "unreadable"
_SHORTEST_MINUTES, _LONGEST_MINUTES, _USUAL_LONGEST = 1, 24 * 60, 15


class LogRow(Struct, frozen=True):
    """A finished session as it stands in ``LOG_COLUMNS``, in their order; any value may be damaged."""

    id: Any
    person: Any
    massager: Any
    started: Any
    seen: Any
    minutes: Any
    intensity: Any
    heat: Any
    body: Any
    seal: Any
    origin: Any
    sore_before: Any
    sore_after: Any
    sore_next: Any
    note: Any
    removed: Any
    first_person: Any
    moved: Any
    moved_seal: Any


def rebuilt_live(row: tuple[Any, ...]) -> LiveSession:
    """A live session from ``LIVE_COLUMNS``: it waits for the person to say what happened."""
    name, person, massager = (str(value) for value in row[:3])
    started, seen = _reading(row[3]), _reading(row[4])
    running = Running(_plan(*row[5:8]), started=started, since=started, seen=seen)
    return LiveSession(
        Session(name, person, massager, massager_name="", sore_before=None, rules_version=""),
        Asking(running, found=seen),
    )


def shown(row: LogRow) -> SessionRecord:
    """The row as the log shows it. Its place in the log and its date have to agree, or paging would go astray."""
    record = unsealed(row.body, row.seal, SessionRecord)
    if record is None or record.id != row.id or record.started.utc_ms != row.started:
        record = _rebuilt(row)
    return _corrected(record, row)


def counted(row: LogRow, person: str) -> SessionRecord:
    """The row as the gate counts it for a person: the sealed body decides wherever there is one."""
    record = unsealed(row.body, row.seal, SessionRecord)
    return _corrected(record if record is not None else structs.replace(_rebuilt(row), person=person), row)


def people_of(row: LogRow) -> set[str]:
    """Whose dose the row counts for: who it was measured for, and who it was moved to. Empty where nobody knows."""
    record = unsealed(row.body, row.seal, SessionRecord)
    moved = unsealed(row.moved, row.moved_seal, Moved)
    return {each.person for each in (record, moved) if each is not None}


def measured(row: LogRow) -> SessionRecord:
    """The row before anything was corrected, as far as it can be read."""
    record = unsealed(row.body, row.seal, SessionRecord)
    if record is None or record.id != row.id or record.started.utc_ms != row.started:
        return as_measured(_rebuilt(row))
    return record


def _corrected(record: SessionRecord, row: LogRow) -> SessionRecord:
    moved = unsealed(row.moved, row.moved_seal, Moved)
    if moved is None:
        person, massager, name, first = record.person, record.massager, record.massager_name, record.first_person
    else:
        person, massager, name = moved.person, moved.massager, moved.massager_name
        first = record.person if record.person != person else record.first_person
    return structs.replace(
        record,
        person=person,
        massager=massager,
        massager_name=name,
        first_person=first,
        sore_before=rating(row.sore_before),
        sore_after=rating(row.sore_after),
        sore_next=rating(row.sore_next),
        note=str(row.note),
        removed_utc_ms=row.removed if isinstance(row.removed, int) else None,
    )


def rating(value: Any) -> int | None:
    """A soreness where there is one on the scale."""
    return value if isinstance(value, int) and value in SORENESS_RANGE else None


def _rebuilt(row: LogRow) -> SessionRecord:
    """A finished session from its columns."""
    started, ended = _reading(row.started), _reading(row.seen)
    plan = _plan(row.minutes, row.intensity, row.heat)
    return SessionRecord(
        id=str(row.id),
        person=str(row.person),
        massager=str(row.massager),
        massager_name="",
        started=started,
        ended=ended,
        planned_minutes=plan.minutes,
        intensity=plan.intensity,
        heat=plan.heat,
        ending=Ending.UNCONFIRMED,
        used_ms=0,
        overtime_ms=0,
        paused_ms=0,
        at_most_ms=max(plan.planned_ms, ended.utc_ms - started.utc_ms),
        origin=Origin.MANUAL if row.origin == Origin.MANUAL else Origin.TIMER,
        first_person=str(row.first_person or ""),
    )


def _plan(minutes: Any, intensity: Any, heat: Any) -> Plan:
    minutes = whole_number(minutes, _USUAL_LONGEST, _SHORTEST_MINUTES, _LONGEST_MINUTES)
    level = Intensity(whole_number(intensity, Intensity.HIGH, Intensity.LOW, Intensity.HIGH))
    return Plan(minutes, level, heat=bool(heat))


def _reading(utc_ms: object) -> Reading:
    """A reading of which only the wall clock is known. The same number measures within the row."""
    number = whole_number(utc_ms, 0, 0, _LATEST_UTC_MS)
    return Reading(_UNREADABLE_BOOT, number, number, number)
