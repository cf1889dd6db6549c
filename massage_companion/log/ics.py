"""Sessions as a calendar that other programs read (RFC 5545). Pure; notes and ratings stay out unless asked for.

Times are written in UTC: every calendar shows them right in its own zone, whatever the zone was at the time.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from massage_companion.log.moments import calendar_moment
from massage_companion.log.record import SessionRecord

_LONGEST_OCTETS = 75
"""RFC 5545, 3.1: a longer line goes on in the next one, after a space."""


def calendar(records: Iterable[SessionRecord], title: str, written_utc_ms: int) -> str:
    """A whole calendar file. ``title`` names each event; ``written_utc_ms`` is now."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Massage Companion//Log//EN", "CALSCALE:GREGORIAN"]
    for record in records:
        lines += _event(record, title, written_utc_ms)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(record: SessionRecord, title: str, written_utc_ms: int) -> list[str]:
    began = record.started.utc_ms
    ended = max(began, record.ended.utc_ms)
    return [
        "BEGIN:VEVENT",
        f"UID:{_text(record.id)}@massage-companion",
        f"DTSTAMP:{_utc(written_utc_ms)}",
        f"DTSTART:{_utc(began)}",
        f"DTEND:{_utc(ended)}",
        f"SUMMARY:{_text(title)}: {_text(record.massager_name)}",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "END:VEVENT",
    ]


def _utc(utc_ms: int) -> str:
    moment: datetime = calendar_moment(utc_ms)
    return (moment - timedelta(microseconds=moment.microsecond)).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ").zfill(16)


def _text(value: str) -> str:
    """RFC 5545, 3.3.11: what has a meaning of its own is escaped; other control characters are left out."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    return "".join(letter for letter in escaped if letter == "\t" or letter.isprintable())


def _folded(line: str) -> list[str]:
    """The line in pieces of at most 75 octets, never cut within a letter."""
    pieces, piece, octets = [], "", 0
    for letter in line:
        size = len(letter.encode(errors="replace"))
        if octets + size > _LONGEST_OCTETS:
            pieces.append(piece)
            piece, octets = " ", 1
        piece += letter
        octets += size
    return [*pieces, piece]
