"""The log as rows of a table, for people and for other programs. Pure: no file is written here.

Texts that a person typed are made harmless for spreadsheets, which would take some of them for formulas.
"""

from massage_companion.log.moments import iso_moment
from massage_companion.log.record import SessionRecord

COLUMNS: tuple[str, ...] = (
    "id",
    "person",
    "massager",
    "local_date",
    "local_time",
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
    "phases",
    "soreness_next_morning_0_to_10",
    "stop_signs",
    "measured_by",
)
"""The header. Units are part of the names; moments are ISO 8601 with their offset.

Date and time of the start stand alone too, since spreadsheets take a moment with an offset for text.
"""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def session_cells(record: SessionRecord, person_name: str) -> tuple[str, ...]:
    """One session as cells under ``COLUMNS``; empty where nothing is known."""
    return (
        harmless(record.id),
        harmless(person_name),
        harmless(record.massager_name),
        iso_moment(record.started.utc_ms, record.started.offset_minutes)[:10],
        iso_moment(record.started.utc_ms, record.started.offset_minutes)[11:19],
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
        _rating(record.sore_before),
        _rating(record.sore_after),
        harmless(record.note),
        harmless(record.rules_version),
        harmless(" ".join(record.precautions)),
        harmless("; ".join(f"{phase.name} {phase.minutes} min" for phase in record.phases)),
        _rating(record.sore_next),
        harmless(" ".join(record.signs)),
        record.origin.value,
    )


def harmless(text: str) -> str:
    """The text as a cell that no spreadsheet runs: an apostrophe before what would begin a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def without_guard(cell: str) -> str:
    """The text that ``harmless`` made a cell of."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA_STARTS) else cell


def _rating(soreness: int | None) -> str:
    return "" if soreness is None else str(soreness)


def _seconds(duration_ms: int) -> str:
    whole, rest = divmod(duration_ms, 1000)
    return f"{whole}.{rest:03}" if rest else str(whole)
