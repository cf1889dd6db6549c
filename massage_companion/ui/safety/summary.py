"""The result in a few lines and what can be done about it. No Qt.

A check that does not count any more is never told as if it still held, and in an emergency what to do comes first.
"""

from collections.abc import Iterable

from massage_companion.companion import moments
from massage_companion.companion.checks import Result
from massage_companion.companion.words import Words
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.screening import Screening
from massage_companion.session.refusal import CheckExpired, StopSignOpen
from massage_companion.ui.check.result_view import ResultView
from massage_companion.ui.outcome_tone import card_tone_of
from massage_companion.ui.safety.facts import Facts, until_utc_ms
from massage_companion.ui.safety.intents import Deed
from massage_companion.ui.safety.view import Notice, Summary


def summary(facts: Facts, result: Result, shown: ResultView, due: Iterable[Notice], words: Words) -> Summary:
    """The result as it stands; deeds that a notice offers already are left out."""
    deeds = _deeds(facts, {notice.deed for notice in due})
    if facts.is_emergency:
        lines = tuple(words(f"check.emergency.{line}") for line in ("lead", "numbers"))
        return Summary("danger", words("check.emergency.title"), lines, (), deeds)
    if not facts.counts:
        return _not_counting(facts, result, shown, deeds, words)
    lines = (shown.led, *shown.after)
    return Summary(card_tone_of(shown.outcome), shown.title, lines, (_valid(result.screening, words),), deeds)


def _not_counting(
    facts: Facts, result: Result, shown: ResultView, deeds: tuple[tuple[Deed, ...], ...], words: Words
) -> Summary:
    if _whole_check_only(facts):
        day = moments.day(result.screening.taken_utc_ms, result.screening.offset_minutes, words)
        lines = [words("safety.result.void.text", day=day)]
        lines += [words("safety.result.void.reasons")] if shown.findings else []
        return Summary("plain", words("safety.result.void.title"), tuple(lines), (), deeds)
    return Summary(
        tone="plain",
        title=words("safety.result.open.title", massager=facts.massager.name),
        lines=(words("safety.result.open.text"),),
        small=(_valid(result.screening, words),),
        deeds=deeds,
    )


def _deeds(facts: Facts, offered: set[Deed | None]) -> tuple[tuple[Deed, ...], ...]:
    """Buttons in rows: for a doctor, then for another check. In one row where there is no doctor to ask."""
    ways: tuple[Deed, ...] = (Deed.HEALTH_CHANGED, Deed.WHOLE_CHECK)
    if facts.is_emergency:
        ways = (Deed.WHOLE_CHECK,)
    elif _whole_check_only(facts):
        ways = ()
    # Beside something that no doctor lifts here, a yes is not the first thing to think of.
    doctor = (Deed.RECORD_YES, Deed.REPORT) if _only_a_doctor(facts) else (Deed.REPORT, Deed.RECORD_YES)
    rows = (doctor, ways) if facts.can_record_yes else ((*ways, Deed.REPORT),)
    left = (tuple(deed for deed in row if deed not in offered) for row in rows)
    return tuple(row for row in left if row)


def _only_a_doctor(facts: Facts) -> bool:
    return max(facts.standing_outcomes, default=Outcome.OK) <= Outcome.DOCTOR_FIRST


def _whole_check_only(facts: Facts) -> bool:
    """Whether only a whole new check counts: there is no other way into one then."""
    return any(isinstance(reason, StopSignOpen | CheckExpired) for reason in facts.standing.reasons)


def _valid(screening: Screening, words: Words) -> str:
    """When it was taken, how old its oldest answers are where some were carried over, and until when it counts."""
    taken, oldest, until = (
        moments.day(utc_ms, screening.offset_minutes, words)
        for utc_ms in (screening.taken_utc_ms, screening.valid_from_utc_ms, until_utc_ms(screening))
    )
    key = "safety.valid.whole" if taken == oldest else "safety.valid.carried"
    return words(key, taken=taken, oldest=oldest, until=until)
