"""How places of the tz database keep time, for tests that need clocks going forward and back."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from massage_companion.companion.wall_time import LocalTime


def place(name: str) -> LocalTime:
    """The local time of a place such as ``Europe/Berlin``."""
    zone = ZoneInfo(name)

    def local_time(utc_ms: int) -> tuple[int, str]:
        there = datetime.fromtimestamp(utc_ms / 1000, zone)
        offset = there.utcoffset()
        assert offset is not None
        return round(offset.total_seconds()) // 60, there.tzname() or ""

    return local_time


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> int:
    """Unix time in ms."""
    return int(datetime(year, month, day, hour, minute, tzinfo=UTC).timestamp() * 1000)
