"""The session as a pure machine: ``step(state, event, reading) -> Step``.

Body time goes on through suspend, crash and frozen windows; zero is not the end; nothing ends or resumes by itself.
"""

from msgspec import Struct, structs

from massage_companion.session.gate import Permit
from massage_companion.session.measure import overtime_ms, paused_ms, used_ms
from massage_companion.session.reading import MINUTE_MS, Reading, elapsed_ms, shifted, slept_ms
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

AWAY_MS = 30_000
"""Longer without a look than this means that the program was away; the heartbeat looks every 10 s."""

SLEPT_MS = 2_000
"""Suspended for longer than this counts as away, however short the gap."""

ALARM_EVERY_MS = 20_000
PERMIT_VALID_MS = 60_000


class Step(Struct, frozen=True):
    """The state after an event, and what follows from it."""

    state: State
    effects: tuple[Effect, ...] = ()


def start(permit: Permit, now: Reading) -> Running:
    """A running session by the permit's plan. Raises ValueError for a permit older than a minute."""
    if elapsed_ms(permit.issued, now) > PERMIT_VALID_MS:
        raise ValueError("the permit is too old")
    return Running(permit.plan, started=now, since=now, seen=now)


def allowed(state: State) -> frozenset[Action]:
    """What the person can do now. Stopping is possible in every state that is not over."""
    match state:
        case Running():
            return frozenset({Action.PAUSE, Action.END, Action.FEELS_WRONG})
        case Paused():
            return frozenset({Action.RESUME, Action.END, Action.FEELS_WRONG})
        case Overtime():
            return frozenset({Action.IT_IS_OFF, Action.FEELS_WRONG})
        case Asking():
            return frozenset({Action.STILL_RUNNING, Action.SWITCHED_OFF, Action.DO_NOT_KNOW, Action.FEELS_WRONG})
        case Ended():
            return frozenset()


def step(state: State, event: Event, now: Reading) -> Step:
    """The state after an event at a reading. An event that makes no sense in a state changes nothing."""
    if isinstance(state, Ended):
        return Step(state)
    if isinstance(event, FoundUnfinished):
        return Step(_asking(state, now), (Effect.ASK,))
    if isinstance(state, Asking):
        return _answered(state, event, now)
    if _was_away(state, now) and not isinstance(event, End | FeelsWrong):
        return Step(_asking(state, now), (Effect.ASK,))
    state = _in_this_boot(state, now)
    return _usual(_at_zero(state, now), event, now, state)


def _usual(state: Running | Paused | Overtime, event: Event, now: Reading, before: Running | Paused | Overtime) -> Step:
    crossed = _crossed(before, state, now)
    match state, event:
        case _, End():
            return Step(_ended(state, now, _ending_now(state)), (Effect.ENDED,))
        case _, FeelsWrong():
            return Step(_ended(state, now, Ending.FELT_WRONG), (Effect.ENDED,))
        case Running(), Pause():
            paused = Paused(
                state.plan, state.started, since=now, seen=now, used_ms=used_ms(state, now),
                paused_before_ms=state.paused_ms,
            )  # fmt: skip
            return Step(paused, (*crossed, Effect.PAUSED))
        case Paused(), Resume():
            running = Running(
                state.plan, state.started, since=now, seen=now, used_before_ms=state.used_ms,
                paused_ms=paused_ms(state, now),
            )  # fmt: skip
            return Step(running, (Effect.RESUMED,))
        case _, Look():
            return Step(structs.replace(state, seen=now), crossed)
        case _:
            return Step(state, crossed if state is not before else ())


def _answered(state: Asking, event: Event, now: Reading) -> Step:
    interrupted = _in_this_boot(state.interrupted, now)
    match event:
        case StillRunning():
            moved = _runs_on(interrupted, now)
            is_up = isinstance(moved, Overtime) and not isinstance(interrupted, Overtime)
            news = (Effect.TIME_UP,) if is_up else _phase_begun(interrupted, moved, now)
            return Step(moved, (Effect.RESUMED, *news))
        case SwitchedOff(ago_ms=ago_ms):
            away_ms = elapsed_ms(interrupted.seen, now)
            at = shifted(now, -min(max(0, ago_ms), away_ms))
            was = _at_zero(interrupted, at)
            return Step(_ended(was, at, _ending_now(was)), (Effect.ENDED,))
        case DoNotKnow() | End():
            return Step(_unconfirmed(interrupted, now, Ending.UNCONFIRMED), (Effect.ENDED,))
        case FeelsWrong():
            return Step(_unconfirmed(interrupted, now, Ending.FELT_WRONG), (Effect.ENDED,))
        case _:
            return Step(state)


def _was_away(state: Running | Paused | Overtime, now: Reading) -> bool:
    if isinstance(state, Paused):
        return False
    if state.seen.boot_id != now.boot_id:
        return True
    return elapsed_ms(state.seen, now) > AWAY_MS or slept_ms(state.seen, now) > SLEPT_MS


def _in_this_boot(state: Running | Paused | Overtime, now: Reading) -> Running | Paused | Overtime:
    """The same state by the clock of this boot, which alone measures from now on.

    The wall clock says once how long the computer was off. Where it is behind, that is nothing, and what was known
    before stays known.
    """
    if state.seen.boot_id == now.boot_id:
        return state
    seen = shifted(now, -elapsed_ms(state.seen, now))
    match state:
        case Running():
            return structs.replace(state, since=seen, seen=seen, used_before_ms=used_ms(state, state.seen))
        case Paused():
            return structs.replace(state, since=seen, seen=seen, paused_before_ms=paused_ms(state, state.seen))
        case Overtime():
            return structs.replace(state, zero=shifted(seen, -overtime_ms(state, state.seen)), seen=seen)


def _asking(state: Live, now: Reading) -> Asking:
    interrupted = state.interrupted if isinstance(state, Asking) else state
    return Asking(interrupted, found=now)


def _runs_on(state: Running | Paused | Overtime, now: Reading) -> Running | Overtime:
    """The massager ran all the time: from a pause too, where it was switched on again unseen."""
    if isinstance(state, Paused):
        state = Running(
            state.plan, state.started, since=state.seen, seen=now, used_before_ms=state.used_ms,
            paused_ms=paused_ms(state, state.seen),
        )  # fmt: skip
    else:
        state = structs.replace(state, seen=now)
    moved = _at_zero(state, now)
    assert not isinstance(moved, Paused)
    return moved


def _at_zero(state: Running | Paused | Overtime, now: Reading) -> Running | Paused | Overtime:
    """Running beyond the plan is overtime since the very instant at which the plan ended."""
    if not isinstance(state, Running):
        return state
    over_ms = state.used_before_ms + elapsed_ms(state.since, now) - state.plan.planned_ms
    if over_ms < 0:
        return state
    return Overtime(state.plan, state.started, zero=shifted(now, -over_ms), seen=now, paused_ms=state.paused_ms)


def _crossed(
    before: Running | Paused | Overtime, after: Running | Paused | Overtime, now: Reading
) -> tuple[Effect, ...]:
    if isinstance(after, Overtime):
        if not isinstance(before, Overtime):
            return (Effect.TIME_UP,)
        return (Effect.ALARM,) if _alarms(after, now) > _alarms(before, before.seen) else ()
    if not isinstance(after, Running):
        return ()
    half, last_minute = after.plan.planned_ms / 2, after.plan.planned_ms - MINUTE_MS
    earlier, used = used_ms(before, before.seen), used_ms(after, now)
    phase = _phase_begun(before, after, now)
    if earlier < last_minute <= used:
        return (*phase, Effect.LAST_MINUTE)
    return (*phase, Effect.HALF) if earlier < half <= used else phase


def _phase_begun(before: Running | Paused | Overtime, after: Running | Overtime, now: Reading) -> tuple[Effect, ...]:
    """Several phases that began unseen are one change: only the present one matters."""
    number = before.plan.phase_number
    return () if number(used_ms(before, before.seen)) == number(used_ms(after, now)) else (Effect.PHASE,)


def _alarms(state: Overtime, now: Reading) -> int:
    return overtime_ms(state, now) // ALARM_EVERY_MS


def _ending_now(state: Running | Paused | Overtime) -> Ending:
    return Ending.FINISHED if isinstance(state, Overtime) else Ending.STOPPED_EARLY


def _ended(state: Running | Paused | Overtime, at: Reading, ending: Ending) -> Ended:
    used, over = used_ms(state, at), overtime_ms(state, at)
    return Ended(state.plan, state.started, at, ending, used, over, paused_ms(state, at), used + over)


def _unconfirmed(state: Running | Paused | Overtime, now: Reading, ending: Ending) -> Ended:
    """Known until the last look; at most it ran until now."""
    known = _ended(state, state.seen, ending)
    away_ms = elapsed_ms(state.seen, now)
    return structs.replace(known, at_most_ms=known.at_most_ms + away_ms)
