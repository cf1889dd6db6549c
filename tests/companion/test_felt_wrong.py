"""Something felt wrong: reported at once, told afterwards, and what it calls for."""

import pytest

from massage_companion.companion.felt_wrong import FeltWrong
from massage_companion.companion.ports import StoreError
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.limits import Intensity
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import AnswerError
from massage_companion.session.plan import Phase, Plan
from massage_companion.session.reading import MINUTE_MS
from massage_companion.session.refusal import FindingStands, RestNotOver
from massage_companion.session.states import End, FeelsWrong, Look
from massage_companion.session.stop_sign import Moment, StopSign
from tests.support.counting_ids import CountingIds
from tests.support.household import LENA, Household
from tests.support.rule_writing import said
from tests.support.small_rules import FINE_TODAY, HEALTHY, KNEADER, WARM_KNEADER, small_rules

NOTHING = Answers({"felt": ("none",), "felt-skin": ("none",)})
RED = NOTHING.with_answer("felt-skin", ("red-skin",))
LOST_SIGHT = NOTHING.with_answer("felt", ("lost-sight",))


@pytest.fixture
def reports(home: Household) -> FeltWrong:
    return FeltWrong(small_rules(), home.store, home.clock, CountingIds("felt"), home.sessions)


def reasons(home: Household) -> list[str]:
    """What stands against a session, the rest after the last one aside."""
    found = [each for each in home.sessions.standing(LENA, KNEADER).reasons if not isinstance(each, RestNotOver)]
    return [each.finding.rule.id if isinstance(each, FindingStands) else type(each).__name__ for each in found]


def stopped(home: Household) -> StopSign:
    """Lena uses her massager for two minutes, and something feels wrong."""
    home.running()
    home.clock.advance(minutes=2)
    home.sessions.happened(FeelsWrong())
    return home.store.stop_signs(LENA)[0]


def test_the_lists_are_those_of_the_rule_files_and_no_other_sign_question(reports: FeltWrong) -> None:
    assert [question.id for question in reports.questions()] == ["felt", "felt-skin"]


class TestTheBareReport:
    def test_a_session_that_felt_wrong_leaves_one_with_its_moment(self, home: Household) -> None:
        home.sessions.answer_today(LENA, FINE_TODAY)
        plan = Plan(10, Intensity.MEDIUM, phases=(Phase("left", 1), Phase("right", 9)))
        home.sessions.start(LENA, KNEADER, plan, None)
        home.clock.advance(minutes=2)
        home.sessions.happened(FeelsWrong())
        (sign,) = home.store.stop_signs(LENA)
        name = KNEADER.name
        assert sign.moment == Moment(KNEADER.id, name, 2 * MINUTE_MS, "right", Intensity.MEDIUM, heat=False)
        assert len(sign.answers) == 0

    def test_in_overtime_all_the_time_counts(self, home: Household) -> None:
        home.running(minutes=5)
        for _ in range(7 * 12):
            home.clock.advance(seconds=5)
            home.sessions.happened(Look())
        home.sessions.happened(FeelsWrong())
        (sign,) = home.store.stop_signs(LENA)
        assert sign.moment is not None
        assert (sign.moment.used_ms, sign.moment.phase) == (7 * MINUTE_MS, "")

    def test_from_anywhere_it_ends_the_live_session(self, home: Household, reports: FeltWrong) -> None:
        live = home.running()
        sign = reports.report(LENA)
        assert home.sessions.live is None
        assert sign == home.store.stop_signs(LENA)[0]
        assert sign.session == live.session.id

    def test_somebody_elses_session_goes_on(self, home: Household, reports: FeltWrong) -> None:
        home.running()
        reports.report("paul")
        assert home.sessions.live is not None
        assert [sign.person for sign in home.store.stop_signs("paul")] == ["paul"]

    def test_without_a_session_it_is_kept_at_once_and_closes_the_gate(
        self, home: Household, reports: FeltWrong
    ) -> None:
        sign = reports.report(LENA)
        assert home.store.stop_signs(LENA) == (sign,)
        assert reasons(home) == ["StopSignOpen"]

    def test_until_the_day_after_it_is_about_the_last_session(self, home: Household, reports: FeltWrong) -> None:
        live = home.running()
        home.clock.advance(minutes=5)
        home.sessions.happened(End())
        home.clock.advance(hours=40)
        assert reports.report(LENA).session == live.session.id
        assert reports.report(LENA, KNEADER).session == live.session.id
        assert reports.report(LENA, WARM_KNEADER).session is None
        home.clock.advance(days=3)
        assert reports.report(LENA).session is None

    def test_what_the_disk_does_not_take_counts_in_this_run_and_is_told(
        self, home: Household, reports: FeltWrong
    ) -> None:
        home.store.fails = StoreError("full", "no room")
        with pytest.raises(StoreError):
            reports.report(LENA)
        assert reasons(home) == ["StopSignOpen"]


class TestUnexplained:
    def test_a_report_waits_until_it_is_told(self, home: Household, reports: FeltWrong) -> None:
        assert reports.unexplained(LENA) is None
        sign = stopped(home)
        assert reports.unexplained(LENA) == sign
        reports.explain(LENA, sign, RED)
        assert reports.unexplained(LENA) is None

    def test_nothing_or_not_sure_leaves_it_waiting(self, home: Household, reports: FeltWrong) -> None:
        sign = stopped(home)
        reports.explain(LENA, sign, NOTHING)
        reports.explain(LENA, sign, NOTHING.with_answer("felt", ("unsure",)))
        assert reports.unexplained(LENA) == sign

    def test_a_new_check_takes_its_place(self, home: Household, reports: FeltWrong) -> None:
        stopped(home)
        home.clock.advance(minutes=1)
        home.checked(HEALTHY)
        assert reports.unexplained(LENA) is None

    def test_the_newest_comes_first(self, home: Household, reports: FeltWrong) -> None:
        stopped(home)
        home.clock.advance(minutes=1)
        newer = reports.report(LENA)
        assert reports.unexplained(LENA) == newer

    def test_soreness_and_a_danger_of_the_day_are_no_reports(self, home: Household, reports: FeltWrong) -> None:
        now = home.clock.read()
        home.store.add_stop_sign(StopSign("a", LENA, now, sign="fever"))
        home.store.add_stop_sign(StopSign("b", LENA, now, answers=Answers({"soreness-before": 9})))
        assert reports.unexplained(LENA) is None


class TestExplaining:
    def test_it_is_kept_beside_the_report_with_its_moment_and_note(self, home: Household, reports: FeltWrong) -> None:
        sign = stopped(home)
        told = reports.explain(LENA, sign, RED, "  on the left side  ").sign
        assert home.store.stop_signs(LENA) == (told, sign)
        assert (told.about, told.session, told.moment, told.note) == (
            sign.id,
            sign.session,
            sign.moment,
            "on the left side",
        )

    def test_mild_signs_open_the_gate_again_after_their_hours(self, home: Household, reports: FeltWrong) -> None:
        report = reports.explain(LENA, stopped(home), RED)
        assert (report.outcome, report.told) == (Outcome.NOT_TODAY, True)
        assert [finding.rule.id for finding in report.findings] == ["felt-red"]
        home.clock.advance(hours=23, minutes=59)
        assert reasons(home) == ["felt-red"]
        home.clock.advance(minutes=1)
        assert reasons(home) == []
        home.running()

    def test_a_new_check_does_not_shorten_them(self, home: Household, reports: FeltWrong) -> None:
        reports.explain(LENA, stopped(home), RED)
        home.clock.advance(hours=2)
        home.checked(HEALTHY)
        assert reasons(home) == ["felt-red"]

    def test_after_an_emergency_come_a_whole_check_and_a_doctors_yes(self, home: Household, reports: FeltWrong) -> None:
        report = reports.explain(LENA, stopped(home), LOST_SIGHT)
        assert report.outcome is Outcome.EMERGENCY
        assert reasons(home) == ["felt-sight", "StopSignOpen"]
        home.clock.advance(days=2)
        home.checked(HEALTHY)
        assert reasons(home) == ["felt-before"]
        result = home.checks.result(LENA, KNEADER)
        assert result is not None
        assert "felt-before" in [finding.rule.id for finding in result.verdict.findings]

    def test_the_strictest_of_all_that_was_told_comes_first(self, home: Household, reports: FeltWrong) -> None:
        sign = stopped(home)
        reports.explain(LENA, sign, LOST_SIGHT)
        again = reports.explain(LENA, sign, RED)
        assert [finding.rule.id for finding in again.findings] == ["felt-sight", "felt-red"]
        assert again.outcome is Outcome.EMERGENCY

    def test_what_the_check_knows_is_heard_too(self, reports: FeltWrong) -> None:
        home = Household()
        home.checked(HEALTHY.merged(said(body="numb-skin")))
        reports = FeltWrong(small_rules(), home.store, home.clock, CountingIds("felt"), home.sessions)
        bruise = reports.explain(LENA, None, NOTHING.with_answer("felt-skin", ("bruise",)))
        assert [finding.rule.id for finding in bruise.findings] == ["felt-bruise", "felt-red"]

    def test_none_of_these_is_not_today_and_stays_open(self, home: Household, reports: FeltWrong) -> None:
        report = reports.explain(LENA, stopped(home), NOTHING)
        assert (report.findings, report.outcome, report.told) == ((), Outcome.NOT_TODAY, False)
        assert reasons(home) == ["StopSignOpen"]

    def test_a_word_about_a_word_is_about_the_report(self, home: Household, reports: FeltWrong) -> None:
        sign = stopped(home)
        first = reports.explain(LENA, sign, NOTHING).sign
        assert reports.explain(LENA, first, RED).sign.about == sign.id

    def test_weeks_later_there_is_no_report_before(self, home: Household, reports: FeltWrong) -> None:
        report = reports.explain(LENA, None, LOST_SIGHT)
        assert (report.sign.about, report.sign.session) == (None, None)
        assert reasons(home) == ["felt-sight", "StopSignOpen"]

    @pytest.mark.parametrize(
        "answers",
        [
            Answers(),
            Answers({"felt": ("no-such",)}),
            Answers({"felt": ("none", "shock")}),
            Answers({"neck": ("none",)}),
            Answers({"soreness-before": 3}),
            Answers({"signs-before": ("brain",)}),
        ],
        ids=["nothing", "unknown", "none and a sign", "of the check", "soreness", "of before"],
    )
    def test_what_is_not_offered_is_refused(self, home: Household, reports: FeltWrong, answers: Answers) -> None:
        sign = stopped(home)
        with pytest.raises(AnswerError):
            reports.explain(LENA, sign, answers)
        assert home.store.stop_signs(LENA) == (sign,)

    def test_what_the_disk_does_not_take_counts_in_this_run_and_is_told(
        self, home: Household, reports: FeltWrong
    ) -> None:
        home.store.fails = StoreError("full", "no room")
        with pytest.raises(StoreError):
            reports.explain(LENA, None, LOST_SIGHT)
        assert reasons(home) == ["felt-sight", "StopSignOpen"]
