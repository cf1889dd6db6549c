"""``screen``: judges a file of answers by the program's rules, as the safety check would. Writes nothing."""

from typing import Any

from massage_companion.commandline.answers_file import read_answers
from massage_companion.commandline.limits_values import limits_values
from massage_companion.commandline.printing import InputError, print_json, print_lines, shown
from massage_companion.companion.explain import Explained, explain
from massage_companion.companion.limits_in_words import limit_line
from massage_companion.companion.words import Words
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.modality import ALL_MODALITIES, Modality
from massage_companion.eligibility.questionnaire import ASKED_BEFORE, Stage
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.verdict import Verdict, evaluate
from massage_companion.session.gate import HARD_LIMITS
from massage_companion.storage.content import Content, load_rules, load_texts

NOT_ALLOWED = 3


def run(place: str, named: str | None, as_json: bool, words: Words) -> int:
    """Judge the file at a place for the named modalities; the exit code. Raises InputError."""
    modalities = modalities_named(named, words)
    rules = load_rules()
    answers = read_answers(place, rules, words)
    verdict = evaluate(rules, answers, modalities, _stages(rules, answers))
    content = Content(rules, load_texts(words.language, rules))
    if as_json:
        print_json(verdict_values(verdict, content))
    else:
        print_lines(*_lines(verdict, content, words))
    return 0 if verdict.allowed else NOT_ALLOWED


def modalities_named(named: str | None, words: Words) -> frozenset[Modality]:
    """The modalities of a list such as ``kneading,heat``; all of them without one. Raises InputError."""
    if named is None:
        return ALL_MODALITIES
    found: set[Modality] = set()
    for name in named.split(","):
        try:
            found.add(Modality(name.strip()))
        except ValueError:
            known = ", ".join(modality.value for modality in Modality)
            raise InputError(words("commandline.screen.unknown_modality", name=shown(name), known=known)) from None
    return frozenset(found)


def verdict_values(verdict: Verdict, content: Content) -> dict[str, Any]:
    """The verdict as plain values, the strictest finding first."""
    return {
        "rules_version": verdict.rules_version,
        "outcome": verdict.outcome.word,
        "allowed": verdict.allowed,
        "modalities": {modality.value: outcome.word for modality, outcome in verdict.outcomes.items()},
        "findings": [finding_values(explain(finding, content.texts)) for finding in verdict.findings],
        "limits": limits_values(_limits(verdict)),
        "unanswered": list(verdict.unanswered),
    }


def finding_values(explained: Explained) -> dict[str, Any]:
    """A finding in words as plain values."""
    return {
        "id": explained.rule,
        "outcome": explained.outcome.word,
        "modalities": [modality.value for modality in explained.modalities],
        "title": explained.title,
        "answers": [
            {
                "question": answer.question,
                "question_text": answer.question_text,
                "options": list(answer.options),
                "text": "; ".join(answer.chosen),
            }
            for answer in explained.answers
        ],
        "why": explained.why,
        "next": explained.next,
        "sources": [
            {"title": source.title, "publisher": source.publisher, "year": source.year, "address": source.address}
            for source in explained.sources
        ],
    }


def _stages(rules: Rules, answers: Answers) -> frozenset[Stage]:
    """Today's page counts whole as soon as one of its questions is answered."""
    today = {question.id for question in rules.questionnaire.questions if question.stage is Stage.TODAY}
    return ASKED_BEFORE if today.intersection(answers) else frozenset({Stage.CHECK})


def _limits(verdict: Verdict) -> Limits:
    return HARD_LIMITS.tightened_by(verdict.limits)


def _lines(verdict: Verdict, content: Content, words: Words) -> list[str]:
    lines = [
        words("commandline.screen.outcome", outcome=words(f"outcomes.{verdict.outcome.word}.title")),
        words("commandline.screen.allowed" if verdict.allowed else "commandline.screen.not_allowed"),
    ]
    for finding in verdict.findings:
        explained = explain(finding, content.texts)
        lines += [
            "",
            words("commandline.screen.finding", title=explained.title),
            words("commandline.screen.answered", answers=explained.answered),
            words("commandline.screen.why", why=explained.why),
            words("commandline.screen.next", next=explained.next),
            words("commandline.screen.source", source=explained.source_line),
        ]
    lines.append("")
    if verdict.unanswered:
        lines.append(words("commandline.screen.unanswered", questions=", ".join(verdict.unanswered)))
    if verdict.allowed:
        lines.append(words("commandline.screen.limits", limits=limit_line(_limits(verdict), words)))
    return [*lines, words("commandline.screen.not_advice")]
