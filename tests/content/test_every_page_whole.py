"""Every page of the check, every combination of its ticks: the whole answer space of a page, nothing left to chance.

The rest of the person is healthy. Across pages, all pairs of risks are tried in test_any_answers.py.
"""

from itertools import combinations, product

import pytest

from massage_companion.eligibility.answers import Answer, Answers
from massage_companion.eligibility.modality import ALL_MODALITIES
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import ASKED_BEFORE, Kind, Question
from massage_companion.eligibility.verdict import Verdict, evaluate
from tests.support.healthy_answers import filled, opened, real_rules

RULES = real_rules()
BOTH = ASKED_BEFORE
LARGEST = 4_096
"""More combinations than this on one page are tried question by question, the other at "none"."""


def choices(question: Question) -> list[Answer]:
    """Every answer that the question takes: each set of ticks, "none" alone, each number."""
    if question.kind is Kind.NUMBER:
        return [*range(question.minimum, question.maximum + 1), (question.unsure or "",)]
    if question.kind is Kind.ONE:
        return [(option,) for option in question.options]
    ticks = [option for option in question.options if option != question.none]
    sets: list[Answer] = [tuple(some) for size in range(1, len(ticks) + 1) for some in combinations(ticks, size)]
    return [*sets, (question.none,)] if question.none is not None else sets


def verdict_of(answers: Answers) -> Verdict:
    """What all rules say, for a massager that does everything, with everybody else's answers healthy."""
    whole = filled(RULES.questionnaire, opened(RULES.questionnaire, answers), ALL_MODALITIES)
    return evaluate(RULES, whole, ALL_MODALITIES, BOTH)


def pages() -> list[tuple[Question, ...]]:
    """The questions that are tried together."""
    tried: list[tuple[Question, ...]] = []
    for page in RULES.questionnaire.pages:
        together = tuple(question for question in RULES.questionnaire.questions if question.page == page.id)
        size = 1
        for question in together:
            size *= len(choices(question))
        tried += [together] if size <= LARGEST else [(question,) for question in together]
    return tried


@pytest.mark.parametrize("questions", pages(), ids=lambda questions: "+".join(question.id for question in questions))
def test_one_more_tick_is_never_milder_and_no_doubt_is_ever_ok(questions: tuple[Question, ...]) -> None:
    outcomes: dict[tuple[Answer, ...], Outcome] = {}
    for picked in product(*(choices(question) for question in questions)):
        given = Answers({question.id: answer for question, answer in zip(questions, picked, strict=True)})
        outcomes[picked] = verdict_of(given).outcome
    for picked, outcome in outcomes.items():
        for place, question in enumerate(questions):
            answer = picked[place]
            if isinstance(answer, int):
                continue
            if question.unsure in answer:
                assert outcome is not Outcome.OK, (question.id, picked)
            if question.kind is Kind.MANY and len(answer) > 1:
                for option in answer:
                    fewer = tuple(each for each in answer if each != option)
                    assert outcome >= outcomes[(*picked[:place], fewer, *picked[place + 1 :])], (option, picked)
