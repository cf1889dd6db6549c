"""What survives has to be explained, and what is explained has to survive."""

import msgspec
import pytest

from tests.mutation.survivors import EXPLAINED, Explanation, Mutant, explanations, mutant_of, place_of, problems

ONE = Mutant("session.gate.decide", "if a:", "if b:")
OTHER = Mutant("session.gate.decide", "if a:", "if c:")
BOTH = Explanation("session.gate.decide", "if a:", ("if b:", "if c:"), "b and c are a")


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("massage_companion.session.gate.x_decide__mutmut_12", "session.gate.decide"),
        ("massage_companion.session.gate.x__standing__mutmut_1", "session.gate._standing"),
        ("massage_companion.session.gate.xǁPermitǁ__reduce____mutmut_3", "session.gate.Permit.__reduce__"),
    ],
)
def test_a_mutant_is_named_by_its_place(name: str, place: str) -> None:
    assert place_of(name) == place


def test_a_mutant_is_what_was_there_and_what_stands_there_instead() -> None:
    diff = "--- a.py\n+++ a.py\n@@ -1,3 +1,2 @@\n def decide():\n-    if a:\n-        x\n+    if b:\n     y\n"
    assert mutant_of("massage_companion.session.gate.x_decide__mutmut_1", diff) == Mutant(
        "session.gate.decide", "if a: x", "if b:"
    )


def test_survivors_that_are_all_explained_are_no_problem() -> None:
    assert problems([ONE, OTHER, ONE], [BOTH]) == []


def test_a_survivor_without_an_explanation_is_one() -> None:
    assert problems([ONE], []) == [f"survived and is not explained: {ONE}"]


def test_an_explanation_without_a_survivor_is_one() -> None:
    assert problems([ONE], [BOTH]) == [f"explained and does not survive: {OTHER}"]


def test_an_explanation_needs_a_reason() -> None:
    silent = Explanation(ONE.place, ONE.line, (ONE.instead,), " ")
    assert problems([ONE], [silent]) == [f"explained without a reason: {ONE}"]


def test_the_list_can_be_read_and_a_misspelt_one_cannot() -> None:
    assert all(each.why.strip() for each in explanations(EXPLAINED.read_text(encoding="utf-8")))
    with pytest.raises(msgspec.ValidationError):
        explanations("[[explained]]\nplace = 'a'\nline = 'b'\ninstead = ['c']\nbecause = 'd'")
