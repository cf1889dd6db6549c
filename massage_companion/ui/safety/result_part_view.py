"""Today's result for one massager as the page shows it. It says what the gate says, and nothing milder. No Qt.

A check that does not count any more is shown as such: its outcome is never repeated as if it still held.
"""

from functools import reduce

from massage_companion.companion import moments
from massage_companion.companion.checks import Result
from massage_companion.companion.clearances import KnownClearance
from massage_companion.companion.limits_in_words import limit_phrases, sentence_start
from massage_companion.companion.modalities_in_words import outcome_lines
from massage_companion.companion.outcome_now import lifted, limits_now, outcome_now
from massage_companion.companion.words import Words
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.verdict import Finding
from massage_companion.session.doctors_word import Heard
from massage_companion.session.refusal import CheckExpired, CheckIncomplete, FindingStands, StopSignOpen
from massage_companion.ui.check.result_view import FindingView, finding_view, result_view
from massage_companion.ui.outcome_tone import tone_of
from massage_companion.ui.safety.facts import Facts, Language
from massage_companion.ui.safety.notices import notices
from massage_companion.ui.safety.summary import summary
from massage_companion.ui.safety.view import Badge, FindingItem, ResultPart, TextList


def result_part(facts: Facts, language: Language) -> ResultPart:
    """Notices, the result, its reasons, and what can be done now."""
    due = notices(facts, language)
    if facts.result is None:
        return ResultPart(due)
    words = language.words
    shown = result_view(facts.result, facts.standing, language.texts, words)
    return ResultPart(
        notices=due,
        summary=summary(facts, facts.result, shown, due, words),
        lists=_lists(facts, facts.result, words) if facts.counts else (),
        findings=tuple(_item(finding, facts, facts.result, language) for finding in _speaking(facts.result)),
        quiet=shown.quiet if facts.counts and not shown.outcome.blocks else (),
        notes=shown.notes,
    )


def badge(facts: Facts, words: Words) -> Badge:
    """How things stand, in two or three words beside the heading."""
    if facts.result is None:
        return Badge(words("safety.badge.never"), "neutral")
    if facts.is_emergency:
        return Badge(words("outcomes.emergency.pill"), "danger")
    reasons = {type(reason) for reason in facts.standing.reasons}
    if StopSignOpen in reasons:
        return Badge(words("safety.badge.stop_sign"), "danger")
    if CheckExpired in reasons:
        return Badge(words("safety.badge.expired"), "warning")
    if CheckIncomplete in reasons and not facts.is_blocked:
        return Badge(words("safety.badge.incomplete"), "warning")
    outcome = outcome_now(facts.result.verdict, facts.standing)
    return Badge(words(f"outcomes.{outcome.word}.pill"), tone_of(outcome))


def _lists(facts: Facts, result: Result, words: Words) -> tuple[TextList, ...]:
    """The limits of every session, and what holds for each thing the massager does, as it stands now."""
    limits = limits_now(result.verdict, facts.standing)
    if not outcome_now(result.verdict, facts.standing).blocks:
        limits = reduce(Limits.tightened_by, (known.clearance.limits for known in _in_use(facts, result)), limits)
    phrases = tuple(sentence_start(phrase) for phrase in limit_phrases(limits, words))
    outcomes = outcome_lines(_outcomes_now(facts, result), words)
    lines = tuple(words("check.result.modality", names=names, outcome=outcome) for names, outcome in outcomes)
    lists = (
        TextList(words("check.result.limits"), phrases),
        TextList(words("check.result.per_modality"), lines if len(lines) > 1 else ()),
    )
    return tuple(each for each in lists if each.lines)


def _outcomes_now(facts: Facts, result: Result) -> dict[Modality, Outcome]:
    """The outcome of each modality, where what a doctor cleared asks for care and no more."""
    cleared = {finding.rule.id for finding in result.verdict.findings if _clearing(finding, facts) is not None}
    return {
        modality: max(
            (
                Outcome.PRECAUTION if finding.rule.id in cleared else finding.outcome
                for finding in result.verdict.findings
                if modality in finding.modalities
            ),
            default=Outcome.OK,
        )
        for modality in result.verdict.outcomes
    }


def _in_use(facts: Facts, result: Result) -> tuple[KnownClearance, ...]:
    """The clearances that lift something now."""
    findings = result.verdict.findings
    return tuple(known for known in facts.clearances if any(_names(known, finding, facts) for finding in findings))


def _clearing(finding: Finding, facts: Facts) -> KnownClearance | None:
    return next((known for known in facts.clearances if _names(known, finding, facts)), None)


def _speaking(result: Result) -> tuple[Finding, ...]:
    return tuple(finding for finding in result.verdict.findings if finding.outcome is not Outcome.OK)


def _item(finding: Finding, facts: Facts, result: Result, language: Language) -> FindingItem:
    words, verdict = language.words, result.verdict
    view = finding_view(finding, verdict.outcomes, language.texts, words, False)
    mixed = len({each.outcome for each in _speaking(result)}) > 1
    if finding in lifted(verdict, facts.standing) and facts.counts:
        return _lifted_item(view, finding, facts, words)
    standing = any(r.finding == finding for r in facts.standing.reasons if isinstance(r, FindingStands))
    note = words(f"safety.result.no_way_around.{finding.outcome.word}") if standing and _is_final(finding) else ""
    state = Badge(words(f"outcomes.{finding.outcome.word}.pill"), tone_of(finding.outcome))
    return FindingItem(view, state if mixed else None, note)


def _lifted_item(view: FindingView, finding: Finding, facts: Facts, words: Words) -> FindingItem:
    yes = _clearing(finding, facts)
    if yes is None:
        return FindingItem(view, Badge(words("safety.result.heat.badge"), "ok"), words("safety.result.heat.text"))
    clearance = yes.clearance
    note = words(
        "safety.result.cleared.text",
        by_whom=clearance.by_whom,
        given=moments.day(clearance.given_utc_ms, clearance.offset_minutes, words),
        until=moments.day(clearance.last_utc_ms - 1, clearance.offset_minutes, words),
    )
    return FindingItem(view, Badge(words("safety.result.cleared.badge"), "ok"), note)


def _names(known: KnownClearance, finding: Finding, facts: Facts) -> bool:
    clearance = known.clearance
    return known.heard is Heard.YES and clearance.covers(finding, facts.massager.id, facts.now.utc_ms)


def _is_final(finding: Finding) -> bool:
    return finding.outcome >= Outcome.CONTRAINDICATED
