"""Some signs forbid a session until a doctor has examined them. The way on is told, and never which answer opens it."""

import pytest

from massage_companion.eligibility.rules import Rule
from massage_companion.eligibility.walk import touched_questions
from massage_companion.storage.content import load_texts
from massage_companion.storage.words import load_words
from tests.support.healthy_answers import real_rules

UNTIL_EXAMINED = ("R13", "R14", "R15", "R16", "R17", "R20", "R35a", "R35b")
A_DOCTOR_FOUND = "diagnosis"
RULES = [pytest.param(rule, id=rule.id) for rule in real_rules().rules if rule.id in UNTIL_EXAMINED]


def test_each_of_them_is_there() -> None:
    assert {rule.id for rule in real_rules().rules} >= set(UNTIL_EXAMINED)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("rule", RULES)
def test_it_says_where_to_tell_what_the_doctor_found(rule: Rule, language: str) -> None:
    button = load_words(language)("session.blocked.health_changed").rstrip(".…")
    assert f"“{button}”" in load_texts(language, real_rules()).rules[rule.id].next


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("rule", RULES)
def test_it_does_not_tell_which_answer_would_open_a_session(rule: Rule, language: str) -> None:
    texts = load_texts(language, real_rules())
    for question in rule.condition.questions:
        words = texts.questions[question].options
        assert not [option for option in words.values() if option in texts.rules[rule.id].next]


@pytest.mark.parametrize("rule", RULES)
def test_what_a_doctor_found_asks_again_what_stopped_the_person(rule: Rule) -> None:
    change = next(change for change in real_rules().questionnaire.changes if change.id == A_DOCTOR_FOUND)
    assert set(rule.condition.questions) <= touched_questions(real_rules(), change.pages)
