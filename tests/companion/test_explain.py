"""A finding in a person's words says what was answered, why it matters, what to do and who says so."""

from massage_companion.companion.explain import explain, source_name, spoken
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.rules import Source
from massage_companion.eligibility.verdict import AnswerGiven, Finding, evaluate
from tests.support.rule_writing import said
from tests.support.small_rules import HEALTHY, small_rules, small_texts

WARM = frozenset({Modality.HEAT, Modality.KNEADING})


def strictest(**answers: str | int | tuple[str, ...]) -> Finding:
    return evaluate(small_rules(), HEALTHY.merged(said(**answers)), WARM).findings[0]


def test_it_says_everything_there_is_to_say() -> None:
    explained = explain(strictest(signs=("clumsy-hands", "unsure")), small_texts())
    assert (explained.rule, explained.outcome) == ("cord", Outcome.CONTRAINDICATED)
    assert explained.modalities == (Modality.HEAT, Modality.KNEADING)
    assert (explained.title, explained.why, explained.next) == ("About cord", "Because of cord.", "Ask somebody.")
    assert explained.answered == "Clumsy hands"
    assert explained.source_line == "NHS 2023 · Rumex"
    assert explained.reviewed_by == ""


def test_it_names_only_the_modalities_that_it_concerns() -> None:
    assert explain(strictest(body="numb-skin"), small_texts()).modalities == (Modality.HEAT,)


def test_a_number_stands_beside_its_question() -> None:
    assert explain(strictest(neck="more", pain=9), small_texts()).answered == "How much does it hurt? 9"


def test_several_choices_are_all_named() -> None:
    chosen = spoken(AnswerGiven("body", ("numb-skin", "implant")), small_texts())
    assert chosen.question_text == "Is any of this true for you?"
    assert chosen.chosen == ("Numb skin", "An implant")


def test_a_source_without_a_year_is_named_without_one() -> None:
    assert source_name(Source("s", "t", "A maker", "maker", "C")) == "A maker"
    assert source_name(Source("s", "t", "BMJ", "journal", "A", 2018)) == "BMJ 2018"
