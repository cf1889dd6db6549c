"""What several reports say together, and which of them are about one thing."""

import pytest

from massage_companion.eligibility.answers import Answer, Answers
from massage_companion.session.stop_sign import StopSign
from massage_companion.session.symptoms import of_one_episode, reports_of, together
from tests.support.fake_clock import NOON
from tests.support.small_rules import small_rules

QUESTIONS = small_rules().questionnaire


@pytest.mark.parametrize(
    ("question", "one", "other", "both"),
    [
        ("felt", ("none",), ("none",), ("none",)),
        ("felt", ("shock",), ("none",), ("shock",)),
        ("felt", ("unsure",), ("none",), ("unsure",)),
        ("felt", ("vomiting",), ("lost-sight", "unsure"), ("lost-sight", "vomiting", "unsure")),
        ("soreness-before", 3, 8, 8),
        ("soreness-before", ("unsure",), 8, ("unsure",)),
    ],
)
def test_everything_that_was_ticked_counts_and_the_highest_number(
    question: str, one: Answer, other: Answer, both: Answer
) -> None:
    for several in ((one, other), (other, one)):
        said = together(QUESTIONS, (Answers({question: each}) for each in several))
        assert said == Answers({question: both})


def test_answers_to_different_questions_stand_side_by_side() -> None:
    one, other = Answers({"felt": ("shock",)}), Answers({"soreness-before": 2})
    assert together(QUESTIONS, (one, other)) == Answers({**one.given, **other.given})
    assert together(QUESTIONS, ()) == Answers()


def test_words_about_a_report_belong_to_it_also_where_the_report_itself_is_lost() -> None:
    signs = tuple(StopSign(name, "p", NOON, about=about) for name, about in (("a", "x"), ("b", "x"), ("c", None)))
    reports = reports_of(QUESTIONS, signs)
    episodes = [[each.sign.id for each in of_one_episode(report, reports)] for report in reports]
    assert episodes == [["a", "b"], ["a", "b"], ["c"]]
