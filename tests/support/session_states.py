"""Sessions in every state, of a ten-minute plan that began at noon."""

from massage_companion.session.plan import Plan
from massage_companion.session.reading import MINUTE_MS, Reading, shifted
from massage_companion.session.states import (
    Asking,
    Ended,
    Ending,
    Overtime,
    Paused,
    Running,
)
from tests.support.fake_clock import NOON

TEN = Plan(10)


def at(minutes: float) -> Reading:
    """The clocks so many minutes after the start."""
    return shifted(NOON, round(minutes * MINUTE_MS))


RUNNING = Running(TEN, started=NOON, since=NOON, seen=at(3))
PAUSED = Paused(TEN, started=NOON, since=at(3), seen=at(3), used_ms=3 * MINUTE_MS)
OVERTIME = Overtime(TEN, started=NOON, zero=at(10), seen=at(11))
ASKING = Asking(RUNNING, found=at(20))
ENDED = Ended(TEN, NOON, at(3), Ending.STOPPED_EARLY, 3 * MINUTE_MS, 0, 0, 3 * MINUTE_MS)
