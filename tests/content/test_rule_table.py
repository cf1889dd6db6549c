"""Every rule against the table that a health professional can read (rule_table.toml beside this file)."""

import pytest

from massage_companion.eligibility.modality import ALL_MODALITIES
from massage_companion.eligibility.outcome import OUTCOME_BY_WORD
from massage_companion.eligibility.verdict import evaluate
from tests.content.rule_table import Row, differences, table
from tests.support.healthy_answers import (
    BOTH_STAGES,
    answers_from,
    asked_and_given,
    filled,
    opened,
    real_rules,
)

ROWS = [pytest.param(rule_id, row, id=rule_id) for rule_id, row in table().items()]


def test_the_table_has_every_rule_once_in_the_order_of_the_rules() -> None:
    assert list(table()) == [rule.id for rule in real_rules().rules]


@pytest.mark.parametrize(("rule_id", "row"), ROWS)
def test_the_smallest_answers_meet_the_rule_with_its_outcome_and_kinds_of_massager(rule_id: str, row: Row) -> None:
    assert not list(differences(real_rules(), rule_id, row))


@pytest.mark.parametrize(("rule_id", "row"), ROWS)
def test_a_person_who_is_well_otherwise_meets_the_rule_on_the_way_through_the_check(rule_id: str, row: Row) -> None:
    rules = real_rules()
    for plain in row.fired_by:
        given = opened(rules.questionnaire, answers_from(rules.questionnaire, plain))
        answers = filled(rules.questionnaire, given, ALL_MODALITIES)
        assert asked_and_given(rules.questionnaire, answers, ALL_MODALITIES).given == answers.given, plain
        verdict = evaluate(rules, answers, ALL_MODALITIES, BOTH_STAGES)
        assert rule_id in {finding.rule.id for finding in verdict.findings}, plain
        for kind in row.concerns:
            assert verdict.outcomes[kind] >= OUTCOME_BY_WORD[row.outcome], (plain, kind)
