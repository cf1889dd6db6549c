"""Reads rule_table.toml and says where the rules differ from it.

The table is written by hand next to the evidence; it must never be computed from the rules that it checks.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.limits import INTENSITY_BY_WORD, Limits
from massage_companion.eligibility.modality import ALL_MODALITIES, Modality
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.verdict import Finding, evaluate
from massage_companion.storage.content_files import LimitsEntry, OutcomeWord
from tests.support.healthy_answers import answers_from

TABLE = Path(__file__).with_name("rule_table.toml")
Plain = dict[str, str | int | list[str]]


class Row(Struct, frozen=True, forbid_unknown_fields=True):
    """What one rule is for: the smallest answers that meet it, some that just do not, and what it then says."""

    outcome: OutcomeWord
    modalities: list[Modality] | Literal["all"]
    fired_by: list[Plain]
    not_by: list[Plain] = []
    limits: LimitsEntry | None = None
    lasts_hours: int | None = None
    once_checked: str | None = None

    @property
    def concerns(self) -> frozenset[Modality]:
        """The kinds of massager that the rule speaks about."""
        return ALL_MODALITIES if self.modalities == "all" else frozenset(Modality(name) for name in self.modalities)


@cache
def table() -> Mapping[str, Row]:
    """All rows by rule id, in the order of the file."""
    return msgspec.convert(tomllib.loads(TABLE.read_text(encoding="utf-8")), dict[str, Row])


def differences(rules: Rules, rule_id: str, row: Row) -> Iterator[str]:
    """Where the rule of that id is not what its row says; nothing where it is."""
    for plain in row.fired_by:
        answers = answers_from(rules.questionnaire, plain)
        finding = _finding(rules, rule_id, answers)
        if finding is None:
            yield f"{rule_id} is not met by {plain}"
            continue
        yield from _other_words(finding, row)
        for smaller in smaller_answers(answers):
            if _finding(rules, rule_id, smaller) is not None:
                yield f"{rule_id} is already met by {dict(smaller.given)}"
    for plain in row.not_by:
        if _finding(rules, rule_id, answers_from(rules.questionnaire, plain)) is not None:
            yield f"{rule_id} is met by {plain}"


def smaller_answers(answers: Answers) -> Iterator[Answers]:
    """The same answers with one ticked option less."""
    for question, answer in answers.given.items():
        if isinstance(answer, int) or len(answer) == 1:
            yield answers.without(question)
            continue
        for option in answer:
            yield answers.with_answer(question, tuple(kept for kept in answer if kept != option))


def limits_of(entry: LimitsEntry | None) -> Limits:
    """The limits that a row names."""
    if entry is None:
        return Limits()
    return Limits(
        minutes=entry.minutes,
        sessions_per_day=entry.sessions_per_day,
        minutes_per_day=entry.minutes_per_day,
        rest_minutes=entry.rest_minutes,
        intensity=None if entry.intensity is None else INTENSITY_BY_WORD[entry.intensity],
        heat_allowed=entry.heat != "off",
        back_of_neck_only=entry.placement == "back-of-neck",
    )


def _finding(rules: Rules, rule_id: str, answers: Answers) -> Finding | None:
    """What the rule says about these answers alone; without stages, no blank is judged."""
    found = evaluate(rules, answers, ALL_MODALITIES, frozenset()).findings
    return next((finding for finding in found if finding.rule.id == rule_id), None)


def _other_words(finding: Finding, row: Row) -> Iterator[str]:
    rule = finding.rule
    if rule.outcome.word != row.outcome:
        yield f"{rule.id} says {rule.outcome.word}, the table {row.outcome}"
    if finding.modalities != row.concerns:
        here, there = sorted(finding.modalities - row.concerns), sorted(row.concerns - finding.modalities)
        yield f"{rule.id} concerns {here} that the table leaves out, and leaves out {there}"
    if (rule.lasts_hours, rule.once_checked) != (row.lasts_hours, row.once_checked):
        yield f"{rule.id} lasts {rule.lasts_hours} and then {rule.once_checked}, the table says otherwise"
    if rule.limits != limits_of(row.limits):
        yield f"{rule.id} sets {rule.limits}, the table {limits_of(row.limits)}"
