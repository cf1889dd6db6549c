"""Sessions as a use case: one at a time, today's page before each, and no clock buys minutes."""

import pytest
from msgspec import structs

from massage_companion.companion.ports import LiveSession
from massage_companion.companion.sessions import AlreadyRunningError
from massage_companion.eligibility.questionnaire import AnswerError
from massage_companion.session.plan import Plan
from massage_companion.session.reading import MINUTE_MS, Reading
from massage_companion.session.refusal import MinutesUsedUp, RestNotOver, StopSignOpen, TodayUnanswered
from massage_companion.session.states import (
    DoNotKnow,
    Effect,
    End,
    FeelsWrong,
    Look,
    Pause,
    Paused,
    Running,
)
from tests.support.fake_clock import FakeClock
from tests.support.household import LENA, Household
from tests.support.rule_writing import said
from tests.support.small_rules import FINE_TODAY, HEALTHY, KNEADER


class ClockThatTicks(FakeClock):
    """Every look takes a second, so that two looks at the same moment show."""

    def read(self) -> Reading:
        self.advance(seconds=1)
        return super().read()


def test_only_one_session_at_a_time(home: Household) -> None:
    home.running()
    home.sessions.answer_today(LENA, FINE_TODAY)
    with pytest.raises(AlreadyRunningError):
        home.sessions.start(LENA, KNEADER, Plan(5), None)


class TestToday:
    def test_answers_are_asked_again_after_half_an_hour(self, home: Household) -> None:
        home.sessions.answer_today(LENA, FINE_TODAY)
        home.clock.advance(minutes=30)
        assert home.sessions.questions_today(LENA, KNEADER) == ()
        home.clock.advance(ms=1)
        assert [question.id for question in home.sessions.questions_today(LENA, KNEADER)] == ["today"]
        refused = home.sessions.decide(LENA, KNEADER, Plan(5))
        assert [type(reason) for reason in getattr(refused, "reasons", ())] == [TodayUnanswered]

    def test_a_wall_clock_set_back_does_not_keep_them(self, home: Household) -> None:
        home.sessions.answer_today(LENA, FINE_TODAY)
        home.clock.advance(minutes=31)
        home.clock.set_wall(0)
        assert len(home.sessions.questions_today(LENA, KNEADER)) == 1

    def test_they_are_asked_again_after_a_session(self, home: Household) -> None:
        home.running()
        assert len(home.sessions.questions_today(LENA, KNEADER)) == 1

    def test_they_are_for_one_person(self, home: Household) -> None:
        home.sessions.answer_today("paul", FINE_TODAY)
        assert len(home.sessions.questions_today(LENA, KNEADER)) == 1

    def test_they_can_be_forgotten(self, home: Household) -> None:
        home.sessions.answer_today(LENA, FINE_TODAY)
        home.sessions.forget_today(LENA)
        home.sessions.forget_today(LENA)
        assert len(home.sessions.questions_today(LENA, KNEADER)) == 1

    def test_an_answer_that_is_not_offered_is_refused(self, home: Household) -> None:
        with pytest.raises(AnswerError):
            home.sessions.answer_today(LENA, said(today="splendid"))


class TestSomethingFeltWrong:
    def test_nothing_starts_until_a_new_check(self, home: Household) -> None:
        live = home.running()
        home.clock.advance(minutes=1)
        home.sessions.happened(FeelsWrong())
        (sign,) = home.store.stop_signs(LENA)
        assert (sign.session, sign.reported, sign.settled) == (live.session.id, home.clock.read(), False)
        home.clock.advance(days=2)
        assert [type(reason) for reason in home.refused()] == [StopSignOpen]
        home.checked(HEALTHY)
        home.running()

    def test_it_is_reported_at_the_moment_at_which_it_was_said(self, home: Household) -> None:
        home.running()
        home.clock.advance(seconds=5)
        home.clock.suspend(minutes=5)
        home.sessions.happened(Look())
        home.sessions.happened(FeelsWrong())
        (sign,) = home.store.stop_signs(LENA)
        assert sign.reported == home.clock.read()

    def test_the_end_and_the_stop_sign_are_of_the_same_moment(self) -> None:
        home = Household(clock=ClockThatTicks())
        home.checked(HEALTHY)
        home.running()
        home.sessions.happened(FeelsWrong())
        (sign,), (record,) = home.store.stop_signs(LENA), home.sessions.records(LENA, 1)
        assert sign.reported == record.ended


class TestNothingIsBought:
    def test_a_clock_set_forward_buys_no_rest_and_no_minutes(self, home: Household) -> None:
        home.running(minutes=15)
        home.clock.advance(minutes=20)
        home.sessions.happened(End())
        home.clock.set_wall(home.clock.read().utc_ms + 20 * 24 * 60 * MINUTE_MS)
        assert RestNotOver(60 * MINUTE_MS) in home.refused()

    def test_a_clock_set_back_buys_none_either(self, home: Household) -> None:
        home.running(minutes=15)
        home.clock.advance(minutes=15)
        home.sessions.happened(End())
        home.clock.set_wall(home.clock.read().utc_ms - 20 * 60 * MINUTE_MS)
        assert RestNotOver(60 * MINUTE_MS) in home.refused()
        home.clock.advance(hours=1)
        home.running()

    def test_rest_counts_from_the_latest_moment_at_which_it_may_still_have_run(self, home: Household) -> None:
        home.running(minutes=5)
        home.clock.advance(seconds=10)
        home.sessions.happened(Look())
        home.clock.suspend(minutes=10)
        home.sessions.happened(Look())
        home.sessions.happened(DoNotKnow())
        assert RestNotOver(60 * MINUTE_MS) in home.refused()

    def test_a_session_that_may_have_run_for_hours_uses_up_the_day(self, home: Household) -> None:
        home.running(minutes=5)
        home.clock.suspend(hours=3)
        home.sessions.happened(Look())
        home.sessions.happened(DoNotKnow())
        home.clock.advance(hours=23)
        assert MinutesUsedUp(60 * MINUTE_MS, 1, 180) in home.refused()


def test_after_three_sessions_the_usual_plan_is_proposed(home: Household) -> None:
    for _ in range(3):
        assert home.sessions.proposed_plan(LENA, KNEADER) == Plan(5)
        home.running(minutes=5)
        home.clock.advance(seconds=20)
        home.sessions.happened(End())
        home.clock.advance(days=1)
    assert home.sessions.proposed_plan(LENA, KNEADER) == Plan(10)


def test_precautions_go_with_the_session() -> None:
    home = Household()
    home.checked(HEALTHY.merged(said(age=70)))
    assert home.running().session.precautions == ("older",)


def test_the_clock_can_be_asked(home: Household) -> None:
    assert home.sessions.now() == home.clock.read()


def test_the_effects_of_an_event_are_told(home: Household) -> None:
    home.running()
    assert home.sessions.happened(Pause()) == (
        Paused(Plan(10), home.clock.read(), home.clock.read(), home.clock.read(), 0),
        (Effect.PAUSED,),
    )


def test_a_live_session_names_who_uses_what(home: Household) -> None:
    live = home.running()
    renamed = structs.replace(KNEADER, name="Another name")
    home.store.keep_massager(renamed)
    now = home.clock.read()
    assert live == LiveSession(live.session, Running(Plan(10), now, now, now))
    assert (live.session.massager_name, live.session.sore_before) == (KNEADER.name, 3)
