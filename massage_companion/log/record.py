"""One session as the log keeps it. Durations come from the timer; ratings and notes come from the person."""

from enum import StrEnum

from msgspec import Struct

from massage_companion.eligibility.limits import Intensity
from massage_companion.session.plan import Phase
from massage_companion.session.reading import Reading
from massage_companion.session.states import Ended, Ending

SORENESS_RANGE = range(11)
"""0 none to 10 worst: the numeric rating scale (EVIDENCE section 9)."""


class Origin(StrEnum):
    """Who measured a session: the timer, or nobody ("I used it without the program", and entries of other files)."""

    TIMER = "timer"
    MANUAL = "manual"


class SessionRecord(Struct, frozen=True):
    """A finished session. All durations in ms; ``at_most_ms`` is what the gate counts.

    Ratings (before, just after, next morning), note, person and massager can be corrected later; the rest never.
    ``first_person`` is who it was logged for at first, empty where that never changed. ``removed_utc_ms`` is when it
    went to the bin. ``signs`` are the stop signs reported of it, as option ids of the rule files.
    """

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
    phases: tuple[Phase, ...] = ()
    sore_next: int | None = None
    origin: Origin = Origin.TIMER
    first_person: str = ""
    removed_utc_ms: int | None = None
    signs: tuple[str, ...] = ()


class Session(Struct, frozen=True):
    """Who uses what: the facts of a session that its state does not hold. Soreness from 0 to 10.

    ``most_minutes`` is what the permit allowed, ``None`` where no limit did.
    """

    id: str
    person: str
    massager: str
    massager_name: str
    sore_before: int | None
    rules_version: str
    precautions: tuple[str, ...] = ()
    most_minutes: int | None = None


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
        phases=state.plan.phases,
    )
