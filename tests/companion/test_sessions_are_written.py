"""What is told is written first, what cannot be written has not happened, and a crash loses nothing but a moment."""

import pytest

from massage_companion.companion.ports import StoreError
from massage_companion.companion.sessions import HEARTBEAT_MS, AlreadyRunningError
from massage_companion.session.plan import Plan
from massage_companion.session.reading import MINUTE_MS
from massage_companion.session.states import (
    Asking,
    DoNotKnow,
    End,
    Event,
    FeelsWrong,
    Look,
    Overtime,
    Pause,
    Resume,
)
from tests.support.household import LENA, Household
from tests.support.small_rules import FINE_TODAY, KNEADER

FULL = StoreError("full", "no space left")


def looks(home: Household, seconds: int) -> None:
    for _ in range(seconds):
        home.clock.advance(seconds=1)
        home.sessions.happened(Look())


class TestWriting:
    def test_a_session_is_in_the_store_before_anybody_sees_it(self, home: Household) -> None:
        assert home.running() == home.store.live() == home.sessions.live

    def test_what_a_person_does_is_in_the_store_before_it_is_told(self, home: Household) -> None:
        live = home.running()
        for event in (Pause(), Resume(), Pause()):
            home.clock.advance(seconds=3)
            told = home.sessions.happened(event)
            stored = home.store.live()
            assert told is not None
            assert stored is not None
            assert stored.state == told[0]
        assert home.store.events == [(live.session.id, name) for name in ("started", "Pause", "Resume", "Pause")]

    def test_right_before_the_computer_sleeps_all_is_written(self, home: Household) -> None:
        home.running()
        looks(home, seconds=7)
        home.sessions.flush()
        assert home.store.live() == home.sessions.live
        home.store.fails = FULL
        home.sessions.flush()
        assert home.sessions.unwritten == FULL

    def test_the_end_is_in_the_log_before_it_is_told(self, home: Household) -> None:
        live = home.running()
        home.clock.advance(seconds=20)
        home.sessions.happened(End())
        assert home.store.live() is None
        assert home.store.record(live.session.id) is not None

    def test_a_quiet_look_is_written_every_twenty_seconds_and_not_more_often(self, home: Household) -> None:
        home.running()
        looks(home, 19)
        assert len(home.store.events) == 1
        looks(home, 1)
        assert len(home.store.events) == 2
        looks(home, 100)
        assert len(home.store.events) == 7
        assert HEARTBEAT_MS == 20_000

    def test_an_announcement_is_written_at_once(self, home: Household) -> None:
        home.running(minutes=1)
        looks(home, 29)
        before = len(home.store.events)
        looks(home, 1)
        assert len(home.store.events) == before + 1

    def test_the_repeated_alarm_writes_no_more_than_the_heartbeat(self, home: Household) -> None:
        home.running(minutes=1)
        looks(home, 60)
        before = len(home.store.events)
        looks(home, 60)
        assert len(home.store.events) == before + 3

    def test_nothing_is_written_where_nothing_runs(self, home: Household) -> None:
        assert home.sessions.happened(Look()) is None
        assert home.store.events == []


class TestAStoreThatFails:
    def test_nothing_has_started(self, home: Household) -> None:
        home.store.fails = FULL
        with pytest.raises(StoreError):
            home.starts()
        assert home.sessions.live is None
        home.store.fails = None
        assert home.sessions.questions_today(LENA, KNEADER) == ()
        assert home.sessions.start(LENA, KNEADER, Plan(5), None) == home.store.live()

    @pytest.mark.parametrize("event", [Pause(), End(), FeelsWrong()])
    def test_what_a_person_does_has_not_happened_and_can_be_done_again(self, home: Household, event: Event) -> None:
        before = home.running()
        home.clock.advance(seconds=5)
        home.store.fails = FULL
        with pytest.raises(StoreError):
            home.sessions.happened(event)
        assert home.sessions.live == before
        home.store.fails = None
        told = home.sessions.happened(event)
        assert told is not None
        assert told[0] != before.state

    def test_time_goes_on_when_a_look_cannot_be_written(self, home: Household) -> None:
        home.running(minutes=1)
        home.store.fails = FULL
        looks(home, 70)
        live = home.sessions.live
        assert live is not None
        assert isinstance(live.state, Overtime)
        assert home.sessions.unwritten == FULL

    def test_it_is_written_again_as_soon_as_it_can_be(self, home: Household) -> None:
        home.running()
        home.store.fails = FULL
        looks(home, 20)
        home.store.fails = None
        looks(home, 20)
        assert home.sessions.unwritten is None
        assert home.store.live() == home.sessions.live

    def test_a_rating_that_cannot_be_written_is_told(self, home: Household) -> None:
        with pytest.raises(StoreError):
            home.sessions.rate("no-such-session", 3, "")


class TestRecovery:
    def test_without_a_session_there_is_nothing_to_recover(self, home: Household) -> None:
        assert home.started_program().recover() is None

    @pytest.mark.parametrize("event", [Look(), Pause()])
    def test_a_session_without_an_end_waits_for_the_persons_word(self, home: Household, event: Event) -> None:
        live = home.running()
        home.clock.advance(seconds=10)
        home.sessions.happened(event)
        home.clock.reboot(minutes=3)
        again = home.started_program()
        found = again.recover()
        assert found is not None
        assert found.session == live.session
        assert isinstance(found.state, Asking)
        assert found == again.live == home.store.live()

    def test_it_waits_even_where_it_cannot_be_written(self, home: Household) -> None:
        home.running()
        home.clock.reboot(minutes=3)
        home.store.fails = FULL
        again = home.started_program()
        found = again.recover()
        assert found is not None
        assert isinstance(found.state, Asking)
        assert again.unwritten == FULL

    def test_nothing_else_starts_meanwhile(self, home: Household) -> None:
        home.running()
        again = home.started_program()
        again.recover()
        again.answer_today(LENA, FINE_TODAY)
        with pytest.raises(AlreadyRunningError):
            again.start(LENA, KNEADER, Plan(5), None)

    def test_nothing_is_lost_but_what_came_after_the_last_heartbeat(self, home: Household) -> None:
        home.running()
        looks(home, 29)
        home.clock.reboot(minutes=3)
        again = home.started_program()
        again.recover()
        told = again.happened(DoNotKnow())
        assert told is not None
        (record,) = again.records(LENA, 1)
        assert record.used_ms == 20_000
        assert record.at_most_ms == 20_000 + 9_000 + 3 * MINUTE_MS
