"""What a check led to, as it is shown: the outcome, every finding, limits and sources in words. No Qt.

It shows what the gate says: where a doctor's yes or heat that can be switched off takes a block away, so does this.
It must never tell which answer would have unlocked a session.
"""

from collections.abc import Iterable

from msgspec import Struct

from massage_companion.companion.checks import Result
from massage_companion.companion.explain import explain
from massage_companion.companion.limits_in_words import limit_phrases, sentence_start
from massage_companion.companion.modalities_in_words import modality_names, outcome_lines
from massage_companion.companion.outcome_now import limits_now, outcome_now
from massage_companion.companion.sources_in_words import source_line
from massage_companion.companion.words import Words
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.rules import Source
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.eligibility.verdict import Finding, Verdict
from massage_companion.session.gate import Standing


class FindingView(Struct, frozen=True):
    """One finding. ``concerns`` names modalities where it is not about all; ``state`` its outcome where they differ."""

    title: str
    outcome: Outcome
    answered: str
    why: str
    next: str
    sources: str
    addresses: tuple[str, ...]
    state: str = ""
    concerns: str = ""


class ResultView(Struct, frozen=True):
    """The whole result. ``after`` says what it means for sessions, ``quiet`` are findings that speak for it."""

    outcome: Outcome
    pill: str
    title: str
    led: str
    after: tuple[str, ...]
    findings: tuple[FindingView, ...]
    limits: tuple[str, ...]
    modalities: tuple[str, ...]
    quiet: tuple[FindingView, ...]
    notes: tuple[str, ...]


def result_view(result: Result, standing: Standing, texts: RuleTexts, words: Words) -> ResultView:
    """The result for one massager. ``standing`` is what the gate says about it now."""
    verdict = result.verdict
    outcome = outcome_now(verdict, standing)
    speaking = tuple(finding for finding in verdict.findings if finding.outcome is not Outcome.OK)
    mixed = len({finding.outcome for finding in speaking}) > 1
    return ResultView(
        outcome=outcome,
        pill=words(f"outcomes.{outcome.word}.pill"),
        title=words(f"outcomes.{outcome.word}.title"),
        led=_led(speaking, len(result.screening.answers), words),
        after=_after(verdict, outcome, words),
        findings=tuple(finding_view(finding, verdict.outcomes, texts, words, mixed) for finding in speaking),
        limits=_limits(verdict, standing, words),
        modalities=_modalities(verdict, words),
        quiet=tuple(
            finding_view(finding, verdict.outcomes, texts, words, False)
            for finding in verdict.findings
            if finding.outcome is Outcome.OK
        ),
        notes=_notes(verdict.findings, words),
    )


def finding_view(
    finding: Finding, about: Iterable[Modality], texts: RuleTexts, words: Words, with_state: bool
) -> FindingView:
    """One finding in words; ``about`` are the modalities of the massager."""
    told = explain(finding, texts)
    partly = finding.modalities != frozenset(about)
    return FindingView(
        title=told.title,
        outcome=told.outcome,
        answered=told.answered,
        why=told.why,
        next=told.next,
        sources=source_line(told.sources, words),
        addresses=tuple(_address(source, words) for source in told.sources),
        state=words(f"outcomes.{told.outcome.word}.pill") if with_state else "",
        concerns=words("check.result.concerns", names=modality_names(told.modalities, words)) if partly else "",
    )


def _led(speaking: tuple[Finding, ...], total: int, words: Words) -> str:
    questions = {given.question for finding in speaking for given in finding.answers}
    if not questions:
        return words("check.result.none_led", total=total)
    return words.count("check.result.led", len(questions), total=total)


def _after(verdict: Verdict, outcome: Outcome, words: Words) -> tuple[str, ...]:
    after = [words(f"check.result.after.{outcome.word}")] if outcome is not Outcome.EMERGENCY else []
    if verdict.outcome.blocks and not outcome.blocks and _only_heat_blocks(verdict):
        after.append(words("check.result.heat_only"))
    return tuple(after)


def _only_heat_blocks(verdict: Verdict) -> bool:
    return all(not outcome.blocks for modality, outcome in verdict.outcomes.items() if modality is not Modality.HEAT)


def _limits(verdict: Verdict, standing: Standing, words: Words) -> tuple[str, ...]:
    return tuple(sentence_start(phrase) for phrase in limit_phrases(limits_now(verdict, standing), words))


def _modalities(verdict: Verdict, words: Words) -> tuple[str, ...]:
    lines = outcome_lines(verdict.outcomes, words)
    if len(lines) < 2:
        return ()
    return tuple(words("check.result.modality", names=names, outcome=outcome) for names, outcome in lines)


def _notes(findings: tuple[Finding, ...], words: Words) -> tuple[str, ...]:
    unreviewed = any(not finding.rule.reviewed_by for finding in findings) or not findings
    notes = (words("check.result.unreviewed"),) if unreviewed else ()
    return (*notes, words("check.result.guidance"))


def _address(source: Source, words: Words) -> str:
    return words("check.result.address", title=source.title, address=source.address or words("check.result.no_address"))
