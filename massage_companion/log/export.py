"""The log as rows of a table and as plain values, for people and for other programs. Pure: no file is written here.

Texts that a person typed are made harmless for spreadsheets, which would take some of them for formulas.
"""

from typing import Any

from massage_companion.log.moments import iso_moment
from massage_companion.log.record import SessionRecord
from massage_companion.session.reading import Reading

COLUMNS: tuple[str, ...] = (
    "id",
    "person",
    "massager",
    "started",
    "ended",
    "planned_minutes",
    "used_seconds",
    "overtime_seconds",
    "paused_seconds",
    "at_most_seconds",
    "intensity",
    "heat",
    "ending",
    "soreness_before_0_to_10",
    "soreness_after_0_to_10",
    "note",
    "rules_version",
    "precautions",
)
"""The header. Units are part of the names; moments are ISO 8601 with their offset."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def session_cells(record: SessionRecord, person_name: str) -> tuple[str, ...]:
    """One session as cells under ``COLUMNS``; empty where nothing is known."""
    return (
        harmless(record.id),
        harmless(person_name),
        harmless(record.massager_name),
        iso_moment(record.started.utc_ms, record.started.offset_minutes),
        iso_moment(record.ended.utc_ms, record.ended.offset_minutes),
        str(record.planned_minutes),
        _seconds(record.used_ms),
        _seconds(record.overtime_ms),
        _seconds(record.paused_ms),
        _seconds(record.at_most_ms),
        record.intensity.word,
        "on" if record.heat else "off",
        record.ending.value,
        "" if record.sore_before is None else str(record.sore_before),
        "" if record.sore_after is None else str(record.sore_after),
        harmless(record.note),
        harmless(record.rules_version),
        harmless(" ".join(record.precautions)),
    )


def session_values(record: SessionRecord) -> dict[str, Any]:
    """One session with nothing left out."""
    return {
        "id": record.id,
        "person": record.person,
        "massager": record.massager,
        "massager_name": record.massager_name,
        "started": moment_values(record.started),
        "ended": moment_values(record.ended),
        "planned_minutes": record.planned_minutes,
        "intensity": record.intensity.word,
        "heat": record.heat,
        "ending": record.ending.value,
        "used_ms": record.used_ms,
        "overtime_ms": record.overtime_ms,
        "paused_ms": record.paused_ms,
        "at_most_ms": record.at_most_ms,
        "sore_before": record.sore_before,
        "sore_after": record.sore_after,
        "note": record.note,
        "rules_version": record.rules_version,
        "precautions": list(record.precautions),
    }


def moment_values(reading: Reading) -> dict[str, Any]:
    """A reading of the clocks with nothing left out."""
    return {
        "at": iso_moment(reading.utc_ms, reading.offset_minutes),
        "zone": reading.zone,
        "boot_id": reading.boot_id,
        "boot_ms": reading.boot_ms,
        "awake_ms": reading.awake_ms,
    }


def harmless(text: str) -> str:
    """The text as a cell that no spreadsheet runs: an apostrophe before what would begin a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _seconds(duration_ms: int) -> str:
    whole, rest = divmod(duration_ms, 1000)
    return f"{whole}.{rest:03}" if rest else str(whole)
