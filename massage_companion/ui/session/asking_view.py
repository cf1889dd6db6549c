"""Builds the question after an absence: what is known, and what the person can say. Pure.

It must never claim more than the looks that were written down: between the last one and now nobody knows.
"""

from massage_companion.companion import moments
from massage_companion.companion.words import Words
from massage_companion.session.machine import allowed
from massage_companion.session.measure import remaining_ms
from massage_companion.session.reading import Reading, elapsed_ms
from massage_companion.session.states import Asking, Overtime, Paused, Running
from massage_companion.ui.session.view import AskingView, Badge, OffTime


def asking_view(state: Asking, now: Reading, words: Words) -> AskingView:
    """The question, with all times told as the wall clock shows them now."""
    interrupted = state.interrupted
    seen = now.utc_ms - elapsed_ms(interrupted.seen, now)
    paused = isinstance(interrupted, Paused)
    off = None if isinstance(interrupted, Paused) else _off_time(interrupted, seen, now)
    at_end = off.at_end if off is not None else None
    return AskingView(
        badge=Badge(words("session.badge.asking"), "warning"),
        known=_known(state, seen, now, words),
        still=words("session.asking.still_paused" if paused else "session.asking.still"),
        at_end=words("session.asking.at_end", time=_time(at_end, now, words)) if at_end is not None else "",
        off=off,
        stayed_off=seen if paused else None,
        actions=allowed(state),
    )


def _known(state: Asking, seen: int, now: Reading, words: Words) -> tuple[str, ...]:
    interrupted = state.interrupted
    found = now.utc_ms - elapsed_ms(state.found, now)
    seen_time, found_time = _time(seen, now, words), _time(found, now, words)
    match interrupted:
        case Paused():
            first, away = words("session.asking.paused", time=seen_time), "away_paused"
        case Overtime():
            end = _time(now.utc_ms - elapsed_ms(interrupted.zero, now), now, words)
            first, away = words("session.asking.over", end=end, time=seen_time), "away"
        case Running():
            first, away = words("session.asking.ran", time=seen_time), "away"
    lines = [first, words(f"session.asking.{away}", time=found_time)]
    if isinstance(interrupted, Running):
        planned = seen + remaining_ms(interrupted, interrupted.seen)
        lines.append(words("session.asking.planned", time=_time(planned, now, words)))
    return tuple(lines)


def _off_time(interrupted: Running | Overtime, seen: int, now: Reading) -> OffTime:
    planned = seen + remaining_ms(interrupted, interrupted.seen)
    inside = isinstance(interrupted, Running) and planned <= now.utc_ms
    offset = now.offset_minutes
    return OffTime(
        earliest=seen,
        latest=now.utc_ms,
        proposed=planned if inside else now.utc_ms,
        offset_minutes=offset,
        dated=moments.local(seen, offset).date() != moments.local(now.utc_ms, offset).date(),
        at_end=planned if inside else None,
    )


def _time(utc_ms: int, now: Reading, words: Words) -> str:
    """Hours and minutes, with the day where it is not today."""
    offset = now.offset_minutes
    time = moments.clock_time(utc_ms, offset)
    if moments.local(utc_ms, offset).date() == moments.local(now.utc_ms, offset).date():
        return time
    return words("session.asking.dated", time=time, date=moments.day(utc_ms, offset, words))
