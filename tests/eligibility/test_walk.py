"""Walking through the check: no page is skipped, nothing answered is lost, and an emergency ends it at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from massage_companion.eligibility import walk as walking
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.questionnaire import AnswerError, Stage
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.walk import Progress, Walk
from tests.support.rule_writing import any_of, one_of, question, rules_of, said
from tests.support.small_rules import HEALTHY, small_rules
from tests.support.strategies import answers_to, modality_sets, rule_sets

RULES = small_rules()
KNEADING = frozenset({Modality.KNEADING})

HEALTHY_PAGES = (said(signs="none", age=40), said(neck="none"), said(body="none"))


def begun() -> Walk:
    return walking.begin(RULES, KNEADING)


def after(walk: Walk, answers: Answers, rules: Rules = RULES) -> Walk:
    """The walk after these answers were given on its page."""
    for name, answer in answers.given.items():
        walk = walking.answered(walk, rules.questionnaire.question(name), answer)
    return walk


def onward(walk: Walk, *pages: Answers) -> Walk:
    for answers in pages:
        walk = walking.forward(RULES, after(walk, answers))
    return walk


def at_review() -> Walk:
    return onward(begun(), *HEALTHY_PAGES)


class TestForward:
    def test_it_starts_at_the_first_page_with_nothing_answered(self) -> None:
        assert begun().page == "signs"
        assert len(begun().answers) == 0
        assert [q.id for q in walking.questions_here(RULES, begun())] == ["signs", "age"]

    def test_a_page_with_an_open_question_cannot_be_left(self) -> None:
        half = after(begun(), said(signs="none"))
        assert not walking.can_continue(RULES, half)
        assert walking.forward(RULES, half) == half

    def test_a_page_opens_again_when_an_answer_is_taken_back(self) -> None:
        full = after(begun(), HEALTHY_PAGES[0])
        assert walking.can_continue(RULES, full)
        assert not walking.can_continue(RULES, walking.cleared(full, RULES.questionnaire.question("age")))

    def test_a_healthy_person_reaches_the_review_in_three_pages(self) -> None:
        walk = at_review()
        assert walk.page is None
        assert walking.questions_here(RULES, walk) == ()
        assert walking.is_complete(RULES, walk)
        assert walking.path_answers(RULES, walk) == HEALTHY
        assert walking.forward(RULES, walk) == walk

    def test_a_follow_up_comes_right_after_its_reason(self) -> None:
        walk = onward(begun(), HEALTHY_PAGES[0], said(neck="more"))
        assert walk.page == "neck-more"
        assert not walking.is_complete(RULES, walk)

    def test_a_wrong_answer_is_not_taken(self) -> None:
        with pytest.raises(AnswerError):
            walking.answered(begun(), RULES.questionnaire.question("neck"), "wonderful")


class TestBack:
    def test_back_shows_what_was_answered(self) -> None:
        walk = walking.back(RULES, onward(begun(), HEALTHY_PAGES[0]))
        assert walk.page == "signs"
        assert walk.answers == HEALTHY_PAGES[0]

    def test_the_first_page_stays(self) -> None:
        assert walking.back(RULES, begun()) == begun()

    def test_back_from_the_review_is_the_last_page(self) -> None:
        assert walking.back(RULES, at_review()).page == "body"

    def test_a_dropped_follow_up_does_not_count_and_is_there_again_when_its_reason_is(self) -> None:
        hurting = onward(begun(), HEALTHY_PAGES[0], said(neck="more"), said(pain=8))
        fine = after(hurting, said(neck="none"))
        assert "pain" not in walking.path_answers(RULES, fine)
        again = after(fine, said(neck="more"))
        assert walking.path_answers(RULES, again).get("pain") == 8


class TestJump:
    def test_from_the_review_to_change_an_answer_and_on_from_there(self) -> None:
        walk = walking.jump(RULES, at_review(), "neck")
        assert walk.page == "neck"
        changed = walking.forward(RULES, after(walk, said(neck="mild")))
        assert changed.page == "neck-more"
        assert walking.forward(RULES, onward(changed, said(pain=1))).page is None

    @pytest.mark.parametrize("page", ["neck-more", "today", "no-such-page"])
    def test_a_page_that_is_not_asked_cannot_be_jumped_to(self, page: str) -> None:
        assert walking.jump(RULES, at_review(), page) == at_review()

    def test_nobody_jumps_over_an_open_page(self) -> None:
        opened = walking.cleared(at_review(), RULES.questionnaire.question("neck"))
        assert walking.jump(RULES, opened, "body") == opened
        assert walking.jump(RULES, opened, "neck").page == "neck"
        assert walking.jump(RULES, begun(), "body") == begun()


class TestProgress:
    def test_the_review_is_the_last_page(self) -> None:
        assert walking.progress(RULES, begun()) == Progress(1, 4)
        assert walking.progress(RULES, at_review()) == Progress(4, 4)

    def test_follow_ups_are_counted_as_soon_as_they_are_known(self) -> None:
        assert walking.progress(RULES, after(begun(), said(neck="mild"))) == Progress(1, 5)


class TestEmergency:
    def test_it_is_one_as_soon_as_it_is_answered(self) -> None:
        assert walking.is_emergency(RULES, after(begun(), said(signs="sudden-dizzy")))

    def test_nothing_answered_is_none(self) -> None:
        assert not walking.is_emergency(RULES, begun())

    def test_a_blank_is_none_even_where_not_sure_would_be(self) -> None:
        strict = rules_of(
            (question("chest"),),
            structs.replace(RULES.rules[0], condition=any_of(one_of("chest", "risk", "unsure"))),
        )
        walk = walking.begin(strict, KNEADING)
        assert not walking.is_emergency(strict, walk)
        assert walking.is_emergency(strict, after(walk, said(chest="unsure"), strict))


class TestChains:
    """Three pages that hang on each other, of which a change leaves answers behind."""

    chain = rules_of(
        (
            question("first"),
            question("second", asked_when=any_of(one_of("first", "risk"))),
            question("third", asked_when=any_of(one_of("second", "risk"))),
        )
    )

    def test_a_page_that_hangs_on_a_dropped_answer_is_not_shown(self) -> None:
        walk = Walk(KNEADING, said(first="none", second="risk"), "first")
        assert walking.forward(self.chain, walk).page is None
        assert walking.progress(self.chain, walk) == Progress(1, 2)
        assert walking.jump(self.chain, walk, "third") == walk
        assert walking.is_complete(self.chain, walk)

    def test_a_page_that_dropped_out_leads_to_the_first_open_one(self) -> None:
        walk = Walk(KNEADING, said(first="none"), "second")
        assert walking.forward(self.chain, walk).page is None
        assert walking.forward(self.chain, structs.replace(walk, answers=Answers())).page == "first"


def test_a_walk_with_answers_begins_where_the_first_is_missing() -> None:
    assert walking.begin(RULES, KNEADING, HEALTHY.without("neck")).page == "neck"
    assert walking.begin(RULES, KNEADING, HEALTHY).page is None
    assert not walking.begin(RULES, KNEADING, HEALTHY).carried


@given(st.data(), rule_sets(), modality_sets)
def test_whoever_answers_every_page_reaches_a_complete_review_and_back_leads_to_the_start(
    data: st.DataObject, rules: Rules, modalities: frozenset[Modality]
) -> None:
    walk = walking.begin(rules, modalities)
    shown = []
    while walk.page is not None:
        shown.append(walk.page)
        for asked in walking.questions_here(rules, walk):
            walk = walking.answered(walk, asked, data.draw(answers_to(asked)))
        before, walk = walk, walking.forward(rules, walk)
        assert walking.back(rules, walk).page == before.page
    assert walking.is_complete(rules, walk)
    assert not rules.questionnaire.unanswered(Stage.CHECK, walking.path_answers(rules, walk), modalities)
    for page in reversed(shown):
        walk = walking.back(rules, walk)
        assert walk.page == page


@given(st.data(), rule_sets(), modality_sets)
def test_changing_minds_never_leaves_a_dead_end(
    data: st.DataObject, rules: Rules, modalities: frozenset[Modality]
) -> None:
    walk = walking.begin(rules, modalities)
    for _ in range(12):
        for asked in walking.questions_here(rules, walk):
            walk = walking.answered(walk, asked, data.draw(answers_to(asked)))
        walk = data.draw(st.sampled_from([walking.forward, walking.forward, walking.back]))(rules, walk)
    for _ in range(12):
        for asked in walking.questions_here(rules, walk):
            walk = walking.answered(walk, asked, walk.answers.get(asked.id) or data.draw(answers_to(asked)))
        walk = walking.forward(rules, walk)
    assert walk.page is None
    assert walking.is_complete(rules, walk)
