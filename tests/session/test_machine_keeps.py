"""What no event may change: when a session began, what was paused, and by which boot's clock it is measured."""

import pytest
from msgspec import structs

from massage_companion.session.machine import Step, step
from massage_companion.session.reading import HOUR_MS, MINUTE_MS, Reading, elapsed_ms, shifted
from massage_companion.session.states import (
    Asking,
    DoNotKnow,
    Effect,
    End,
    Ended,
    Event,
    FeelsWrong,
    FoundUnfinished,
    Look,
    Overtime,
    Pause,
    Paused,
    Resume,
    Running,
    State,
    StillRunning,
    SwitchedOff,
)
from tests.support.fake_clock import NOON
from tests.support.session_states import ASKING, OVERTIME, PAUSED, RUNNING, TEN, at

EVENTS: tuple[Event, ...] = (
    Look(), Pause(), Resume(), End(), FeelsWrong(), FoundUnfinished(), StillRunning(), SwitchedOff(MINUTE_MS),
    DoNotKnow(),
)  # fmt: skip
AFTER_A_RESTART = Reading("boot-2", 10 * HOUR_MS, 10 * HOUR_MS, at(20).utc_ms)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
@pytest.mark.parametrize(
    ("state", "now"),
    [
        (RUNNING, at(3.01)),
        (PAUSED, at(4)),
        (structs.replace(RUNNING, seen=at(9.99)), at(10)),
        (OVERTIME, at(11.01)),
        (ASKING, at(21)),
        (Asking(PAUSED, at(20)), at(21)),
        (Asking(OVERTIME, at(20)), at(21)),
    ],
)
def test_whatever_happens_a_session_began_when_it_began(state: State, now: Reading, event: Event) -> None:
    after = step(state, event, now).state
    live = after.interrupted if isinstance(after, Asking) else after
    assert (live.plan, live.started) == (TEN, NOON)


def test_where_nothing_is_said_of_a_pause_there_was_none() -> None:
    assert RUNNING.paused_ms == RUNNING.used_before_ms == PAUSED.paused_before_ms == OVERTIME.paused_ms == 0


def test_a_session_that_is_found_unfinished_says_when_it_was_found() -> None:
    assert step(RUNNING, FoundUnfinished(), at(20)) == Step(Asking(RUNNING, found=at(20)), (Effect.ASK,))


def test_earlier_pauses_are_not_forgotten_when_time_is_up() -> None:
    almost = structs.replace(RUNNING, since=at(1), seen=at(10.99), paused_ms=MINUTE_MS)
    up = Overtime(TEN, NOON, zero=at(11), seen=at(11), paused_ms=MINUTE_MS)
    for event in (Look(), Pause(), Resume()):
        assert step(almost, event, at(11)) == Step(up, (Effect.TIME_UP,))


def test_a_massager_that_was_switched_on_again_in_a_pause_ran_since_the_last_look() -> None:
    paused = structs.replace(PAUSED, seen=at(5))
    assert step(Asking(paused, found=at(5.9)), StillRunning(), at(6)).state == Running(
        TEN, NOON, since=at(5), seen=at(6), used_before_ms=3 * MINUTE_MS, paused_ms=2 * MINUTE_MS
    )


@pytest.mark.parametrize("state", [RUNNING, PAUSED, OVERTIME], ids=["running", "paused", "overtime"])
def test_after_a_restart_its_end_is_told_by_the_clock_of_this_boot(state: Running | Paused | Overtime) -> None:
    ended = step(Asking(state, AFTER_A_RESTART), DoNotKnow(), AFTER_A_RESTART).state
    assert isinstance(ended, Ended)
    assert ended.ended == shifted(AFTER_A_RESTART, -elapsed_ms(state.seen, AFTER_A_RESTART))
