"""A few lines for the doctor or the ambulance, filled in as far as the program knows. No Qt.

It must never hold more than the person needs to say: no verdict, no other answers, no history.
"""

from msgspec import Struct

from massage_companion.companion import moments
from massage_companion.companion.household import Person
from massage_companion.companion.ports import StoreError
from massage_companion.companion.sessions import Sessions
from massage_companion.companion.words import Words
from massage_companion.eligibility.limits import Intensity
from massage_companion.session.measure import overtime_ms, used_ms
from massage_companion.session.reading import Reading
from massage_companion.session.states import Asking


class LastUse(Struct, frozen=True):
    """The session that it may come from."""

    massager: str
    started: Reading
    used_ms: int
    level: Intensity
    heat: bool


def last_use(sessions: Sessions, person: str) -> LastUse | None:
    """The session that is live, or else the latest one in the log; ``None`` where nothing is known."""
    if (live := sessions.live) is not None and live.session.person == person:
        state, now = live.state, sessions.now()
        began = state.interrupted if isinstance(state, Asking) else state
        used = used_ms(state, now) + overtime_ms(state, now)
        return LastUse(live.session.massager_name, began.started, used, began.plan.intensity, began.plan.heat)
    try:
        record = next(iter(sessions.records(person, 1)), None)
    except StoreError:
        return None
    if record is None:
        return None
    used = record.used_ms + record.overtime_ms
    return LastUse(record.massager_name, record.started, used, record.intensity, record.heat)


def doctors_note(
    person: Person, signs: tuple[str, ...], own_words: str, use: LastUse | None, since: Reading, words: Words
) -> str:
    """The note as plain lines. ``since`` is when it was first reported; the person can say that it began before."""
    lines = [
        words("felt_wrong.note.person", name=person.name),
        words("felt_wrong.note.began", time=_date_and_time(since, words)),
    ]
    if signs:
        lines.append(words("felt_wrong.note.felt", signs=words("felt_wrong.note.felt_join").join(signs)))
    if own_words:
        lines.append(words("felt_wrong.note.told", text=own_words))
    return "\n".join((*lines, *_session_lines(use, words)))


def _session_lines(use: LastUse | None, words: Words) -> tuple[str, ...]:
    if use is None:
        return (words("felt_wrong.note.no_session"),)
    level = words(f"session.plan.{use.level.word}")
    plan = words("session.running.plan_heat" if use.heat else "session.running.plan_plain", level=level)
    session = words(
        "felt_wrong.note.session",
        when=_date_and_time(use.started, words),
        time=moments.spoken_duration(use.used_ms - use.used_ms % 1_000, words),
        plan=plan,
    )
    return words("felt_wrong.note.massager", name=use.massager), session


def _date_and_time(reading: Reading, words: Words) -> str:
    """Never "today": on paper nobody knows which day that was."""
    return words(
        "moments.date_at",
        date=moments.day(reading.utc_ms, reading.offset_minutes, words),
        time=moments.clock_time(reading.utc_ms, reading.offset_minutes),
    )
