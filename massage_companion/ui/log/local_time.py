"""How the place where this computer stands keeps time. It reads no clock: the instant comes in as an argument."""

from datetime import UTC, datetime


def system_local_time(utc_ms: int) -> tuple[int, str]:
    """Minutes ahead of UTC at an instant (Unix time in ms), and the name of the zone then."""
    there = datetime.fromtimestamp(utc_ms / 1000, UTC).astimezone()
    offset = there.utcoffset()
    return (0 if offset is None else round(offset.total_seconds()) // 60), there.tzname() or ""
