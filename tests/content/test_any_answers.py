"""The real rules and every answer: alone, and in every pair of risks. Doubt and blanks never open the gate.

A risk is one ticked option, or one number, on the way that leads to its question; pairs are tried exhaustively.
"""

import itertools
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from massage_companion.eligibility.answers import Answer, Answers
from massage_companion.eligibility.modality import ALL_MODALITIES, Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Kind, Question, Stage
from massage_companion.eligibility.verdict import Verdict, evaluate
from tests.support.healthy_answers import BOTH_STAGES, asked_and_given, filled, opened, real_rules
from tests.support.strategies import modality_sets

RULES = real_rules()
QUESTIONS = RULES.questionnaire.questions
ASKED = [question for question in QUESTIONS if question.stage in BOTH_STAGES]
UNSURE = [question for question in QUESTIONS if question.unsure is not None]


class Risk(Struct, frozen=True):
    """One answer, and everything that has to be answered before it is asked."""

    question: str
    said: Answer
    answers: Answers


@cache
def risks() -> tuple[Risk, ...]:
    """Every option but "none", and a few numbers around every bound."""
    return tuple(
        Risk(question.id, said, opened(RULES.questionnaire, Answers({question.id: said})))
        for question in QUESTIONS
        for said in _risky_answers(question)
    )


def _risky_answers(question: Question) -> list[Answer]:
    options: list[Answer] = [(option,) for option in question.options if option != question.none]
    if question.kind is Kind.NUMBER:
        return [*options, *_numbers_that_matter(question)]
    return options


def _numbers_that_matter(question: Question) -> list[int]:
    comparisons = [part for rule in RULES.rules for part in rule.condition.comparisons if part.question == question.id]
    bounds = {bound for part in comparisons for bound in (part.at_least, part.at_most) if bound is not None}
    near = {bound + step for bound in bounds for step in (-1, 0, 1)} | {question.minimum, question.maximum}
    return sorted(number for number in near if question.minimum <= number <= question.maximum)


def judged(answers: Answers) -> Verdict:
    return evaluate(RULES, answers, ALL_MODALITIES, BOTH_STAGES)


def healthy_but(answers: Answers) -> Answers:
    return filled(RULES.questionnaire, answers, ALL_MODALITIES)


def merged(one: Answers, other: Answers) -> Answers | None:
    """Both risks of one person; ``None`` where nobody can give both answers."""
    both = dict(one.given)
    for name, answer in other.given.items():
        question, before = RULES.questionnaire.question(name), both.get(name, answer)
        if before == answer:
            both[name] = answer
        elif question.kind is Kind.MANY and isinstance(before, tuple) and isinstance(answer, tuple):
            ticked = (option for option in (*before, *answer) if option != question.none)
            both[name] = question.checked(tuple(ticked))
        else:
            return None
    return Answers(both)


def never_milder(before: dict[Modality, Outcome], after: dict[Modality, Outcome]) -> bool:
    return all(after[modality] >= outcome for modality, outcome in before.items())


def test_one_more_risk_never_makes_any_pair_of_risks_milder() -> None:
    people = [(risk, healthy_but(risk.answers)) for risk in risks()]
    alone = {id(risk): judged(answers) for risk, answers in people}
    tried, milder = 0, []
    for (one, first), (other, second) in itertools.combinations(people, 2):
        both = merged(one.answers, other.answers)
        if both is None:
            continue
        tried += 1
        together = judged(Answers({**first.given, **second.given, **both.given}))
        # A risk whose follow-up is still open is judged like doubt, and the other risk may be its answer.
        complete = [alone[id(risk)] for risk in (one, other) if alone[id(risk)].complete]
        if not all(never_milder(before.outcomes, together.outcomes) for before in complete):
            milder.append((one.question, one.said, other.question, other.said))
    assert milder == []
    assert tried > 5_000


def is_asked_or_ticked(risk: Risk) -> bool:
    """Nobody has to give a number that is not asked before a session: one that is low enough changes nothing."""
    return not isinstance(risk.said, int) or RULES.questionnaire.question(risk.question) in ASKED


@pytest.mark.parametrize(
    "risk", [pytest.param(r, id=f"{r.question}-{r.said}") for r in risks() if is_asked_or_ticked(r)]
)
def test_every_question_is_reached_and_every_option_changes_something(risk: Risk) -> None:
    answers = healthy_but(risk.answers)
    asked = asked_and_given(RULES.questionnaire, answers, ALL_MODALITIES)
    assert asked.get(risk.question) == risk.said
    with_it, without_it = judged(answers), judged(answers.without(risk.question))
    assert (with_it.outcomes, with_it.unanswered) != (without_it.outcomes, without_it.unanswered)


@pytest.mark.parametrize(
    ("question", "modality"),
    [
        pytest.param(question, modality, id=f"{question.id}-{modality}")
        for question in UNSURE
        for modality in sorted(question.modalities)
    ],
)
def test_not_sure_is_never_ok(question: Question, modality: Modality) -> None:
    unsure: Answer = (question.unsure or "",)
    answers = opened(RULES.questionnaire, Answers({question.id: unsure}))
    kinds = frozenset({modality})
    verdict = evaluate(RULES, filled(RULES.questionnaire, answers, kinds), kinds, BOTH_STAGES)
    heard = [
        rule.outcome for rule in RULES.rules if question.id in rule.condition.questions and modality in rule.modalities
    ]
    assert verdict.outcome >= min(max(heard, default=Outcome.OK), Outcome.DOCTOR_FIRST)


def test_not_sure_about_everything_is_a_doctors_question_for_every_massager() -> None:
    everything = Answers({question.id: (question.unsure,) for question in UNSURE if question.unsure is not None})
    assert min(judged(everything).outcomes.values()) >= Outcome.DOCTOR_FIRST


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.id)
def test_no_single_blank_is_ever_allowed(question: Question) -> None:
    answers = healthy_but(opened(RULES.questionnaire, Answers({question.id: (question.options[0],)})))
    verdict = judged(answers.without(question.id))
    assert question.id in verdict.unanswered
    assert not verdict.allowed


@given(st.data(), modality_sets)
def test_no_answers_at_all_that_hold_a_doubt_about_a_danger_or_a_blank_are_ok(
    data: st.DataObject, modalities: frozenset[Modality]
) -> None:
    chosen = data.draw(st.lists(st.sampled_from(risks()), max_size=4))
    answers = Answers()
    for risk in chosen:
        answers = merged(answers, risk.answers) or answers
    answers = filled(RULES.questionnaire, answers, modalities)
    verdict = evaluate(RULES, answers, modalities, BOTH_STAGES)
    doubts = [
        question
        for stage in Stage
        for question in RULES.questionnaire.asked(stage, answers, modalities)
        if question.unsure is not None and answers.get(question.id) == (question.unsure,)
    ]
    if doubts or verdict.unanswered:
        assert verdict.outcome > Outcome.OK
    if verdict.unanswered:
        assert not verdict.allowed
