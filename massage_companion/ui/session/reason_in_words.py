"""Each reason for a no in a person's words. Pure. It never says which answer would unlock a session."""

from msgspec import Struct

from massage_companion.companion import moments
from massage_companion.companion.explain import explain
from massage_companion.companion.sources_in_words import source_line
from massage_companion.companion.words import Words
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.sign_questions import LOG_FACTS
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.eligibility.verdict import Finding
from massage_companion.session.reading import Reading
from massage_companion.session.refusal import (
    CheckExpired,
    CheckIncomplete,
    FindingStands,
    HeatNotAllowed,
    MassagerRetired,
    MinutesUsedUp,
    NeverChecked,
    PhasesDoNotFit,
    PlanTooLong,
    PlanTooStrong,
    Reason,
    RestNotOver,
    StopSignOpen,
    TodayUnanswered,
)
from massage_companion.ui.session import dose_line
from massage_companion.ui.session.view import Badge, BlockTone, Deed, Line


class Occasion(Struct, frozen=True):
    """When and in which words it is told. ``taken_utc_ms`` is the check's instant.

    ``today`` are the ids of today's questions, ``signs`` those about what was felt.
    """

    texts: RuleTexts
    words: Words
    now: Reading
    today: frozenset[str]
    taken_utc_ms: int | None = None
    signs: frozenset[str] = frozenset()


class Told(Struct, frozen=True):
    """A reason as it is read. ``short`` names it in a row of others."""

    badge: Badge
    tone: BlockTone
    title: str
    short: str
    lines: tuple[Line, ...]
    deeds: tuple[Deed, ...]
    source: str = ""


def told(reason: Reason, at: Occasion) -> Told:
    """The reason in words. Total: every reason has some."""
    words = at.words
    needed = Badge(words("session.badge.check_needed"), "warning")
    match reason:
        case FindingStands(finding=finding):
            return _finding(finding, at)
        case StopSignOpen(reported_utc_ms=reported):
            date = moments.when(reported, at.now.offset_minutes, at.now.utc_ms, words)
            badge = Badge(words("session.badge.stopped"), "danger")
            why = words("session.blocked.stop_sign.why", date=date)
            return _plain("stop_sign", at, badge, (Deed.CHECK_AGAIN,), "danger", why=why)
        case NeverChecked():
            return _plain("never_checked", at, needed, (Deed.DO_CHECK,))
        case CheckIncomplete(questions=questions):
            why = words.count("session.blocked.incomplete.why", len(questions))
            return _plain("incomplete", at, needed, (Deed.DO_CHECK,), why=why)
        case CheckExpired(taken_utc_ms=taken):
            key = "future" if taken > at.now.utc_ms else "expired"
            date = moments.day(taken, at.now.offset_minutes, words)
            why = words(f"session.blocked.{key}.why", date=date)
            return _plain(key, at, needed, (Deed.CHECK_AGAIN,), why=why)
        case MinutesUsedUp() | RestNotOver():
            return _waiting(reason, at)
        case (
            MassagerRetired()
            | TodayUnanswered()
            | PlanTooLong()
            | PlanTooStrong()
            | HeatNotAllowed()
            | PhasesDoNotFit()
        ):
            return _about_the_plan(reason, at)


def time_from(wait_ms: int, at: Occasion) -> str:
    """The clock time in ``wait_ms``, with its day where that is another one; minutes begun count in full."""
    return dose_line.time_from(wait_ms, at.now, at.words)


def _finding(finding: Finding, at: Occasion) -> Told:
    words, explained = at.words, explain(finding, at.texts)
    asked = frozenset(given.question for given in finding.answers)
    of_today, of_log, of_signs = bool(asked & at.today), LOG_FACTS in asked, bool(asked & at.signs)
    lead = "log_shows" if of_log else "felt" if of_signs else "answered"
    deeds: tuple[Deed, ...] = (Deed.ANSWER_AGAIN,)
    if not of_today:
        deeds = (Deed.SEE_TRENDS if of_log else Deed.SEE_RESULT, Deed.PRINT, Deed.HEALTH_CHANGED)
    sources = source_line(explained.sources, words)
    lines = (
        Line(words(f"session.blocked.{lead}"), explained.answered),
        Line(words("session.blocked.why"), explained.why),
        Line(words("session.blocked.next"), explained.next),
    )
    severe = finding.outcome >= Outcome.CONTRAINDICATED
    return Told(
        badge=Badge(words(f"outcomes.{finding.outcome.word}.pill"), "danger" if severe else "warning"),
        tone="danger" if severe else "warning",
        title=words("session.blocked.title", reason=explained.title),
        short=explained.title,
        lines=tuple(line for line in lines if line.text),
        deeds=deeds,
        source=sources if of_log or of_signs else _source(sources, of_today, at),
    )


def _source(sources: str, of_today: bool, at: Occasion) -> str:
    if of_today or at.taken_utc_ms is None:
        return at.words("session.blocked.answered_today", source=sources)
    date = moments.day(at.taken_utc_ms, at.now.offset_minutes, at.words)
    return at.words("session.blocked.source", source=sources, date=date)


def _waiting(reason: MinutesUsedUp | RestNotOver, at: Occasion) -> Told:
    time = time_from(reason.wait_ms, at)
    badge = Badge(at.words("session.badge.from_time", time=time), "neutral")
    if isinstance(reason, RestNotOver):
        return _plain("rest", at, badge, time=time)
    why = at.words(
        "session.blocked.used_up.why",
        sessions=at.words.count("session.blocked.used_up.sessions", reason.sessions_used),
        minutes=at.words.count("session.blocked.used_up.minutes", reason.minutes_used),
    )
    return _plain("used_up", at, badge, why=why, time=time)


def _about_the_plan(
    reason: MassagerRetired | TodayUnanswered | PlanTooLong | PlanTooStrong | HeatNotAllowed | PhasesDoNotFit,
    at: Occasion,
) -> Told:
    badge = Badge(at.words("session.badge.unreadable"), "warning")
    match reason:
        case MassagerRetired():
            return _plain("retired", at, badge, (Deed.MASSAGERS,))
        case TodayUnanswered():
            return _plain("today", at, badge, (Deed.ANSWER_AGAIN,))
        case PlanTooLong(allowed=allowed):
            why = at.words.count("session.blocked.too_long.why", allowed)
            return _plain("too_long", at, badge, (Deed.TRY_AGAIN,), why=why)
        case PlanTooStrong(allowed=allowed):
            why = at.words("session.blocked.too_strong.why", level=at.words(f"session.plan.{allowed.word}").lower())
            return _plain("too_strong", at, badge, (Deed.TRY_AGAIN,), why=why)
        case PhasesDoNotFit():
            return _plain("phases", at, badge, (Deed.TRY_AGAIN,))
        case HeatNotAllowed():
            return _plain("heat", at, badge, (Deed.MASSAGERS,))


def _plain(
    key: str,
    at: Occasion,
    badge: Badge,
    deeds: tuple[Deed, ...] = (),
    tone: BlockTone = "warning",
    why: str | None = None,
    **title: str,
) -> Told:
    """A reason whose words stand under ``session.blocked.<key>``."""
    words = at.words
    heading = words(f"session.blocked.{key}.title", **title)
    lines = (
        Line(words("session.blocked.why"), why if why is not None else words(f"session.blocked.{key}.why")),
        Line(words("session.blocked.next"), words(f"session.blocked.{key}.next")),
    )
    return Told(badge, tone, heading, heading, lines, deeds)
