"""Sums by day, week, massager and time of day stay right around clock changes, travel and clocks that were wrong."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_companion.log.point import Point, first_day_of, week_of
from massage_companion.log.trends import (
    Band,
    days_over,
    range_start,
    rest_weeks,
    trends_of,
    whole_minutes,
)
from massage_companion.session.reading import MINUTE_MS

LIMIT = 30 * MINUTE_MS


def day_of(value: date) -> int:
    return (value - date(1970, 1, 1)).days


def at(local: str, offset_hours: float, minutes: float = 10, massager: str = "m", **ratings: int | None) -> Point:
    """A session that began when the wall clock showed this, at this offset from UTC."""
    moment = datetime.fromisoformat(local).replace(tzinfo=timezone(timedelta(hours=offset_hours)))
    utc_ms = round((moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() * 1000)
    minute = moment.hour * 60 + moment.minute
    rated = {"sore_before": None, "sore_after": None, "sore_next": None, **ratings}
    return Point(day_of(moment.date()), minute, utc_ms, massager, round(minutes * MINUTE_MS), 1, **rated)


def minutes_by_day(*points: Point) -> dict[date, float]:
    days = trends_of(points, min(p.day for p in points), max(p.day for p in points)).days
    return {date(1970, 1, 1) + timedelta(days=d.day): d.used_ms / MINUTE_MS for d in days if d.sessions}


# ---------------------------------------------------------------------------- days and weeks


def test_a_week_begins_on_monday() -> None:
    sunday, monday = day_of(date(2026, 3, 29)), day_of(date(2026, 3, 30))
    assert week_of(monday) == week_of(sunday) + 1
    assert first_day_of(week_of(monday)) == monday


@given(st.integers(-20_000, 40_000))
def test_every_day_lies_in_the_seven_days_of_its_week(day: int) -> None:
    assert first_day_of(week_of(day)) <= day < first_day_of(week_of(day)) + 7
    assert (date(1970, 1, 1) + timedelta(days=first_day_of(week_of(day)))).weekday() == 0


def test_both_ends_of_the_day_when_clocks_go_forward_belong_to_it() -> None:
    """29 March 2026 in Berlin has 23 hours."""
    found = minutes_by_day(at("2026-03-29T00:10", 1), at("2026-03-29T23:50", 2), at("2026-03-30T00:10", 2, 5))
    assert found == {date(2026, 3, 29): 20, date(2026, 3, 30): 5}


def test_the_hour_that_comes_twice_counts_twice() -> None:
    """25 October 2026 in Berlin has 25 hours, and 2:30 two times."""
    points = (at("2026-10-25T02:30", 2), at("2026-10-25T02:30", 1), at("2026-10-25T23:50", 1))
    assert minutes_by_day(*points) == {date(2026, 10, 25): 30}
    assert trends_of(points, points[0].day, points[0].day).weeks[0].sessions == 3


def test_travel_moves_no_session_to_another_day() -> None:
    """13 hours east and 11 hours west: the day is the one that the wall clock showed."""
    found = minutes_by_day(at("2026-05-01T22:00", 0), at("2026-05-02T22:00", 13, 5), at("2026-05-02T07:00", -11, 15))
    assert found == {date(2026, 5, 1): 10, date(2026, 5, 2): 20}


def test_travel_buys_no_minutes_within_24_hours() -> None:
    """Two dates apart on the wall, nine hours apart in the body."""
    points = (at("2026-05-01T20:00", 0, 20), at("2026-05-02T18:00", 13, 20))
    days = trends_of(points, points[0].day, points[1].day).days
    assert [day.used_ms for day in days] == [20 * MINUTE_MS, 20 * MINUTE_MS]
    assert days_over(days, LIMIT) == 1


def test_midnight_buys_no_minutes_within_24_hours() -> None:
    points = (at("2026-05-01T23:30", 0, 20), at("2026-05-02T00:30", 0, 20))
    assert days_over(trends_of(points, points[0].day, points[1].day).days, LIMIT) == 1


def test_a_day_later_the_minutes_are_free_again() -> None:
    points = (at("2026-05-01T08:00", 0, 20), at("2026-05-02T08:01", 0, 20))
    assert days_over(trends_of(points, points[0].day, points[1].day).days, LIMIT) == 0


def test_a_clock_that_was_a_year_ahead_leaves_this_year_alone() -> None:
    points = (at("2027-05-01T08:00", 0), at("2026-05-01T08:00", 0), at("2026-05-02T08:00", 0))
    trends = trends_of(points, day_of(date(2026, 4, 27)), day_of(date(2026, 5, 3)))
    assert sum(day.sessions for day in trends.days) == 2
    assert len(trends.weeks) == 1


def test_a_leap_day_is_a_day() -> None:
    days = trends_of((), day_of(date(2028, 2, 28)), day_of(date(2028, 3, 1))).days
    assert len(days) == 3


def test_a_range_is_whole_weeks_up_to_today() -> None:
    today = day_of(date(2026, 5, 6))
    assert range_start(today, 1) == day_of(date(2026, 5, 4))
    assert range_start(today, 13) == day_of(date(2026, 5, 4)) - 12 * 7


# ---------------------------------------------------------------------------- ratings


def test_a_week_has_its_mean_and_its_middle_half() -> None:
    points = [
        at(f"2026-05-0{4 + number % 7}T20:00", 0, sore_before=rating) for number, rating in enumerate((2, 3, 5, 6, 9))
    ]
    (week,) = trends_of(points, points[0].day, points[0].day + 6).weeks
    assert week.before is not None
    assert (week.before.count, week.before.mean, week.before.low, week.before.high) == (5, 5.0, 3, 6)
    assert week.after is None
    assert week.morning is None


@given(st.lists(st.integers(0, 10), min_size=1, max_size=30))
def test_the_middle_half_lies_among_the_ratings(ratings: list[int]) -> None:
    points = [at("2026-05-04T20:00", 0, sore_next=rating) for rating in ratings]
    spread = trends_of(points, points[0].day, points[0].day).weeks[0].morning
    assert spread is not None
    assert min(ratings) <= spread.low <= spread.high <= max(ratings)
    assert spread.mean == pytest.approx(sum(ratings) / len(ratings))
    assert sum(spread.low <= rating <= spread.high for rating in ratings) * 2 >= len(ratings)


# ---------------------------------------------------------------------------- parts


def test_massagers_are_told_apart_the_most_used_first() -> None:
    points = (
        at("2026-05-04T20:00", 0, 5, "small", sore_before=4, sore_after=2),
        at("2026-05-05T20:00", 0, 15, "large", sore_before=6),
        at("2026-05-06T20:00", 0, 15, "large", sore_before=6, sore_after=5),
    )
    large, small = trends_of(points, points[0].day, points[2].day).massagers
    assert (large.key, large.sessions, large.used_ms, large.rated, large.before, large.after) == (
        "large",
        2,
        30 * MINUTE_MS,
        1,
        6.0,
        5.0,
    )
    assert small.key == "small"


@pytest.mark.parametrize(
    ("clock", "band"),
    [
        ("04:59", Band.NIGHT),
        ("05:00", Band.MORNING),
        ("09:59", Band.MORNING),
        ("10:00", Band.LATE_MORNING),
        ("13:00", Band.AFTERNOON),
        ("18:00", Band.EVENING),
        ("22:00", Band.NIGHT),
        ("00:00", Band.NIGHT),
    ],
)
def test_the_time_of_day_is_that_of_the_wall_clock(clock: str, band: Band) -> None:
    point = at(f"2026-05-04T{clock}", 8)
    bands = trends_of((point,), point.day, point.day).bands
    assert [part.key for part in bands] == [each.name for each in Band]
    assert [part.key for part in bands if part.sessions] == [band.name]


# ---------------------------------------------------------------------------- rest


def used_on(*days: str) -> list[Point]:
    return [at(f"2026-05-{day}T20:00", 0) for day in days]


def test_rest_is_kept_in_weeks_with_two_free_days() -> None:
    first, last = day_of(date(2026, 5, 4)), day_of(date(2026, 5, 20))
    five = [f"{number:02}" for number in range(4, 9)]
    six = [f"{number:02}" for number in range(11, 17)]
    assert rest_weeks(trends_of(used_on(*five, "11", "12"), first, last).days, 2) == 2
    assert rest_weeks(trends_of(used_on(*five, *six), first, last).days, 2) == 0


def test_a_week_without_any_session_is_no_rest_that_was_kept() -> None:
    days = trends_of(used_on("04", "18"), day_of(date(2026, 5, 4)), day_of(date(2026, 5, 24))).days
    assert rest_weeks(days, 2) == 1


# ---------------------------------------------------------------------------- edges


def test_an_empty_log_has_days_and_weeks_without_sessions() -> None:
    trends = trends_of((), 20_000, 20_020)
    assert len(trends.days) == 21
    assert not any(week.sessions for week in trends.weeks)
    assert trends.massagers == ()


def test_a_short_session_is_never_shown_as_none() -> None:
    assert [whole_minutes(ms) for ms in (0, 1, 20_000, 90_000, 150_001)] == [0, 1, 1, 2, 3]
