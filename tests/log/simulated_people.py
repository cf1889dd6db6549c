"""People who rate themselves, made up from a seed: what they report is known, because what they feel is known."""

from collections.abc import Callable, Iterator
from math import sqrt
from random import Random

from massage_companion.log.point import Point

FIRST_DAY = 20_000
"""A Wednesday in 2024."""


def rating(felt: float) -> int:
    """A feeling as people give it: a whole number from 0 to 10."""
    return max(0, min(10, round(felt)))


def lingering(rng: Random, correlation: float, spread: float) -> Iterator[float]:
    """Ups and downs around 0 without end, each resembling the one before."""
    now = rng.gauss(0, spread)
    while True:
        yield now
        now = correlation * now + sqrt(1 - correlation * correlation) * rng.gauss(0, spread)


def session(
    day: int, before: int | None, after: int | None = None, nxt: int | None = None, minutes: float = 10
) -> Point:
    """A session in the evening of a day of the log, the first being 0."""
    at = FIRST_DAY + day
    return Point(at, 1200, at * 86_400_000, "massager", round(minutes * 60_000), 1, before, after, nxt)


def sessions_with_differences(rng: Random, count: int, effect: float, correlation: float, usual: float) -> list[Point]:
    """Sessions whose differences resemble their neighbours', as do the levels that they start from."""
    levels, moods = lingering(rng, 0.8, 1.5), lingering(rng, correlation, 1.3)
    made = []
    for day in range(count):
        felt = usual + next(levels)
        before = rating(felt + rng.gauss(0, 0.5))
        made.append(session(day, before, rating(before + effect + next(moods)), rating(before + effect + next(moods))))
    return made


def year_of_use(
    rng: Random,
    *,
    usual: float,
    spread: float = 1.0,
    correlation: float = 0.5,
    days: int = 365,
    a_week: float = 4.0,
    relief: float = 1.5,
    moves: float = 0.0,
    likes_it_worst: bool = False,
    minutes: Callable[[int], float] | None = None,
) -> list[Point]:
    """Use on some days. ``moves`` is the change of soreness in a day, ``relief`` what a session gives.

    Who ``likes_it_worst`` takes the massager the more often, the sorer they are.
    """
    ups_and_downs = lingering(rng, correlation, spread)
    made = []
    for day in range(days):
        swing = next(ups_and_downs)
        chance = a_week / 7 * (max(0.0, 1 + swing / spread) if likes_it_worst else 1.0)
        if rng.random() >= chance:
            continue
        felt = usual + moves * day + swing
        before, after = rating(felt + rng.gauss(0, 0.5)), rating(felt - relief + rng.gauss(0, 0.8))
        morning = rating(usual + moves * day + swing * correlation + rng.gauss(0, 0.7)) if rng.random() < 0.5 else None
        length = rng.choice((5, 10, 10, 15)) if minutes is None else minutes(day)
        made.append(session(day, before, after, morning, length))
    return made
