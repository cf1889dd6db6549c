"""Phases of a plan: which one it is, how long it still lasts, and that its end is told once, at its instant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_companion.session.machine import step
from massage_companion.session.measure import current_phase, next_phase, phase_left_ms, remaining_ms
from massage_companion.session.plan import Phase, Plan
from massage_companion.session.reading import MINUTE_MS, shifted
from massage_companion.session.refusal import PhasesDoNotFit, PlanTooLong
from massage_companion.session.states import (
    Asking,
    Effect,
    Ended,
    Ending,
    Look,
    Overtime,
    Pause,
    Paused,
    Resume,
    Running,
    State,
    StillRunning,
)
from tests.support.fake_clock import NOON
from tests.support.session_states import ASKING, RUNNING, at
from tests.support.situation import ALL_FINE

LEFT, RIGHT, LOW = Phase("left", 5), Phase("right", 4), Phase("low", 1)
TEN = Plan(10, phases=(LEFT, RIGHT, LOW))


def running(seen: float, plan: Plan = TEN) -> Running:
    return Running(plan, started=NOON, since=NOON, seen=at(seen))


class TestWhichPhase:
    @pytest.mark.parametrize(
        ("minutes", "phase", "left", "following"),
        [
            (0, LEFT, 5, RIGHT),
            (4.5, LEFT, 0.5, RIGHT),
            (5, RIGHT, 4, LOW),
            (8.75, RIGHT, 0.25, LOW),
            (9, LOW, 1, None),
            (9.5, LOW, 0.5, None),
        ],
    )
    def test_while_it_runs(self, minutes: float, phase: Phase, left: float, following: Phase | None) -> None:
        state, now = running(minutes), at(minutes)
        assert current_phase(state, now) == phase
        assert phase_left_ms(state, now) == left * MINUTE_MS
        assert next_phase(state, now) == following

    def test_a_pause_holds_the_phase(self) -> None:
        paused = Paused(TEN, NOON, since=at(6), seen=at(6), used_ms=6 * MINUTE_MS)
        assert (current_phase(paused, at(60)), phase_left_ms(paused, at(60))) == (RIGHT, 3 * MINUTE_MS)

    def test_in_overtime_the_massager_lies_where_the_last_phase_left_it(self) -> None:
        over = Overtime(TEN, NOON, zero=at(10), seen=at(12))
        assert (current_phase(over, at(12)), phase_left_ms(over, at(12)), next_phase(over, at(12))) == (LOW, 0, None)

    def test_a_question_is_about_the_phase_that_was_seen_last(self) -> None:
        asking = Asking(running(3), found=at(20))
        assert (current_phase(asking, at(20)), phase_left_ms(asking, at(20))) == (LEFT, 2 * MINUTE_MS)

    def test_what_has_ended_stays_in_its_phase(self) -> None:
        ended = Ended(TEN, NOON, at(6), Ending.FELT_WRONG, 6 * MINUTE_MS, 0, 0, 6 * MINUTE_MS)
        assert current_phase(ended, at(500)) == RIGHT

    @pytest.mark.parametrize("state", [RUNNING, ASKING])
    def test_a_plan_without_phases_has_none(self, state: State) -> None:
        assert (current_phase(state, at(4)), phase_left_ms(state, at(4)), next_phase(state, at(4))) == (
            None,
            None,
            None,
        )


class TestTold:
    def test_each_change_is_told_once_at_its_instant(self) -> None:
        state: State = running(0)
        told: list[tuple[float, tuple[Effect, ...]]] = []
        for second in range(1, 601):
            stepped = step(state, Look(), shifted(NOON, second * 1_000))
            state = stepped.state
            if stepped.effects:
                told.append((second / 60, stepped.effects))
        half, last_minute = (Effect.PHASE, Effect.HALF), (Effect.PHASE, Effect.LAST_MINUTE)
        assert told == [(5, half), (9, last_minute), (10, (Effect.TIME_UP,))]

    def test_not_a_millisecond_earlier(self) -> None:
        almost = running(4.99)
        assert step(almost, Look(), shifted(at(5), -1)).effects == ()
        assert step(almost, Look(), at(5)).effects == (Effect.PHASE, Effect.HALF)

    def test_a_change_that_falls_on_nothing_else_comes_alone(self) -> None:
        plan = Plan(10, phases=(Phase("a", 3), Phase("b", 7)))
        assert step(running(2.9, plan), Look(), at(3)).effects == (Effect.PHASE,)

    def test_several_that_began_unseen_are_one_change(self) -> None:
        short = Plan(4, phases=tuple(Phase(name, 1) for name in "abcd"))
        later = Running(short, NOON, since=shifted(at(0.6), -45_000), seen=at(0.6), used_before_ms=0)
        stepped = step(later, StillRunning(), at(0.6))
        assert stepped.effects == ()
        away = Asking(running(0.5, short), found=at(3))
        assert step(away, StillRunning(), at(2.5)).effects == (Effect.RESUMED, Effect.PHASE)

    def test_a_pause_tells_what_had_begun_and_going_on_tells_nothing_again(self) -> None:
        paused = step(running(4.99), Pause(), at(5))
        assert paused.effects == (Effect.PHASE, Effect.HALF, Effect.PAUSED)
        assert step(paused.state, Look(), at(30)).effects == ()
        assert step(paused.state, Resume(), at(30)).effects == (Effect.RESUMED,)

    def test_after_an_absence_within_one_phase_there_is_no_change(self) -> None:
        assert step(Asking(running(1), at(3)), StillRunning(), at(3)).effects == (Effect.RESUMED,)

    def test_when_time_is_up_no_phase_is_told(self) -> None:
        assert step(running(8.99), Look(), at(9.2)).effects == (Effect.PHASE, Effect.LAST_MINUTE)
        away = Asking(running(8.5), at(11))
        assert step(away, StillRunning(), at(11)).effects == (Effect.RESUMED, Effect.TIME_UP)

    def test_without_phases_nothing_is_told(self) -> None:
        assert step(running(2.99, Plan(10)), Look(), at(3)).effects == ()


class TestGate:
    """Phases fill the minutes, or the gate says no."""

    @pytest.mark.parametrize(
        "phases",
        [
            (),
            (Phase("all of it", 10),),
            (LEFT, RIGHT, LOW),
            tuple(Phase(f"part {number}", 1) for number in range(10)),
            (Phase("x" * 40, 5), Phase("右", 5)),
        ],
    )
    def test_a_yes(self, phases: tuple[Phase, ...]) -> None:
        assert ALL_FINE.but(plan=Plan(10, phases=phases)).says_yes

    @pytest.mark.parametrize(
        "phases",
        [
            (LEFT,),
            (LEFT, RIGHT, LOW, LOW),
            (Phase("left", 10), Phase("right", 0)),
            (Phase("left", 11), Phase("right", -1)),
            (Phase("", 5), Phase("right", 5)),
            (Phase(" \t", 5), Phase("right", 5)),
            (Phase("x" * 41, 5), Phase("right", 5)),
        ],
    )
    def test_a_no(self, phases: tuple[Phase, ...]) -> None:
        assert ALL_FINE.but(plan=Plan(10, phases=phases)).reasons == (PhasesDoNotFit(),)

    def test_more_than_ten_are_too_many(self) -> None:
        eleven = Plan(11, phases=tuple(Phase(f"part {number}", 1) for number in range(11)))
        assert ALL_FINE.but(plan=eleven).reasons == (PhasesDoNotFit(),)

    def test_beside_too_many_minutes(self) -> None:
        assert ALL_FINE.but(plan=Plan(20, phases=(LEFT,))).reasons == (PlanTooLong(20, 15), PhasesDoNotFit())


filling = st.lists(st.builds(Phase, st.sampled_from("abc"), st.integers(1, 9)), max_size=10).map(tuple)


@given(filling.filter(bool), st.integers(0, 100 * MINUTE_MS))
def test_phases_follow_each_other_without_a_gap(phases: tuple[Phase, ...], used: int) -> None:
    plan = Plan(sum(phase.minutes for phase in phases), phases=phases)
    now = shifted(NOON, used)
    state = Running(plan, NOON, NOON, NOON)
    left, number = phase_left_ms(state, now), plan.phase_number(used)
    assert left is not None
    assert number is not None
    assert remaining_ms(state, now) == left + sum(phase.minutes for phase in phases[number + 1 :]) * MINUTE_MS
    assert 0 < left <= phases[number].minutes * MINUTE_MS or used >= plan.planned_ms
