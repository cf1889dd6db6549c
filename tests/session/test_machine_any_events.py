"""Any events in any order, with clocks that sleep, jump and start anew: what stays true of every session."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from massage_companion.session.machine import Step, allowed, step
from massage_companion.session.measure import overtime_ms, paused_ms, remaining_ms, state_plan, used_ms
from massage_companion.session.plan import Phase, Plan
from massage_companion.session.reading import DAY_MS, MINUTE_MS, Reading, elapsed_ms
from massage_companion.session.states import (
    Action,
    Asking,
    DoNotKnow,
    Effect,
    End,
    Ended,
    Ending,
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
from tests.support.fake_clock import FakeClock

seconds = st.integers(0, 120) | st.sampled_from([30, 31, 60, 299, 300, 3600])
wall_jumps = st.integers(-400 * DAY_MS, 400 * DAY_MS) | st.integers(-MINUTE_MS, MINUTE_MS)
ENDS = (End, FeelsWrong, SwitchedOff, DoNotKnow)


def last_seen(state: State) -> Reading:
    """When the program last knew that the massager was as the state says."""
    match state:
        case Asking(interrupted=interrupted):
            return interrupted.seen
        case Ended(ended=ended):
            return ended
        case _:
            return state.seen


def known_ms(state: State) -> int:
    """Massage time that is known for sure: used and overtime until the last look."""
    return used_ms(state, last_seen(state)) + overtime_ms(state, last_seen(state))


class AnySession(RuleBasedStateMachine):
    """A session, a person who does anything at any time, and a computer that does too."""

    state: State
    clock: FakeClock
    heard: list[Effect]

    @initialize(phases=st.lists(st.integers(1, 5), min_size=1, max_size=5))
    def begin(self, phases: list[int]) -> None:
        self.clock = FakeClock()
        now = self.clock.read()
        named = tuple(Phase(f"phase {number}", minutes) for number, minutes in enumerate(phases))
        self.state = Running(Plan(sum(phases), phases=named), now, now, now)
        self.heard = []

    @rule(passed=seconds)
    def looks_later(self, passed: int) -> None:
        self.clock.advance(seconds=passed)
        self._happens(Look())

    @rule(count=st.integers(1, 20))
    def looks_every_second(self, count: int) -> None:
        for _ in range(count):
            self.clock.advance(seconds=1)
            self._happens(Look())

    @rule(slept=seconds)
    def sleeps(self, slept: int) -> None:
        self.clock.suspend(seconds=slept)
        self._happens(Look())

    @rule(by=wall_jumps)
    def wall_clock_is_set(self, by: int) -> None:
        before = self._measures()
        self.clock.set_wall(self.clock.read().utc_ms + by)
        assert self._measures() == before
        self._happens(Look())

    @rule(gone=seconds)
    def program_comes_back(self, gone: int) -> None:
        self.clock.advance(seconds=gone)
        self._happens(FoundUnfinished())

    @rule(off=seconds, by=st.just(0) | wall_jumps)
    def computer_comes_back(self, off: int, by: int) -> None:
        self.clock.reboot(seconds=off)
        self.clock.set_wall(self.clock.read().utc_ms + by)
        self._happens(FoundUnfinished())

    @rule(event=st.sampled_from([Pause(), Resume(), StillRunning()]), passed=st.integers(0, 5_000))
    def person_does_something(self, event: Event, passed: int) -> None:
        self.clock.advance(ms=passed)
        self._happens(event)

    @precondition(lambda self: isinstance(self.state, Asking))
    @rule()
    def person_says_that_it_ran_on(self) -> None:
        self._happens(StillRunning())

    @precondition(lambda self: not isinstance(self.state, Running))
    @rule(event=st.sampled_from([End(), FeelsWrong(), DoNotKnow()]) | st.builds(SwitchedOff, st.integers(-5, DAY_MS)))
    def person_ends_it(self, event: Event) -> None:
        self._happens(event)

    def _happens(self, event: Event) -> None:
        before, now = self.state, self.clock.read()
        stepped = step(before, event, now)
        self.state = stepped.state
        self.heard += stepped.effects
        self._check_body_time(before, event, now)
        self._check_end(before, event, stepped)
        assert known_ms(self.state) >= known_ms(before)

    def _check_body_time(self, before: State, event: Event, now: Reading) -> None:
        on = isinstance(before, Running | Overtime) and isinstance(event, Look)
        told = isinstance(before, Asking) and isinstance(event, StillRunning)
        if (on or told) and isinstance(self.state, Running | Overtime):
            assert known_ms(self.state) - known_ms(before) == elapsed_ms(last_seen(before), now)

    def _check_end(self, before: State, event: Event, stepped: Step) -> None:
        ends_now = isinstance(stepped.state, Ended) and not isinstance(before, Ended)
        assert (Effect.ENDED in stepped.effects) == ends_now
        if isinstance(before, Ended):
            assert stepped == Step(before)
        if ends_now:
            assert isinstance(event, ENDS)
        if isinstance(before, Asking) and not isinstance(event, (*ENDS, StillRunning)):
            assert isinstance(stepped.state, Asking)
            assert stepped.state.interrupted == before.interrupted

    def _measures(self) -> tuple[int, ...]:
        now = self.clock.read()
        return tuple(measure(self.state, now) for measure in (used_ms, overtime_ms, paused_ms, remaining_ms))

    @invariant()
    def no_time_is_negative_or_beyond_the_plan(self) -> None:
        used, over, paused, remaining = self._measures()
        assert min(used, over, paused, remaining) >= 0
        assert used + remaining == self._planned()
        assert over == 0 or used == self._planned()

    @invariant()
    def what_is_not_known_is_never_less_than_what_is(self) -> None:
        if isinstance(self.state, Ended):
            assert self.state.at_most_ms >= self.state.used_ms + self.state.overtime_ms
            assert self.state.ending is not Ending.FINISHED or self.state.used_ms == self._planned()

    @invariant()
    def stopping_is_always_one_step(self) -> None:
        if not isinstance(self.state, Ended):
            now = self.clock.read()
            assert isinstance(step(self.state, End(), now).state, Ended)
            felt_wrong = step(self.state, FeelsWrong(), now).state
            assert isinstance(felt_wrong, Ended)
            assert felt_wrong.ending is Ending.FELT_WRONG

    @invariant()
    def what_is_offered_does_something(self) -> None:
        now = self.clock.read()
        assert (Action.PAUSE in allowed(self.state)) == isinstance(self.state, Running)
        if isinstance(self.state, Paused):
            assert isinstance(step(self.state, Resume(), now).state, Running | Overtime)
        if isinstance(self.state, Asking):
            assert isinstance(step(self.state, StillRunning(), now).state, Running | Overtime)

    @invariant()
    def each_announcement_comes_once(self) -> None:
        for effect in (Effect.HALF, Effect.LAST_MINUTE, Effect.TIME_UP, Effect.ENDED):
            assert self.heard.count(effect) <= 1
        if isinstance(self.state, Overtime):
            assert Effect.TIME_UP in self.heard

    @invariant()
    def a_phase_is_told_whenever_it_changed_and_at_no_other_time(self) -> None:
        plan = state_plan(self.state)
        assert self.heard.count(Effect.PHASE) <= len(plan.phases) - 1
        if isinstance(self.state, Running | Paused) and plan.phase_number(used_ms(self.state, self.state.seen)):
            assert Effect.PHASE in self.heard

    @invariant()
    def clocks_of_one_boot_measure(self) -> None:
        if isinstance(self.state, Running | Paused) and self.state.seen.boot_id == self.clock.read().boot_id:
            assert self.state.since.boot_id == self.state.seen.boot_id

    def _planned(self) -> int:
        return state_plan(self.state).planned_ms


TestAnySession = AnySession.TestCase
