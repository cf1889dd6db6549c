"""A row of the log as it is read. Pure: a record and words in, texts out."""

from msgspec import Struct

from massage_companion.companion import moments
from massage_companion.companion.words import Words
from massage_companion.log.record import SessionRecord
from massage_companion.session.reading import MINUTE_MS
from massage_companion.session.states import Ending

COLUMNS = ("when", "massager", "time", "intensity", "soreness", "ending")

RAN_OVER_MS = MINUTE_MS
"""Overtime from which the log says "ran over": less is the reach for the switch."""


class LogRow(Struct, frozen=True):
    """The cells of one session in the order of ``COLUMNS``, the same spoken, and the details below the table."""

    session: str
    cells: tuple[str, ...]
    spoken: tuple[str, ...]
    title: str
    details: tuple[str, ...]


def log_row(record: SessionRecord, now_utc_ms: int, words: Words) -> LogRow:
    """The row for a record."""
    started = record.started
    when = moments.when(started.utc_ms, started.offset_minutes, now_utc_ms, words)
    cells = (
        when,
        record.massager_name,
        _time(record),
        words(f"log.intensity.{record.intensity.word}"),
        _soreness(record),
        ending(record, words),
    )
    spoken = (
        when,
        record.massager_name,
        _spoken_time(record, words),
        cells[3],
        _spoken_soreness(record, words),
        cells[5],
    )
    return LogRow(record.id, cells, spoken, when, _details(record, words))


def ending(record: SessionRecord, words: Words) -> str:
    """How it ended, in a few words."""
    if record.ending is Ending.FINISHED and record.overtime_ms >= RAN_OVER_MS:
        return words("log.ending.ran_over")
    return words(f"log.ending.{record.ending.value}")


def _time(record: SessionRecord) -> str:
    used = moments.duration(record.used_ms)
    over = f" +{moments.duration(record.overtime_ms)}" if record.overtime_ms >= 1_000 else ""
    return f"{used}{over}"


def _spoken_time(record: SessionRecord, words: Words) -> str:
    used = moments.spoken_duration(record.used_ms, words)
    if record.overtime_ms < 1_000:
        return used
    return words("log.spoken.over", used=used, over=moments.spoken_duration(record.overtime_ms, words))


def _soreness(record: SessionRecord) -> str:
    if record.sore_before is None and record.sore_after is None:
        return "–"
    before, after = ("–" if value is None else str(value) for value in (record.sore_before, record.sore_after))
    return f"{before} → {after}"


def _spoken_soreness(record: SessionRecord, words: Words) -> str:
    unknown = words("log.spoken.not_noted")
    return words(
        "log.spoken.soreness",
        before=unknown if record.sore_before is None else record.sore_before,
        after=unknown if record.sore_after is None else record.sore_after,
    )


def _details(record: SessionRecord, words: Words) -> tuple[str, ...]:
    lines = [words("log.detail.heat_on" if record.heat else "log.detail.heat_off")]
    lines.append(words.count("log.detail.planned", record.planned_minutes))
    if record.paused_ms >= 1_000:
        lines.append(words("log.detail.paused", time=moments.spoken_duration(record.paused_ms, words)))
    known = record.used_ms + record.overtime_ms
    if record.at_most_ms > known:
        lines.append(words("log.detail.at_most", time=moments.spoken_duration(record.at_most_ms, words)))
    if record.note:
        lines.append(words("log.detail.note", note=record.note))
    return tuple(lines)
