"""Clocks that stand still until a test moves them: together, apart as in a suspend, or back as when set by hand."""

from msgspec import structs

from massage_companion.session.reading import HOUR_MS, MINUTE_MS, Reading

NOON = Reading(boot_id="boot-1", boot_ms=HOUR_MS, awake_ms=HOUR_MS, utc_ms=1_794_657_600_000)
"""14 November 2026, 12:00 UTC, an hour after the computer was switched on."""


class FakeClock:
    """Fulfils the port ``Clock``. Durations are given by name and add up: ``advance(minutes=4, seconds=30)``."""

    def __init__(self, start: Reading = NOON) -> None:
        self._now = start
        self._boots = 1

    def read(self) -> Reading:
        """What the clocks say now; the same until a test moves them."""
        return self._now

    def advance(
        self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0, ms: int = 0
    ) -> None:
        """Time passes with the computer on."""
        self._move(_total_ms(days, hours, minutes, seconds, ms), awake=True)

    def suspend(
        self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0, ms: int = 0
    ) -> None:
        """Time passes while the computer sleeps: the awake clock stands still."""
        self._move(_total_ms(days, hours, minutes, seconds, ms), awake=False)

    def set_wall(self, utc_ms: int) -> None:
        """Somebody sets the wall clock; body time does not notice."""
        self._now = structs.replace(self._now, utc_ms=utc_ms)

    def travel(self, offset_minutes: int, zone: str) -> None:
        """Another time zone; the instant stays."""
        self._now = structs.replace(self._now, offset_minutes=offset_minutes, zone=zone)

    def reboot(self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0) -> None:
        """The computer is off for a while and starts anew: a new boot id, clocks that begin near zero.

        Starting takes the last twenty seconds of it, where there are so many.
        """
        self._boots += 1
        off_ms = _total_ms(days, hours, minutes, seconds, 0)
        up_ms = min(off_ms, 20_000)
        self._now = structs.replace(
            self._now, boot_id=f"boot-{self._boots}", boot_ms=up_ms, awake_ms=up_ms, utc_ms=self._now.utc_ms + off_ms
        )

    def _move(self, by_ms: int, awake: bool) -> None:
        self._now = structs.replace(
            self._now,
            boot_ms=self._now.boot_ms + by_ms,
            awake_ms=self._now.awake_ms + (by_ms if awake else 0),
            utc_ms=self._now.utc_ms + by_ms,
        )


def _total_ms(days: float, hours: float, minutes: float, seconds: float, ms: int) -> int:
    return round((days * 24 + hours) * HOUR_MS + minutes * MINUTE_MS + seconds * 1000) + ms
