"""The sentences about soreness are silent where there is nothing, and their intervals hold the truth.

Hundreds of made-up people with fixed seeds, whose truth is known. The bars are those of the page: silent for at least
95 of 100 who feel no effect, and the truth inside the interval for at least 95 of 100, whatever resembles what.
"""

from collections.abc import Callable, Sequence
from random import Random

import pytest

from massage_companion.log.effect import (
    CannotTell,
    Effect,
    Higher,
    Later,
    Lower,
    NotEnoughYet,
    Notice,
    Pairs,
    effect_of,
    notice,
    pairs_of,
)
from massage_companion.log.point import Point
from massage_companion.log.slow_noise import mean_of, slope_of
from tests.log.simulated_people import lingering, rating, session, sessions_with_differences

PEOPLE = 500


def effect_after(points: Sequence[Point]) -> Effect:
    return effect_of(pairs_of(points, Later.AFTER))


def share(person: Callable[[Random], bool], seed: int) -> float:
    """In how many of the people something holds."""
    rng = Random(seed)
    return sum(person(rng) for _ in range(PEOPLE)) / PEOPLE


# ---------------------------------------------------------------------------- after a session


@pytest.mark.parametrize("count", [8, 14, 30, 80, 300])
@pytest.mark.parametrize("correlation", [0.0, 0.3, 0.5])
def test_nothing_is_said_of_people_without_an_effect(count: int, correlation: float) -> None:
    def silent(rng: Random) -> bool:
        return isinstance(effect_after(sessions_with_differences(rng, count, 0.0, correlation, 5.0)), CannotTell)

    assert share(silent, seed=count) >= 0.95


@pytest.mark.parametrize("count", [8, 20, 80])
def test_nothing_is_said_where_soreness_lies_at_the_floor(count: int) -> None:
    """Most ratings are 0 or 1 there, and cannot fall."""

    def silent(rng: Random) -> bool:
        levels = lingering(rng, 0.7, 1.0)
        felt = [max(0.0, 0.3 + next(levels)) for _ in range(count)]
        points = [
            session(day, rating(level + rng.gauss(0, 0.4)), rating(level + rng.gauss(0, 0.4)))
            for day, level in enumerate(felt)
        ]
        return isinstance(effect_after(points), CannotTell)

    assert share(silent, seed=count) >= 0.95


@pytest.mark.parametrize("days", [40, 120, 365])
@pytest.mark.parametrize("later", list(Later))
def test_nothing_is_said_of_people_who_use_it_on_their_worst_days(days: int, later: Later) -> None:
    """Then a rating before is high by chance, and a bad day passes by itself; no session changes anything here."""

    def silent(rng: Random) -> bool:
        levels = lingering(rng, 0.8, 1.5)
        points = []
        for day in range(days):
            felt = next(levels)
            tomorrow = 0.8 * felt + rng.gauss(0, 0.9)
            before = rating(4.5 + felt + rng.gauss(0, 0.7))
            if rng.random() < min(0.9, max(0.03, (before - 3.5) / 4)):
                after, morning = rating(4.5 + felt + rng.gauss(0, 0.7)), rating(4.5 + tomorrow + rng.gauss(0, 0.7))
                points.append(session(day, before, after, morning))
        return isinstance(effect_of(pairs_of(points, later)), CannotTell | NotEnoughYet)

    assert share(silent, seed=days) >= 0.95


def test_a_drop_that_comes_by_itself_is_not_called_lower() -> None:
    small = effect_after([session(day, 5, 5 - (day % 3 == 0)) for day in range(60)])
    assert isinstance(small, CannotTell)
    assert small.high < 0


@pytest.mark.parametrize("count", [8, 20, 80])
@pytest.mark.parametrize("correlation", [0.0, 0.3, 0.6])
def test_the_interval_holds_a_known_effect(count: int, correlation: float) -> None:
    """Rounding included, far enough from 0 and 10 that neither cuts it off."""
    effect = -1.4

    def holds(rng: Random) -> bool:
        moods = lingering(rng, correlation, 1.3)
        return contains([rating(6 + effect + next(moods)) - 6 for _ in range(count)], effect)

    assert share(holds, seed=count) >= 0.95 - 0.02  # two standard errors of 500 people


def contains(differences: Sequence[int], truth: float) -> bool:
    found = mean_of(differences, 1 / 6)
    return abs(found.value - truth) <= found.margin


def test_the_interval_is_not_so_wide_that_it_says_nothing() -> None:
    """38 sessions, as in the picture of the page: an effect of 2 points is found for nearly everybody."""

    def found(rng: Random) -> bool:
        return isinstance(effect_after(sessions_with_differences(rng, 38, -2.0, 0.3, 6.0)), Lower)

    assert share(found, seed=38) >= 0.95


def test_worse_is_found_as_often_as_better() -> None:
    def worse(rng: Random) -> bool:
        return isinstance(effect_after(sessions_with_differences(rng, 38, 1.5, 0.3, 4.0)), Higher)

    assert share(worse, seed=38) >= 0.9


def test_next_morning_is_judged_by_its_own_ratings() -> None:
    points = [session(day, 5, 3, 8 if day % 3 else 7) for day in range(20)]
    assert isinstance(effect_after(points), Lower)
    assert isinstance(effect_of(pairs_of(points, Later.NEXT_MORNING)), Higher)


def test_fewer_than_eight_rated_sessions_are_not_enough() -> None:
    points = [session(day, 7, 3) for day in range(7)] + [session(8, 7), session(9, None, 3)]
    assert effect_after(points) == NotEnoughYet(7, 8)
    assert isinstance(effect_after([*points, session(10, 7, 3)]), Lower)


def test_ratings_that_never_vary_are_no_more_certain_than_whole_points_allow() -> None:
    effect = effect_after([session(day, 5, 4) for day in range(20)])
    assert isinstance(effect, Lower)
    assert effect.points == pytest.approx(1.0)
    assert effect.high - effect.low > 0.3


def test_the_interval_stays_on_the_scale() -> None:
    effect = effect_after([session(day, *((0, 10) if day % 2 else (10, 0))) for day in range(8)])
    assert isinstance(effect, CannotTell)
    assert effect.low >= -10
    assert effect.high <= 10


def test_a_single_drop_moves_the_sentence_little() -> None:
    """One large drop among sessions that changed nothing is not an effect."""
    points = [session(day, 5, 5) for day in range(20)] + [session(20, 9, 1)]
    assert isinstance(effect_after(points), CannotTell)


@pytest.mark.parametrize(
    ("change", "before", "expected"),
    [
        (Lower(2.6, 2.1, 3.1), 5.0, Notice.YES),
        (Lower(2.6, 2.1, 3.1), 9.0, Notice.PERHAPS),
        (Lower(1.0, 0.4, 1.6), 5.0, Notice.NO),
        (Lower(2.1, 1.2, 3.0), 5.0, Notice.PERHAPS),
        (Higher(2.6, 2.1, 3.1), 9.0, Notice.YES),
        (Higher(0.5, 0.1, 0.9), 1.0, Notice.NO),
    ],
)
def test_what_people_notice_is_2_points_and_30_percent(change: Lower | Higher, before: float, expected: Notice) -> None:
    assert notice(change, before) is expected


def test_mean_before_is_of_the_sessions_that_are_compared() -> None:
    assert pairs_of([session(0, 4, 2), session(1, 10), session(2, 6, 2)], Later.AFTER) == Pairs(
        Later.AFTER, (-2, -4), 5.0
    )
    assert pairs_of((), Later.AFTER) == Pairs(Later.AFTER, (), 0.0)


def test_too_few_values_have_no_estimate() -> None:
    with pytest.raises(ValueError, match="fewer than 8"):
        mean_of([1.0] * 7, 0.1)
    with pytest.raises(ValueError, match="fewer than 8"):
        slope_of(range(3), [1.0] * 3, 0.1)
