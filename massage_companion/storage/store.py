"""The store on disk: the database and the settings file of one data folder, behind the port ``Store``.

It puts the tables together and decides nothing. Open one with ``open_store`` and close it at the end.
"""

from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct, structs

from massage_companion.companion.household import Person, Settings
from massage_companion.companion.log_ports import CheckIn, LogQuery, LogTotals
from massage_companion.companion.ports import Draft, LiveSession, StoreError
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.screening import Screening
from massage_companion.log.point import Point
from massage_companion.log.record import SessionRecord
from massage_companion.session.massager import Massager
from massage_companion.session.plan import SavedPlan
from massage_companion.session.reading import Reading
from massage_companion.session.stop_sign import StopSign
from massage_companion.storage import database, forgetting
from massage_companion.storage.checks import CheckTables
from massage_companion.storage.copying import copies_left
from massage_companion.storage.database import Database
from massage_companion.storage.log_rows import LogTable
from massage_companion.storage.people import MassagerTable, PeopleTable
from massage_companion.storage.plans import CheckInTable, PlanTable
from massage_companion.storage.points import PointTable
from massage_companion.storage.sessions import SessionTables
from massage_companion.storage.settings_file import SettingsFile
from massage_companion.storage.store_errors import as_store_errors


class SqliteStore:
    """Fulfils the port ``Store``. Every method that writes is one transaction with one fsync.

    Persons and massagers have to be kept before anything that names them; StoreError (``other``) otherwise.
    """

    def __init__(self, opened: Database, settings: SettingsFile) -> None:
        self._database = opened
        self._settings = settings
        self._people = PeopleTable(opened)
        self._massagers = MassagerTable(opened)
        self._checks = CheckTables(opened)
        self._sessions = SessionTables(opened)
        self._log = LogTable(opened)
        self._points = PointTable(opened)
        self._plans = PlanTable(opened)
        self._check_ins = CheckInTable(opened)

    @property
    def read_only(self) -> str:
        """Why nothing can be written (``newer`` or ``read_only``, as in StoreError), else empty."""
        return self._database.read_only

    def check_whole(self) -> None:
        """Look through the whole database, also where that takes long. Raises StoreError (``damaged``)."""
        self._database.check_whole()

    def copy_to(self, place: Path) -> None:
        """Write one consistent copy of the database to a new file, and look it through. Raises StoreError."""
        self._database.copy_to(place)

    def copies_left(self) -> tuple[Path, ...]:
        """Older whole copies beside the database, which forgetting leaves alone. Raises StoreError."""
        with as_store_errors(self._database.path):
            return copies_left(self._database.path)

    def together(self) -> AbstractContextManager[None]:
        return self._database.together()

    def close(self) -> None:
        """Let go of the files."""
        self._database.close()

    def people(self) -> tuple[Person, ...]:
        return self._people.all()

    def keep_person(self, person: Person) -> None:
        self._people.keep(person)

    def massagers(self) -> tuple[Massager, ...]:
        return self._massagers.all()

    def keep_massager(self, massager: Massager) -> None:
        self._massagers.keep(massager)

    def settings(self) -> Settings:
        return self._settings.read()

    def keep_settings(self, settings: Settings) -> None:
        self._settings.keep(settings)

    def screenings(self, person: str) -> tuple[Screening, ...]:
        return self._checks.screenings(person)

    def complete_check(self, screening: Screening) -> None:
        self._checks.complete_check(screening)

    def draft(self, person: str) -> Draft | None:
        return self._checks.draft(person)

    def keep_draft(self, person: str, draft: Draft | None) -> None:
        self._checks.keep_draft(person, draft)

    def clearances(self, person: str) -> tuple[Clearance, ...]:
        return self._checks.clearances(person)

    def keep_clearance(self, clearance: Clearance) -> None:
        self._checks.keep_clearance(clearance)

    def stop_signs(self, person: str) -> tuple[StopSign, ...]:
        return self._checks.stop_signs(person)

    def add_stop_sign(self, sign: StopSign) -> None:
        self._checks.add_stop_sign(sign)

    def live(self) -> LiveSession | None:
        return self._sessions.live()

    def keep_live(self, live: LiveSession, event: str, at: Reading) -> None:
        self._sessions.keep_live(live, event, at)

    def finish(self, record: SessionRecord, event: str, stop_sign: StopSign | None) -> None:
        self._sessions.finish(record, event, stop_sign)

    def recent(self, person: str, since_utc_ms: int) -> tuple[SessionRecord, ...]:
        return self._sessions.recent(person, since_utc_ms)

    def rate(self, session: str, sore_after: int | None, note: str) -> None:
        self._log.rate(session, sore_after, note)

    def record(self, session: str) -> SessionRecord | None:
        return self._log.record(session)

    def records(self, person: str, limit: int, before: tuple[int, str] | None = None) -> tuple[SessionRecord, ...]:
        return self._log.records(person, limit, before)

    def session_count(self, person: str, massager: str | None = None) -> int:
        return self._log.session_count(person, massager)

    def find(self, query: LogQuery, limit: int, after: SessionRecord | None = None) -> tuple[SessionRecord, ...]:
        return self._log.find(query, limit, after)

    def totals(self, query: LogQuery) -> LogTotals:
        return self._log.totals(query)

    def points(self, person: str, since_day: int | None = None) -> tuple[Point, ...]:
        return self._points.points(person, since_day)

    def add_records(self, records: tuple[SessionRecord, ...]) -> None:
        self._log.add_records(records)

    def change_records(self, records: tuple[SessionRecord, ...]) -> None:
        self._log.change_records(records)

    def purge_removed(self, before_utc_ms: int) -> int:
        return self._log.purge_removed(before_utc_ms)

    def first_sessions(self, person: str) -> dict[str, int]:
        return self._log.first_sessions(person)

    def saved_plans(self, massager: str) -> tuple[SavedPlan, ...]:
        return self._plans.saved_plans(massager)

    def keep_plan(self, plan: SavedPlan) -> None:
        self._plans.keep_plan(plan)

    def drop_plan(self, plan: str) -> None:
        self._plans.drop_plan(plan)

    def check_ins(self, person: str) -> tuple[CheckIn, ...]:
        return self._check_ins.check_ins(person)

    def keep_check_in(self, check_in: CheckIn) -> None:
        self._check_ins.keep_check_in(check_in)

    def forget_person(self, person: str) -> None:
        forgetting.forget_person(self._database, person)
        settings = self.settings()
        if settings.current_person == person:
            self.keep_settings(structs.replace(settings, current_person=""))

    def forget_all(self) -> None:
        forgetting.forget_all(self._database)
        self.keep_settings(structs.replace(self.settings(), current_person="", current_massager=""))


class OpenedStore(Struct, frozen=True):
    """An open store. ``set_aside`` is where a damaged database was put; the store is then new and empty."""

    store: SqliteStore
    set_aside: Path | None = None


def open_store(folder: Path, now: Reading) -> OpenedStore:
    """The store of a data folder, made where there is none. Raises StoreError.

    A damaged database is renamed with the date and kept. Tell the person before anything else happens when
    ``set_aside`` names it: their safety check is in that file, so the gate asks for a new one.
    """
    settings = SettingsFile(folder)
    try:
        return OpenedStore(SqliteStore(database.open_to_write(folder), settings))
    except StoreError as error:
        if error.kind != "damaged":
            raise
    stamp = datetime.fromtimestamp(now.utc_ms // 1000, UTC).strftime("%Y%m%d-%H%M%S")
    aside = database.set_aside(folder, stamp)
    return OpenedStore(SqliteStore(database.open_to_write(folder), settings), aside)


def read_store(folder: Path) -> SqliteStore | None:
    """The store of a data folder for looking only; ``None`` where there is none. Writes nothing. Raises StoreError."""
    opened = database.open_to_read(folder)
    return None if opened is None else SqliteStore(opened, SettingsFile(folder))
