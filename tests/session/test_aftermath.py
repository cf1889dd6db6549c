"""What was felt and what it still calls for: until a new check, until a doctor's yes, or for some hours."""

import pytest
from msgspec import structs

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.limits import Intensity
from massage_companion.session.aftermath import grave_signs
from massage_companion.session.plan import Plan
from massage_companion.session.reading import DAY_MS, HOUR_MS, Reading, shifted
from massage_companion.session.refusal import FindingStands
from massage_companion.session.stop_sign import StopSign
from tests.support.fake_clock import NOON
from tests.support.felt_signs import BARE, felt, found, with_signs
from tests.support.rule_writing import said
from tests.support.situation import ALL_FINE, Situation, ago, clearance
from tests.support.small_rules import HEALTHY

HOUR = 60
AFTER = NOON.utc_ms - 30 * 60_000
"""Half an hour ago: later than what was felt in these tests."""

YES_SINCE = clearance("felt-before", "felt-vomiting", given_utc_ms=AFTER, recorded_utc_ms=AFTER)


class TestAnEmergency:
    def test_it_stands_and_only_a_new_check_lets_go_of_it(self) -> None:
        assert found(with_signs(BARE, felt("e", about="bare", felt="lost-sight"))) == ["felt-sight", "StopSignOpen"]

    def test_what_forbids_without_being_an_emergency_stands_the_same_way(self) -> None:
        assert found(with_signs(felt("e", felt="shock"))) == ["felt-shock", "StopSignOpen"]

    def test_after_the_check_a_doctor_has_to_say_yes(self) -> None:
        checked = with_signs(felt("e", felt="lost-sight", settled=True))
        (reason,) = checked.reasons
        assert isinstance(reason, FindingStands)
        assert reason.finding.rule.id == "felt-before"
        assert reason.finding.answers[0].answer == ("brain",)
        assert checked.but(clearances=(YES_SINCE,)).says_yes

    def test_a_doctors_yes_alone_does_not_replace_the_check(self) -> None:
        assert not with_signs(felt("e", felt="lost-sight")).but(clearances=(YES_SINCE,)).says_yes

    def test_a_yes_from_before_it_does_not_count(self) -> None:
        before = structs.replace(YES_SINCE, given_utc_ms=NOON.utc_ms - DAY_MS, recorded_utc_ms=NOON.utc_ms - DAY_MS)
        assert found(with_signs(felt("e", felt="shock", settled=True)).but(clearances=(before,))) == ["felt-before"]

    def test_time_alone_never_ends_it(self) -> None:
        year = 365 * 24 * HOUR
        assert found(with_signs(felt("e", felt="lost-sight", minutes_ago=year))) == ["felt-sight", "StopSignOpen"]
        assert found(with_signs(felt("e", felt="lost-sight", minutes_ago=year, settled=True))) == ["felt-before"]

    def test_of_two_each_is_named(self) -> None:
        both = with_signs(felt("e", felt=("lost-sight", "shock"), settled=True))
        (reason,) = both.reasons
        assert isinstance(reason, FindingStands)
        assert reason.finding.answers[0].answer == ("brain", "cord")

    def test_a_rule_file_that_keeps_no_place_for_it_goes_on_forbidding(self) -> None:
        rules = ALL_FINE.rules
        kept = tuple(question for question in rules.questionnaire.questions if question.id != "signs-before")
        poorer = structs.replace(rules, questionnaire=structs.replace(rules.questionnaire, questions=kept))
        settled = with_signs(felt("e", felt="lost-sight", settled=True)).but(rules=poorer)
        assert "felt-sight" in found(settled)


class TestADoctorsQuestion:
    def test_it_needs_a_new_check_and_a_doctors_yes(self) -> None:
        open_now = with_signs(felt("v", felt="vomiting"))
        assert found(open_now) == ["felt-vomiting", "StopSignOpen"]
        assert found(open_now.but(clearances=(YES_SINCE,))) == ["StopSignOpen"]
        settled = with_signs(felt("v", felt="vomiting", settled=True))
        assert found(settled) == ["felt-vomiting"]
        assert settled.but(clearances=(YES_SINCE,)).says_yes

    def test_what_the_check_knows_can_make_a_doctors_question_of_it(self) -> None:
        bruised = with_signs(felt("b", felt_skin="bruise"))
        assert found(bruised) == ["felt-red"]
        numb = bruised.also_said(said(body="numb-skin")).but(plan=Plan(5))
        assert found(numb) == ["felt-bruise", "felt-red", "StopSignOpen"]
        also_on_steroids = numb.also_said(said(body=("numb-skin", "steroids"))).but(clearances=(clearance("steroids"),))
        assert found(also_on_steroids) == ["steroids", "felt-bruise", "felt-red", "StopSignOpen"]


class TestWhatPasses:
    @pytest.mark.parametrize("settled", [False, True])
    def test_it_forbids_for_its_hours_whatever_check_is_done_meanwhile(self, settled: bool) -> None:
        def red(hours: float) -> Situation:
            return with_signs(felt("r", felt_skin="red-skin", minutes_ago=hours * HOUR, settled=settled))

        assert found(red(0)) == ["felt-red"]
        assert found(red(24 - 1 / HOUR)) == ["felt-red"]
        assert red(24).says_yes

    def test_sore_muscles_skip_a_day_and_stay_low_for_two_more(self) -> None:
        def sore(hours: float) -> Situation:
            return with_signs(felt("s", felt_skin="sore-muscles", minutes_ago=hours * HOUR))

        assert found(sore(23)) == ["felt-sore"]
        assert sore(25).permit.limits.intensity is Intensity.LOW
        assert [finding.rule.id for finding in sore(25).permit.precautions] == ["felt-sore-lately"]
        assert not sore(71).but(plan=Plan(5, Intensity.MEDIUM)).says_yes
        assert sore(72).but(plan=Plan(5, Intensity.MEDIUM)).says_yes

    def test_it_ends_neither_a_clearance_nor_the_check(self) -> None:
        on_steroids = ALL_FINE.also_said(said(body="steroids")).but(clearances=(clearance("steroids"),))
        red = felt("r", about="bare", felt_skin="red-skin", minutes_ago=25 * HOUR)
        bare = structs.replace(BARE, reported=ago(26 * HOUR))
        assert on_steroids.but(stop_signs=(bare, red)).says_yes

    def test_the_newest_report_counts(self) -> None:
        old, new = (felt(f"r{hours}", felt_skin="red-skin", minutes_ago=hours * HOUR) for hours in (30, 1))
        assert found(with_signs(old, new)) == ["felt-red"]
        assert found(with_signs(new, old)) == ["felt-red"]


class TestTheClock:
    RED = felt("r", felt_skin="red-skin", minutes_ago=0)

    def at(self, now: Reading) -> Situation:
        return ALL_FINE.but(stop_signs=(self.RED,), now=now, today_given=now, taken_utc_ms=now.utc_ms)

    def test_one_set_forward_does_not_shorten_it(self) -> None:
        later = structs.replace(shifted(NOON, HOUR_MS), utc_ms=NOON.utc_ms + 30 * DAY_MS)
        assert found(self.at(later)) == ["felt-red"]

    def test_one_set_back_does_not_shorten_it_either(self) -> None:
        assert found(self.at(structs.replace(shifted(NOON, HOUR_MS), utc_ms=NOON.utc_ms - 9 * DAY_MS))) == ["felt-red"]
        assert self.at(structs.replace(shifted(NOON, DAY_MS), utc_ms=NOON.utc_ms - 9 * DAY_MS)).says_yes

    def test_after_a_restart_a_report_dated_after_now_counts_as_just_made(self) -> None:
        restarted = Reading("boot-2", 5_000, 5_000, NOON.utc_ms - 9 * DAY_MS)
        assert found(self.at(restarted)) == ["felt-red"]

    def test_after_a_restart_the_wall_clock_measures(self) -> None:
        assert found(self.at(Reading("boot-2", 5_000, 5_000, NOON.utc_ms + DAY_MS - 1))) == ["felt-red"]
        assert self.at(Reading("boot-2", 5_000, 5_000, NOON.utc_ms + DAY_MS)).says_yes


class TestSorenessBeforeASession:
    def test_seven_of_ten_is_not_today(self) -> None:
        assert ALL_FINE.but(soreness=6).says_yes
        assert found(ALL_FINE.but(soreness=7)) == ["too-sore"]

    def test_once_said_a_smaller_number_does_not_help_for_a_day(self) -> None:
        told = StopSign("s", "p", ago(23 * HOUR), answers=Answers({"soreness-before": 8}))
        assert found(ALL_FINE.but(stop_signs=(told,), soreness=1)) == ["too-sore"]
        assert ALL_FINE.but(stop_signs=(structs.replace(told, reported=ago(24 * HOUR)),), soreness=1).says_yes

    def test_not_sure_how_sore_counts_as_long_and_no_number_outdoes_it(self) -> None:
        unsure = StopSign("u", "p", ago(60), settled=True, answers=Answers({"soreness-before": ("unsure",)}))
        number = StopSign("n", "p", ago(50), settled=True, answers=Answers({"soreness-before": 2}))
        for signs in ((unsure,), (unsure, number), (number, unsure)):
            assert found(with_signs(*signs)) == ["soreness-unsure"]

    def test_a_number_that_is_none_forbids(self) -> None:
        assert not ALL_FINE.but(soreness=-1).says_yes
        assert not ALL_FINE.but(soreness=11).says_yes


class TestTheLog:
    def test_what_it_shows_is_a_doctors_question(self) -> None:
        worse = ALL_FINE.but(facts=Answers({"log-facts": ("rising",)}))
        assert found(worse) == ["log-shows"]
        assert worse.but(clearances=(clearance("log-shows"),)).says_yes

    def test_it_speaks_for_nothing_else(self) -> None:
        assert (
            ALL_FINE.but(answers=Answers(), facts=HEALTHY).reason_types == ALL_FINE.but(answers=Answers()).reason_types
        )

    def test_the_check_and_today_cannot_speak_for_it(self) -> None:
        assert ALL_FINE.also_said(Answers({"log-facts": ("rising",), "felt": ("lost-sight",)})).says_yes


class TestWhatEndsTheCheck:
    RULES = ALL_FINE.rules

    def test_only_what_is_known_to_be_mild_does_not(self) -> None:
        mild, grave = felt("mild", felt_skin="red-skin"), felt("grave", felt="lost-sight")
        assert grave_signs(self.RULES, HEALTHY, (mild, grave)) == (grave,)
        assert grave_signs(self.RULES, HEALTHY, (BARE,)) == (BARE,)
        assert grave_signs(self.RULES, HEALTHY, ()) == ()
