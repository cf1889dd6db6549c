"""How the neck is the morning after, and calm questions in the weeks after the first session with a massager.

Why: a torn neck artery can show days or weeks later (EVIDENCE section 7), and "worse next morning" says more than
"better at once" (section 9). One question at a time, each answered once, never while a session is live. It must never
ask where the person said no, and a wall clock that was set must never make it ask again.
"""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Final, TypeAlias

from msgspec import Struct, structs

from massage_companion.companion import moments
from massage_companion.companion.household import Person
from massage_companion.companion.log_ports import CheckIn
from massage_companion.companion.ports import Clock, Store
from massage_companion.companion.sessions import Sessions
from massage_companion.log.record import SORENESS_RANGE, Origin, SessionRecord
from massage_companion.session.reading import DAY_MS, HOUR_MS, Reading

CHECK_IN_DAYS: Final = (1, 3, 7, 21)
"""Days after the first session with a massager."""

WATCH_DAYS: Final = 28
"""How long late signs are asked about: reported ones came up to four weeks later (EVIDENCE section 7)."""

MORNING_FROM_MS: Final = 6 * HOUR_MS
MORNING_UNTIL_MS: Final = 36 * HOUR_MS
"""When the next morning is asked about, counted from the end of the session; a night has to lie between."""

DAY_BEGINS_AT: Final = timedelta(hours=4)
"""The local hour at which one day ends and the next begins: who is up at one o'clock has not slept yet."""

WORSE_BY: Final = 2
"""So many points on the scale from 0 to 10 are a change that a person can tell (EVIDENCE section 9)."""


class MorningAfter(Struct, frozen=True):
    """Ask how sore the neck is after the night that followed this session."""

    record: SessionRecord


class LateSigns(Struct, frozen=True):
    """Ask about late signs: ``day`` is the one of the four that it is for, ``first_utc_ms`` the first session."""

    massager: str
    day: int
    first_utc_ms: int


Due: TypeAlias = MorningAfter | LateSigns


class Said(StrEnum):
    """What a check-in is answered with, as it is kept."""

    FINE = "fine"
    SIGNS = "signs"
    SKIPPED = "skipped"


def due(
    person: Person,
    latest: SessionRecord | None,
    first_sessions: Mapping[str, int],
    answered: tuple[CheckIn, ...],
    now: Reading,
) -> Due | None:
    """The one question that is due now, if any. Late signs come first: they matter more than a rating.

    ``latest`` is the person's latest session, ``first_sessions`` when the first one with each massager began.
    """
    late = late_signs(person, first_sessions, answered, now)
    return late if late is not None else morning_after(person, latest, now)


def late_signs(
    person: Person, first_sessions: Mapping[str, int], answered: tuple[CheckIn, ...], now: Reading
) -> LateSigns | None:
    """The check-in that is due. One that was missed is asked until the next is due, and the last for a week.

    Days up to the latest one answered are over for good, whatever the wall clock says.
    """
    if not person.check_ins:
        return None
    done: dict[str, int] = {}
    for each in answered:
        done[each.massager] = max(each.day, done.get(each.massager, 0))
    waiting: list[LateSigns] = []
    for massager, first_utc_ms in first_sessions.items():
        day = _day_due(now.utc_ms - first_utc_ms)
        if day > done.get(massager, 0):
            waiting.append(LateSigns(massager, day, first_utc_ms))
    return min(waiting, key=lambda each: (each.first_utc_ms + each.day * DAY_MS, each.massager), default=None)


def _day_due(since_first_ms: int) -> int:
    """The latest of the four days that has come, 0 before the first and once all is over."""
    if since_first_ms >= WATCH_DAYS * DAY_MS:
        return 0
    return max((day for day in CHECK_IN_DAYS if since_first_ms >= day * DAY_MS), default=0)


def morning_after(person: Person, latest: SessionRecord | None, now: Reading) -> MorningAfter | None:
    """The session to ask about: only the latest one, since a neck cannot tell of two."""
    if person.next_morning is not True or latest is None or latest.sore_next is not None:
        return None
    since_ms = now.utc_ms - latest.ended.utc_ms
    if not MORNING_FROM_MS <= since_ms < MORNING_UNTIL_MS or not _slept_between(latest.ended, now):
        return None
    return MorningAfter(latest)


def _slept_between(earlier: Reading, later: Reading) -> bool:
    days = [
        (moments.local(utc_ms, later.offset_minutes) - DAY_BEGINS_AT).date()
        for utc_ms in (earlier.utc_ms, later.utc_ms)
    ]
    return days[0] < days[1]


def is_worse(record: SessionRecord, sore_next: int) -> bool:
    """Whether the neck is clearly worse than before the session, or than just after it where only that is known."""
    before = record.sore_before if record.sore_before is not None else record.sore_after
    return before is not None and sore_next - before >= WORSE_BY


class LookingAfter:
    """Asks and keeps what was said. Every method raises StoreError where the store does not answer."""

    def __init__(self, store: Store, clock: Clock, sessions: Sessions) -> None:
        self._store = store
        self._clock = clock
        self._sessions = sessions
        self._put_off: set[str] = set()

    def due(self, person: str) -> Due | None:
        """What to ask this person now; nothing while a session is live."""
        known = self._person(person)
        if known is None or self._sessions.live is not None:
            return None
        now = self._clock.read()
        latest = self._latest(person, now)
        if latest is not None and latest.id in self._put_off:
            latest = None
        first = self._store.first_sessions(person) if known.check_ins else {}
        return due(known, latest, first, self._store.check_ins(person), now)

    def asks_whether_to_ask(self, person: str) -> bool:
        """Whether the person has still to say if the next morning may be asked about."""
        known = self._person(person)
        return known is not None and known.next_morning is None

    def allow_next_morning(self, person: str, allowed: bool) -> None:
        """Keep whether the next morning may be asked about."""
        if (known := self._person(person)) is not None:
            self._store.keep_person(structs.replace(known, next_morning=allowed))

    def say(self, person: str, asked: LateSigns, said: Said) -> None:
        """Keep the answer to a check-in."""
        now = self._clock.read()
        self._store.keep_check_in(CheckIn(person, asked.massager, asked.day, now.utc_ms, said.value))

    def stop_check_ins(self, person: str) -> None:
        """Never ask this person about late signs again."""
        if (known := self._person(person)) is not None:
            self._store.keep_person(structs.replace(known, check_ins=False))

    def rate_morning(self, asked: MorningAfter, soreness: int) -> bool:
        """Keep how sore the neck is, 0 to 10, and tell whether that is clearly worse. ValueError for other numbers."""
        if soreness not in SORENESS_RANGE:
            raise ValueError(f"soreness goes from 0 to 10, not {soreness}")
        record = self._store.record(asked.record.id)
        if record is not None:
            self._store.change_records((structs.replace(record, sore_next=soreness),))
        return is_worse(asked.record, soreness)

    def not_now(self, asked: MorningAfter) -> None:
        """Do not ask about this session again before the program is started anew."""
        self._put_off.add(asked.record.id)

    def now(self) -> Reading:
        """What the clocks say now."""
        return self._clock.read()

    def massager_name(self, massager: str) -> str:
        """What the person calls it, nothing for one that is not there."""
        return next((each.name for each in self._store.massagers() if each.id == massager), "")

    def _latest(self, person: str, now: Reading) -> SessionRecord | None:
        """The session that ended last; ``None`` where the one written last lies ahead: the clock cannot be believed.

        One dated too late by a clock that is right again must not hide those after it for as long as it was wrong.
        """
        recent = self._store.recent(person, now.utc_ms - MORNING_UNTIL_MS)
        own = [record for record in recent if record.person == person and record.removed_utc_ms is None]
        timed = next((record for record in own if record.origin is Origin.TIMER), None)
        if timed is not None and timed.ended.utc_ms > now.utc_ms:
            return None
        past = (record for record in own if record.ended.utc_ms <= now.utc_ms)
        return max(past, key=lambda record: (record.started.utc_ms, record.id), default=None)

    def _person(self, person: str) -> Person | None:
        return next((each for each in self._store.people() if each.id == person), None)
