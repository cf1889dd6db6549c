"""One session as the trends see it: few plain numbers, so that many thousands can be read at once."""

from msgspec import Struct


class Point(Struct, frozen=True, gc=False):
    """``day`` counts local days since 1970-01-01 and ``minute`` the minutes since local midnight, both at the start.

    ``used_ms`` includes overtime. Ratings are 0 to 10, ``None`` where none was given.
    """

    day: int
    minute: int
    started_utc_ms: int
    massager: str
    used_ms: int
    intensity: int
    sore_before: int | None
    sore_after: int | None
    sore_next: int | None


def week_of(day: int) -> int:
    """The number of the week, Monday to Sunday, that a day of ``Point.day`` is in."""
    # 1970-01-01 was a Thursday, three days after a Monday.
    return (day + 3) // 7


def first_day_of(week: int) -> int:
    """The Monday of a week of ``week_of``, as in ``Point.day``."""
    return 7 * week - 3
