"""A session entered by hand: "I used it without the program". What was typed, what is wrong with it, and its row.

Nothing is guessed, with one exception that is told: a time that came twice because the clocks went back is taken as
the later one, since that counts longer for the dose. It never lies in the future, and nobody measured it.
"""

from datetime import date, datetime, time, timedelta
from typing import Final, Literal, TypeAlias

from msgspec import Struct, structs

from massage_companion.companion.log_ports import LogQuery
from massage_companion.companion.ports import Clock, Ids, Store
from massage_companion.companion.slip_entry import TypedDate
from massage_companion.companion.typed_number import whole_number
from massage_companion.companion.wall_time import LocalTime, day_at, instants
from massage_companion.eligibility.limits import INTENSITY_BY_WORD
from massage_companion.log.record import Origin, SessionRecord
from massage_companion.session.massager import Massager
from massage_companion.session.reading import DAY_MS, MINUTE_MS, Reading, shifted
from massage_companion.session.states import Ending

Field: TypeAlias = Literal["massager", "day", "time", "minutes", "level", "heat"]
DayChoice: TypeAlias = Literal["", "today", "yesterday", "other"]
YesNo: TypeAlias = Literal["", "yes", "no"]

MINUTES_RANGE: Final = (1, 240)
_MOST_NEIGHBOURS = 100


class ManualEntry(Struct, frozen=True):
    """The form as it stands; empty where nothing was typed or chosen. Soreness from 0 to 10."""

    massager: str = ""
    day: DayChoice = ""
    date: TypedDate = TypedDate()
    time: str = ""
    minutes: str = ""
    level: str = ""
    heat: YesNo = ""
    sore_before: int | None = None
    sore_after: int | None = None
    note: str = ""


class EntryProblem(Struct, frozen=True):
    """What is wrong with a field, by the name of its sentence; ``least`` and ``most`` are the numbers in it."""

    field: Field
    sentence: str
    least: int = 0
    most: int = 0


class EntryWarnings(Struct, frozen=True):
    """What to look at before it is kept: sessions at the same time, and a time that came twice that day."""

    overlaps: tuple[SessionRecord, ...] = ()
    came_twice: bool = False

    def __bool__(self) -> bool:
        return bool(self.overlaps) or self.came_twice


def clock_time(text: str) -> time | None:
    """Hours and minutes as people type them: 14:30, 14.30, 1430, 9:05; ``None`` for anything else."""
    typed = text.strip().replace("：", ":").replace(".", ":").replace("。", ":")
    hours, colon, minutes = typed.partition(":")
    if not colon and len(typed) in (3, 4):
        hours, minutes = typed[:-2], typed[-2:]
    hour, minute = whole_number(hours), whole_number(minutes)
    if hour is None or minute is None or len(minutes.strip()) != 2 or hour > 23 or minute > 59:
        return None
    return time(hour, minute)


class ManualEntries:
    """Judges entries and makes the rows for the log; it writes nothing. Reads raise StoreError."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, local_time: LocalTime) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._local_time = local_time

    def problems(self, entry: ManualEntry) -> tuple[EntryProblem, ...]:
        """What has to be typed first, in the order of the form; empty where there is a session."""
        massager = self._massager(entry)
        found: list[EntryProblem] = [] if massager is not None else [EntryProblem("massager", "no_massager")]
        found.extend(self._problems_of_time(entry))
        least, most = MINUTES_RANGE
        minutes = _minutes(entry)
        if minutes is None:
            found.append(EntryProblem("minutes", "no_minutes", least, most))
        if entry.level not in INTENSITY_BY_WORD:
            found.append(EntryProblem("level", "no_level"))
        if massager is not None and massager.may_heat and not entry.heat:
            found.append(EntryProblem("heat", "no_heat"))
        return tuple(found)

    def warnings(self, person: str, entry: ManualEntry) -> EntryWarnings:
        """What to look at before it is kept. ValueError where the entry has problems."""
        begins, length = self._begins(entry), _minutes(entry)
        if begins is None or length is None:
            raise ValueError("the entry has problems")
        ends = begins + length * MINUTE_MS
        near = LogQuery(person, since_utc_ms=begins - DAY_MS, until_utc_ms=ends)
        overlaps = tuple(
            record
            for record in self._store.find(near, _MOST_NEIGHBOURS)
            if record.started.utc_ms < ends and _over_utc_ms(record) > begins
        )
        return EntryWarnings(overlaps, came_twice=len(self._possible(entry)) > 1)

    def record(self, person: str, entry: ManualEntry) -> SessionRecord:
        """The row for the log. ValueError where the entry has problems."""
        massager, begins, length = self._massager(entry), self._begins(entry), _minutes(entry)
        if self.problems(entry) or massager is None or begins is None or length is None:
            raise ValueError("the entry has problems")
        used_ms = length * MINUTE_MS
        started = self._reading_at(begins)
        return SessionRecord(
            id=self._ids.new(),
            person=person,
            massager=massager.id,
            massager_name=massager.name,
            started=started,
            ended=self._reading_at(begins + used_ms),
            planned_minutes=length,
            intensity=INTENSITY_BY_WORD[entry.level],
            heat=massager.may_heat and entry.heat == "yes",
            ending=Ending.FINISHED,
            used_ms=used_ms,
            overtime_ms=0,
            paused_ms=0,
            at_most_ms=used_ms,
            sore_before=entry.sore_before,
            sore_after=entry.sore_after,
            note=entry.note.strip(),
            origin=Origin.MANUAL,
        )

    def _problems_of_time(self, entry: ManualEntry) -> list[EntryProblem]:
        found: list[EntryProblem] = []
        day, typed = self._day(entry), clock_time(entry.time)
        if day is None:
            found.append(EntryProblem("day", "no_date" if entry.day == "other" else "no_day"))
        if typed is None:
            found.append(EntryProblem("time", "no_time"))
        if day is None or typed is None:
            return found
        possible, now = self._possible(entry), self._clock.read().utc_ms
        if not instants(datetime.combine(day, typed), self._local_time):
            found.append(EntryProblem("time", "skipped"))
        elif not possible:
            is_day_ahead = day > day_at(now, self._local_time)
            begun = min(instants(datetime.combine(day, typed), self._local_time)) <= now
            found.append(EntryProblem("day" if is_day_ahead else "time", "not_over" if begun else "ahead"))
        return found

    def _possible(self, entry: ManualEntry) -> tuple[int, ...]:
        """Instants that were meant and at which the session would be over by now."""
        day, typed = self._day(entry), clock_time(entry.time)
        if day is None or typed is None:
            return ()
        latest = self._clock.read().utc_ms - (_minutes(entry) or 0) * MINUTE_MS
        return tuple(at for at in instants(datetime.combine(day, typed), self._local_time) if at <= latest)

    def _begins(self, entry: ManualEntry) -> int | None:
        return max(self._possible(entry), default=None)

    def _day(self, entry: ManualEntry) -> date | None:
        today = day_at(self._clock.read().utc_ms, self._local_time)
        match entry.day:
            case "today":
                return today
            case "yesterday":
                return today - timedelta(days=1)
            case "other":
                return entry.date.date
            case _:
                return None

    def _massager(self, entry: ManualEntry) -> Massager | None:
        return next((each for each in self._store.massagers() if each.id == entry.massager), None)

    def _reading_at(self, utc_ms: int) -> Reading:
        """The clocks at an instant in the past: those of this boot as far back as it reaches.

        The dose is then right even where somebody sets the wall clock afterwards.
        """
        now = self._clock.read()
        offset, zone = self._local_time(utc_ms)
        then = shifted(now, utc_ms - now.utc_ms)
        if then.boot_ms < 0:
            then = Reading(boot_id="", boot_ms=0, awake_ms=0, utc_ms=utc_ms)
        return structs.replace(then, awake_ms=max(0, then.awake_ms), offset_minutes=offset, zone=zone)


def _minutes(entry: ManualEntry) -> int | None:
    number = whole_number(entry.minutes)
    least, most = MINUTES_RANGE
    return number if number is not None and least <= number <= most else None


def _over_utc_ms(record: SessionRecord) -> int:
    """When a session was over at the latest, pauses included."""
    return max(record.ended.utc_ms, record.started.utc_ms + record.at_most_ms + record.paused_ms)
