"""Reads the computer's clocks, all at one moment. The only module that does; everybody else is handed a reading.

Never measures with the wall clock while the computer stays on: it can be set, jump or travel.
"""

import time
from pathlib import Path

from massage_companion.session.reading import MINUTE_MS, Reading

BOOT_ID_FILE = Path("/proc/sys/kernel/random/boot_id")


class SystemClock:
    """Fulfils the port ``Clock``."""

    def __init__(self, boot_id_file: Path = BOOT_ID_FILE) -> None:
        self._boot_id = _boot_id(boot_id_file) or _boot_minute()

    def read(self) -> Reading:
        """What the clocks say now, in whole milliseconds."""
        utc_ms = time.time_ns() // 1_000_000
        local = time.localtime(utc_ms // 1000)
        return Reading(
            boot_id=self._boot_id,
            boot_ms=_counting_through_suspend_ms(),
            awake_ms=time.monotonic_ns() // 1_000_000,
            utc_ms=utc_ms,
            offset_minutes=local.tm_gmtoff // 60,
            zone=local.tm_zone,
        )


def _counting_through_suspend_ms() -> int:
    """CLOCK_BOOTTIME where there is one; elsewhere the monotonic clock, which may stand still in a suspend."""
    clock = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
    return time.clock_gettime_ns(clock) // 1_000_000


def _boot_id(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ""


def _boot_minute() -> str:
    """A name for this boot where the system gives none: the minute in which the clocks began.

    Another process may find another minute after the wall clock was set. Time between the two is then taken from
    the wall clock, as across a real restart.
    """
    began_ms = time.time_ns() // 1_000_000 - _counting_through_suspend_ms()
    return f"since-{(began_ms + MINUTE_MS // 2) // MINUTE_MS}"
