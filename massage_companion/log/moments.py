"""Instants as text: ISO 8601 with the offset that the wall clock had, to the millisecond, and back."""

from datetime import UTC, datetime, timedelta, timezone

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_UTC_MS = -62_135_510_400_000
_LAST_UTC_MS = 253_402_214_399_999
"""A day inside the years 1 and 9999, so that no offset leads out of them."""

_LARGEST_OFFSET_MINUTES = 14 * 60


def iso_moment(utc_ms: int, offset_minutes: int = 0) -> str:
    """Such as ``2026-11-14T20:00:00.000+08:00``. What no calendar has is moved to the nearest date that it has."""
    offset = min(max(offset_minutes, -_LARGEST_OFFSET_MINUTES), _LARGEST_OFFSET_MINUTES)
    return calendar_moment(utc_ms).astimezone(timezone(timedelta(minutes=offset))).isoformat(timespec="milliseconds")


def calendar_moment(utc_ms: int) -> datetime:
    """The instant in UTC. What no calendar has is moved to the nearest date that it has."""
    return _BEGINNING + timedelta(milliseconds=min(max(utc_ms, _FIRST_UTC_MS), _LAST_UTC_MS))


def read_moment(text: str) -> tuple[int, int]:
    """The instant and offset in minutes of a text as ``iso_moment`` writes it. Raises ValueError."""
    moment = datetime.fromisoformat(text)
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("no offset")
    return (moment - _BEGINNING) // timedelta(milliseconds=1), int(offset.total_seconds()) // 60
