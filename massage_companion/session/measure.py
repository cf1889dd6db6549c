"""How long a session has run, derived from readings. Never negative, and used time never exceeds the plan."""

from massage_companion.session.reading import Reading, elapsed_ms
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


def state_plan_ms(state: State) -> int:
    """The planned time of the session in any state."""
    return state.interrupted.plan.planned_ms if isinstance(state, Asking) else state.plan.planned_ms
