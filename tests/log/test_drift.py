"""The trend of soreness before sessions: silent where none is, and its interval holds a known one.

Made-up people with fixed seeds. The bars are those of the page: silent for at least 95 of 100 who have no trend.
"""

from collections.abc import Callable
from random import Random

import pytest

from massage_companion.log.effect import CannotTell, Drift, Higher, Lower, NotEnoughYet, drift_before
from massage_companion.log.point import Point
from massage_companion.log.slow_noise import slope_of
from tests.log.simulated_people import FIRST_DAY, lingering, rating, session, year_of_use

PEOPLE = 500


def share(person: Callable[[Random], bool], seed: int) -> float:
    """In how many of the people something holds."""
    rng = Random(seed)
    return sum(person(rng) for _ in range(PEOPLE)) / PEOPLE


@pytest.mark.parametrize("weeks", [9, 13, 26, 52])
@pytest.mark.parametrize("correlation", [0.0, 0.8, 0.9])
@pytest.mark.parametrize("likes_it_worst", [False, True])
def test_no_trend_is_seen_where_none_is(weeks: int, correlation: float, likes_it_worst: bool) -> None:
    """Correlation from one day to the next; who takes the massager on the worst days has no trend either."""

    def silent(rng: Random) -> bool:
        points = year_of_use(
            rng, usual=4.5, spread=1.6, correlation=correlation, days=7 * weeks, likes_it_worst=likes_it_worst
        )
        drift = drift_before(points)
        return not isinstance(drift, Drift) or isinstance(drift.change, CannotTell)

    assert share(silent, seed=weeks) >= 0.95


@pytest.mark.parametrize("weeks", [14, 26])
def test_who_began_when_it_was_worst_is_not_told_of_a_trend(weeks: int) -> None:
    """A flare eases within days, with or without a massager; the first two weeks are left out for it."""

    def silent(rng: Random) -> bool:
        flare = [session(day, rating(8.5 * 0.85**day + 4.0 * (1 - 0.85**day) + rng.gauss(0, 1))) for day in range(14)]
        later = year_of_use(rng, usual=4.0, spread=1.3, correlation=0.8, days=7 * weeks - 14)
        points = [*flare, *(shifted(point, 14) for point in later)]
        drift = drift_before(points, log_began=FIRST_DAY)
        return isinstance(drift, Drift) and isinstance(drift.change, CannotTell)

    assert share(silent, seed=weeks) >= 0.95


def shifted(point: Point, days: int) -> Point:
    return session(point.day - FIRST_DAY + days, point.sore_before, point.sore_after, point.sore_next)


@pytest.mark.parametrize("correlation", [0.0, 0.3, 0.6])
def test_the_interval_holds_a_known_trend(correlation: float) -> None:
    slope = -0.15

    def holds(rng: Random) -> bool:
        swings = lingering(rng, correlation, 0.8)
        weeks = [week for week in range(24) if week % 5]
        found = slope_of(weeks, [7 + slope * week + next(swings) for week in weeks], 0.02)
        return abs(found.value - slope) <= found.margin

    assert share(holds, seed=24) >= 0.95 - 0.02


def test_a_clear_trend_is_seen_with_its_first_and_last_value() -> None:
    points = year_of_use(Random(3), usual=7.0, spread=0.7, correlation=0.3, days=26 * 7, moves=-0.02)
    drift = drift_before(points)
    assert isinstance(drift, Drift)
    assert isinstance(drift.change, Lower)
    assert drift.first == pytest.approx(7.0, abs=0.5)
    assert drift.last == pytest.approx(7.0 - 0.02 * 182, abs=0.5)
    assert drift.weeks == 27  # 26 weeks from a Wednesday touch 27 calendar weeks


def test_a_rise_is_seen_as_well() -> None:
    drift = drift_before(year_of_use(Random(4), usual=2.5, spread=0.7, correlation=0.3, days=26 * 7, moves=0.02))
    assert isinstance(drift, Drift)
    assert isinstance(drift.change, Higher)


def test_a_trend_needs_eight_weeks_with_a_rating() -> None:
    assert drift_before([session(7 * week, 5) for week in range(7)]) == NotEnoughYet(7, 8)
    assert isinstance(drift_before([session(7 * week, 5) for week in range(8)]), Drift)
