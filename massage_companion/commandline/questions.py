"""``questions``: all questions asked before a session, in the order in which they are asked, with their words."""

from typing import Any

from massage_companion.commandline.printing import print_json, print_lines
from massage_companion.eligibility.condition import Comparison, Condition
from massage_companion.eligibility.questionnaire import ASKED_BEFORE, Kind, Question
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.storage.content import Content, load_content


def run(language: str, as_json: bool) -> int:
    """Print the questions; the exit code."""
    content = load_content(language)
    if as_json:
        print_json(questions_values(content))
    else:
        print_lines(*_lines(content))
    return 0


def questions_values(content: Content) -> dict[str, Any]:
    """The questions as plain values."""
    return {
        "rules_version": content.rules.version,
        "language": content.texts.language,
        "questions": [
            _question(question, content.texts)
            for question in content.rules.questionnaire.questions
            if question.stage in ASKED_BEFORE
        ],
    }


def _question(question: Question, texts: RuleTexts) -> dict[str, Any]:
    text = texts.questions[question.id]
    values: dict[str, Any] = {
        "id": question.id,
        "stage": question.stage.value,
        "page": question.page,
        "page_title": texts.pages[question.page],
        "text": text.text,
        "help": text.help,
        "why": text.why,
        "kind": question.kind.value,
        "options": [
            {"id": option, "text": text.options[option], "role": question.role(option)} for option in question.options
        ],
        "asked_when": None if question.asked_when is None else _condition(question.asked_when),
        "modalities": sorted(question.modalities),
    }
    if question.kind is Kind.NUMBER:
        values |= {"minimum": question.minimum, "maximum": question.maximum}
    return values


def _condition(condition: Condition) -> dict[str, Any]:
    key = "all" if condition.needs_all else "any"
    return {key: [_comparison(comparison) for comparison in condition.comparisons]}


def _comparison(comparison: Comparison) -> dict[str, Any]:
    values: dict[str, Any] = {"question": comparison.question}
    if len(comparison.options) == 1:
        values["is"] = comparison.options[0]
    elif comparison.options:
        values["in"] = list(comparison.options)
    bounds = {"at_least": comparison.at_least, "at_most": comparison.at_most}
    return values | {name: bound for name, bound in bounds.items() if bound is not None}


def _lines(content: Content) -> list[str]:
    texts = content.texts
    lines: list[str] = []
    for page in content.rules.questionnaire.pages:
        if page.stage not in ASKED_BEFORE:
            continue
        lines += ["", f"# {texts.pages[page.id]}"]
        for question in content.rules.questionnaire.questions:
            if question.page == page.id:
                text = texts.questions[question.id]
                lines += ["", f"{text.text}  [{question.id}]"]
                lines += [f"  {text.options[option]}  [{option}]" for option in question.options]
    return lines[1:]
