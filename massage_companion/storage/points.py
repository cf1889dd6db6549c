"""What trends are computed from, straight from one index: no body is read, and no number can stop it.

A number out of range is treated as one that was not given; a day that makes no sense is the one in UTC.
"""

from collections.abc import Callable, Iterator

from massage_companion.log.point import Point
from massage_companion.session.reading import DAY_MS
from massage_companion.storage.database import Database, Row
from massage_companion.storage.log_rows import massagers_of

_LAST_DAY = 2_932_896
"""The last day of the year 9999."""

POINTS = f"""
    SELECT
        CASE WHEN local_day BETWEEN -719162 AND {_LAST_DAY} THEN local_day ELSE started_utc_ms / {DAY_MS} END,
        CASE WHEN local_minute BETWEEN 0 AND 1439 THEN local_minute ELSE abs(started_utc_ms % {DAY_MS}) / 60000 END,
        started_utc_ms,
        CASE WHEN used_ms BETWEEN 0 AND {366 * DAY_MS} THEN used_ms ELSE 0 END,
        CASE WHEN intensity BETWEEN 1 AND 3 THEN intensity ELSE 3 END,
        CASE WHEN sore_before BETWEEN 0 AND 10 THEN sore_before END,
        CASE WHEN sore_after BETWEEN 0 AND 10 THEN sore_after END,
        CASE WHEN sore_next BETWEEN 0 AND 10 THEN sore_next END
    FROM session INDEXED BY session_by_massager
    WHERE person = ? AND shelf = 0 AND massager = ? AND started_utc_ms >= ?
    ORDER BY started_utc_ms
"""
_EARLIEST_UTC_MS = -(2**63)


class PointTable:
    """The finished sessions as points."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def points(self, person: str, since_day: int | None = None) -> tuple[Point, ...]:
        """Those that are not in the bin, the earliest start first."""
        # No wall clock is two days off UTC, so that the index finds where to begin.
        since_utc_ms = _EARLIEST_UTC_MS if since_day is None else (since_day - 2) * DAY_MS
        found: list[Point] = []
        massagers = massagers_of(self._database, person)
        for massager in massagers:
            found += self._database.made_of(_maker(massager), POINTS, person, massager, since_utc_ms)
        if len(massagers) > 1:
            found.sort(key=lambda point: point.started_utc_ms)
        return tuple(found if since_day is None else (point for point in found if point.day >= since_day))


def _maker(massager: str) -> Callable[[Iterator[Row]], list[Point]]:
    """One text for all points of a massager, and none to read from each row."""

    def make(rows: Iterator[Row]) -> list[Point]:
        return [
            Point(day, minute, started, massager, used, level, before, after, later)
            for day, minute, started, used, level, before, after, later in rows
        ]

    return make
