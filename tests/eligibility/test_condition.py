"""When a condition holds, and when nobody can know yet."""

import pytest

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.condition import Condition, Truth
from tests.support.rule_writing import all_of, any_of, between, one_of, said

NOTHING = Answers()
YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


def test_not_knowing_is_neither_yes_nor_no() -> None:
    assert len({YES, NO, UNKNOWN}) == 3


@pytest.mark.parametrize(
    ("answers", "truth"),
    [
        pytest.param(said(neck="mild"), YES, id="the option"),
        pytest.param(said(neck="more"), YES, id="another of the options"),
        pytest.param(said(neck=("none", "more")), YES, id="one of several ticks"),
        pytest.param(said(neck="none"), NO, id="none of the options"),
        pytest.param(said(neck=3), NO, id="a number where options are compared"),
        pytest.param(NOTHING, UNKNOWN, id="a blank"),
    ],
)
def test_options_are_met_by_any_of_them(answers: Answers, truth: Truth) -> None:
    assert one_of("neck", "mild", "more").truth(answers) is truth


@pytest.mark.parametrize(
    ("low", "high", "number", "truth"),
    [
        (7, None, 7, YES),
        (7, None, 6, NO),
        (None, 17, 17, YES),
        (None, 17, 18, NO),
        (4, 6, 4, YES),
        (4, 6, 6, YES),
        (4, 6, 3, NO),
        (4, 6, 7, NO),
    ],
)
def test_a_range_includes_its_ends(low: int | None, high: int | None, number: int, truth: Truth) -> None:
    assert between("pain", low, high).truth(said(pain=number)) is truth


def test_not_sure_is_no_number() -> None:
    assert between("pain", 0, 10).truth(said(pain="unsure")) is NO


def test_a_blank_can_still_become_any_number() -> None:
    assert between("pain", 7).truth(NOTHING) is UNKNOWN


TRUTHS = {YES: said(a="x"), NO: said(a="y"), UNKNOWN: NOTHING}


@pytest.mark.parametrize(
    ("first", "second", "both", "either"),
    [
        (YES, YES, YES, YES),
        (YES, UNKNOWN, UNKNOWN, YES),
        (YES, NO, NO, YES),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        (UNKNOWN, NO, NO, UNKNOWN),
        (NO, NO, NO, NO),
    ],
)
def test_all_is_as_weak_as_its_weakest_link_and_any_as_strong_as_its_strongest(
    first: Truth, second: Truth, both: Truth, either: Truth
) -> None:
    answers = TRUTHS[first].merged(Answers({f"b{name}": answer for name, answer in TRUTHS[second].given.items()}))
    parts = (one_of("a", "x"), one_of("ba", "x"))
    assert all_of(*parts).truth(answers) is both
    assert any_of(*reversed(parts)).truth(answers) is either


@pytest.mark.parametrize("condition", [all_of(one_of("a", "x")), any_of(one_of("a", "x"))])
def test_a_question_that_is_never_asked_has_no_answer_to_wait_for(condition: Condition) -> None:
    assert condition.truth(NOTHING, never_asked={"a"}) is NO
    assert condition.truth(said(a="x"), never_asked={"a"}) is YES


def test_a_condition_names_its_questions_once_each_in_order() -> None:
    assert all_of(one_of("b", "x"), one_of("a", "x"), one_of("b", "y")).questions == ("b", "a")
