"""One session as the log keeps it. Durations come from the timer; ratings and notes come from the person."""

from msgspec import Struct

from massage_companion.eligibility.limits import Intensity
from massage_companion.session.reading import Reading
from massage_companion.session.states import Ended, Ending

SORENESS_RANGE = range(11)
"""0 none to 10 worst: the numeric rating scale (EVIDENCE section 9)."""


class SessionRecord(Struct, frozen=True):
    """A finished session. All durations in ms; ``at_most_ms`` is what the gate counts."""

    id: str
    person: str
    massager: str
    massager_name: str
    started: Reading
    ended: Reading
    planned_minutes: int
    intensity: Intensity
    heat: bool
    ending: Ending
    used_ms: int
    overtime_ms: int
    paused_ms: int
    at_most_ms: int
    sore_before: int | None = None
    sore_after: int | None = None
    note: str = ""
    rules_version: str = ""
    precautions: tuple[str, ...] = ()


class Session(Struct, frozen=True):
    """Who uses what: the facts of a session that its state does not hold. Soreness from 0 to 10."""

    id: str
    person: str
    massager: str
    massager_name: str
    sore_before: int | None
    rules_version: str
    precautions: tuple[str, ...] = ()


def record_of(session: Session, state: Ended) -> SessionRecord:
    """The log's row for a session that has ended."""
    return SessionRecord(
        id=session.id,
        person=session.person,
        massager=session.massager,
        massager_name=session.massager_name,
        started=state.started,
        ended=state.ended,
        planned_minutes=state.plan.minutes,
        intensity=state.plan.intensity,
        heat=state.plan.heat,
        ending=state.ending,
        used_ms=state.used_ms,
        overtime_ms=state.overtime_ms,
        paused_ms=state.paused_ms,
        at_most_ms=state.at_most_ms,
        sore_before=session.sore_before,
        rules_version=session.rules_version,
        precautions=session.precautions,
    )
