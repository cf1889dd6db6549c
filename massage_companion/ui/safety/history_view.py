"""The history of checks in words: when, what today's rules say, what led to it, and what differs. No Qt.

A check is judged by today's rules only; what was said on its day is not repeated as if it still held.
"""

from msgspec import structs

from massage_companion.companion import moments
from massage_companion.companion.words import Words
from massage_companion.eligibility.answers import Answer
from massage_companion.eligibility.difference import changed_answers
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.screening import Screening
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.eligibility.verdict import evaluate
from massage_companion.ui.check.review_view import kept_view
from massage_companion.ui.outcome_tone import tone_of
from massage_companion.ui.safety.facts import Facts, Language
from massage_companion.ui.safety.view import Badge, Difference, HistoryPart, HistoryRow, ScreeningDetail


def history_part(facts: Facts, chosen: str, language: Language) -> HistoryPart:
    """Every check, the newest first; ``chosen`` is the id of the one whose answers are shown."""
    words = language.words
    if not facts.history:
        return HistoryPart(words("safety.history.empty"), ())
    lead = words("safety.history.lead", massager=facts.massager.name, version=language.rules.version)
    befores = (*facts.history[1:], None)
    rows = (
        _row(screening, before, screening.id == chosen, facts, language)
        for screening, before in zip(facts.history, befores, strict=True)
    )
    return HistoryPart(lead, tuple(rows))


def _row(
    screening: Screening, before: Screening | None, is_chosen: bool, facts: Facts, language: Language
) -> HistoryRow:
    words = language.words
    return HistoryRow(
        id=screening.id,
        date=moments.when(screening.taken_utc_ms, screening.offset_minutes, facts.now.utc_ms, words),
        badge=_badge(screening, facts, language),
        text=words(
            "safety.history.row",
            cause=_cause(screening, before, words),
            version=screening.rules_version or words("safety.history.unknown_version"),
        ),
        detail=_detail(screening, before, facts, language) if is_chosen else None,
    )


def _badge(screening: Screening, facts: Facts, language: Language) -> Badge:
    """What today's rules say about these answers. Where one is missing, that is said, unless a finding forbids it."""
    verdict = evaluate(language.rules, screening.answers, facts.massager.judged_modalities)
    found = max((finding.outcome for finding in verdict.findings), default=Outcome.OK)
    if verdict.unanswered and not found.blocks:
        return Badge(language.words("safety.badge.incomplete"), "warning")
    return Badge(language.words(f"outcomes.{found.word}.pill"), tone_of(found))


def _cause(screening: Screening, before: Screening | None, words: Words) -> str:
    """What led to it: the changes that were named, answers that were missing, or the whole check."""
    named = [words(f"changes.{change}") for change in screening.changes if f"changes.{change}" in words]
    if named:
        return words("safety.history.cause.changes", changes=words("safety.history.separator").join(named))
    carried = before is not None and screening.valid_from_utc_ms == before.valid_from_utc_ms
    return words(f"safety.history.cause.{'missing' if carried else 'whole'}")


def _detail(screening: Screening, before: Screening | None, facts: Facts, language: Language) -> ScreeningDetail:
    rules, texts, words = language.rules, language.texts, language.words
    groups = kept_view(rules, screening.answers, facts.massager.judged_modalities, texts, words).groups
    if before is None:
        return ScreeningDetail(words("safety.history.first"), (), groups)
    earlier, later = (
        structs.replace(each, answers=rules.questionnaire.readable(each.answers)) for each in (before, screening)
    )
    differences = tuple(
        Difference(
            question=texts.questions[changed.question].text,
            before=_answer(changed.question, changed.before, texts, words),
            after=_answer(changed.question, changed.after, texts, words),
        )
        for changed in changed_answers(earlier, later)
    )
    date = moments.day(before.taken_utc_ms, before.offset_minutes, words)
    heading = words(f"safety.history.{'differs' if differences else 'same'}", date=date)
    return ScreeningDetail(heading, differences, groups)


def _answer(question: str, answer: Answer | None, texts: RuleTexts, words: Words) -> str:
    if answer is None:
        return words("safety.history.not_asked")
    if isinstance(answer, int):
        return str(answer)
    options = texts.questions[question].options
    return words("safety.history.choices").join(options[option] for option in answer)
