"""Local days and weeks as charts name them. Days count from 1970-01-01, as in ``Point.day``. No Qt here."""

from datetime import date, timedelta

from massage_companion.companion.words import Words
from massage_companion.log.point import first_day_of

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_LEAST_WEEKS = 3


def date_of(day: int) -> date:
    """The calendar day."""
    return date(1970, 1, 1) + timedelta(days=day)


def short_date(day: int, words: Words) -> str:
    """Such as 12 Nov."""
    value = date_of(day)
    return words("trends.date", day=value.day, month=words(f"moments.month.{value.month}"))


def full_date(day: int, words: Words) -> str:
    """Such as 12 Nov 2027."""
    value = date_of(day)
    return words("moments.date", day=value.day, month=words(f"moments.month.{value.month}"), year=value.year)


def week_name(week: int, words: Words) -> str:
    """Such as "Week from 12 Nov"."""
    return words("trends.week_from", date=short_date(first_day_of(week), words))


def week_labels(weeks: list[int], by_month: bool, words: Words) -> tuple[str, ...]:
    """A label for each week: its Monday, or the month where one begins."""
    if not by_month:
        return tuple(short_date(first_day_of(week), words) for week in weeks)
    months = [date_of(first_day_of(week)).month for week in weeks]
    begins = [place for place, month in enumerate(months) if place == 0 or months[place - 1] != month]
    if len(begins) > 1 and begins[1] < _LEAST_WEEKS:
        begins = begins[1:]  # the rest of a month would push aside the name of the next
    return tuple(words(f"moments.month.{month}") if place in begins else "" for place, month in enumerate(months))
