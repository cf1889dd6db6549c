"""Whether a condition can hold: exactly where some answers meet it, tried one by one."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_companion.eligibility.answers import Answer, Answers
from massage_companion.eligibility.condition import Comparison, Condition, Truth
from massage_companion.eligibility.questionnaire import Kind, Question
from massage_companion.storage.content_reach import can_hold
from tests.support.rule_writing import all_of, any_of, between, one_of, question
from tests.support.strategies import comparisons

SIGNS = question("signs", Kind.MANY, ("a", "b", "none", "unsure"))
NECK = question("neck", Kind.ONE, ("mild", "more", "none", "unsure"))
PAIN = question("pain", Kind.NUMBER, ("unsure",))
QUESTIONS = (SIGNS, NECK, PAIN)
BY_NAME = {asked.id: asked for asked in QUESTIONS}


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        pytest.param(any_of(one_of("neck", "mild"), one_of("neck", "more")), True, id="either of two"),
        pytest.param(all_of(one_of("neck", "mild"), one_of("neck", "more")), False, id="two where one can be chosen"),
        pytest.param(all_of(one_of("neck", "mild", "more"), one_of("neck", "more")), True, id="the one in both lists"),
        pytest.param(all_of(one_of("signs", "a"), one_of("signs", "b")), True, id="two ticks"),
        pytest.param(all_of(one_of("signs", "a"), one_of("signs", "none")), False, id="a tick and none of these"),
        pytest.param(all_of(one_of("signs", "a"), one_of("signs", "none", "b")), True, id="two ticks, none not needed"),
        pytest.param(all_of(between("pain", 5), between("pain", None, 5)), True, id="exactly five"),
        pytest.param(all_of(between("pain", 6), between("pain", None, 5)), False, id="above six and below five"),
        pytest.param(all_of(between("pain", 2), between("pain", 8), between("pain", None, 5)), False, id="the higher"),
        pytest.param(all_of(between("pain", 4), between("pain", None, 2), between("pain", None, 9)), False, id="lower"),
        pytest.param(all_of(between("pain", 1), one_of("pain", "unsure")), False, id="a number and not sure"),
        pytest.param(
            all_of(one_of("signs", "a"), one_of("neck", "mild"), one_of("neck", "more")), False, id="one of two"
        ),
    ],
)
def test_what_can_be_answered_at_once(condition: Condition, holds: bool) -> None:
    assert can_hold(condition, BY_NAME) is holds


def every_answer(asked: Question) -> list[Answer]:
    options: list[Answer] = [(option,) for option in asked.options]
    if asked.kind is Kind.NUMBER:
        return [*options, *range(asked.minimum, asked.maximum + 1)]
    if asked.kind is Kind.MANY:
        ticks = [option for option in asked.options if option != asked.none]
        return [*options, *itertools.chain(*(itertools.combinations(ticks, count) for count in (2, 3)))]
    return options


EVERYBODY = [
    Answers(dict(zip(BY_NAME, answers, strict=True)))
    for answers in itertools.product(*(every_answer(asked) for asked in QUESTIONS))
]
parts: st.SearchStrategy[Comparison] = st.sampled_from(QUESTIONS).flatmap(lambda asked: comparisons(asked, True))


@given(st.booleans(), st.lists(parts, min_size=1, max_size=4))
def test_it_can_hold_exactly_where_somebody_can_meet_it(needs_all: bool, compared: list[Comparison]) -> None:
    condition = Condition(needs_all, tuple(compared))
    met = any(condition.truth(answers) is Truth.YES for answers in EVERYBODY)
    assert can_hold(condition, BY_NAME) is met
