"""Which questions are asked, and which answers they take."""

import pytest

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import ALL_MODALITIES, Modality
from massage_companion.eligibility.questionnaire import AnswerError, Kind, Question, Stage
from tests.support.rule_writing import all_of, any_of, one_of, question, rules_of, said
from tests.support.small_rules import FINE_TODAY, HEALTHY, small_rules

SMALL = small_rules().questionnaire
KNEADING = frozenset({Modality.KNEADING})
PULSE = frozenset({Modality.PULSE})

SIGNS = SMALL.question("signs")
NECK = SMALL.question("neck")
PAIN = SMALL.question("pain")


def names(questions: tuple[Question, ...]) -> list[str]:
    return [question.id for question in questions]


class TestAnswersThatAreTaken:
    def test_one_option_may_be_named_alone(self) -> None:
        assert NECK.checked("mild") == ("mild",)

    def test_none_of_these_stands_alone(self) -> None:
        assert SIGNS.checked(["none"]) == SIGNS.checked(["none", "none"]) == ("none",)

    def test_an_answer_is_taken_as_it_is_kept(self) -> None:
        assert NECK.checked(("mild",)) == ("mild",)
        assert PAIN.checked(("unsure",)) == ("unsure",)

    def test_what_was_taken_once_is_taken_again(self) -> None:
        for asked, raw in ((NECK, "more"), (PAIN, 3), (PAIN, "unsure"), (SIGNS, ["clumsy-hands", "unsure"])):
            assert asked.checked(asked.checked(raw)) == asked.checked(raw)

    def test_a_list_is_kept_in_the_order_of_the_question_each_option_once(self) -> None:
        assert SIGNS.checked(["unsure", "clumsy-hands", "unsure"]) == ("clumsy-hands", "unsure")

    def test_numbers_count_up_to_their_bounds(self) -> None:
        assert (PAIN.checked(0), PAIN.checked(10)) == (0, 10)


WRONG = [
    pytest.param(NECK, "severe", "question 'neck': unknown option 'severe'", id="unknown option"),
    pytest.param(NECK, "x" * 90, f"question 'neck': unknown option '{'x' * 60}'", id="endless option"),
    pytest.param(NECK, ["mild", "more"], "question 'neck': the answer has to be one option id", id="two for one"),
    pytest.param(NECK, ("mild", "more"), "question 'neck': the answer has to be one option id", id="two kept for one"),
    pytest.param(NECK, [], "question 'neck': the answer has to be one option id", id="nothing chosen"),
    pytest.param(NECK, 3, "question 'neck': the answer has to be one option id", id="number for options"),
    pytest.param(NECK, None, "question 'neck': the answer has to be one option id", id="null"),
    pytest.param(NECK, {"mild": 1}, "question 'neck': the answer has to be one option id", id="table"),
    pytest.param(NECK, True, "question 'neck': the answer has to be one option id", id="yes"),
    pytest.param(
        SIGNS, [], "question 'signs': the answer has to be an option id or a list with at least one", id="empty list"
    ),
    pytest.param(
        SIGNS,
        [3],
        "question 'signs': the answer has to be an option id or a list with at least one",
        id="number in list",
    ),
    pytest.param(
        SIGNS,
        [["none"]],
        "question 'signs': the answer has to be an option id or a list with at least one",
        id="nested",
    ),
    pytest.param(
        SIGNS, ["none", "unsure"], "question 'signs': 'none' cannot stand beside other options", id="none and another"
    ),
    pytest.param(PAIN, 11, "question 'pain': 11 is not between 0 and 10", id="above"),
    pytest.param(PAIN, -1, "question 'pain': -1 is not between 0 and 10", id="below"),
    pytest.param(
        PAIN, 3.0, "question 'pain': the answer has to be a whole number from 0 to 10, or an option", id="fraction"
    ),
    pytest.param(PAIN, "3", "question 'pain': unknown option '3'", id="number as text"),
    pytest.param(
        PAIN, False, "question 'pain': the answer has to be a whole number from 0 to 10, or an option", id="no for zero"
    ),
]


@pytest.mark.parametrize(("asked", "raw", "message"), WRONG)
def test_a_wrong_answer_is_refused_with_its_question(asked: Question, raw: object, message: str) -> None:
    with pytest.raises(AnswerError) as refused:
        asked.checked(raw)
    assert str(refused.value) == message


class TestReadableAnswers:
    def test_every_stored_answer_that_is_still_offered_is_kept(self) -> None:
        stored = said(signs="clumsy-hands", age=30, neck="more", pain="unsure")
        assert SMALL.readable(stored) == stored

    def test_an_answer_that_is_no_longer_offered_counts_as_none(self) -> None:
        stored = said(forgotten="yes", age=300, signs=("none", "clumsy-hands"), neck="more")
        assert SMALL.readable(stored) == said(neck="more")


class TestAsked:
    def test_a_follow_up_is_asked_only_where_it_matters(self) -> None:
        assert "pain" not in names(SMALL.asked(Stage.CHECK, HEALTHY, KNEADING))
        tired = HEALTHY.with_answer("neck", ("mild",))
        assert "pain" in names(SMALL.asked(Stage.CHECK, tired, KNEADING))

    def test_a_follow_up_that_may_still_matter_counts_as_relevant_but_is_not_shown_yet(self) -> None:
        assert "pain" in names(SMALL.relevant(Stage.CHECK, Answers(), KNEADING))
        assert "pain" not in names(SMALL.asked(Stage.CHECK, Answers(), KNEADING))

    def test_a_question_about_pulses_is_for_massagers_with_pulses(self) -> None:
        assert "pads" not in names(SMALL.asked(Stage.CHECK, HEALTHY, KNEADING))
        assert "pads" in names(SMALL.asked(Stage.CHECK, HEALTHY, PULSE))

    def test_todays_questions_are_not_part_of_the_check(self) -> None:
        assert "today" not in names(SMALL.relevant(Stage.CHECK, Answers(), ALL_MODALITIES))
        assert names(SMALL.asked(Stage.TODAY, HEALTHY, KNEADING)) == ["today"]

    def test_pages_come_in_order_and_only_with_questions_that_are_asked(self) -> None:
        pages = SMALL.pages_asked(Stage.CHECK, HEALTHY, KNEADING)
        assert [(page.id, names(asked)) for page, asked in pages] == [
            ("signs", ["signs", "age"]),
            ("neck", ["neck"]),
            ("body", ["body"]),
        ]

    def test_every_question_can_be_found_by_its_id(self) -> None:
        assert SMALL.question("age").id == "age"
        with pytest.raises(KeyError, match="weight"):
            SMALL.question("weight")

    def test_roles_are_those_of_none_and_not_sure(self) -> None:
        assert [NECK.role(option) for option in NECK.options] == ["none", None, None, "unsure"]


class TestUnanswered:
    def test_a_healthy_person_has_answered_everything(self) -> None:
        assert SMALL.unanswered(Stage.CHECK, HEALTHY, KNEADING) == ()
        assert SMALL.unanswered(Stage.TODAY, FINE_TODAY, KNEADING) == ()

    def test_nothing_answered_leaves_every_question_open(self) -> None:
        open_now = names(SMALL.unanswered(Stage.CHECK, Answers(), ALL_MODALITIES))
        assert open_now == ["signs", "age", "neck", "pain", "body", "pads", "implant"]

    def test_a_new_answer_opens_its_follow_up(self) -> None:
        tired = HEALTHY.with_answer("neck", ("mild",))
        assert names(SMALL.unanswered(Stage.CHECK, tired, KNEADING)) == ["pain"]


class TestFollowUpsOfFollowUps:
    """A chain: the third question hangs on the second, the second on the first."""

    chain = rules_of(
        (
            question("first"),
            question("second", asked_when=any_of(one_of("first", "risk"))),
            question("third", asked_when=any_of(one_of("second", "risk"))),
        )
    ).questionnaire

    def test_a_no_at_the_start_closes_the_whole_chain(self) -> None:
        assert self.chain.unanswered(Stage.CHECK, said(first="none"), KNEADING) == ()

    def test_a_yes_at_the_start_leaves_the_rest_open(self) -> None:
        assert names(self.chain.unanswered(Stage.CHECK, said(first="risk"), KNEADING)) == ["second", "third"]

    def test_what_a_changed_answer_left_behind_is_dropped_down_to_the_last_link(self) -> None:
        changed = said(first="none", second="risk", third="risk")
        assert self.chain.on_path(Stage.CHECK, changed, KNEADING) == said(first="none")

    def test_a_follow_up_of_a_question_for_another_massager_is_never_waited_for(self) -> None:
        about_pulses = rules_of(
            (question("pads", modalities=PULSE), question("worn", asked_when=any_of(one_of("pads", "risk"))))
        ).questionnaire
        assert about_pulses.unanswered(Stage.CHECK, Answers(), KNEADING) == ()
        assert names(about_pulses.unanswered(Stage.CHECK, Answers(), PULSE)) == ["pads", "worn"]

    def test_todays_follow_up_of_a_check_question_waits_for_the_check(self) -> None:
        asked = rules_of(
            (
                question("implant"),
                question("charger", stage=Stage.TODAY, asked_when=any_of(one_of("implant", "risk"))),
            )
        ).questionnaire
        assert names(asked.unanswered(Stage.TODAY, Answers(), KNEADING)) == ["charger"]
        assert asked.unanswered(Stage.TODAY, said(implant="none"), KNEADING) == ()


def test_all_of_needs_every_answer_before_a_question_is_shown() -> None:
    both = rules_of(
        (question("a"), question("b"), question("c", asked_when=all_of(one_of("a", "risk"), one_of("b", "risk"))))
    ).questionnaire
    assert names(both.asked(Stage.CHECK, said(a="risk"), KNEADING)) == ["a", "b"]
    assert names(both.relevant(Stage.CHECK, said(a="risk"), KNEADING)) == ["a", "b", "c"]
    assert names(both.relevant(Stage.CHECK, said(a="none"), KNEADING)) == ["a", "b"]
    assert names(both.asked(Stage.CHECK, said(a="risk", b="risk"), KNEADING)) == ["a", "b", "c"]


def test_a_number_question_is_of_its_own_kind() -> None:
    assert PAIN.kind is Kind.NUMBER


def test_a_number_question_without_bounds_takes_nothing_but_zero() -> None:
    unbound = Question("n", Stage.CHECK, "n", Kind.NUMBER, ())
    assert unbound.checked(0) == 0
    for number in (-1, 1):
        with pytest.raises(AnswerError):
            unbound.checked(number)
