"""From what a wall clock showed to the instant, and back, where clocks go forward and back in a year.

Nothing is guessed: a time that no clock showed has no instant, and one that was shown twice has two. It must never
read a clock or ask for a time zone by itself: how the place keeps time comes in as an argument.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeAlias

from massage_companion.session.reading import DAY_MS, MINUTE_MS

LocalTime: TypeAlias = Callable[[int], tuple[int, str]]
"""At an instant (Unix time in ms): minutes that the wall clock is ahead of UTC, and the name of that zone."""

_BEGINNING = datetime(1970, 1, 1)
_MILLISECOND = timedelta(milliseconds=1)


def instants(wall: datetime, local_time: LocalTime) -> tuple[int, ...]:
    """When the wall clock showed this (no zone in it): Unix times in ms, the earliest first; none in a gap."""
    shown_ms = (wall - _BEGINNING) // _MILLISECOND
    offsets = {local_time(at)[0] for at in (shown_ms - DAY_MS, shown_ms, shown_ms + DAY_MS)}
    possible = {shown_ms - offset * MINUTE_MS for offset in offsets}
    return tuple(sorted(at for at in possible if at + local_time(at)[0] * MINUTE_MS == shown_ms))


def day_start(day: date, local_time: LocalTime) -> int:
    """The first instant of a day; where midnight is left out, the instant at which the clocks went forward."""
    midnight = datetime.combine(day, time())
    found = instants(midnight, local_time)
    if found:
        return found[0]
    shown_ms = (midnight - _BEGINNING) // _MILLISECOND
    return shown_ms - local_time(shown_ms - DAY_MS)[0] * MINUTE_MS


def day_at(utc_ms: int, local_time: LocalTime) -> date:
    """The day that the wall clock shows at an instant."""
    return (datetime.fromtimestamp(utc_ms / 1000, UTC) + timedelta(minutes=local_time(utc_ms)[0])).date()
