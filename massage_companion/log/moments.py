"""Instants as text: ISO 8601 with the offset that the wall clock had, to the millisecond, and back."""

from datetime import UTC, datetime, timedelta, timezone

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_UTC_MS = -62_135_510_400_000
_LAST_UTC_MS = 253_402_214_399_999
"""A day inside the years 1 and 9999, so that no offset leads out of them."""

_LARGEST_OFFSET_MINUTES = 14 * 60


def iso_moment(utc_ms: int, offset_minutes: int = 0) -> str:
    """Such as ``2026-11-14T20:00:00.000+08:00``. What no calendar has is moved to the nearest date that it has."""
    utc_ms = min(max(utc_ms, _FIRST_UTC_MS), _LAST_UTC_MS)
    offset = min(max(offset_minutes, -_LARGEST_OFFSET_MINUTES), _LARGEST_OFFSET_MINUTES)
    moment = _BEGINNING + timedelta(milliseconds=utc_ms)
    return moment.astimezone(timezone(timedelta(minutes=offset))).isoformat(timespec="milliseconds")
