"""How long a session was, when it ended, and what is announced on the way."""

import pytest
from msgspec import structs

from massage_companion.session import machine
from massage_companion.session.machine import step
from massage_companion.session.measure import overtime_ms, paused_ms, remaining_ms, state_plan_ms, used_ms
from massage_companion.session.plan import Plan
from massage_companion.session.reading import MINUTE_MS, shifted
from massage_companion.session.states import (
    Asking,
    DoNotKnow,
    Effect,
    End,
    Ended,
    Event,
    Look,
    Overtime,
    Pause,
    Resume,
    Running,
    State,
    StillRunning,
    SwitchedOff,
)
from tests.support.fake_clock import NOON
from tests.support.session_states import ASKING, ENDED, OVERTIME, PAUSED, RUNNING, at


class TestMeasures:
    def test_running(self) -> None:
        assert (used_ms(RUNNING, at(4)), remaining_ms(RUNNING, at(4))) == (4 * MINUTE_MS, 6 * MINUTE_MS)
        assert overtime_ms(RUNNING, at(4)) == paused_ms(RUNNING, at(4)) == 0

    def test_running_is_never_used_for_longer_than_planned(self) -> None:
        assert used_ms(RUNNING, at(11)) == state_plan_ms(RUNNING) == 10 * MINUTE_MS
        assert remaining_ms(RUNNING, at(11)) == 0

    def test_paused(self) -> None:
        assert used_ms(PAUSED, at(8)) == 3 * MINUTE_MS
        assert paused_ms(PAUSED, at(8)) == 5 * MINUTE_MS
        assert overtime_ms(PAUSED, at(8)) == 0

    def test_overtime(self) -> None:
        assert (used_ms(OVERTIME, at(12)), overtime_ms(OVERTIME, at(12))) == (10 * MINUTE_MS, 2 * MINUTE_MS)
        assert remaining_ms(OVERTIME, at(12)) == 0

    def test_asking_knows_what_was_seen_last_however_late_it_is(self) -> None:
        assert used_ms(ASKING, at(500)) == 3 * MINUTE_MS
        assert overtime_ms(Asking(OVERTIME, at(500)), at(500)) == MINUTE_MS
        assert paused_ms(Asking(structs.replace(PAUSED, seen=at(5)), at(500)), at(500)) == 2 * MINUTE_MS
        assert state_plan_ms(ASKING) == 10 * MINUTE_MS

    def test_ended_stays_as_it_is(self) -> None:
        assert (used_ms(ENDED, at(500)), overtime_ms(ENDED, at(500)), paused_ms(ENDED, at(500))) == (180_000, 0, 0)


class TestWhenItEnded:
    def test_now_where_somebody_says_so_now(self) -> None:
        ended = step(RUNNING, End(), at(3.25)).state
        assert isinstance(ended, Ended)
        assert (ended.started, ended.ended) == (NOON, at(3.25))

    def test_then_where_somebody_knows_when(self) -> None:
        ended = step(ASKING, SwitchedOff(15 * MINUTE_MS), at(20)).state
        assert isinstance(ended, Ended)
        assert (ended.ended, ended.used_ms, ended.at_most_ms) == (at(5), 5 * MINUTE_MS, 5 * MINUTE_MS)

    def test_when_it_was_last_seen_where_nobody_knows(self) -> None:
        ended = step(ASKING, DoNotKnow(), at(20)).state
        assert isinstance(ended, Ended)
        assert (ended.ended, ended.at_most_ms) == (at(3), 20 * MINUTE_MS)

    @pytest.mark.parametrize("ago", [-MINUTE_MS, 0])
    def test_never_later_than_now(self, ago: int) -> None:
        ended = step(ASKING, SwitchedOff(ago), at(5)).state
        assert isinstance(ended, Ended)
        assert ended.ended == at(5)


class TestEffects:
    @pytest.mark.parametrize(
        ("minutes", "half", "last_minute"), [(1, 30, None), (2, None, 60), (3, 90, 120), (10, 300, 540), (15, 450, 840)]
    )
    def test_half_and_the_last_minute_come_once_each(self, minutes: int, half: int | None, last_minute: int) -> None:
        state: State = Running(Plan(minutes), NOON, NOON, NOON)
        heard: dict[Effect, list[int]] = {}
        for second in range(1, minutes * 60 + 1):
            stepped = step(state, Look(), shifted(NOON, second * 1_000))
            state = stepped.state
            for effect in stepped.effects:
                heard.setdefault(effect, []).append(second)
        expected = {Effect.HALF: half, Effect.LAST_MINUTE: last_minute, Effect.TIME_UP: minutes * 60}
        assert heard == {effect: [second] for effect, second in expected.items() if second is not None}

    def test_an_event_without_sense_does_not_use_up_an_effect(self) -> None:
        almost = structs.replace(RUNNING, seen=at(4.99))
        assert step(almost, Resume(), at(5)) == machine.Step(almost)
        assert step(almost, Look(), at(5)).effects == (Effect.HALF,)
        assert step(almost, Pause(), at(5)).effects == (Effect.HALF, Effect.PAUSED)

    def test_time_is_up_even_if_it_is_not_a_look_that_finds_out(self) -> None:
        almost = structs.replace(RUNNING, seen=at(9.99))
        late = step(almost, Pause(), at(10))
        assert isinstance(late.state, Overtime)
        assert late.effects == (Effect.TIME_UP,)

    def test_until_the_last_millisecond_it_is_running(self) -> None:
        almost = structs.replace(RUNNING, seen=at(9.99))
        assert isinstance(step(almost, Look(), shifted(at(10), -1)).state, Running)
        assert isinstance(step(almost, Look(), at(10)).state, Overtime)

    @pytest.mark.parametrize("event", [Look(), Pause(), Resume(), StillRunning(), SwitchedOff(MINUTE_MS), DoNotKnow()])
    def test_zero_is_never_the_end_by_itself(self, event: Event) -> None:
        almost = structs.replace(RUNNING, seen=at(9.99))
        for now in (at(10), at(10.1)):
            assert isinstance(step(almost, event, now).state, Overtime)
