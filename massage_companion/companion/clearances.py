"""A doctor's yes as a use case: recording it, withdrawing it. It can be recorded for "doctor first" findings only.

What a slip leaves open is never the most there is: it counts as the careful plan.
"""

from contextlib import suppress
from datetime import date, timedelta
from typing import Final

from msgspec import Struct, structs

from massage_companion.companion import moments
from massage_companion.companion.ports import Clock, Ids, Store, StoreError
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.clearance import LONGEST_DAYS, Clearance
from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.verdict import Finding, Verdict
from massage_companion.session.aftermath import grave_signs
from massage_companion.session.doctors_word import Heard, heard
from massage_companion.session.massager import Massager
from massage_companion.session.reading import DAY_MS, Reading
from massage_companion.session.stop_sign import StopSign

LONGEST_NAME: Final = 120

CAREFUL_PLAN: Final = Limits(minutes=10, sessions_per_day=1, intensity=Intensity.MEDIUM)
"""What holds where the slip says nothing: the low-dose plan for people whom a doctor cleared (EVIDENCE section 6)."""


class ClearanceError(ValueError):
    """What was typed cannot be a clearance.

    ``problem``: nothing_cleared, no_doctor, not_yet, before_stop_sign, no_since, over, too_long.
    """

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class Slip(Struct, frozen=True):
    """What the person types from the doctor's slip. ``until`` is the last day on which it counts.

    ``limits`` are those that the slip names; ``for_home`` is ``False`` where the doctor did not approve this massager
    at home. Such a no is kept and clears nothing.
    """

    rules: frozenset[str]
    for_home: bool
    by_whom: str
    given: date
    until: date
    limits: Limits = Limits()


class KnownClearance(Struct, frozen=True):
    """A recorded clearance and what it is worth now."""

    clearance: Clearance
    heard: Heard


class Clearances:
    """Every use case around a doctor's clearance."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, rules: Rules | None = None) -> None:
        """Without ``rules`` every stop sign counts as one that ends a clearance; with them, mild ones do not."""
        self._store = store
        self._clock = clock
        self._ids = ids
        self._rules = rules

    def all(self, person: str) -> tuple[KnownClearance, ...]:
        """All clearances of a person, withdrawn ones too, the newest first."""
        every = self._store.clearances(person)
        signs = self._ending_signs(person)
        now_utc_ms = self._clock.read().utc_ms
        return tuple(KnownClearance(each, heard(each, every, signs, now_utc_ms)) for each in every)

    def record(self, person: str, massager: Massager, verdict: Verdict, slip: Slip) -> Clearance:
        """Record a clearance for findings of this verdict. Raises ClearanceError, or StoreError with nothing stored."""
        now = self._clock.read()
        given_utc_ms = min(_end_of(slip.given, now), now.utc_ms)
        clearable = {finding.rule.id for finding in clearable_findings(verdict)}
        if not slip.rules or not slip.rules <= clearable:
            raise ClearanceError("nothing_cleared")
        if not slip.by_whom.strip() or len(slip.by_whom.strip()) > LONGEST_NAME:
            raise ClearanceError("no_doctor")
        if slip.given > _today(now):
            raise ClearanceError("not_yet")
        if slip.for_home:
            self._check_what_came_later(person, massager, slip, given_utc_ms)
            _check_end(slip, _today(now))
        clearance = Clearance(
            id=self._ids.new(),
            person=person,
            massager=massager.id,
            rules=slip.rules,
            for_home=slip.for_home,
            by_whom=slip.by_whom.strip(),
            given_utc_ms=given_utc_ms,
            until_utc_ms=min(_end_of(slip.until, now), given_utc_ms + LONGEST_DAYS * DAY_MS),
            limits=doctors_plan(slip.limits),
            recorded_utc_ms=now.utc_ms,
            offset_minutes=now.offset_minutes,
        )
        self._store.keep_clearance(clearance)
        return clearance

    def withdraw(self, clearance: Clearance) -> None:
        """Take a clearance back: at once, and without a way to undo it but a new one. Raises StoreError."""
        self._store.keep_clearance(structs.replace(clearance, withdrawn=True))

    def _check_what_came_later(self, person: str, massager: Massager, slip: Slip, given_utc_ms: int) -> None:
        """A yes from before something felt wrong, or from before a doctor's no, is no yes any more."""
        if any(given_utc_ms <= sign.reported.utc_ms for sign in self._ending_signs(person)):
            raise ClearanceError("before_stop_sign")
        for known in self._store.clearances(person):
            about_this = known.massager == massager.id and known.rules & slip.rules
            if about_this and not known.for_home and given_utc_ms < known.given_utc_ms:
                raise ClearanceError("no_since")

    def _ending_signs(self, person: str) -> tuple[StopSign, ...]:
        """The stop signs that end a yes from before them."""
        signs = self._store.stop_signs(person)
        if self._rules is None:
            return signs
        screening = next(iter(self._store.screenings(person)), None)
        return grave_signs(self._rules, Answers() if screening is None else screening.answers, signs)


def withdraw_dated_ahead(store: Store, person: str, now: Reading) -> None:
    """Take back what is dated after now, when something felt wrong.

    A stop sign ends every yes from before it, and that goes by dates: the clock is behind now, or it was ahead then,
    and the dates would say that the doctor knew of it. A store that fails here never keeps a session from ending.
    """
    with suppress(StoreError):
        for each in store.clearances(person):
            if each.for_home and not each.withdrawn and min(each.given_utc_ms, each.recorded_utc_ms) > now.utc_ms:
                store.keep_clearance(structs.replace(each, withdrawn=True))


def clearable_findings(verdict: Verdict) -> tuple[Finding, ...]:
    """The findings that a doctor can clear here: "doctor first", and nothing stricter."""
    return tuple(finding for finding in verdict.findings if finding.outcome is Outcome.DOCTOR_FIRST)


def last_day(given: date) -> date:
    """The last day that a clearance of this day can count; the last there is where the calendar ends before."""
    return given + min(timedelta(days=LONGEST_DAYS), date.max - given)


def doctors_plan(said: Limits) -> Limits:
    """The limits of a slip, with the careful plan's where it says nothing."""
    return structs.replace(
        said,
        minutes=said.minutes if said.minutes is not None else CAREFUL_PLAN.minutes,
        sessions_per_day=said.sessions_per_day if said.sessions_per_day is not None else CAREFUL_PLAN.sessions_per_day,
        intensity=said.intensity if said.intensity is not None else CAREFUL_PLAN.intensity,
    )


def _check_end(slip: Slip, today: date) -> None:
    if slip.until < today:
        raise ClearanceError("over")
    if slip.until > last_day(slip.given):
        raise ClearanceError("too_long")


def _today(now: Reading) -> date:
    return moments.local(now.utc_ms, now.offset_minutes).date()


def _end_of(day: date, now: Reading) -> int:
    """The last millisecond of a day where the clock stands now (Unix time in ms)."""
    days_to_come = (day - _today(now)).days + 1
    wall_utc_ms = now.utc_ms + now.offset_minutes * 60_000
    return now.utc_ms - wall_utc_ms % DAY_MS + days_to_come * DAY_MS - 1
