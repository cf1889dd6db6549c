"""Answers are values: a change makes a copy, and what a person said never shows by accident."""

from massage_companion.eligibility.answers import Answers
from tests.support.rule_writing import said

FIRST = said(neck="mild", age=40)


def test_a_change_leaves_the_original_as_it_was() -> None:
    FIRST.with_answer("neck", ("more",))
    FIRST.without("neck")
    FIRST.merged(said(neck="none"))
    FIRST.only(frozenset())
    assert FIRST.given == {"neck": ("mild",), "age": 40}


def test_a_later_answer_replaces_an_earlier_one() -> None:
    assert FIRST.with_answer("neck", ("more",)) == said(neck="more", age=40)
    assert FIRST.merged(said(neck="none", pain=0)) == said(neck="none", age=40, pain=0)


def test_an_answer_taken_back_is_no_answer() -> None:
    assert FIRST.without("neck") == said(age=40)
    assert FIRST.without("neck").get("neck") is None
    assert FIRST.without("body") == FIRST


def test_a_selection_keeps_no_other_answer() -> None:
    assert FIRST.only(frozenset({"age", "body"})) == said(age=40)


def test_it_knows_what_was_answered() -> None:
    assert "neck" in FIRST
    assert "body" not in FIRST
    assert list(FIRST) == ["neck", "age"]
    assert len(FIRST) == 2
    assert len(Answers()) == 0


def test_plain_values_for_a_file_hold_lists_and_numbers() -> None:
    assert FIRST.as_plain() == {"neck": ["mild"], "age": 40}


def test_no_answer_ends_up_in_a_log_line() -> None:
    assert repr(FIRST) == "Answers(<2 given>)"
    assert "mild" not in f"{FIRST} {[FIRST]!r}"
