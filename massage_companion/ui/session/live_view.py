"""Builds what is shown while a session runs, is paused or is over time. Pure: a state and a reading in, a view out."""

from massage_companion.companion import moments
from massage_companion.companion.words import Words
from massage_companion.log.record import Session
from massage_companion.session.machine import allowed
from massage_companion.session.measure import (
    current_phase,
    next_phase,
    overtime_ms,
    phase_left_ms,
    remaining_ms,
    used_ms,
)
from massage_companion.session.plan import Plan
from massage_companion.session.reading import MINUTE_MS, Reading
from massage_companion.session.states import Overtime, Paused, Running
from massage_companion.ui.session.view import Badge, Deed, OvertimeView, PausedView, RunningView

COMFORT_MS = MINUTE_MS
"""How long the question about comfort stays from half time on, in massage time."""


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
        left_minutes=-(-left // MINUTE_MS),
        phase=_phase(state, now),
        phase_left=_phase_left(state, now, words),
        comfort=words("session.running.comfort") if _is_half_time(state, now) else "",
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
        left_minutes=-(-left // MINUTE_MS),
        phase=_phase(state, now),
        phase_left=_phase_left(state, now, words),
    )


def overtime_view(
    state: Overtime, session: Session, now: Reading, quiet_until: Reading | None, words: Words
) -> OvertimeView:
    """Time is up. ``quiet_until`` is until when the person wants no sound, ``None`` where it sounds."""
    over = overtime_ms(state, now)
    # A screen reader reads this at zero, where "0:00 longer" says nothing.
    if over < 1_000:
        text = words("session.overtime.text_now")
    else:
        text = words("session.overtime.text", time=short_duration(over))
    quiet = ""
    if quiet_until is not None:
        time = moments.clock_time(quiet_until.utc_ms, quiet_until.offset_minutes)
        quiet = words("session.overtime.quiet", time=time)
    return OvertimeView(
        badge=Badge(words("session.badge.over"), "warning"),
        time=f"+{short_duration(over)}",
        spoken=words("session.overtime.spoken", time=moments.spoken_duration(over - over % 1_000, words)),
        text=text,
        quiet=quiet,
        actions=allowed(state),
        deeds=() if quiet else (Deed.REMIND,),
        more=not quiet and one_minute_more(state, session, now),
        over_minutes=over // MINUTE_MS,
    )


def one_minute_more(state: Overtime, session: Session, now: Reading) -> bool:
    """Whether the massager may stay on for another minute: the permit's minutes, not the plan's, are the bound."""
    if session.most_minutes is None:
        return True
    return state.plan.planned_ms + overtime_ms(state, now) + MINUTE_MS <= session.most_minutes * MINUTE_MS


def short_duration(ms: int) -> str:
    """A measured duration such as 1:32, seconds not complete left out."""
    minutes, seconds = divmod(max(0, ms) // 1_000, 60)
    return f"{minutes}:{seconds:02d}"


def _badge(limited: bool, words: Words) -> Badge:
    if limited:
        return Badge(words("session.badge.limits"), "warning")
    return Badge(words("session.badge.cleared"), "ok")


def _is_half_time(state: Running, now: Reading) -> bool:
    half = state.plan.planned_ms // 2
    return half <= used_ms(state, now) < half + COMFORT_MS


def _phase(state: Running | Paused, now: Reading) -> str:
    phase = current_phase(state, now) if state.plan.phases else None
    return "" if phase is None else phase.name


def _phase_left(state: Running | Paused, now: Reading, words: Words) -> str:
    """How long this phase lasts, in minutes begun so that it changes once a minute, and what comes next."""
    left = phase_left_ms(state, now) if state.plan.phases else None
    if left is None:
        return ""
    if left <= MINUTE_MS:
        lasts = words("session.running.phase_minute")
    else:
        lasts = words.count("session.running.phase_left", -(-left // MINUTE_MS))
    following = next_phase(state, now)
    if following is None:
        return words("session.running.phase_last", left=lasts)
    return words("session.running.phase_next", left=lasts, next=following.name)


def _fraction(left: int, plan: Plan) -> float:
    """The part of the plan that is left, in whole seconds as they are shown."""
    return min(1.0, -(-left // 1_000) * 1_000 / plan.planned_ms)


def _plan(plan: Plan, words: Words) -> str:
    key = "plan_heat" if plan.heat else "plan_plain"
    return words(f"session.running.{key}", level=words(f"session.plan.{plan.intensity.word}"))
