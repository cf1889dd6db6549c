"""From a session to its columns: what can be corrected has columns of its own, what was measured goes into the body."""

from typing import TypeAlias

from msgspec import Struct, structs

from massage_companion.companion.ports import LiveSession
from massage_companion.log.record import SessionRecord
from massage_companion.session.plan import Plan
from massage_companion.session.reading import DAY_MS, MINUTE_MS, Reading
from massage_companion.session.states import Asking, Live
from massage_companion.storage.sealed import sealed

LIVE_COLUMNS = "id, person, massager, started_utc_ms, seen_utc_ms, planned_minutes, intensity, heat, body, seal"
LOG_COLUMNS = (
    "id, person, massager, started_utc_ms, seen_utc_ms, planned_minutes, intensity, heat, body, seal, origin, "
    "sore_before, sore_after, sore_next, note, removed_utc_ms, first_person, moved, moved_seal"
)
NEW_COLUMNS = f"{LOG_COLUMNS}, used_ms, ending, local_day, local_minute, shelf, search, live"

Values: TypeAlias = tuple[str | int | None, ...]


class Moved(Struct, frozen=True):
    """Whose session it is said to be after all, and with which massager."""

    person: str
    massager: str
    massager_name: str


def live_values(live: LiveSession, seen: Reading) -> Values:
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


def new_values(record: SessionRecord) -> Values:
    """``NEW_COLUMNS`` of a finished session. What can be corrected is in columns of its own, the facts in the body."""
    return (
        record.id,
        record.person,
        record.massager,
        record.started.utc_ms,
        record.ended.utc_ms,
        record.planned_minutes,
        int(record.intensity),
        int(record.heat),
        *sealed(as_measured(record)),
        record.origin.value,
        *corrected_values(record, as_measured(record)),
        *derived_values(record),
        int(record.removed_utc_ms is not None),
        record.note.casefold(),
        None,
    )


def corrected_values(record: SessionRecord, measured: SessionRecord) -> Values:
    """What can be corrected: ratings, note, bin, and who and what it was moved to from how it was measured."""
    now, before = _whose(record), _whose(measured)
    return (
        record.sore_before,
        record.sore_after,
        record.sore_next,
        record.note,
        record.removed_utc_ms,
        before.person if now.person != before.person else None,
        *(sealed(now) if now != before else (None, None)),
    )


def derived_values(record: SessionRecord) -> Values:
    """What searching needs of the measured facts: time used, ending, local day and minute of the start."""
    return (record.used_ms + record.overtime_ms, record.ending.value, *local_start(record.started))


def as_measured(record: SessionRecord) -> SessionRecord:
    """The record without anything that can be corrected, as its body keeps it."""
    return structs.replace(
        record,
        person=record.first_person or record.person,
        first_person="",
        sore_before=None,
        sore_after=None,
        sore_next=None,
        note="",
        removed_utc_ms=None,
        signs=(),
    )


def local_start(started: Reading) -> tuple[int, int]:
    """Local days since 1970-01-01 and minutes since local midnight."""
    day, rest_ms = divmod(started.utc_ms + started.offset_minutes * MINUTE_MS, DAY_MS)
    return day, rest_ms // MINUTE_MS


def _whose(record: SessionRecord) -> Moved:
    return Moved(record.person, record.massager, record.massager_name)


def _facts(state: Live) -> tuple[Reading, Plan]:
    known = state.interrupted if isinstance(state, Asking) else state
    return known.started, known.plan
