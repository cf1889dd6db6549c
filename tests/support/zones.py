"""Somebody who travels with a computer, over the real store and the tz database; its clock shows the time of a place.

The wall clock and its offset are those of a place at that instant, so both changes of the clocks come by themselves.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import structs

from massage_companion.companion.household import Person
from massage_companion.companion.log_facts import local_day
from massage_companion.companion.log_ports import LogQuery, Order
from massage_companion.companion.looking_after import LookingAfter
from massage_companion.companion.ports import LiveSession
from massage_companion.companion.sessions import Sessions
from massage_companion.eligibility.screening import Screening
from massage_companion.log.export import COLUMNS, session_cells
from massage_companion.log.record import SessionRecord
from massage_companion.log.trends import Trends, range_start, trends_of
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Plan
from massage_companion.session.reading import DAY_MS, MINUTE_MS, Reading
from massage_companion.session.refusal import Reason
from massage_companion.session.states import End, Look
from massage_companion.storage.store import open_store
from massage_companion.ui.log.filters import LogFilter, Period, query_of
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import NOON, FakeClock
from tests.support.places import place
from tests.support.small_rules import FINE_TODAY, HEALTHY, KNEADER, small_rules

LENA = "lena"


def instant(zone: str, year: int, month: int, day: int, hour: int, minute: int, *, again: bool = False) -> int:
    """Unix time in ms of what a wall shows in a place; ``again`` for the second time that it is shown."""
    there = datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone), fold=int(again))
    return int(there.timestamp() * 1000)


class PlaceClock(FakeClock):
    """A clock that shows the time of the place where it is."""

    def __init__(self, utc_ms: int, zone: str) -> None:
        super().__init__(structs.replace(NOON, utc_ms=utc_ms))
        self.place = zone

    def read(self) -> Reading:
        now = super().read()
        offset, name = place(self.place)(now.utc_ms)
        return structs.replace(now, offset_minutes=offset, zone=name)

    def set_by(self, days: int) -> None:
        """Somebody sets the wall clock ahead, or back where negative."""
        self.set_wall(self.read().utc_ms + days * DAY_MS)


class Traveller:
    """Lena, who is healthy, her kneading pillow and her log on disk."""

    def __init__(self, folder: Path, zone: str, *wall: int, massager: Massager = KNEADER) -> None:
        self.clock = PlaceClock(instant(zone, *wall), zone)
        self.folder = folder
        self.massager = massager
        self.store = open_store(folder, self.clock.read()).store
        self.ids = CountingIds("session")
        self.rules = small_rules()
        self.store.keep_massager(massager)
        self.store.keep_person(Person(LENA, "Lena", self.clock.read().utc_ms, next_morning=True, check_ins=True))
        self.check("check-1")
        self.sessions = self._program()

    def check(self, name: str) -> None:
        """She completes the safety check."""
        now = self.clock.read()
        self.store.complete_check(Screening(name, LENA, HEALTHY, self.rules.version, now.utc_ms, now.offset_minutes))

    def restarts(self, **off: float) -> None:
        """The computer is off for a while, and the program is started anew."""
        self.clock.reboot(**off)
        self.sessions = self._program()

    def tries(self, minutes: int = 10) -> LiveSession | tuple[Reason, ...]:
        """She answers today's page and presses Start; the reasons where she may not."""
        self.sessions.answer_today(LENA, FINE_TODAY)
        begun = self.sessions.start(LENA, self.massager, Plan(minutes), sore_before=4)
        return begun if isinstance(begun, LiveSession) else begun.reasons

    def uses(self, minutes: int = 10) -> SessionRecord:
        """A whole session, to the second."""
        begun = self.tries(minutes)
        assert isinstance(begun, LiveSession), begun
        self.clock.advance(minutes=minutes)
        return self.ends()

    def ends(self) -> SessionRecord:
        """She ends the session that is under way."""
        live = self.sessions.live
        assert live is not None
        self.sessions.happened(End())
        kept = self.store.record(live.session.id)
        assert kept is not None
        return kept

    def passes(self, minutes: float) -> None:
        """Time goes by with the program looking at its clocks."""
        for _look in range(round(minutes * 6)):
            self.clock.advance(seconds=10)
            self.sessions.happened(Look())

    def wait_minutes(self) -> float:
        """How long until the dose and rest allow a session, in minutes; 0 where they do."""
        found = self.sessions.standing(LENA, self.massager)
        waits = [getattr(reason, "wait_ms", 0) for reason in found.reasons]
        return max(waits, default=0) / MINUTE_MS

    def minutes_of_day(self) -> float:
        """What the gate counts for the last 24 hours."""
        return self.sessions.dose(LENA).used_last_day_ms() / MINUTE_MS

    def trends(self, weeks: int = 2) -> Trends:
        """What the trends screen is painted from, as it is where she is now."""
        today = local_day(self.clock.read())
        return trends_of(self.store.points(LENA), range_start(today, weeks), today)

    def days(self, weeks: int = 2) -> dict[str, tuple[int, float]]:
        """By day with a session: how many there were, and their minutes."""
        shown = self.trends(weeks).days
        return {iso(day.day): (day.sessions, day.used_ms / MINUTE_MS) for day in shown if day.sessions}

    def shown_in_log(self, first: date, last: date) -> list[str]:
        """The ids that the log screen shows for these days, the latest first."""
        chosen = LogFilter(period=Period.OWN, first=first, last=last)
        here = place(self.clock.place)
        return [row.id for row in self.store.find(query_of(chosen, LENA, Order.NEWEST, last, here), 100)]

    def cells(self) -> list[tuple[str, str]]:
        """Date and time of each session as in the exported table, the earliest first."""
        day, time = COLUMNS.index("local_date"), COLUMNS.index("local_time")
        rows = (session_cells(row, "Lena") for row in self.store.find(LogQuery(LENA, order=Order.OLDEST), 100))
        return [(cells[day], cells[time]) for cells in rows]

    def looking_after(self) -> LookingAfter:
        """What asks about the next morning and about late signs."""
        return LookingAfter(self.store, self.clock, self.sessions)

    def _program(self) -> Sessions:
        return Sessions(self.rules, self.store, self.clock, self.ids)


@contextmanager
def travelling(folder: Path, zone: str, *wall: int) -> Iterator[Traveller]:
    """Somebody at a place and a time of its wall clock, whose store is closed in the end."""
    lena = Traveller(folder, zone, *wall)
    yield lena
    lena.store.close()


def iso(day: int) -> str:
    """The date of a day of ``Point.day``."""
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=day)).date().isoformat()
