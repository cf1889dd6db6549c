"""What the log alone shows that a doctor should see: the facts behind the rules of sign S21.

Why: "no improvement after two weeks of use, or needs more and more" (EVIDENCE section 7, S21) is seen by nobody in the
middle of it. Each fact stops sessions until a doctor's yes, so it must almost never arise where nothing has changed:
each asks for several signs at once, and its thresholds lie beyond what rating by whole points does by itself. In
simulated years of ordinary use about 2 of 100 people meet one by chance.

Nothing is said of people whose soreness is slight (3 or less on average), nor of what lies more than a year back or
before a break of four weeks: the safety check is asked anew by then, and a break starts a new count.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct

from massage_companion.log.effect import NEEDED_SESSIONS, CannotTell, Higher, Later, effect_of, pairs_of
from massage_companion.log.point import Point, first_day_of, week_of
from massage_companion.log.slow_noise import slope_of
from massage_companion.session.reading import MINUTE_MS

NO_BETTER: Final = "no-better"
NEEDING_MORE: Final = "needing-more"
RISING: Final = "rising"
FACTS: Final = (NO_BETTER, NEEDING_MORE, RISING)
"""Option ids of the question ``log-facts`` of the rule files."""

SLIGHT: Final = 3.0
"""Mean soreness up to which nothing is said: mild on the scale of 0 to 10."""

_YEAR_DAYS: Final = 365
_BREAK_DAYS: Final = 28
_TWO_WEEKS: Final = 14


class _NoBetter(Struct, frozen=True):
    """Two weeks of use are 14 days on which there was a session: neck pain that is no better after two weeks of
    self-care goes to a doctor (EVIDENCE, MPFT). They have to spread over four weeks, so that two fortnights can be
    compared. ``sore`` is moderate soreness; ``relief`` is what the 95 % interval has to rule out, less than any
    published smallest difference (1.3 and more, EVIDENCE section 9); ``eased`` between fortnights counts as better.
    """

    days_of_use: int = 14
    days: int = 28
    judged_days: int = 42
    sore: float = 4.0
    relief: float = 0.75
    eased: float = 0.3


class _NeedingMore(Struct, frozen=True):
    """Four fortnights, each ``step`` times the one before, twice as much in the end, beyond any earlier fortnight,
    with a trend that its interval sets apart from 0. The first two weeks of a log rise by plan and do not count.
    """

    weeks: int = 8
    step: float = 1.1
    growth: float = 2.0
    beyond: float = 1.2
    least: float = 15.0


class _Rising(Struct, frozen=True):
    """Six ratings of which none is below the one before, by 4 points in all: the smallest change that stands out of
    one person's noise (EVIDENCE section 9, KOVACS). The last three lie 3.5 usual deviations above the usual, and the
    deviation counts as 1.2 points at least. A log too short to know the usual needs a rise by 6 points, step by step.
    """

    sessions: int = 6
    points: int = 4
    usual: int = 60
    least_usual: int = 20
    deviations: float = 3.5
    least_deviation: float = 1.2
    sore: float = 5.0
    points_unknown: int = 6


_NO_BETTER, _NEEDING_MORE, _RISING = _NoBetter(), _NeedingMore(), _Rising()


def log_facts(points: Sequence[Point], today: int) -> frozenset[str]:
    """Which facts hold. ``points`` of one person, the earliest first; ``today`` as in ``Point.day``."""
    return frozenset(led_to(points, today))


def led_to(points: Sequence[Point], today: int) -> Mapping[str, tuple[Point, ...]]:
    """The facts that hold, each with the sessions that led to it, the earliest first."""
    found: dict[str, tuple[Point, ...]] = {}
    for stretch in _stretches(points, today):
        shown = {
            NO_BETTER: _no_better(stretch),
            NEEDING_MORE: _needing_more(stretch),
            RISING: _rising(stretch),
        }
        found |= {fact: tuple(sessions) for fact, sessions in shown.items() if sessions and fact not in found}
    return found


def _stretches(points: Sequence[Point], today: int) -> Iterator[Sequence[Point]]:
    """What is judged. Sessions that a wrong clock dated ahead would look like the first after a long break and hide all
    others, so these are judged without them too. Travel alone moves the day by one.
    """
    yield _stretch(points, today)
    if points and points[-1].day > today + 1:
        yield _stretch([point for point in points if point.day <= today + 1], today)


def _stretch(points: Sequence[Point], today: int) -> Sequence[Point]:
    """The sessions since the last long break, within a year."""
    start = len(points)
    later: int | None = None
    while start:
        day = points[start - 1].day
        if day < today - _YEAR_DAYS or (later is not None and later - day >= _BREAK_DAYS):
            break
        later = day
        start -= 1
    return points[start:]


def _no_better(stretch: Sequence[Point]) -> Sequence[Point]:
    """Sore all the time: not eased since the start, nor by a session, nor by the next morning."""
    need = _NO_BETTER
    rated = [point for point in stretch if point.sore_before is not None]
    if not rated or rated[-1].day - rated[0].day < need.days:
        return ()
    begin, end = rated[0].day, rated[-1].day
    judged = _from_day(rated, end - need.judged_days + 1)
    if _mean_before(judged) < need.sore or _mean_before(rated) <= SLIGHT:
        return ()
    at_first = _mean_before([point for point in rated if point.day < begin + _TWO_WEEKS])
    of_late = _mean_before(_from_day(judged, end - _TWO_WEEKS + 1))
    if at_first - of_late >= need.eased or len({point.day for point in rated}) < need.days_of_use:
        return ()
    if not _no_relief(judged, Later.AFTER):
        return ()
    asked_next = len(pairs_of(judged, Later.NEXT_MORNING).differences) >= NEEDED_SESSIONS
    return () if asked_next and not _no_relief(judged, Later.NEXT_MORNING) else judged


def _from_day(points: Sequence[Point], day: int) -> Sequence[Point]:
    """The last points, from a day on; points are in the order of time."""
    start = len(points)
    while start and points[start - 1].day >= day:
        start -= 1
    return points[start:]


def _no_relief(points: Sequence[Point], later: Later) -> bool:
    effect = effect_of(pairs_of(points, later))
    return isinstance(effect, Higher) or (isinstance(effect, CannotTell) and effect.low > -_NO_BETTER.relief)


def _needing_more(stretch: Sequence[Point]) -> Sequence[Point]:
    """Whole weeks, each with more minutes or a higher level, while it stays sore."""
    need = _NEEDING_MORE
    if not stretch:
        return ()
    end = first_day_of(week_of(stretch[-1].day))
    begin = end - 7 * need.weeks
    seen = [point for point in _from_day(stretch, begin) if point.day < end]
    if begin - stretch[0].day < _TWO_WEEKS or not seen or _mean_before(seen) <= SLIGHT:
        return ()
    weeks = [0.0] * need.weeks
    for point in seen:
        weeks[(point.day - begin) // 7] += _load(point)
    trend = slope_of(range(need.weeks), weeks, 1.0)
    fortnights = [one + other for one, other in zip(weeks[::2], weeks[1::2], strict=True)]
    grows = all(after >= need.step * before for before, after in pairwise(fortnights))
    enough = fortnights[0] >= need.least and fortnights[-1] >= need.growth * fortnights[0]
    if trend.value <= trend.margin or not grows or not enough:
        return ()
    return seen if fortnights[-1] > need.beyond * _most_before(stretch, begin) else ()


def _most_before(stretch: Sequence[Point], begin: int) -> float:
    """The largest load of a fortnight before a day."""
    loads: dict[int, float] = {}
    for point in stretch:
        if point.day < begin:
            fortnight = (begin - 1 - point.day) // _TWO_WEEKS
            loads[fortnight] = loads.get(fortnight, 0.0) + _load(point)
    return max(loads.values(), default=0.0)


def _load(point: Point) -> float:
    """Minutes times level: longer and stronger both count as more."""
    return point.used_ms / MINUTE_MS * point.intensity


def _rising(stretch: Sequence[Point]) -> Sequence[Point]:
    """The last sessions, each at least as sore before as the one before it, far above the usual."""
    need = _RISING
    # Half of all sessions may lack a rating and the usual is still known.
    some = stretch[-2 * (need.sessions + need.usual) :]
    rated = [(point, point.sore_before) for point in some if point.sore_before is not None]
    last = [value for _point, value in rated[-need.sessions :]]
    rise = last[-1] - last[0] if len(last) == need.sessions else 0
    if rise < need.points or any(after < before for before, after in pairwise(last)):
        return ()
    usual = [value for _point, value in rated[-need.sessions - need.usual : -need.sessions]]
    top = sum(last[-3:]) / 3
    if len(usual) < need.least_usual:
        clear = rise >= need.points_unknown and all(after > before for before, after in pairwise(last))
    else:
        mean = sum(usual) / len(usual)
        deviation = (sum((value - mean) ** 2 for value in usual) / len(usual)) ** 0.5
        clear = top >= mean + need.deviations * max(need.least_deviation, deviation)
    return [point for point, _value in rated[-need.sessions :]] if clear and top >= need.sore else ()


def _mean_before(points: Sequence[Point]) -> float:
    """Mean soreness before, 0 where nothing was rated."""
    rated = [point.sore_before for point in points if point.sore_before is not None]
    return sum(rated) / len(rated) if rated else 0.0
