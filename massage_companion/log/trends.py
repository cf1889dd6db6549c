"""A log as sums for charts: by week, by day, by massager, by time of day.

Days are the local days on which sessions began, as stored with each session, so neither a change of the clocks nor
travel moves one; minutes within 24 hours are counted by instants. It must never judge: limits come in as numbers.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from itertools import accumulate, islice, pairwise
from operator import le
from typing import Final

from msgspec import Struct

from massage_companion.log.point import Point, first_day_of, week_of
from massage_companion.session.reading import DAY_MS, MINUTE_MS


class Spread(Struct, frozen=True):
    """Ratings of a week: how many, their mean, and the values that hold the middle half."""

    count: int
    mean: float
    low: int
    high: int


class Week(Struct, frozen=True):
    """A calendar week, Monday to Sunday; ``None`` where nothing was rated."""

    number: int
    sessions: int
    used_ms: int
    before: Spread | None
    after: Spread | None
    morning: Spread | None


class Day(Struct, frozen=True):
    """A local day. ``most_ms`` is the most within any 24 hours that end with a session of this day."""

    day: int
    sessions: int
    used_ms: int
    most_ms: int


class Band(Enum):
    """A time of day, with the minute since midnight at which it begins. The night ends where the morning begins."""

    MORNING = 5 * 60
    LATE_MORNING = 10 * 60
    AFTERNOON = 13 * 60
    EVENING = 18 * 60
    NIGHT = 22 * 60


class Part(Struct, frozen=True):
    """What belongs to one massager or one time of day. Means are of the ``rated`` sessions that have both ratings."""

    key: str
    sessions: int
    used_ms: int
    rated: int
    before: float
    after: float


class Trends(Struct, frozen=True):
    """Everything from ``since`` to ``today``, both included; days and weeks without a session are there too."""

    since: int
    today: int
    weeks: tuple[Week, ...]
    days: tuple[Day, ...]
    massagers: tuple[Part, ...]
    bands: tuple[Part, ...]


_RATINGS: Final = 11


def trends_of(points: Sequence[Point], since: int, today: int) -> Trends:
    """The sums. Points outside of the days are left out; their order does not matter."""
    inside = [point for point in points if since <= point.day <= today]
    days = _days(inside, since, today)
    massagers, bands = _parts(inside)
    return Trends(
        since=since,
        today=today,
        weeks=_weeks(inside, days),
        days=days,
        massagers=massagers,
        bands=bands,
    )


def days_of(points: Iterable[Point], since: int, today: int) -> tuple[Day, ...]:
    """The days alone, both ends included."""
    return _days([point for point in points if since <= point.day <= today], since, today)


def days_over(days: Iterable[Day], limit_ms: int) -> int:
    """Days on which there was more than a limit within 24 hours."""
    return sum(day.most_ms > limit_ms for day in days)


def rest_weeks(days: Sequence[Day], rest_days: int) -> int:
    """For how many whole weeks up to the last one there were sessions, and at least so many days without any."""
    by_week: dict[int, list[Day]] = {}
    for day in days:
        by_week.setdefault(week_of(day.day), []).append(day)
    kept = 0
    for week in sorted((week for week, its in by_week.items() if len(its) == 7), reverse=True):
        free = sum(not day.sessions for day in by_week[week])
        if not rest_days <= free < 7:
            break
        kept += 1
    return kept


def _days(points: Sequence[Point], since: int, today: int) -> tuple[Day, ...]:
    count = max(0, today - since + 1)
    sessions, used, most = [0] * count, [0] * count, [0] * count
    for point in points:
        place = point.day - since
        sessions[place] += 1
        used[place] += point.used_ms
    for place, total in _within_a_day(points, since):
        if total > most[place]:
            most[place] = total
    return tuple(map(Day, range(since, since + count), sessions, used, most))


def _within_a_day(points: Sequence[Point], since: int) -> Iterable[tuple[int, int]]:
    """For each session the place of its day, and the time used within the 24 hours that end with it."""
    ends = [point.started_utc_ms + point.used_ms for point in points]
    if not all(map(le, ends, islice(ends, 1, None))):
        order = sorted(range(len(points)), key=ends.__getitem__)
        points, ends = [points[place] for place in order], [ends[place] for place in order]
    used = [point.used_ms for point in points]
    totals = list(accumulate(used))
    first, gone = 0, 0
    for point, end, total in zip(points, ends, totals, strict=True):
        while ends[first] <= end - DAY_MS:
            gone += used[first]
            first += 1
        yield point.day - since, total - gone


def _weeks(points: Sequence[Point], days: Sequence[Day]) -> tuple[Week, ...]:
    if not days:
        return ()
    first, count = week_of(days[0].day), week_of(days[-1].day) - week_of(days[0].day) + 1
    before, after, morning = (_histograms(count) for _ in range(3))
    for point in points:
        place = week_of(point.day) - first
        if point.sore_before is not None:
            before[place][point.sore_before] += 1
        if point.sore_after is not None:
            after[place][point.sore_after] += 1
        if point.sore_next is not None:
            morning[place][point.sore_next] += 1
    sessions, used = [0] * count, [0] * count
    for day in days:
        sessions[week_of(day.day) - first] += day.sessions
        used[week_of(day.day) - first] += day.used_ms
    return tuple(
        Week(first + place, sessions[place], used[place], *(_spread(of[place]) for of in (before, after, morning)))
        for place in range(count)
    )


def _histograms(count: int) -> list[list[int]]:
    return [[0] * _RATINGS for _week in range(count)]


def _spread(histogram: Sequence[int]) -> Spread | None:
    count = sum(histogram)
    if not count:
        return None
    mean = sum(rating * times for rating, times in enumerate(histogram)) / count
    return Spread(count, mean, _ranked(histogram, (count - 1) // 4), _ranked(histogram, count - 1 - (count - 1) // 4))


def _ranked(histogram: Sequence[int], rank: int) -> int:
    """The rating at a place among all, the lowest being 0."""
    for rating, times in enumerate(histogram):
        rank -= times
        if rank < 0:
            return rating
    raise ValueError("there are fewer ratings")


def _parts(points: Sequence[Point]) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """By massager, the most minutes first; and by time of day, also where there was no session."""
    sums: dict[tuple[str, str], list[int]] = {}
    names = _band_names()
    for point in points:
        key = (point.massager, names[point.minute])
        row = sums.get(key)
        if row is None:
            row = sums[key] = [0] * 5
        row[0] += 1
        row[1] += point.used_ms
        before, after = point.sore_before, point.sore_after
        if before is not None and after is not None:
            row[2] += 1
            row[3] += before
            row[4] += after
    massagers = [_part(name, sums, 0) for name in {massager for massager, _band in sums}]
    ordered = sorted(massagers, key=lambda part: (-part.used_ms, part.key))
    return tuple(ordered), tuple(_part(band.name, sums, 1) for band in Band)


def _band_names() -> list[str]:
    """The name of the time of day for each minute."""
    names = [Band.NIGHT.name] * (24 * 60)
    for band, later in pairwise(Band):
        names[band.value : later.value] = [band.name] * (later.value - band.value)
    return names


def _part(name: str, sums: Mapping[tuple[str, str], Sequence[int]], place: int) -> Part:
    """The sum over all keys that have this name at a place."""
    rows = [row for key, row in sums.items() if key[place] == name]
    sessions, used, rated, before, after = (sum(column) for column in zip([0] * 5, *rows, strict=True))
    return Part(name, sessions, used, rated, before / max(1, rated), after / max(1, rated))


def whole_minutes(used_ms: int) -> int:
    """Minutes as they are shown: rounded, but never 0 where there was a session."""
    return max(1, round(used_ms / MINUTE_MS)) if used_ms > 0 else 0


def range_start(today: int, weeks: int) -> int:
    """The Monday of the first of so many calendar weeks, of which the last holds today."""
    return first_day_of(week_of(today) - weeks + 1)
