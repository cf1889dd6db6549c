"""Time goes on whether or not a look can be written; what a person did never counts unwritten."""

import pytest

from massage_companion.companion.ports import LiveSession, StoreError
from massage_companion.companion.sessions import Sessions
from massage_companion.eligibility.screening import Screening
from massage_companion.session.plan import Plan
from massage_companion.session.states import Effect, Look, Overtime, Pause, Running
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import FakeClock
from tests.support.memory_store import MemoryStore
from tests.support.small_rules import FINE_TODAY, HEALTHY, KNEADER, small_rules


class _Running:
    """A session of five minutes that has just begun."""

    def __init__(self) -> None:
        self.clock, self.store = FakeClock(), MemoryStore()
        self.sessions = Sessions(small_rules(), self.store, self.clock, CountingIds())
        utc_ms = self.clock.read().utc_ms
        self.store.complete_check(Screening("check", "ann", HEALTHY, small_rules().version, utc_ms))
        self.sessions.answer_today("ann", FINE_TODAY)
        assert isinstance(self.sessions.start("ann", KNEADER, Plan(5), None), LiveSession)


def test_zero_comes_even_where_no_look_can_be_written() -> None:
    case = _Running()
    case.store.fails = StoreError("full", "no space")
    effects: list[Effect] = []
    for _ in range(31):
        case.clock.advance(seconds=10)
        happened = case.sessions.happened(Look())
        assert happened is not None
        effects += happened[1]
    live = case.sessions.live
    assert live is not None
    assert isinstance(live.state, Overtime)
    assert Effect.TIME_UP in effects
    assert Effect.ASK not in effects


def test_it_is_told_that_looks_are_not_written_until_one_is() -> None:
    case = _Running()
    case.store.fails = StoreError("locked", "busy")
    case.clock.advance(seconds=21)
    case.sessions.happened(Look())
    assert case.sessions.unwritten is not None
    assert case.sessions.unwritten.kind == "locked"
    case.store.fails = None
    case.clock.advance(seconds=21)
    case.sessions.happened(Look())
    assert case.sessions.unwritten is None


def test_a_pause_that_cannot_be_written_did_not_happen() -> None:
    case = _Running()
    case.store.fails = StoreError("full", "no space")
    with pytest.raises(StoreError):
        case.sessions.happened(Pause())
    live = case.sessions.live
    assert live is not None
    assert isinstance(live.state, Running)
