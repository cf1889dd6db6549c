"""What was reported and not told, or told in part: it stays as it was. Of several words about it, all count."""

import pytest
from msgspec import structs

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.outcome import Outcome
from massage_companion.session import gate
from massage_companion.session.refusal import StopSignOpen
from massage_companion.session.stop_sign import StopSign
from tests.support.felt_signs import BARE, felt, found, with_signs
from tests.support.situation import ago, stop_sign
from tests.support.small_rules import HEALTHY


class TestWhatIsNotTold:
    @pytest.mark.parametrize(
        "explained",
        [
            pytest.param((), id="nothing"),
            pytest.param((felt("x", about="bare"),), id="none of these"),
            pytest.param((felt("x", about="other", felt_skin="red-skin"),), id="something about another report"),
            pytest.param(
                (StopSign("x", "p", ago(60), about="bare", answers=Answers({"felt-skin": ("red-skin",)})),),
                id="only one of the lists",
            ),
            pytest.param((felt("x", about="bare", felt_skin="a-rash"),), id="an answer that nobody can read"),
            pytest.param((felt("x", about="bare", felt_skin=("red-skin", "none")),), id="an answer that is none"),
            pytest.param(
                (StopSign("x", "p", ago(60), about="bare", answers=Answers({"soreness-before": 3})),), id="a number"
            ),
            pytest.param((felt("x", about="bare", neck="mild", felt_skin="red-skin"),), id="another stage's answer"),
            pytest.param((felt("x", about="bare", soreness_before="unsure"),), id="not sure how sore"),
        ],
    )
    def test_the_report_stays_open_as_before(self, explained: tuple[StopSign, ...]) -> None:
        assert StopSignOpen(BARE.reported.utc_ms) in with_signs(BARE, *explained).reasons

    def test_a_list_left_open_leaves_it_open_also_without_a_report_before(self) -> None:
        part = StopSign("x", "p", ago(60), answers=Answers({"felt-skin": ("red-skin",)}))
        assert found(with_signs(part)) == ["felt-red", "StopSignOpen"]

    def test_what_came_after_a_check_is_dated_by_what_came_after(self) -> None:
        late = felt("g", about="bare", felt="vomiting")
        reasons = with_signs(structs.replace(BARE, settled=True), late).reasons
        assert StopSignOpen(late.reported.utc_ms, explained=True) in reasons

    def test_two_that_are_open_come_in_the_order_of_time(self) -> None:
        older = StopSign("older", "p", ago(90))
        for signs in ((BARE, older), (older, BARE)):
            open_now = with_signs(*signs).reasons
            assert open_now == (StopSignOpen(older.reported.utc_ms), StopSignOpen(BARE.reported.utc_ms))

    def test_a_blank_of_the_check_is_judged_as_strictly_beside_it(self) -> None:
        blank = with_signs(felt("r", felt_skin="red-skin")).but(answers=HEALTHY.without("signs"))
        assert gate.standing(blank.rules, blank.case, blank.now).verdict.outcome is Outcome.DOCTOR_FIRST

    def test_not_sure_stays_open_and_is_a_doctors_question_until_the_check(self) -> None:
        doubt = felt("x", about="bare", felt="unsure")
        assert found(with_signs(BARE, doubt)) == ["felt-unsure", "StopSignOpen"]
        settled = (structs.replace(BARE, settled=True), structs.replace(doubt, settled=True))
        assert with_signs(*settled).says_yes

    def test_a_danger_of_the_day_is_not_explained_away(self) -> None:
        danger = StopSign("bare", "p", ago(70), sign="fever")
        assert "StopSignOpen" in found(with_signs(danger, felt("x", about="bare", felt_skin="red-skin")))

    def test_one_thing_is_one_reason_and_says_whether_it_is_told(self) -> None:
        told = with_signs(BARE, felt("e", about="bare", felt="vomiting"), felt("f", about="bare", felt="shock"))
        open_now = [reason for reason in told.reasons if isinstance(reason, StopSignOpen)]
        assert open_now == [StopSignOpen(BARE.reported.utc_ms, explained=True)]
        assert with_signs(stop_sign()).reasons == (StopSignOpen(ago(60).utc_ms, explained=False),)


class TestSeveralWordsAboutOneReport:
    def test_the_strictest_counts_in_any_order(self) -> None:
        mild = felt("m", about="bare", felt_skin="red-skin", minutes_ago=50)
        grave = felt("g", about="bare", felt="lost-sight", minutes_ago=60)
        for signs in ((BARE, mild, grave), (grave, BARE, mild), (mild, grave, BARE)):
            assert found(with_signs(*signs)) == ["felt-sight", "felt-red", "StopSignOpen"]

    def test_a_list_left_open_can_be_filled_in_later(self) -> None:
        part = StopSign("a", "p", ago(60), about="bare", answers=Answers({"felt-skin": ("red-skin",)}))
        rest = StopSign("b", "p", ago(59), about="bare", answers=Answers({"felt": ("none",)}))
        assert found(with_signs(BARE, part, rest)) == ["felt-red"]

    def test_an_emergency_told_after_the_check_locks_again(self) -> None:
        settled = structs.replace(BARE, settled=True)
        assert with_signs(settled).says_yes
        assert found(with_signs(settled, felt("g", about="bare", felt="lost-sight"))) == ["felt-sight", "StopSignOpen"]
