"""Whether a value from outside can be true at all: lengths, ranges, an order of times. Pure."""

from collections.abc import Iterable

from msgspec import Struct

from massage_companion.companion.exchange.bundle import KeptDraft
from massage_companion.companion.household import Person
from massage_companion.companion.log_ports import CheckIn
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.screening import Screening
from massage_companion.log.record import SORENESS_RANGE, SessionRecord
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Plan, SavedPlan
from massage_companion.session.reading import DAY_MS, Reading
from massage_companion.session.stop_sign import StopSign

LONGEST_NAME = 200
LONGEST_NOTE = 5_000
LONGEST_SESSION_MS = 7 * DAY_MS
"""A session whose end was confirmed a week later is the longest that is believed."""

_LAST_UTC_MS = 253_402_214_399_999
_LARGEST_OFFSET_MINUTES = 14 * 60
_LARGEST_CLOCK_MS = 2**53


def problem_of(value: Struct) -> str | None:
    """Why a value cannot be true, as a key of the words ``exchange.wrong``; ``None`` where it can."""
    if not all(_is_name(name) for name in _names_in(value)):
        return "name"
    if not all(_is_time(utc_ms) for utc_ms in _times_in(value)):
        return "time"
    match value:
        case SessionRecord():
            return _problem_of_session(value)
        case SavedPlan(plan=plan):
            return None if _is_plan(plan) else "minutes"
        case Screening(offset_minutes=offset) | Clearance(offset_minutes=offset):
            return None if abs(offset) <= _LARGEST_OFFSET_MINUTES else "time"
        case StopSign(reported=reported, note=note):
            return "time" if not _is_reading(reported) else "note" if len(note) > LONGEST_NOTE else None
        case CheckIn(day=day):
            return None if day in (1, 3, 7, 21) else "time"
        case _:
            return None


def _problem_of_session(record: SessionRecord) -> str | None:
    if not (_is_reading(record.started) and _is_reading(record.ended)):
        return "time"
    durations = (record.used_ms, record.overtime_ms, record.paused_ms, record.at_most_ms)
    if not all(0 <= duration <= LONGEST_SESSION_MS for duration in durations):
        return "duration"
    if not _is_plan(Plan(record.planned_minutes, phases=record.phases)):
        return "minutes"
    ratings = (record.sore_before, record.sore_after, record.sore_next)
    if not all(rating is None or rating in SORENESS_RANGE for rating in ratings):
        return "soreness"
    return "note" if len(record.note) > LONGEST_NOTE else None


def _is_plan(plan: Plan) -> bool:
    phases = all(1 <= phase.minutes <= 24 * 60 and len(phase.name) <= LONGEST_NAME for phase in plan.phases)
    return 1 <= plan.minutes <= 24 * 60 and phases


def _is_reading(reading: Reading) -> bool:
    clocks = (reading.boot_ms, reading.awake_ms)
    return (
        _is_time(reading.utc_ms)
        and abs(reading.offset_minutes) <= _LARGEST_OFFSET_MINUTES
        and all(abs(clock) <= _LARGEST_CLOCK_MS for clock in clocks)
        and len(reading.zone) <= LONGEST_NAME
        and len(reading.boot_id) <= LONGEST_NAME
    )


def _is_name(name: str) -> bool:
    return 0 < len(name) <= LONGEST_NAME and "\0" not in name


def _is_time(utc_ms: int) -> bool:
    return 0 <= utc_ms <= _LAST_UTC_MS


def _names_in(value: Struct) -> Iterable[str]:
    match value:
        case Person() | Massager():
            return (value.id, value.name)
        case SavedPlan():
            return (value.id, value.massager, value.name)
        case Clearance() | SessionRecord():
            return (value.id, value.person, value.massager)
        case Screening() | StopSign():
            return (value.id, value.person)
        case KeptDraft():
            return (value.person,)
        case CheckIn():
            return (value.person, value.massager)
        case _:
            return ()


def _times_in(value: Struct) -> Iterable[int]:
    match value:
        case Person():
            return (value.created_utc_ms,)
        case Clearance():
            return (value.given_utc_ms, value.until_utc_ms, value.recorded_utc_ms)
        case Screening():
            return (value.taken_utc_ms, value.taken_utc_ms if value.oldest_utc_ms is None else value.oldest_utc_ms)
        case KeptDraft():
            return (value.draft.begun_utc_ms,)
        case CheckIn():
            return (value.answered_utc_ms,)
        case _:
            return ()
