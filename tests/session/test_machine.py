"""Every state and every event: what the person can do is offered, and everything else changes nothing."""

import itertools

import pytest
from msgspec import structs

from massage_companion.session import machine
from massage_companion.session.machine import AWAY_MS, SLEPT_MS, allowed, step
from massage_companion.session.reading import MINUTE_MS, Reading, shifted
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
    Live,
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
from tests.support.session_states import ASKING, ENDED, OVERTIME, PAUSED, RUNNING, at

STATES: dict[type[State], tuple[State, Reading]] = {
    Running: (RUNNING, at(3.01)),
    Paused: (PAUSED, at(4)),
    Overtime: (OVERTIME, at(11.01)),
    Asking: (ASKING, at(20.1)),
    Ended: (ENDED, at(21)),
}
LIVE: list[tuple[Live, Reading]] = [(state, now) for state, now in STATES.values() if not isinstance(state, Ended)]
EVENTS: list[Event] = [
    Look(),
    Pause(),
    Resume(),
    End(),
    FeelsWrong(),
    FoundUnfinished(),
    StillRunning(),
    SwitchedOff(MINUTE_MS),
    DoNotKnow(),
]
LEADS_TO: dict[tuple[type[State], type[Event]], type[State]] = {
    (Running, Pause): Paused,
    (Running, End): Ended,
    (Running, FeelsWrong): Ended,
    (Running, FoundUnfinished): Asking,
    (Paused, Resume): Running,
    (Paused, End): Ended,
    (Paused, FeelsWrong): Ended,
    (Paused, FoundUnfinished): Asking,
    (Overtime, End): Ended,
    (Overtime, FeelsWrong): Ended,
    (Overtime, FoundUnfinished): Asking,
    (Asking, End): Ended,
    (Asking, FeelsWrong): Ended,
    (Asking, FoundUnfinished): Asking,
    (Asking, StillRunning): Overtime,
    (Asking, SwitchedOff): Ended,
    (Asking, DoNotKnow): Ended,
}
EVENT_OF: dict[Action, Event] = {
    Action.PAUSE: Pause(),
    Action.RESUME: Resume(),
    Action.END: End(),
    Action.IT_IS_OFF: End(),
    Action.FEELS_WRONG: FeelsWrong(),
    Action.STILL_RUNNING: StillRunning(),
    Action.SWITCHED_OFF: SwitchedOff(0),
    Action.DO_NOT_KNOW: DoNotKnow(),
}


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
@pytest.mark.parametrize("kind", STATES, ids=lambda kind: kind.__name__)
def test_each_event_leads_where_it_should_and_any_other_changes_nothing(kind: type[State], event: Event) -> None:
    state, now = STATES[kind]
    stepped = step(state, event, now)
    if (kind, type(event)) in LEADS_TO:
        assert type(stepped.state) is LEADS_TO[kind, type(event)]
    elif isinstance(event, Look) and not isinstance(state, Asking | Ended):
        assert stepped.state == structs.replace(state, seen=now)
    else:
        assert stepped == machine.Step(state)


@pytest.mark.parametrize(("state", "now"), LIVE, ids=lambda value: type(value).__name__)
def test_what_is_offered_does_something_and_what_is_not_offered_does_nothing(state: Live, now: Reading) -> None:
    offered = allowed(state)
    for action, event in EVENT_OF.items():
        changed = step(state, event, now).state != state
        assert changed or action not in offered
        # Ending is heard everywhere, even from a screen that does not offer it just now.
        assert action in offered or not changed or isinstance(event, End)


@pytest.mark.parametrize(("state", "now"), LIVE, ids=lambda value: type(value).__name__)
def test_stopping_is_offered_and_works_wherever_something_may_be_running(state: Live, now: Reading) -> None:
    assert Action.FEELS_WRONG in allowed(state)
    felt_wrong, ended = step(state, FeelsWrong(), now), step(state, End(), now)
    assert isinstance(felt_wrong.state, Ended)
    assert felt_wrong.state.ending is Ending.FELT_WRONG
    assert isinstance(ended.state, Ended)
    assert felt_wrong.effects == ended.effects == (Effect.ENDED,)


def test_when_it_is_over_nothing_is_offered() -> None:
    assert allowed(ENDED) == frozenset()


@pytest.mark.parametrize("state", [RUNNING, OVERTIME], ids=["running", "overtime"])
class TestAway:
    """Half a minute without a look, or a sleep however short, and only the person knows what happened."""

    def test_the_bounds_are_those_of_the_design(self, state: Running | Overtime) -> None:
        assert (AWAY_MS, SLEPT_MS, machine.ALARM_EVERY_MS) == (30_000, 2_000, 20_000)
        assert not isinstance(step(state, Look(), shifted(state.seen, 30_000)).state, Asking)

    def test_half_a_minute_is_no_absence(self, state: Running | Overtime) -> None:
        now = shifted(state.seen, AWAY_MS)
        assert not isinstance(step(state, Look(), now).state, Asking)

    @pytest.mark.parametrize("event", [Look(), Pause(), Resume()])
    def test_longer_is_one_whatever_happens_next(self, state: Running | Overtime, event: Event) -> None:
        now = shifted(state.seen, AWAY_MS + 1)
        assert step(state, event, now) == machine.Step(Asking(state, found=now), (Effect.ASK,))

    @pytest.mark.parametrize("event", [End(), FeelsWrong()])
    def test_ending_is_never_answered_with_a_question(self, state: Running | Overtime, event: Event) -> None:
        assert isinstance(step(state, event, shifted(state.seen, AWAY_MS + 1)).state, Ended)

    def test_a_sleep_shows_in_the_clock_that_stood_still(self, state: Running | Overtime) -> None:
        seen = state.seen
        for slept, kind in ((SLEPT_MS, type(state)), (SLEPT_MS + 1, Asking)):
            now = structs.replace(seen, boot_ms=seen.boot_ms + slept + 500, awake_ms=seen.awake_ms + 500)
            assert type(step(state, Look(), now).state) is kind

    def test_another_boot_is_an_absence_whatever_its_clocks_say(self, state: Running | Overtime) -> None:
        now = structs.replace(state.seen, boot_id="boot-2")
        assert isinstance(step(state, Look(), now).state, Asking)


def test_these_are_all_events_and_all_states() -> None:
    assert {type(event) for event in EVENTS} == set(Event.__args__)
    assert set(STATES) == set(State.__args__)
    assert set(EVENT_OF) == set(Action)
    assert all(pair in itertools.product(STATES, map(type, EVENTS)) for pair in LEADS_TO)
