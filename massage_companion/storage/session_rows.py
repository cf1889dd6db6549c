"""Between a session and its row: what goes into the columns, and what they give back when the body is unreadable.

What is rebuilt never claims to be known: the end is unconfirmed, and the time counts as the most it can have been.
"""

from msgspec import structs

from massage_companion.companion.ports import LiveSession
from massage_companion.eligibility.limits import Intensity
from massage_companion.log.record import SORENESS_RANGE, Session, SessionRecord
from massage_companion.session.plan import Plan
from massage_companion.session.reading import Reading
from massage_companion.session.states import Asking, Ending, Live, Running
from massage_companion.storage.database import Row
from massage_companion.storage.sealed import sealed, whole_number

COLUMNS = "id, person, massager, started_utc_ms, seen_utc_ms, planned_minutes, intensity, heat, body, seal"
LOG_COLUMNS = (
    "id, person, massager, started_utc_ms, seen_utc_ms, planned_minutes, intensity, heat, sore_after, note, body, seal"
)

_LATEST_UTC_MS = 253_402_300_799_000
_UNREADABLE_BOOT = "unreadable"
_SHORTEST_MINUTES, _LONGEST_MINUTES, _USUAL_LONGEST = 1, 24 * 60, 15


def live_values(live: LiveSession, seen: Reading) -> tuple[str | int, ...]:
    """The columns of a live session, last seen at a reading."""
    session = live.session
    started, plan = _facts(live.state)
    return (
        session.id,
        session.person,
        session.massager,
        started.utc_ms,
        seen.utc_ms,
        plan.minutes,
        int(plan.intensity),
        int(plan.heat),
        *sealed(live),
    )


def log_values(record: SessionRecord) -> tuple[str | int, ...]:
    """The columns of a finished session. Rating and note live in their own columns, the facts in the body."""
    return (
        record.id,
        record.person,
        record.massager,
        record.started.utc_ms,
        record.ended.utc_ms,
        record.planned_minutes,
        int(record.intensity),
        int(record.heat),
        *sealed(structs.replace(record, sore_after=None, note="")),
    )


def rebuilt_live(row: Row) -> LiveSession:
    """A live session from its columns: it waits for the person to say what happened."""
    name, person, massager = (str(value) for value in row[:3])
    started, seen = _reading(row[3]), _reading(row[4])
    running = Running(_plan(row), started=started, since=started, seen=seen)
    return LiveSession(
        Session(name, person, massager, massager_name="", sore_before=None, rules_version=""),
        Asking(running, found=seen),
    )


def rebuilt(row: Row) -> SessionRecord:
    """A finished session from its columns."""
    name, person, massager = (str(value) for value in row[:3])
    started, ended, plan = _reading(row[3]), _reading(row[4]), _plan(row)
    return SessionRecord(
        id=name,
        person=person,
        massager=massager,
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
        sore_after=rating(row),
        note=str(row[9]),
    )


def rating(row: Row) -> int | None:
    """The soreness after a session in a row of the log, where there is one on the scale."""
    return row[8] if row[8] in SORENESS_RANGE else None


def _facts(state: Live) -> tuple[Reading, Plan]:
    known = state.interrupted if isinstance(state, Asking) else state
    return known.started, known.plan


def _plan(row: Row) -> Plan:
    minutes = whole_number(row[5], _USUAL_LONGEST, _SHORTEST_MINUTES, _LONGEST_MINUTES)
    intensity = Intensity(whole_number(row[6], Intensity.HIGH, Intensity.LOW, Intensity.HIGH))
    return Plan(minutes, intensity, heat=bool(row[7]))


def _reading(utc_ms: object) -> Reading:
    """A reading of which only the wall clock is known. The same number measures within the row."""
    number = whole_number(utc_ms, 0, 0, _LATEST_UTC_MS)
    return Reading(_UNREADABLE_BOOT, number, number, number)
