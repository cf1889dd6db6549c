"""No rule can go, speak more softly or hear less without a row, a cell or a person noticing."""

from collections.abc import Iterator

import pytest
from msgspec import structs

from massage_companion.eligibility.condition import Comparison, Condition
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.rules import Rule, Rules
from tests.content.modality_matrix import MATRIX, matrix_differences
from tests.content.rule_table import differences, table
from tests.people.people_files import everybody, person_differences
from tests.support.healthy_answers import real_rules

RULES = [pytest.param(rule, id=rule.id) for rule in real_rules().rules]


@pytest.mark.parametrize("rule", RULES)
def test_every_change_of_a_rule_is_noticed(rule: Rule) -> None:
    unnoticed = [change for change, changed in changes(rule) if not is_noticed(rule.id, with_rule(rule, changed))]
    assert not unnoticed


def changes(rule: Rule) -> Iterator[tuple[str, Rule | None]]:
    """One small change after the other; ``None`` stands for the rule being gone."""
    yield "removed", None
    if rule.outcome > Outcome.OK:
        yield "one step milder", structs.replace(rule, outcome=Outcome(rule.outcome - 1))
    if rule.outcome < Outcome.EMERGENCY:
        yield "one step stricter", structs.replace(rule, outcome=Outcome(rule.outcome + 1))
    if rule.limits != Limits():
        yield "without limits", structs.replace(rule, limits=Limits())
    if rule.lasts_hours is not None:
        yield "an hour less", structs.replace(rule, lasts_hours=rule.lasts_hours - 1)
        yield "without an end", structs.replace(rule, lasts_hours=None)
    if rule.once_checked is not None:
        yield "nothing in its place", structs.replace(rule, once_checked=None)
        yield "something else in its place", structs.replace(rule, once_checked=f"not-{rule.once_checked}")
    for kind in Modality:
        yield f"{kind} the other way", structs.replace(rule, modalities=rule.modalities ^ {kind})
    for change, condition in _changed_conditions(rule.condition):
        yield change, structs.replace(rule, condition=condition)


def with_rule(rule: Rule, changed: Rule | None) -> Rules:
    """The real rules with this one in another shape, or without it."""
    rules = real_rules()
    kept = [changed if other.id == rule.id else other for other in rules.rules]
    return structs.replace(rules, rules=tuple(other for other in kept if other is not None))


def is_noticed(rule_id: str, rules: Rules) -> bool:
    """Whether some row, cell or person says that these rules are not the right ones. Likeliest first."""
    if any(differences(rules, rule_id, table()[rule_id])):
        return True
    if any(True for row in MATRIX for _ in matrix_differences(rules, row)):
        return True
    return any(True for person in everybody() for _ in person_differences(rules, person))


def _changed_conditions(condition: Condition) -> Iterator[tuple[str, Condition]]:
    parts = condition.comparisons
    if len(parts) > 1:
        yield "all and any swapped", structs.replace(condition, needs_all=not condition.needs_all)
    for place, part in enumerate(parts):
        others = (*parts[:place], *parts[place + 1 :])
        if others:
            yield f"no longer asks {part.question}", structs.replace(condition, comparisons=others)
        for change, other in _changed_comparisons(part):
            yield change, structs.replace(condition, comparisons=(*others, other))


def _changed_comparisons(part: Comparison) -> Iterator[tuple[str, Comparison]]:
    for option in part.options:
        heard = tuple(other for other in part.options if other != option)
        yield f"deaf to {part.question} = {option}", structs.replace(part, options=heard)
    for step in (-1, 1):
        if part.at_least is not None:
            yield f"at least {step:+}", structs.replace(part, at_least=part.at_least + step)
        if part.at_most is not None:
            yield f"at most {step:+}", structs.replace(part, at_most=part.at_most + step)
