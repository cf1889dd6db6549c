"""Reads a file of answers. Strict: whatever is not exactly right is named, and nothing is guessed.

Never reads more than a little over 1 MB, however large the file is.
"""

import json
import sys
from pathlib import Path
from typing import Any, NoReturn

from massage_companion.commandline.printing import InputError, shown
from massage_companion.companion.words import Words
from massage_companion.eligibility.answers import Answer, Answers
from massage_companion.eligibility.questionnaire import ASKED_BEFORE, AnswerError, Kind, Question
from massage_companion.eligibility.rules import Rules

LARGEST_BYTES = 1_000_000


class _TwiceError(Exception):
    """A name that stands twice in one object."""


class _NoNumberError(Exception):
    """NaN, Infinity: Python reads them, JSON has none."""


def read_answers(place: str, rules: Rules, words: Words) -> Answers:
    """The answers of a file, or of standard input where it is ``-``. Raises InputError."""
    name = shown(place, 200)
    document = _decoded(name, _text(name, _content(place, words), words), words)
    if not isinstance(document, dict):
        raise InputError(words("commandline.file.no_answers", file=name))
    for key in document:
        if key != "answers":
            raise InputError(words("commandline.file.unknown_key", file=name, name=shown(key)))
    given = document.get("answers")
    if not isinstance(given, dict):
        raise InputError(words("commandline.file.no_answers", file=name))
    return _checked(given, rules, words)


def _content(place: str, words: Words) -> bytes:
    try:
        if place == "-":
            content = sys.stdin.buffer.read(LARGEST_BYTES + 1)
        else:
            with Path(place).open("rb") as file:
                content = file.read(LARGEST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(words("commandline.file.unreadable", file=shown(place, 200), reason=reason)) from None
    if len(content) > LARGEST_BYTES:
        raise InputError(words("commandline.file.too_large", file=shown(place, 200)))
    return content


def _text(name: str, content: bytes, words: Words) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(words("commandline.file.not_utf8", file=name)) from None


def _decoded(name: str, text: str, words: Words) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except _TwiceError as error:
        problem = words("commandline.file.twice", file=name, name=shown(error))
    except json.JSONDecodeError as error:
        problem = words("commandline.file.not_json", file=name, line=error.lineno, column=error.colno)
    except (_NoNumberError, ValueError):
        problem = words("commandline.file.number", file=name)
    except RecursionError:
        problem = words("commandline.file.too_deep", file=name)
    raise InputError(problem)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in pairs:
        if key in values:
            raise _TwiceError(key)
        values[key] = value
    return values


def _no_number(constant: str) -> NoReturn:
    raise _NoNumberError(constant)


def _checked(given: dict[str, Any], rules: Rules, words: Words) -> Answers:
    questions = {each.id: each for each in rules.questionnaire.questions if each.stage in ASKED_BEFORE}
    answers: dict[str, Answer] = {}
    for name, raw in given.items():
        if name not in questions:
            raise InputError(words("commandline.answer.unknown_question", question=shown(name)))
        try:
            answers[name] = questions[name].checked(raw)
        except AnswerError:
            raise InputError(_problem(questions[name], raw, words)) from None
    return Answers(answers)


def _problem(question: Question, raw: object, words: Words) -> str:
    """Why this question does not offer that answer."""
    listed = raw if isinstance(raw, list) and question.kind is Kind.MANY else [raw]
    if all(isinstance(option, str) for option in listed):
        for option in listed:
            if option not in question.options:
                return words("commandline.answer.unknown_option", question=question.id, option=shown(option))
        if question.none in listed and len(listed) > 1:
            return words("commandline.answer.none_alone", question=question.id, option=question.none)
    return words(
        f"commandline.answer.{question.kind.value}",
        question=question.id,
        minimum=question.minimum,
        maximum=question.maximum,
    )
