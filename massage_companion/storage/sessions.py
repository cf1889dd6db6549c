"""The live session and the log in the database.

A live session whose state cannot be read is given back as one that waits for the person's word. A finished one that
cannot be read counts with the most it can have been.
"""

from msgspec import structs

from massage_companion.companion.ports import LiveSession, StoreError
from massage_companion.log.record import SessionRecord
from massage_companion.session.reading import Reading
from massage_companion.session.stop_sign import StopSign
from massage_companion.storage.checks import INSERT_STOP_SIGN, stop_sign_values
from massage_companion.storage.database import Database, Row
from massage_companion.storage.sealed import sealed, unsealed
from massage_companion.storage.session_rows import (
    COLUMNS,
    LOG_COLUMNS,
    live_values,
    log_values,
    rating,
    rebuilt,
    rebuilt_live,
)

HEARTBEAT = "Look"
"""The event that only says "still here". It updates the live row and leaves no trace in session_event."""

LAST_WRITTEN = 64
"""So many rows are looked at in the order of writing, whatever date they bear: more than a household uses a day."""

_INSERT = f"INSERT INTO session ({COLUMNS}, live) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_UPDATE = f"UPDATE session SET ({COLUMNS}, live) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ? AND live = 1"
_LOG = f"SELECT {LOG_COLUMNS} FROM session"


class SessionTables:
    """The one session without an end, and those that have ended."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def live(self) -> LiveSession | None:
        """The session without an end, if there is one."""
        row = self._database.row(f"SELECT {COLUMNS} FROM session WHERE live = 1")
        if row is None:
            return None
        live = unsealed(row[-2], row[-1], LiveSession)
        return live if live is not None and live.session.id == row[0] else rebuilt_live(row)

    def keep_live(self, live: LiveSession, event: str, at: Reading) -> None:
        """Begin or update the live session and note the event. StoreError where another one is live."""
        with self._database.transaction() as connection:
            name = live.session.id
            for other, is_live in connection.execute("SELECT id, live FROM session WHERE live = 1 OR id = ?", (name,)):
                if other != name:
                    raise StoreError("other", "another session is live")
                if not is_live:
                    raise StoreError("other", "the session has ended")
            values = (*live_values(live, at), 1)
            if connection.execute(_UPDATE, (*values, name)).rowcount == 0:
                connection.execute(_INSERT, values)
            if event != HEARTBEAT:
                connection.execute(_INSERT_EVENT, _event_values(name, event, at))

    def finish(self, record: SessionRecord, event: str, stop_sign: StopSign | None) -> None:
        """End the live session; the facts of one that has ended already stay as they are."""
        with self._database.transaction() as connection:
            values = (*log_values(record), None)
            if connection.execute(_UPDATE, (*values, record.id)).rowcount == 0:
                connection.execute(f"{_INSERT} ON CONFLICT (id) DO NOTHING", values)
            connection.execute(_INSERT_EVENT, _event_values(record.id, event, record.ended))
            if stop_sign is not None:
                connection.execute(INSERT_STOP_SIGN, stop_sign_values(stop_sign))
                # Answers from before the stop sign must not become the check that settles it.
                connection.execute("DELETE FROM draft WHERE person = ?", (stop_sign.person,))

    def rate(self, session: str, sore_after: int | None, note: str) -> None:
        """Write the rating and note of a finished session."""
        with self._database.transaction() as connection:
            changed = connection.execute(
                "UPDATE session SET sore_after = ?, note = ? WHERE id = ? AND live IS NULL",
                (sore_after, note, session),
            )
            if changed.rowcount == 0:
                raise StoreError("other", "no such session")

    def record(self, session: str) -> SessionRecord | None:
        """One row of the log."""
        row = self._database.row(f"{_LOG} WHERE id = ? AND live IS NULL", session)
        return None if row is None else _record(row)

    def records(self, person: str, limit: int, before: tuple[int, str] | None = None) -> tuple[SessionRecord, ...]:
        """Rows of the log, the latest start first."""
        if before is None:
            rows = self._database.rows(RECORDS, person, limit)
        else:
            rows = self._database.rows(RECORDS_BEFORE, person, *before, limit)
        return tuple(_record(row) for row in rows)

    def recent(self, person: str, since_utc_ms: int) -> tuple[SessionRecord, ...]:
        """Rows that ended at or after an instant, those dated later than now, and the last few written.

        The last few, since a wall clock that was wrong may have dated a session that has just ended long ago.
        """
        people = {name for (name,) in self._database.rows("SELECT id FROM person")}
        found: dict[str, SessionRecord] = {}
        for row in self._database.rows(RECENT, person, since_utc_ms):
            found[row[0]] = _measured(row, person)
        for row in self._database.rows(LATEST_WRITTEN, LAST_WRITTEN):
            body = unsealed(row[-2], row[-1], SessionRecord)
            if (body.person == person) if body is not None else (row[1] == person or row[1] not in people):
                found[row[0]] = _measured(row, person)
        return tuple(sorted(found.values(), key=lambda record: (record.started.utc_ms, record.id), reverse=True))

    def session_count(self, person: str, massager: str | None = None) -> int:
        """How many sessions the log holds."""
        if massager is None:
            row = self._database.row(COUNT, person)
        else:
            row = self._database.row(COUNT_WITH_MASSAGER, person, massager)
        return 0 if row is None else int(row[0])


_INSERT_EVENT = "INSERT INTO session_event (session, event, utc_ms, reading) VALUES (?, ?, ?, ?)"

RECORDS = f"{_LOG} WHERE person = ? AND live IS NULL ORDER BY started_utc_ms DESC, id DESC LIMIT ?"
RECORDS_BEFORE = f"""
    {_LOG} WHERE person = ? AND live IS NULL AND (started_utc_ms, id) < (?, ?)
    ORDER BY started_utc_ms DESC, id DESC LIMIT ?
"""
RECENT = f"{_LOG} WHERE person = ? AND live IS NULL AND seen_utc_ms >= ?"
LATEST_WRITTEN = f"{_LOG} WHERE live IS NULL ORDER BY seq DESC LIMIT ?"
COUNT = "SELECT count(*) FROM session WHERE person = ? AND live IS NULL"
COUNT_WITH_MASSAGER = "SELECT count(*) FROM session WHERE person = ? AND massager = ? AND live IS NULL"


def _event_values(session: str, event: str, at: Reading) -> tuple[str | int, ...]:
    return (session, event, at.utc_ms, sealed(at)[0])


def _record(row: Row) -> SessionRecord:
    """The row as the log shows it. Its place in the log and its date have to agree, or paging would go astray."""
    record = unsealed(row[-2], row[-1], SessionRecord)
    if record is None or record.id != row[0] or record.started.utc_ms != row[3]:
        return rebuilt(row)
    return _rated(record, row)


def _measured(row: Row, person: str) -> SessionRecord:
    """The row as the gate counts it: the sealed body decides wherever there is one."""
    record = unsealed(row[-2], row[-1], SessionRecord)
    return _rated(record if record is not None else structs.replace(rebuilt(row), person=person), row)


def _rated(record: SessionRecord, row: Row) -> SessionRecord:
    return structs.replace(record, sore_after=rating(row), note=str(row[9]))
