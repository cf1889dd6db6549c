"""What a person's sessions show together: sore less, sore more, or cannot tell.

Why: a single drop after a session is noise (the smallest change that one rating can show is 2.6 to 4.1 points,
EVIDENCE section 9), so there is no sentence about one session. Each result has an interval; "lower" and "higher" are
said only where it leaves 0 out. It must never say that a massager heals: there is nobody here to compare with.

The method. After a session and next morning: the mean of paired differences of one person, each session with itself.
The interval allows for sessions that resemble their neighbours (see slow_noise), and never gets narrower than whole
points allow. "Lower" has to lie beyond what eases by itself (EASES_BY_ITSELF); "higher" only beyond 0.

Before a session: the straight trend of the weekly means, at least eight weeks. The first two weeks of a log are left
out of it: people begin when it is worst, and then it eases with or without a massager ("regression to the mean").
"""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Final

from msgspec import Struct

from massage_companion.log.point import Point, week_of
from massage_companion.log.slow_noise import FEWEST, Estimate, mean_of, slope_of


class Later(Enum):
    """Which rating is set against the one before the session."""

    AFTER = "after"
    NEXT_MORNING = "next"


NEEDED_SESSIONS: Final = FEWEST
NEEDED_WEEKS: Final = FEWEST
SETTLING_DAYS: Final = 14

NOTICED_POINTS: Final = 2.0
NOTICED_SHARE: Final = 0.3
"""2 points and 30 %: what people notice as moderate (EVIDENCE section 9: NRS-PGIC, IMMPACT)."""

EASES_BY_ITSELF: Final = {Later.AFTER: 0.5, Later.NEXT_MORNING: 1.0}
"""Points by which soreness falls without any massage, where people take the massager on their worst days. In simulation
0.2 to 0.5 right after (the rating before was high by chance) and 0.4 to 0.7 by the next morning (bad days pass)."""

_WHOLE_POINTS: Final = 1 / 12
"""Variance that rounding to whole points alone gives one rating."""


class Lower(Struct, frozen=True):
    """Less sore by ``points``, by at least ``low`` and at most ``high`` (95 % interval, all above 0)."""

    points: float
    low: float
    high: float


class Higher(Struct, frozen=True):
    """More sore by ``points``, by at least ``low`` and at most ``high`` (95 % interval, all above 0)."""

    points: float
    low: float
    high: float


class CannotTell(Struct, frozen=True):
    """Anything from ``low`` (below 0 is less sore) to ``high`` (above 0 is more sore) fits what was seen.

    Where ``high`` is below 0, it is less than eases by itself.
    """

    low: float
    high: float


class NotEnoughYet(Struct, frozen=True):
    """Fewer than are needed: sessions with both ratings, or weeks with a rating."""

    have: int
    need: int


Change = Lower | Higher | CannotTell
Effect = Change | NotEnoughYet


class Pairs(Struct, frozen=True):
    """Sessions with both ratings, in their order: later minus before, and the mean of those before (0 for none)."""

    later: Later
    differences: tuple[int, ...]
    mean_before: float


class Notice(Enum):
    """Whether a change is as large as people notice."""

    YES = "yes"
    NO = "no"
    PERHAPS = "perhaps"


class Drift(Struct, frozen=True):
    """How soreness before a session moved over ``weeks``: the straight trend's first and last value, and its change."""

    change: Change
    first: float
    last: float
    weeks: int


def pairs_of(points: Iterable[Point], later: Later) -> Pairs:
    """The ratings of those sessions that have both."""
    differences: list[int] = []
    total = 0
    morning = later is Later.NEXT_MORNING
    for point in points:
        before, after = point.sore_before, point.sore_next if morning else point.sore_after
        if before is not None and after is not None:
            differences.append(after - before)
            total += before
    return Pairs(later, tuple(differences), total / max(1, len(differences)))


def effect_of(pairs: Pairs) -> Effect:
    """What the sessions show together."""
    count = len(pairs.differences)
    if count < NEEDED_SESSIONS:
        return NotEnoughYet(count, NEEDED_SESSIONS)
    return _judged(mean_of(pairs.differences, 2 * _WHOLE_POINTS), EASES_BY_ITSELF[pairs.later])


def notice(change: Lower | Higher, before: float) -> Notice:
    """Whether the change is one that people notice, given the mean soreness before."""
    enough = NOTICED_POINTS
    if isinstance(change, Lower):
        enough = max(enough, NOTICED_SHARE * before)
    if change.low >= enough:
        return Notice.YES
    return Notice.NO if change.high < enough else Notice.PERHAPS


def drift_before(points: Sequence[Point], log_began: int | None = None) -> Drift | NotEnoughYet:
    """The trend of soreness before a session. ``log_began`` is the first day of the log, if these points go so far."""
    skipped_until = None if log_began is None else log_began + SETTLING_DAYS
    days: dict[int, list[int]] = {}
    for point in points:
        day, before = point.day, point.sore_before
        if before is not None and (skipped_until is None or day >= skipped_until):
            days.setdefault(day, []).append(before)
    weeks: dict[int, list[int]] = {}
    for day, ratings in days.items():
        weeks.setdefault(week_of(day), []).extend(ratings)
    if len(weeks) < NEEDED_WEEKS:
        return NotEnoughYet(len(weeks), NEEDED_WEEKS)
    numbers = sorted(weeks)
    means = [sum(weeks[number]) / len(weeks[number]) for number in numbers]
    rated = sum(len(week) for week in weeks.values())
    slope = slope_of(numbers, means, _WHOLE_POINTS * len(numbers) / rated)
    span = numbers[-1] - numbers[0]
    centre = sum(means) / len(means) - slope.value * sum(numbers) / len(numbers)
    first, last = (min(10.0, max(0.0, centre + slope.value * week)) for week in (numbers[0], numbers[-1]))
    return Drift(_judged(Estimate(slope.value * span, slope.margin * span)), first, last, span + 1)


def _judged(estimate: Estimate, by_itself: float = 0.0) -> Change:
    """A change as a statement. Ratings lie within 10 points, so no change goes beyond."""
    low, high = max(-10.0, estimate.value - estimate.margin), min(10.0, estimate.value + estimate.margin)
    if high < -by_itself:
        return Lower(-estimate.value, -high, -low)
    if low > 0:
        return Higher(estimate.value, low, high)
    return CannotTell(low, high)
