"""A table that another program wrote: which column means what is guessed, the person corrects it, then it is read.

Nothing in it was measured by this program, so every session comes in as entered by hand.
"""

from datetime import UTC, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from massage_companion.companion.exchange.own_csv import id_of
from massage_companion.companion.exchange.sound import problem_of
from massage_companion.companion.exchange.table import Table
from massage_companion.companion.exchange.unpack import Wrong
from massage_companion.companion.household import Person
from massage_companion.companion.wall_time import LocalTime, instants
from massage_companion.eligibility.limits import Intensity
from massage_companion.log.record import Origin, SessionRecord
from massage_companion.session.massager import Massager
from massage_companion.session.reading import MINUTE_MS, Reading, shifted
from massage_companion.session.states import Ending

LONGEST_MINUTES = 24 * 60
_LONGEST_NOTE = 500


class Meaning(StrEnum):
    """What a column can hold."""

    DATE = "date"
    TIME = "time"
    MINUTES = "minutes"
    BEFORE = "before"
    AFTER = "after"
    NOTE = "note"


class DayOrder(StrEnum):
    """How a date such as 3/4/2026 is meant."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class Columns(Struct, frozen=True):
    """Which column (by place, from 0) has which meaning. ``DATE`` and ``MINUTES`` are needed."""

    places: dict[Meaning, int]
    order: DayOrder = DayOrder.DAY_FIRST

    @property
    def is_enough(self) -> bool:
        """Whether sessions can be read with them."""
        return {Meaning.DATE, Meaning.MINUTES} <= self.places.keys()


_HINTS: dict[Meaning, tuple[str, ...]] = {
    Meaning.DATE: ("date", "start", "when", "day", "日期", "开始", "datum"),
    Meaning.TIME: ("time", "clock", "时间", "uhrzeit", "heure"),
    Meaning.MINUTES: ("minute", "duration", "length", "min", "分钟", "时长", "dauer"),
    Meaning.BEFORE: ("before", "pre", "之前", "前", "vorher"),
    Meaning.AFTER: ("after", "post", "之后", "后", "nachher"),
    Meaning.NOTE: ("note", "comment", "remark", "备注", "notiz"),
}
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_ISO_FIRST = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日")
_BY_ORDER = {
    DayOrder.DAY_FIRST: ("%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y"),
    DayOrder.MONTH_FIRST: ("%m/%d/%Y", "%m-%d-%Y"),
}
_TIMES = ("%H:%M", "%H:%M:%S", "%I:%M %p", "%I:%M:%S %p")


def guess(table: Table) -> Columns:
    """A first guess from the names of the columns; whoever reads the file can change it."""
    places: dict[Meaning, int] = {}
    for meaning, hints in _HINTS.items():
        for place, name in enumerate(table.header):
            if place not in places.values() and any(hint in name.casefold() for hint in hints):
                places[meaning] = place
                break
    return Columns(places)


def records_of(
    table: Table,
    columns: Columns,
    person: Person,
    massager: Massager,
    local_time: LocalTime,
) -> tuple[tuple[SessionRecord, ...], tuple[Wrong, ...]]:
    """The sessions of the table, and the rows that make no sense. ``local_time`` is that of this place."""
    records: dict[str, SessionRecord] = {}
    wrong: list[Wrong] = []
    for number, row in zip(table.numbers, table.rows, strict=True):
        try:
            record = _record(row, columns, person, massager, local_time)
        except _WrongCellError as error:
            wrong.append(Wrong("sessions", number, error.reason))
            continue
        reason = "twice" if record.id in records else problem_of(record)
        if reason is None:
            records[record.id] = record
        else:
            wrong.append(Wrong("sessions", number, reason))
    return tuple(records.values()), tuple(wrong)


class _WrongCellError(Exception):
    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def _record(
    row: tuple[str, ...], columns: Columns, person: Person, massager: Massager, local_time: LocalTime
) -> SessionRecord:
    def cell(meaning: Meaning) -> str:
        return row[columns.places[meaning]] if meaning in columns.places else ""

    started = _started(cell(Meaning.DATE), cell(Meaning.TIME), columns.order, local_time)
    used_ms = _minutes(cell(Meaning.MINUTES)) * MINUTE_MS
    return SessionRecord(
        id=id_of("csv", person.id, massager.id, str(started.utc_ms), str(used_ms)),
        person=person.id,
        massager=massager.id,
        massager_name=massager.name,
        started=started,
        ended=shifted(started, used_ms),
        planned_minutes=used_ms // MINUTE_MS,
        intensity=Intensity.LOW,
        heat=False,
        ending=Ending.FINISHED,
        used_ms=used_ms,
        overtime_ms=0,
        paused_ms=0,
        at_most_ms=used_ms,
        sore_before=_soreness(cell(Meaning.BEFORE)),
        sore_after=_soreness(cell(Meaning.AFTER)),
        note=cell(Meaning.NOTE)[:_LONGEST_NOTE],
        origin=Origin.MANUAL,
    )


def _started(date: str, time: str, order: DayOrder, local_time: LocalTime) -> Reading:
    moment = _moment(f"{date} {time}".strip(), order)
    if moment is None:
        raise _WrongCellError("time")
    offset = moment.utcoffset()
    if offset is not None:
        utc_ms = (moment - _BEGINNING) // timedelta(milliseconds=1)
        return Reading("imported", utc_ms, utc_ms, utc_ms, int(offset.total_seconds()) // 60)
    found = instants(moment, local_time)
    if not found:
        raise _WrongCellError("time")
    minutes, zone = local_time(found[-1])
    return Reading("imported", found[-1], found[-1], found[-1], minutes, zone)


def _moment(text: str, order: DayOrder) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    for date in (*_ISO_FIRST, *_BY_ORDER[order]):
        for form in (*(f"{date} {time}" for time in _TIMES), date):
            try:
                return datetime.strptime(text, form)
            except ValueError:
                continue
    return None


def _minutes(text: str) -> int:
    """Whole minutes begun of "12", "12.5", "12,5 min" or "0:12:30"; 1 to a day."""
    plain = text.casefold().removesuffix("minutes").removesuffix("min").removesuffix("分钟").strip().replace(",", ".")
    try:
        if ":" in plain:
            largest_first = [int(part) for part in plain.split(":")]
            seconds = 0
            for part in largest_first:
                seconds = seconds * 60 + part
        else:
            seconds = round(float(plain) * 60)
    except (ValueError, OverflowError):
        raise _WrongCellError("minutes") from None
    minutes = -(-seconds // 60)
    if not 1 <= minutes <= LONGEST_MINUTES:
        raise _WrongCellError("minutes")
    return minutes


def _soreness(text: str) -> int | None:
    if not text:
        return None
    try:
        value = float(text.removesuffix("/10").strip().replace(",", "."))
    except ValueError:
        raise _WrongCellError("soreness") from None
    if not 0 <= value <= 10:
        raise _WrongCellError("soreness")
    return round(value)
