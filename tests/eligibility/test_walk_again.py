"""A check that is begun again asks what may have changed, with what follows from it, and keeps the rest."""

from massage_companion.eligibility import walk as walking
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.walk import Progress, Walk
from tests.support.rule_writing import any_of, one_of, question, rules_of, said
from tests.support.small_rules import HEALTHY, small_rules

RULES = small_rules()
KNEADING = frozenset({Modality.KNEADING})
SORE = HEALTHY.merged(said(neck="mild", pain=2))


def again(*pages: str, earlier: Answers = SORE) -> Walk:
    return walking.begin_again(RULES, KNEADING, earlier, frozenset(pages))


def test_it_opens_at_the_first_page_that_is_asked_anew() -> None:
    walk = again("body", "neck")
    assert walk.page == "neck"
    assert walk.visits == frozenset({"neck"})


def test_nothing_on_a_page_that_is_asked_anew_is_filled_in_and_the_rest_is_kept() -> None:
    assert again("signs").answers == SORE.without("signs").without("age")


def test_what_follows_from_an_answer_is_asked_anew_with_it() -> None:
    assert walking.touched_questions(RULES, frozenset({"neck"})) == frozenset({"neck", "pain"})
    assert again("neck").answers == SORE.without("neck").without("pain")


def test_it_says_whether_some_answers_are_from_before() -> None:
    assert again("neck").carried
    assert not again("signs", "neck", "body").carried


def test_where_nothing_is_asked_anew_it_is_at_the_review() -> None:
    assert again().page is None
    assert again().answers == SORE


def test_pages_on_the_way_stay_when_they_are_answered_and_kept_ones_do_not_show() -> None:
    walk = again("signs", "body")
    assert walking.progress(RULES, walk) == Progress(1, 3)
    for name, answer in said(signs="none", age=40).given.items():
        walk = walking.answered(walk, RULES.questionnaire.question(name), answer)
    onward = walking.forward(RULES, walk)
    assert onward.page == "body"
    assert walking.progress(RULES, onward) == Progress(2, 3)
    assert walking.back(RULES, onward).page == "signs"


def test_back_on_a_walk_without_any_page_stays_at_the_review() -> None:
    pulse = frozenset({Modality.PULSE})
    of_pulses = rules_of(
        (question("pads", modalities=pulse), question("worn", asked_when=any_of(one_of("pads", "risk"))))
    )
    assert walking.back(of_pulses, Walk(KNEADING, Answers(), None)).page is None
