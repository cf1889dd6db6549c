"""A row of the log as it is read. Pure: a record and words in, texts out."""

from msgspec import Struct

from massage_companion.companion import moments
from massage_companion.companion.log_bin import gone_after_utc_ms
from massage_companion.companion.log_ports import LogTotals
from massage_companion.companion.words import Words
from massage_companion.log.record import Origin, SessionRecord
from massage_companion.session.reading import MINUTE_MS
from massage_companion.session.states import Ending

COLUMNS = ("when", "massager", "time", "intensity", "soreness", "ending")
BIN_COLUMNS = ("when", "massager", "time", "gone")

RAN_OVER_MS = MINUTE_MS
"""Overtime from which the log says "ran over": less is the reach for the switch."""

LEAST_SHOWN_MS = 1_000
"""Shorter pauses and overtimes are not worth a word."""


class LogRow(Struct, frozen=True):
    """The cells of one session in the order of the columns, and the same spoken."""

    session: str
    cells: tuple[str, ...]
    spoken: tuple[str, ...]


def log_row(record: SessionRecord, now_utc_ms: int, words: Words) -> LogRow:
    """The row for a record of the log."""
    when = moment(record, now_utc_ms, words)
    level, ended = words(f"log.intensity.{record.intensity.word}"), ending(record, words)
    cells = (when, record.massager_name, _time(record), level, _soreness(record), ended)
    spoken = (
        when,
        record.massager_name,
        spoken_time(record, words),
        level,
        _spoken_soreness(record, words),
        ended,
    )
    return LogRow(record.id, cells, spoken)


def bin_row(record: SessionRecord, now_utc_ms: int, words: Words) -> LogRow:
    """The row for a record in the bin, with the day up to which it is kept for certain."""
    when = moment(record, now_utc_ms, words)
    gone = moments.day(gone_after_utc_ms(record) or 0, record.started.offset_minutes, words)
    cells = (when, record.massager_name, _time(record), gone)
    return LogRow(record.id, cells, (when, record.massager_name, spoken_time(record, words), gone))


def moment(record: SessionRecord, now_utc_ms: int, words: Words) -> str:
    """When it began, by the wall clock of the place where it happened."""
    return moments.when(record.started.utc_ms, record.started.offset_minutes, now_utc_ms, words)


def ending(record: SessionRecord, words: Words) -> str:
    """How it ended, in a few words; of an entry by hand nobody knows that, and it says what it is."""
    if record.origin is Origin.MANUAL:
        return words("log.ending.manual")
    if record.ending is Ending.FINISHED and record.overtime_ms >= RAN_OVER_MS:
        return words("log.ending.ran_over")
    return words(f"log.ending.{record.ending.value}")


def spoken_time(record: SessionRecord, words: Words) -> str:
    """How long it was used and how long it ran over, in words."""
    used = moments.spoken_duration(record.used_ms, words)
    if record.overtime_ms < LEAST_SHOWN_MS:
        return used
    return words("log.spoken.over", used=used, over=moments.spoken_duration(record.overtime_ms, words))


def total_line(totals: LogTotals, words: Words) -> str:
    """Such as "38 sessions · 8 h 20 min"."""
    return words("log.counted", sessions=words.count("log.count", totals.sessions), time=hours(totals.used_ms, words))


def hours(duration_ms: int, words: Words) -> str:
    """Hours and minutes, minutes not complete left out."""
    whole, rest = divmod(duration_ms // MINUTE_MS, 60)
    return words("log.hours", hours=whole, minutes=rest) if whole else words("log.minutes", minutes=rest)


def _time(record: SessionRecord) -> str:
    used = moments.duration(record.used_ms)
    over = f" +{moments.duration(record.overtime_ms)}" if record.overtime_ms >= LEAST_SHOWN_MS else ""
    return f"{used}{over}"


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
