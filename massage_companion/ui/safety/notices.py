"""What has to be known before the result: that the check does not count any more, or soon will not. No Qt.

The most pressing comes first. It must never say that something is allowed.
"""

from msgspec import structs

from massage_companion.companion import moments
from massage_companion.companion.words import Words
from massage_companion.eligibility.difference import gone_findings, new_findings
from massage_companion.eligibility.modality import ALL_MODALITIES
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.screening import Screening
from massage_companion.eligibility.verdict import Verdict, evaluate
from massage_companion.session.reading import DAY_MS
from massage_companion.session.refusal import CheckExpired, CheckIncomplete, HeatNotAllowed, StopSignOpen
from massage_companion.ui.safety.facts import Facts, Language, until_utc_ms
from massage_companion.ui.safety.intents import Deed
from massage_companion.ui.safety.view import Notice
from massage_companion.ui.widgets.card import CardTone

_NEAR_MS = 30 * DAY_MS


def notices(facts: Facts, language: Language) -> tuple[Notice, ...]:
    """Every notice that is due; a deed stands in the first one that needs it. None stands before an emergency."""
    words = language.words
    if facts.is_emergency:
        return ()
    if facts.result is None:
        deed = Deed.GO_ON if facts.half_way else Deed.DO_CHECK
        return (_worded("never", words, "warning", deed),)
    screening, verdict = facts.result.screening, facts.result.verdict
    found = [
        *_stop_sign(facts, words),
        *_out_of_date(facts, screening, words),
        *_incomplete(facts, screening, verdict, words),
        *_half_way(facts, words),
        *_changed(facts, screening, verdict, language),
        *_heat(facts, words),
        *_near(facts, screening, words),
    ]
    deeds = [notice.deed for notice in found]
    whole = Deed.WHOLE_CHECK in deeds
    return tuple(
        structs.replace(notice, deed=None)
        if deeds.index(notice.deed) < place or (whole and notice.deed is Deed.MISSING)
        else notice
        for place, notice in enumerate(found)
    )


def _stop_sign(facts: Facts, words: Words) -> list[Notice]:
    times = [reason.reported_utc_ms for reason in facts.standing.reasons if isinstance(reason, StopSignOpen)]
    if not times:
        return []
    when = moments.when(max(times), facts.now.offset_minutes, facts.now.utc_ms, words)
    text = "text_with_yes" if facts.clearances else "text"
    return [
        Notice(
            tone="danger",
            title=words("safety.notice.stop_sign.title", when=when),
            text=words(f"safety.notice.stop_sign.{text}"),
            deed=Deed.WHOLE_CHECK,
        )
    ]


def _out_of_date(facts: Facts, screening: Screening, words: Words) -> list[Notice]:
    if not any(isinstance(reason, CheckExpired) for reason in facts.standing.reasons):
        return []
    future = screening.valid_from_utc_ms > facts.now.utc_ms
    name = "future" if future else "expired"
    day = screening.valid_from_utc_ms if future else until_utc_ms(screening)
    return [
        Notice(
            tone="warning",
            title=words(f"safety.notice.{name}.title", day=moments.day(day, screening.offset_minutes, words)),
            text=words(f"safety.notice.{name}.text"),
            deed=Deed.WHOLE_CHECK,
        )
    ]


def _incomplete(facts: Facts, screening: Screening, verdict: Verdict, words: Words) -> list[Notice]:
    if not any(isinstance(reason, CheckIncomplete) for reason in facts.standing.reasons):
        return []
    by_rules = screening.rules_version != verdict.rules_version
    key = "safety.notice.incomplete.by_rules" if by_rules else "safety.notice.incomplete.by_massager"
    return [
        Notice(
            tone="warning",
            title=words.count(f"{key}.title", len(verdict.unanswered)),
            text=words(f"{key}.text", massager=facts.massager.name),
            deed=Deed.MISSING,
        )
    ]


def _half_way(facts: Facts, words: Words) -> list[Notice]:
    return [_worded("half_way", words, "plain", Deed.GO_ON)] if facts.half_way else []


def _changed(facts: Facts, screening: Screening, verdict: Verdict, language: Language) -> list[Notice]:
    """What today's rules make of the answers and that day's did not, for good or bad."""
    words, texts = language.words, language.texts
    new = [finding.rule.id for finding in new_findings(screening, verdict) if finding.outcome is not Outcome.OK]
    of_all = evaluate(language.rules, screening.answers, ALL_MODALITIES)
    mild = {rule.id for rule in language.rules.rules if rule.outcome is Outcome.OK}
    # A rule that is not there any more has no words left either.
    gone = [rule for rule in gone_findings(screening, of_all) if rule not in mild and rule in texts.rules]
    if not new and not gone:
        return []
    by_rules = screening.rules_version != verdict.rules_version
    items = [words("safety.notice.changed.new", title=texts.rules[rule].title) for rule in new]
    items += [words("safety.notice.changed.gone", title=texts.rules[rule].title) for rule in gone]
    return [
        Notice(
            tone="plain",
            title=words("safety.notice.changed.title"),
            text=words(
                f"safety.notice.changed.{'by_rules' if by_rules else 'by_massager'}",
                before=screening.rules_version,
                now=verdict.rules_version,
                massager=facts.massager.name,
            ),
            items=tuple(items),
        )
    ]


def _heat(facts: Facts, words: Words) -> list[Notice]:
    if not any(isinstance(reason, HeatNotAllowed) for reason in facts.standing.reasons):
        return []
    return [_worded("heat", words, "warning", None)]


def _near(facts: Facts, screening: Screening, words: Words) -> list[Notice]:
    left_ms = until_utc_ms(screening) - facts.now.utc_ms
    if not facts.counts or left_ms >= _NEAR_MS:
        return []
    day = moments.day(until_utc_ms(screening), screening.offset_minutes, words)
    return [Notice("plain", words("safety.notice.near.title", day=day), deed=Deed.WHOLE_CHECK)]


def _worded(name: str, words: Words, tone: CardTone, deed: Deed | None) -> Notice:
    return Notice(tone, words(f"safety.notice.{name}.title"), words(f"safety.notice.{name}.text"), deed=deed)
