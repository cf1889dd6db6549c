"""What the log says to the gate: quiet in a year of ordinary use, and clear where it is clear."""

from collections.abc import Sequence
from random import Random

import pytest
from msgspec.structs import replace

from massage_companion.log.facts import NEEDING_MORE, NO_BETTER, RISING, led_to, log_facts
from massage_companion.log.point import Point
from tests.log.simulated_people import session, year_of_use


def met(points: Sequence[Point]) -> frozenset[str]:
    """Every fact that arises at some session, as the gate would see it from one to the next."""
    return frozenset().union(*(log_facts(points[:seen], points[seen - 1].day) for seen in range(1, len(points) + 1)))


def now(points: Sequence[Point]) -> frozenset[str]:
    return log_facts(points, points[-1].day)


def test_a_year_of_ordinary_use_meets_none() -> None:
    """200 people whose neck is as it always was, and eases a little with each session."""
    rng = Random(1)
    alarms = 0
    for _ in range(200):
        points = year_of_use(
            rng,
            usual=rng.uniform(1, 6),
            spread=rng.uniform(0.6, 1.4),
            correlation=rng.choice((0.0, 0.3, 0.5, 0.8)),
            a_week=rng.uniform(2, 6),
            relief=rng.uniform(1.0, 2.5),
            likes_it_worst=rng.random() < 0.3,
        )
        alarms += bool(met(points))
    assert alarms <= 4  # 2 of 100


def test_a_year_of_little_soreness_meets_none() -> None:
    """Nothing is said to people who are hardly sore, even where nothing helps."""
    rng = Random(2)
    alarms = sum(bool(met(year_of_use(rng, usual=rng.uniform(0, 2.5), spread=1.0, relief=0.0))) for _ in range(100))
    assert alarms <= 2


# ---------------------------------------------------------------------------- no better


def test_sore_for_three_months_and_no_easier_after_sessions_is_no_better() -> None:
    found = sum(
        NO_BETTER in met(year_of_use(Random(seed), usual=6, spread=0.8, relief=0.0, days=90, a_week=5))
        for seed in range(50)
    )
    assert found >= 40


def test_two_weeks_of_use_come_first() -> None:
    steady = [session(2 * day, 6, 6) for day in range(30)]
    assert now(steady[:10]) == frozenset()
    assert now(steady) == {NO_BETTER}


def test_the_sessions_of_six_weeks_are_what_led_to_it() -> None:
    steady = [session(2 * day, 6, 6) for day in range(60)]
    assert led_to(steady, steady[-1].day)[NO_BETTER] == tuple(steady[-21:])


def test_better_over_the_weeks_is_better() -> None:
    eased = [session(2 * day, 8 - day // 10, 8 - day // 10) for day in range(30)]
    assert now(eased) == frozenset()


def test_relief_by_the_session_is_better() -> None:
    assert now([session(2 * day, 6, 4) for day in range(30)]) == frozenset()


def test_relief_next_morning_is_better() -> None:
    assert now([session(2 * day, 6, 6, 4) for day in range(30)]) == frozenset()


def test_worse_next_morning_does_not_make_it_better() -> None:
    assert now([session(2 * day, 6, 6, 8) for day in range(30)]) == {NO_BETTER}


def test_without_ratings_after_it_nothing_is_known() -> None:
    assert now([session(2 * day, 6) for day in range(30)]) == frozenset()


def test_three_or_less_is_not_spoken_of() -> None:
    assert now([session(2 * day, 3, 3) for day in range(30)]) == frozenset()


# ---------------------------------------------------------------------------- needing more


def growing(weeks: Sequence[float], sore: int = 5) -> list[Point]:
    """Two weeks of 20 minutes, then these minutes a week, four sessions in each, and one in the week after."""
    minutes = [20.0, 20.0, 20.0, *weeks]
    made = [
        session(7 * week + 5 + day, sore, sore - 2, minutes=minutes[week] / 4)
        for week in range(len(minutes))
        for day in (0, 2, 4, 6)
    ]
    return [*made, session(7 * len(minutes) + 5, sore, sore - 2)]


def test_twice_as_much_in_eight_weeks_step_by_step_is_needing_more() -> None:
    points = growing([20, 24, 28, 32, 36, 42, 48, 54])
    assert now(points) == {NEEDING_MORE}
    assert len(led_to(points, points[-1].day)[NEEDING_MORE]) == 32


def test_a_higher_level_counts_as_more() -> None:
    points = growing([20, 20, 22, 22, 24, 24, 26, 26])
    stronger = [replace(point, intensity=1 + max(0, index - 12) // 8) for index, point in enumerate(points)]
    assert now(points) == frozenset()
    assert now(stronger) == {NEEDING_MORE}


def test_more_while_hardly_sore_is_not_needing_more() -> None:
    assert now(growing([20, 24, 28, 32, 36, 42, 48, 54], sore=3)) == frozenset()


def test_back_to_what_it_once_was_is_not_needing_more() -> None:
    much = [session(day, 5, 3, minutes=15) for day in range(-28, 0)]
    points = [*much, *growing([20, 24, 28, 32, 36, 42, 48, 54])]
    assert now(points) == frozenset()


def test_a_week_of_holiday_is_not_needing_more() -> None:
    assert now(growing([20, 24, 28, 0, 36, 42, 20, 54])) == frozenset()


def ever_longer(day: int) -> float:
    """From 5 minutes a session to 30 in ten weeks, after two weeks of 5."""
    return 5 + max(0, day - 14) * 0.36


def test_growing_minutes_are_found_for_most() -> None:
    found = sum(
        NEEDING_MORE in met(year_of_use(Random(seed), usual=5, days=100, a_week=6, minutes=ever_longer))
        for seed in range(30)
    )
    assert found >= 21


# ---------------------------------------------------------------------------- rising

USUAL = [session(2 * day, (3, 4, 3, 2, 3, 4)[day % 6], 2) for day in range(24)]


def then(*ratings: int) -> list[Point]:
    return [*USUAL, *(session(48 + 2 * day, sore, 2) for day, sore in enumerate(ratings))]


def test_six_ratings_each_higher_and_far_above_the_usual_are_rising() -> None:
    points = then(4, 5, 6, 7, 8, 8)
    assert now(points) == {RISING}
    assert led_to(points, points[-1].day)[RISING] == tuple(points[-6:])


@pytest.mark.parametrize(
    "ratings",
    [
        (4, 5, 6, 5, 8, 8),  # a step down
        (5, 6, 7, 7, 8, 8),  # by 3 only
        (1, 2, 3, 4, 5, 6),  # not far above the usual
        (4, 5, 6, 7, 8, 8, 5),  # over again
    ],
)
def test_what_is_less_than_that_is_not(ratings: tuple[int, ...]) -> None:
    assert now(then(*ratings)) == frozenset()


def test_in_a_short_log_only_a_steep_rise_counts() -> None:
    assert now([session(2 * day, sore, 2) for day, sore in enumerate((1, 3, 4, 5, 6, 8))]) == {RISING}
    assert now([session(2 * day, sore, 2) for day, sore in enumerate((1, 3, 4, 5, 6, 6))]) == frozenset()


# ---------------------------------------------------------------------------- what counts


def test_a_break_of_four_weeks_starts_anew() -> None:
    steady = [session(2 * day, 6, 6) for day in range(30)]
    assert now([*steady, session(58 + 28, 6, 6)]) == frozenset()
    assert now([*steady, session(58 + 27, 6, 6)]) == {NO_BETTER}


def test_waiting_does_not_undo_a_fact_within_the_year() -> None:
    steady = [session(2 * day, 6, 6) for day in range(30)]
    assert log_facts(steady, steady[-1].day + 200) == {NO_BETTER}
    assert log_facts(steady, steady[-1].day + 400) == frozenset()


@pytest.mark.parametrize("days_ahead", [2, 40, 365])
def test_a_session_that_a_wrong_clock_dated_ahead_hides_nothing(days_ahead: int) -> None:
    steady = [session(2 * day, 6, 6) for day in range(60)]
    today = steady[-1].day
    with_it = [*steady, session(today + days_ahead, 3, 3)]
    assert NO_BETTER in log_facts(with_it, today)
    assert log_facts(with_it[:5] + with_it[-1:], steady[4].day) == frozenset()


def test_a_clock_that_is_set_back_takes_no_fact_away() -> None:
    steady = [session(2 * day, 6, 6) for day in range(60)]
    assert now(steady) <= log_facts(steady, steady[-1].day - 100)


def test_an_empty_log_says_nothing() -> None:
    assert log_facts((), 20_000) == frozenset()
