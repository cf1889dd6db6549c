"""A state, a row of the log and an instant in the words of a story (see session_script.py)."""

from datetime import UTC, datetime, timedelta, timezone

from massage_companion.log.record import SessionRecord
from massage_companion.session.measure import (
    current_phase,
    overtime_ms,
    paused_ms,
    phase_left_ms,
    remaining_ms,
    used_ms,
)
from massage_companion.session.reading import MINUTE_MS, Reading
from massage_companion.session.states import Ended, Overtime, Paused, Running, State

_SHOWN = "%Y-%m-%d %H:%M"


def describe(state: State, now: Reading) -> str:
    """The state with its times."""
    match state:
        case Running():
            return f"running {clock_face(remaining_ms(state, now))}{_phase(state, now)}"
        case Paused():
            return f"paused {clock_face(remaining_ms(state, now))}{_phase(state, now)}"
        case Overtime():
            return f"overtime +{clock_face(overtime_ms(state, now))}"
    used, over, paused = used_ms(state, now), overtime_ms(state, now), paused_ms(state, now)
    if not isinstance(state, Ended):
        return f"asking {_times(used, over, paused)}"
    return f"ended {state.ending.value} {_times(used, over, paused, state.at_most_ms)}"


def row(record: SessionRecord) -> str:
    """A session as the log tells it, by the wall clock of its own time and place."""
    times = _times(record.used_ms, record.overtime_ms, record.paused_ms, record.at_most_ms)
    return f"{wall(record.started)} to {wall(record.ended)}, {record.ending.value} {times}"


def wall(reading: Reading) -> str:
    """What the wall clock showed."""
    there = timezone(timedelta(minutes=reading.offset_minutes))
    return datetime.fromtimestamp(reading.utc_ms / 1000, there).strftime(_SHOWN)


def from_wall(shown: str, offset_minutes: int) -> int:
    """Unix time in ms of a wall clock."""
    local = datetime.strptime(shown, _SHOWN).replace(tzinfo=UTC)
    return round(local.timestamp() * 1000) - offset_minutes * MINUTE_MS


def clock_face(ms: int) -> str:
    """Minutes and seconds, and milliseconds where there are any."""
    minutes, rest = divmod(ms, MINUTE_MS)
    seconds, ms = divmod(rest, 1_000)
    return f"{minutes}:{seconds:02d}" + (f".{ms:03d}" if ms else "")


def _phase(state: State, now: Reading) -> str:
    phase, left_ms = current_phase(state, now), phase_left_ms(state, now)
    return "" if phase is None or left_ms is None else f" {phase.name} {clock_face(left_ms)}"


def _times(used: int, over: int, paused: int, at_most: int | None = None) -> str:
    words = [clock_face(used)]
    if over:
        words.append(f"+{clock_face(over)}")
    if paused:
        words.append(f"paused {clock_face(paused)}")
    if at_most not in (None, used + over):
        words.append(f"at most {clock_face(at_most or 0)}")
    return " ".join(words)
