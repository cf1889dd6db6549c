"""A healthy person is done in ten short pages, whatever the massager does, and is asked nothing that cannot matter."""

import pytest

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import ALL_MODALITIES, Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Question, Stage
from massage_companion.eligibility.rules import Rule
from massage_companion.eligibility.verdict import evaluate
from massage_companion.eligibility.walk import answered, begin, forward, questions_here
from massage_companion.storage.content import load_texts
from tests.support.healthy_answers import BOTH_STAGES, filled, healthy_answer, real_rules

MOST_PAGES = 10
MOST_ITEMS = 7
MOST_WORDS = 20
USUAL_KINDS = {
    **{kind.value: frozenset({kind}) for kind in Modality},
    "kneading+heat": frozenset({Modality.KNEADING, Modality.HEAT}),
    "unknown": ALL_MODALITIES,
}
CHECK_QUESTIONS = real_rules().questionnaire.questions


def pages_walked(modalities: frozenset[Modality]) -> list[str]:
    """The pages that a healthy person goes through one after the other, up to the review."""
    rules = real_rules()
    walk = begin(rules, modalities)
    pages: list[str] = []
    while walk.page is not None:
        pages.append(walk.page)
        for question in questions_here(rules, walk):
            healthy = healthy_answer(question)
            assert healthy is not None, f"a healthy person has no answer to {question.id}"
            walk = answered(walk, question, healthy)
        walk = forward(rules, walk)
    return pages


@pytest.mark.parametrize("kinds", USUAL_KINDS.values(), ids=USUAL_KINDS)
def test_a_healthy_person_is_done_in_ten_pages(kinds: frozenset[Modality]) -> None:
    assert len(pages_walked(kinds)) <= MOST_PAGES


@pytest.mark.parametrize("kinds", USUAL_KINDS.values(), ids=USUAL_KINDS)
def test_a_healthy_person_may_begin_without_any_precaution(kinds: frozenset[Modality]) -> None:
    rules = real_rules()
    verdict = evaluate(rules, filled(rules.questionnaire, Answers(), kinds), kinds, BOTH_STAGES)
    assert verdict.allowed
    assert verdict.outcome is Outcome.OK


def test_what_is_asked_before_each_session_is_one_page() -> None:
    questionnaire = real_rules().questionnaire
    assert len(questionnaire.pages_asked(Stage.TODAY, Answers(), ALL_MODALITIES)) == 1


@pytest.mark.parametrize("question", CHECK_QUESTIONS, ids=lambda question: question.id)
def test_a_list_has_at_most_seven_items_besides_none_and_not_sure(question: Question) -> None:
    items = [option for option in question.options if question.role(option) is None]
    assert len(items) <= MOST_ITEMS


def test_a_question_is_one_line_of_at_most_twenty_words() -> None:
    texts = load_texts("en", real_rules()).questions
    long = {name: words.text for name, words in texts.items() if len(words.text.split()) > MOST_WORDS}
    assert not long


@pytest.mark.parametrize("kind", Modality)
def test_a_question_is_asked_only_where_an_answer_to_it_can_speak_against_this_kind(kind: Modality) -> None:
    idle = [
        question.id
        for question in CHECK_QUESTIONS
        if kind in question.modalities and not any(_speaks_against(rule, question, kind) for rule in real_rules().rules)
    ]
    assert not idle


@pytest.mark.parametrize("question", CHECK_QUESTIONS, ids=lambda question: question.id)
def test_a_question_is_asked_wherever_an_answer_to_it_can_speak_against_the_massager(question: Question) -> None:
    missed = {
        kind for rule in real_rules().rules for kind in Modality if _speaks_against(rule, question, kind)
    } - question.modalities
    assert not missed


def _speaks_against(rule: Rule, question: Question, kind: Modality) -> bool:
    return rule.outcome > Outcome.OK and kind in rule.modalities and question.id in rule.condition.questions
