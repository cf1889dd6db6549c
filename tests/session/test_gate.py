"""The gate, example by example: who may start, who may not, and what each refusal says."""

import pytest

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.screening import VALID_DAYS
from massage_companion.session.gate import TODAY_VALID_MS
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Plan
from massage_companion.session.reading import DAY_MS, Reading, shifted
from massage_companion.session.refusal import (
    CheckExpired,
    CheckIncomplete,
    FindingStands,
    HeatNotAllowed,
    MinutesUsedUp,
    NeverChecked,
    PlanTooLong,
    RestNotOver,
    StopSignOpen,
    TodayUnanswered,
)
from massage_companion.session.stop_sign import StopSign
from tests.support.fake_clock import NOON
from tests.support.rule_writing import said
from tests.support.situation import ALL_FINE, ago, clearance, stop_sign, used
from tests.support.small_rules import FINE_TODAY, HEALTHY

YEAR_MS = VALID_DAYS * DAY_MS


class TestWhoMayStart:
    def test_a_healthy_person_with_fresh_answers_and_a_plan_within_limits(self) -> None:
        permit = ALL_FINE.permit
        assert permit.plan == Plan(10)
        assert permit.limits == Limits(
            minutes=15, sessions_per_day=2, minutes_per_day=30, rest_minutes=60, heat_allowed=False
        )
        assert permit.rules_version == "small-1"
        assert permit.issued == NOON

    def test_a_precaution_allows_within_its_limits_and_is_remembered(self) -> None:
        permit = ALL_FINE.also_said(said(age=70)).permit
        assert [finding.rule.id for finding in permit.precautions] == ["older"]
        assert (permit.limits.minutes, permit.limits.intensity) == (10, Intensity.LOW)

    def test_an_hour_and_a_minute_after_a_session(self) -> None:
        assert ALL_FINE.but(uses=(used(10, ended_minutes_ago=61),)).says_yes

    def test_after_a_stop_sign_that_a_new_check_settled(self) -> None:
        assert ALL_FINE.but(stop_signs=(stop_sign(settled=True),)).says_yes


class TestTheCheck:
    def test_without_one_nothing_starts(self) -> None:
        assert NeverChecked() in ALL_FINE.but(answers=None).reasons

    def test_it_is_valid_for_a_year_to_the_last_millisecond(self) -> None:
        assert VALID_DAYS == 365
        assert ALL_FINE.but(taken_utc_ms=NOON.utc_ms - YEAR_MS + 1).says_yes
        taken = NOON.utc_ms - YEAR_MS
        assert ALL_FINE.but(taken_utc_ms=taken).reasons == (CheckExpired(taken),)

    def test_one_dated_in_the_future_does_not_count(self) -> None:
        assert ALL_FINE.but(taken_utc_ms=NOON.utc_ms + DAY_MS).says_yes
        taken = NOON.utc_ms + DAY_MS + 1
        assert ALL_FINE.but(taken_utc_ms=taken).reasons == (CheckExpired(taken),)

    def test_a_blank_is_named(self) -> None:
        assert ALL_FINE.but(answers=HEALTHY.without("neck")).reasons == (CheckIncomplete(("neck", "pain")),)

    def test_a_new_modality_asks_its_questions(self) -> None:
        pulsing = Massager("tens", "TENS", "tens", frozenset({Modality.PULSE}), True)
        assert ALL_FINE.but(massager=pulsing).reasons == (CheckIncomplete(("pads",)),)

    def test_a_massager_that_nobody_knows_is_judged_as_every_kind(self) -> None:
        unknown = Massager("new", "New", "unknown", frozenset(), True)
        assert ALL_FINE.but(massager=unknown).reasons == (CheckIncomplete(("pads",)),)

    @pytest.mark.parametrize(
        ("answers", "outcome"),
        [
            (said(signs="sudden-dizzy"), Outcome.EMERGENCY),
            (said(signs="clumsy-hands"), Outcome.CONTRAINDICATED),
            (said(signs="unsure"), Outcome.DOCTOR_FIRST),
            (said(neck="more", pain=2), Outcome.DOCTOR_FIRST),
        ],
    )
    def test_each_finding_that_forbids_is_a_reason(self, answers: Answers, outcome: Outcome) -> None:
        (reason,) = ALL_FINE.also_said(answers).reasons
        assert isinstance(reason, FindingStands)
        assert reason.finding.outcome is outcome


class TestStopSigns:
    def test_an_open_one_closes_the_gate(self) -> None:
        assert ALL_FINE.but(stop_signs=(stop_sign(),)).reasons == (StopSignOpen(ago(60).utc_ms),)

    def test_one_of_which_nothing_more_is_said_is_open(self) -> None:
        assert ALL_FINE.but(stop_signs=(StopSign("sign", "p", ago(60)),)).reason_types == [StopSignOpen]

    def test_no_clearance_lifts_it(self) -> None:
        cleared = ALL_FINE.but(stop_signs=(stop_sign(),), clearances=(clearance("cord", "steroids"),))
        assert cleared.reason_types == [StopSignOpen]


class TestTodaysPage:
    def test_not_answered_names_its_questions(self) -> None:
        assert ALL_FINE.but(today=None).reasons == (TodayUnanswered(("today",)),)
        assert ALL_FINE.but(today=Answers()).reasons == (TodayUnanswered(("today",)),)

    def test_answers_count_for_half_an_hour(self) -> None:
        assert TODAY_VALID_MS == 1_800_000
        assert ALL_FINE.but(today_given=shifted(NOON, -TODAY_VALID_MS)).says_yes
        assert ALL_FINE.but(today_given=shifted(NOON, -TODAY_VALID_MS - 1)).reason_types == [TodayUnanswered]

    def test_answers_from_before_the_computer_started_do_not_count(self) -> None:
        before = Reading("boot-0", NOON.boot_ms, NOON.awake_ms, NOON.utc_ms)
        assert ALL_FINE.but(today_given=before).reason_types == [TodayUnanswered]

    def test_answers_of_a_moment_to_come_do_not_count(self) -> None:
        assert ALL_FINE.but(today_given=shifted(NOON, 1)).reason_types == [TodayUnanswered]

    @pytest.mark.parametrize("wall", [-10 * YEAR_MS, -DAY_MS, DAY_MS, 10 * YEAR_MS])
    def test_the_wall_clock_does_not_make_them_fresh_or_stale(self, wall: int) -> None:
        def at(age_ms: int) -> Reading:
            return Reading(NOON.boot_id, NOON.boot_ms - age_ms, NOON.awake_ms - age_ms, NOON.utc_ms + wall)

        assert ALL_FINE.but(today_given=at(TODAY_VALID_MS)).says_yes
        assert ALL_FINE.but(today_given=at(TODAY_VALID_MS + 1)).reason_types == [TodayUnanswered]

    def test_a_fever_closes_the_gate_for_today(self) -> None:
        (reason,) = ALL_FINE.but(today=said(today="fever")).reasons
        assert isinstance(reason, FindingStands)
        assert reason.finding.outcome is Outcome.NOT_TODAY

    def test_stale_answers_say_nothing_at_all(self) -> None:
        stale = ALL_FINE.but(today_given=ago(31))
        assert stale.reasons == (TodayUnanswered(("today",)),)
        assert stale.but(today=said(today="fever")).reasons == (TodayUnanswered(("today",)),)

    def test_an_answer_that_cannot_be_read_is_none(self) -> None:
        assert ALL_FINE.but(today=said(today="splendid")).reasons == (TodayUnanswered(("today",)),)

    def test_it_cannot_speak_over_the_check(self) -> None:
        sick = ALL_FINE.also_said(said(signs="clumsy-hands"))
        healthy_today = HEALTHY.merged(FINE_TODAY)
        assert sick.but(today=healthy_today).reason_types == [FindingStands]
        assert ALL_FINE.but(answers=Answers(), today=healthy_today).reason_types == [CheckIncomplete]

    def test_the_check_cannot_speak_for_today(self) -> None:
        old_page = ALL_FINE.also_said(FINE_TODAY)
        assert old_page.but(today=Answers()).reason_types == [TodayUnanswered]
        assert ALL_FINE.also_said(said(today="fever")).says_yes


def test_reasons_come_strictest_first_and_all_of_them() -> None:
    wrong = ALL_FINE.also_said(said(signs=("clumsy-hands", "sudden-dizzy", "unsure"))).but(
        today=said(today="fever"),
        stop_signs=(stop_sign(),),
        taken_utc_ms=NOON.utc_ms - YEAR_MS,
        uses=(used(30, 10),),
        plan=Plan(30, Intensity.LOW, heat=True),
    )
    spoken = [r.finding.rule.id if isinstance(r, FindingStands) else type(r) for r in wrong.reasons]
    assert spoken == [
        "dizzy",
        "cord",
        "signs-unsure",
        "fever",
        StopSignOpen,
        CheckExpired,
        MinutesUsedUp,
        RestNotOver,
        PlanTooLong,
        HeatNotAllowed,
    ]
