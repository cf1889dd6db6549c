"""What the clocks said at one moment. Taken once per event at the edge and passed down; nothing here reads a clock.

Wall time dates things and never measures them while the computer stays on: it can be set, jump or travel.
"""

from msgspec import Struct

HOUR_MS = 3_600_000
MINUTE_MS = 60_000
DAY_MS = 24 * HOUR_MS
WEEK_MS = 7 * DAY_MS


class Reading(Struct, frozen=True):
    """All clocks at one moment, in whole milliseconds.

    ``boot_ms`` counts through suspend and is comparable within one ``boot_id`` only; ``awake_ms`` stands still
    during suspend; ``utc_ms`` is Unix time; ``offset_minutes`` and ``zone`` say what the wall clock showed.
    """

    boot_id: str
    boot_ms: int
    awake_ms: int
    utc_ms: int
    offset_minutes: int = 0
    zone: str = "UTC"


def elapsed_ms(earlier: Reading, later: Reading) -> int:
    """Body time between two readings, never negative.

    Within one boot the clock that counts through suspend decides; across boots only the wall clock can. Where that
    has been set back, as much is certain as this boot has lasted.
    """
    if earlier.boot_id == later.boot_id:
        return max(0, later.boot_ms - earlier.boot_ms)
    by_wall_ms = later.utc_ms - earlier.utc_ms
    return by_wall_ms if by_wall_ms >= 0 else max(0, later.boot_ms)


def slept_ms(earlier: Reading, later: Reading) -> int:
    """How long the computer was suspended between two readings of the same boot; 0 across boots."""
    if earlier.boot_id != later.boot_id:
        return 0
    return max(0, (later.boot_ms - earlier.boot_ms) - (later.awake_ms - earlier.awake_ms))


def shifted(reading: Reading, by_ms: int) -> Reading:
    """The reading that the same clocks would have given ``by_ms`` later (earlier where negative)."""
    return Reading(
        boot_id=reading.boot_id,
        boot_ms=reading.boot_ms + by_ms,
        awake_ms=reading.awake_ms + by_ms,
        utc_ms=reading.utc_ms + by_ms,
        offset_minutes=reading.offset_minutes,
        zone=reading.zone,
    )
