"""How long a session has run, derived from readings. Never negative, and used time never exceeds the plan."""

from massage_companion.session.plan import Phase, Plan
from massage_companion.session.reading import MINUTE_MS, Reading, elapsed_ms
from massage_companion.session.states import Asking, Ended, Overtime, Paused, Running, State


def used_ms(state: State, now: Reading) -> int:
    """Massage time within the plan."""
    match state:
        case Running():
            return min(state.plan.planned_ms, state.used_before_ms + elapsed_ms(state.since, now))
        case Paused():
            return min(state.plan.planned_ms, state.used_ms)
        case Overtime():
            return state.plan.planned_ms
        case Asking():
            return used_ms(state.interrupted, state.interrupted.seen)
        case Ended():
            return state.used_ms


def overtime_ms(state: State, now: Reading) -> int:
    """Time since zero; 0 before it."""
    match state:
        case Overtime():
            return elapsed_ms(state.zero, now)
        case Asking():
            return overtime_ms(state.interrupted, state.interrupted.seen)
        case Ended():
            return state.overtime_ms
        case _:
            return 0


def paused_ms(state: State, now: Reading) -> int:
    """Time spent in pauses."""
    match state:
        case Paused():
            return state.paused_before_ms + elapsed_ms(state.since, now)
        case Asking():
            return paused_ms(state.interrupted, state.interrupted.seen)
        case _:
            return state.paused_ms


def remaining_ms(state: State, now: Reading) -> int:
    """What is left of the plan, 0 or more."""
    return max(0, state_plan_ms(state) - used_ms(state, now))


def state_plan(state: State) -> Plan:
    """The plan of the session in any state."""
    return state.interrupted.plan if isinstance(state, Asking) else state.plan


def state_plan_ms(state: State) -> int:
    """The planned time of the session in any state."""
    return state_plan(state).planned_ms


def current_phase(state: State, now: Reading) -> Phase | None:
    """The phase that the massager is in; ``None`` for a plan without phases.

    In a pause it is the phase to go on with, and once time is up the last one: the massager lies where it lay.
    """
    plan = state_plan(state)
    number = plan.phase_number(used_ms(state, now))
    return None if number is None else plan.phases[number]


def next_phase(state: State, now: Reading) -> Phase | None:
    """The phase after the present one, if there is another."""
    plan = state_plan(state)
    number = plan.phase_number(used_ms(state, now))
    return None if number is None else next(iter(plan.phases[number + 1 :]), None)


def phase_left_ms(state: State, now: Reading) -> int | None:
    """What is left of the present phase, 0 or more; ``None`` for a plan without phases."""
    plan, used = state_plan(state), used_ms(state, now)
    number = plan.phase_number(used)
    if number is None:
        return None
    return max(0, sum(phase.minutes for phase in plan.phases[: number + 1]) * MINUTE_MS - used)
