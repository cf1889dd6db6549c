"""A page of the check in words: how far, which question, which answers, what is missing."""

from massage_companion.eligibility import walk as walking
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import Modality
from massage_companion.storage.words import load_words
from massage_companion.ui.check.page_view import missing, page_view
from massage_companion.ui.check.review_view import kept_view, review_view
from tests.support.small_rules import HEALTHY, small_rules, small_texts

WORDS = load_words("en")
KNEADING = frozenset({Modality.KNEADING})


def test_it_says_how_far_the_check_is() -> None:
    shown = page_view(small_rules(), walking.begin(small_rules(), KNEADING), small_texts(), WORDS)
    assert (shown.done, shown.total) == (1, 4)
    assert shown.progress == "Safety check · 1 of 4 · Signs"
    assert shown.spoken == "Page 1 of 4: Signs"
    assert shown.time_left == "about 1 minute left"
    assert not shown.can_go_back


def test_only_none_stands_alone_and_both_it_and_not_sure_stand_aside() -> None:
    shown = page_view(small_rules(), walking.begin(small_rules(), KNEADING), small_texts(), WORDS)
    signs = {option.id: (option.aside, option.exclusive) for option in shown.questions[0].options}
    assert signs == {
        "sudden-dizzy": (False, False),
        "clumsy-hands": (False, False),
        "none": (True, True),
        "unsure": (True, False),
    }


def test_answers_given_before_are_shown_again() -> None:
    walk = walking.begin(small_rules(), KNEADING, Answers({"signs": ("none",), "age": 40}))
    walk = walking.back(small_rules(), walk)
    signs, age = page_view(small_rules(), walk, small_texts(), WORDS).questions
    assert signs.chosen == ("none",)
    assert age.typed == "40"


def test_what_was_typed_stays_though_it_is_no_number() -> None:
    walk = walking.begin(small_rules(), KNEADING)
    shown = page_view(small_rules(), walk, small_texts(), WORDS, typed={"age": "forty"}, problems={"age": "Mend it."})
    assert [(question.typed, question.problem) for question in shown.questions] == [("", ""), ("forty", "Mend it.")]


def test_what_is_missing_is_said_for_each_kind_of_question() -> None:
    questionnaire = small_rules().questionnaire
    assert "from 0 to 120" in missing(questionnaire.question("age"), WORDS)
    assert "“I am not sure” is an answer" in missing(questionnaire.question("signs"), WORDS)


def test_the_review_holds_every_answer_by_page_and_names_open_ones() -> None:
    walk = walking.begin(small_rules(), KNEADING, HEALTHY)
    shown = review_view(small_rules(), walk, small_texts(), WORDS)
    assert [group.title for group in shown.groups] == ["Signs", "Your neck", "Your body"]
    assert [row.answers for row in shown.groups[0].rows] == [("None of these",), ("40",)]
    opened = walking.cleared(walk, small_rules().questionnaire.question("age"))
    assert review_view(small_rules(), opened, small_texts(), WORDS).groups[0].rows[1].answers == ("Not answered yet",)


def test_kept_answers_are_only_read() -> None:
    shown = kept_view(small_rules(), HEALTHY, KNEADING, small_texts(), WORDS)
    assert not shown.editable
    assert len(shown.groups) == 3
