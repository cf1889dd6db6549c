"""Builds what is shown while a session runs, is paused or is over time. Pure: a state and a reading in, a view out."""

from massage_companion.companion import moments
from massage_companion.companion.words import Words
from massage_companion.log.record import Session
from massage_companion.session.machine import allowed
from massage_companion.session.measure import overtime_ms, remaining_ms
from massage_companion.session.plan import Plan
from massage_companion.session.reading import Reading
from massage_companion.session.states import Overtime, Paused, Running
from massage_companion.ui.session.view import Badge, Deed, OvertimeView, PausedView, RunningView


def running_view(state: Running, session: Session, limited: bool, now: Reading, words: Words) -> RunningView:
    """The clock runs. What is left counts every second begun; ``limited`` where the permit had conditions."""
    left = remaining_ms(state, now)
    ends = moments.clock_time(now.utc_ms + left, now.offset_minutes)
    spoken = moments.spoken_duration(left, words)
    return RunningView(
        badge=_badge(limited, words),
        time=moments.minutes_seconds(left),
        caption=words("session.running.ends_at", time=ends),
        spoken=words("session.running.spoken", time=spoken, clock=ends),
        fraction=_fraction(left, state.plan),
        massager=session.massager_name,
        plan=_plan(state.plan, words),
        actions=allowed(state),
    )


def paused_view(state: Paused, session: Session, limited: bool, now: Reading, words: Words) -> PausedView:
    """The clock stands still."""
    left = remaining_ms(state, now)
    since = moments.clock_time(state.since.utc_ms, state.since.offset_minutes)
    return PausedView(
        badge=_badge(limited, words),
        time=moments.minutes_seconds(left),
        spoken=words("session.paused.spoken", time=moments.spoken_duration(left, words)),
        fraction=_fraction(left, state.plan),
        since=words("session.paused.since", time=since),
        massager=session.massager_name,
        plan=_plan(state.plan, words),
        actions=allowed(state),
    )


def overtime_view(state: Overtime, now: Reading, quiet_until: Reading | None, words: Words) -> OvertimeView:
    """Time is up. ``quiet_until`` is until when the person wants no sound, ``None`` where it sounds."""
    over = overtime_ms(state, now)
    quiet = ""
    if quiet_until is not None:
        time = moments.clock_time(quiet_until.utc_ms, quiet_until.offset_minutes)
        quiet = words("session.overtime.quiet", time=time)
    return OvertimeView(
        badge=Badge(words("session.badge.over"), "warning"),
        time=f"+{short_duration(over)}",
        spoken=words("session.overtime.spoken", time=moments.spoken_duration(over - over % 1_000, words)),
        text=words("session.overtime.text", time=short_duration(over)),
        quiet=quiet,
        actions=allowed(state),
        deeds=() if quiet else (Deed.REMIND,),
    )


def short_duration(ms: int) -> str:
    """A measured duration such as 1:32, seconds not complete left out."""
    minutes, seconds = divmod(max(0, ms) // 1_000, 60)
    return f"{minutes}:{seconds:02d}"


def _badge(limited: bool, words: Words) -> Badge:
    if limited:
        return Badge(words("session.badge.limits"), "warning")
    return Badge(words("session.badge.cleared"), "ok")


def _fraction(left: int, plan: Plan) -> float:
    """The part of the plan that is left, in whole seconds as they are shown."""
    return min(1.0, -(-left // 1_000) * 1_000 / plan.planned_ms)


def _plan(plan: Plan, words: Words) -> str:
    key = "plan_heat" if plan.heat else "plan_plain"
    return words(f"session.running.{key}", level=words(f"session.plan.{plan.intensity.word}"))
