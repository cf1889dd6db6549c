"""The rest of somebody's answers, given as a healthy person would, for tests of the real rules.

It fills in only what means "no" or "nothing": a question without such an option stays open unless the test answers it.
"""

from collections.abc import Mapping
from functools import cache

from massage_companion.eligibility.answers import Answer, Answers
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.questionnaire import ASKED_BEFORE, Kind, Question, Questionnaire, Stage
from massage_companion.eligibility.rules import Rules
from massage_companion.storage.content import load_rules

HEALTHY_AGE = 40
BOTH_STAGES = ASKED_BEFORE


@cache
def real_rules() -> Rules:
    """The rules that the program ships."""
    return load_rules()


def answers_from(questionnaire: Questionnaire, plain: Mapping[str, object]) -> Answers:
    """Answers as a file holds them. Raises AnswerError for one that its question does not offer."""
    return Answers({name: questionnaire.question(name).checked(raw) for name, raw in plain.items()})


def filled(questionnaire: Questionnaire, given: Answers, modalities: frozenset[Modality]) -> Answers:
    """The given answers, and "none" to every other question that is asked before a session with such a massager."""
    answers = given
    for question in questionnaire.questions:
        if question.id in answers or question.stage not in BOTH_STAGES:
            continue
        if question not in questionnaire.asked(question.stage, answers, modalities):
            continue
        healthy = healthy_answer(question)
        if healthy is not None:
            answers = answers.with_answer(question.id, healthy)
    return answers


def healthy_answer(question: Question) -> Answer | None:
    """What means "nothing speaks against it"; ``None`` where the person has to say it themselves."""
    if question.id == "age":
        return HEALTHY_AGE
    if question.kind is Kind.NUMBER or question.none is None:
        return None
    return (question.none,)


def opened(questionnaire: Questionnaire, given: Answers) -> Answers:
    """The given answers with the earlier answers that lead to their questions, as the walk would meet them."""
    answers = given
    for question in reversed(questionnaire.questions):
        if question.id not in answers or question.asked_when is None:
            continue
        comparisons = question.asked_when.comparisons
        for comparison in comparisons if question.asked_when.needs_all else comparisons[:1]:
            earlier = answers.get(comparison.question)
            chosen = earlier if isinstance(earlier, tuple) else ()
            if not set(chosen) & set(comparison.options):
                answers = answers.with_answer(comparison.question, (*chosen, comparison.options[0]))
    return answers


def asked_and_given(questionnaire: Questionnaire, answers: Answers, modalities: frozenset[Modality]) -> Answers:
    """The answers that count in any stage: those to questions that are asked."""
    kept = Answers()
    for stage in Stage:
        kept = kept.merged(questionnaire.on_path(stage, answers, modalities))
    return kept
