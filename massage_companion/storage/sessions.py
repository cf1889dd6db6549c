"""The live session in the database, how it ends, and which sessions count for the dose.

A live session whose state cannot be read is given back as one that waits for the person's word. A finished one that
cannot be read counts with the most it can have been.
"""

from collections.abc import Sequence

from massage_companion.companion.ports import LiveSession, StoreError
from massage_companion.log.record import Origin, SessionRecord
from massage_companion.session.reading import Reading
from massage_companion.session.stop_sign import StopSign
from massage_companion.storage.checks import insert_stop_sign
from massage_companion.storage.database import Database, Row
from massage_companion.storage.log_rows import INSERT_RECORD
from massage_companion.storage.sealed import sealed, unsealed
from massage_companion.storage.session_columns import LIVE_COLUMNS, LOG_COLUMNS, NEW_COLUMNS, live_values, new_values
from massage_companion.storage.session_rows import LogRow, counted, people_of, rebuilt_live

HEARTBEAT = "Look"
"""The event that only says "still here". It updates the live row and leaves no trace in session_event."""

LAST_WRITTEN = 64
"""So many rows are looked at in the order of writing, whatever date they bear: more than a household uses a day."""

_BEGIN = f"INSERT INTO session ({LIVE_COLUMNS}, live) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"
_GO_ON = f"UPDATE session SET ({LIVE_COLUMNS}) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ? AND live = 1"
_END = f"""
    UPDATE session SET ({NEW_COLUMNS}) = ({", ".join("?" * (NEW_COLUMNS.count(",") + 1))})
    WHERE id = ? AND live = 1
"""
_INSERT_EVENT = "INSERT INTO session_event (session, event, utc_ms, reading) VALUES (?, ?, ?, ?)"
_LOG = f"SELECT {LOG_COLUMNS}, seq FROM session"
RECENT = f"{_LOG} WHERE person = ? AND live IS NULL AND seen_utc_ms >= ?"
RECENT_AT_FIRST = f"{_LOG} WHERE first_person = ? AND seen_utc_ms >= ?"
LATEST_WRITTEN = f"""
    {_LOG} INDEXED BY session_by_timer WHERE live IS NULL AND origin <> 'manual' ORDER BY seq DESC LIMIT ?
"""
MEASURED_HERE = "SELECT session FROM session_event WHERE session IN ({})"
_AT_ONCE = 500


class SessionTables:
    """The one session without an end, and those that have ended."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def live(self) -> LiveSession | None:
        """The session without an end, if there is one."""
        row = self._database.row(f"SELECT {LIVE_COLUMNS} FROM session WHERE live = 1")
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
            values = live_values(live, at)
            if connection.execute(_GO_ON, (*values, name)).rowcount == 0:
                connection.execute(_BEGIN, values)
            if event != HEARTBEAT:
                connection.execute(_INSERT_EVENT, _event_values(name, event, at))

    def finish(self, record: SessionRecord, event: str, stop_sign: StopSign | None) -> None:
        """End the live session; the facts of one that has ended already stay as they are."""
        with self._database.transaction() as connection:
            values = new_values(record)
            if connection.execute(_END, (*values, record.id)).rowcount == 0:
                connection.execute(INSERT_RECORD, values)
            connection.execute(_INSERT_EVENT, _event_values(record.id, event, record.ended))
            if stop_sign is not None:
                insert_stop_sign(connection, stop_sign)

    def recent(self, person: str, since_utc_ms: int) -> tuple[SessionRecord, ...]:
        """Rows that ended at or after an instant, those dated later than now, and the last few written.

        The last few, since a wall clock that was wrong may have dated a session that has just ended long ago. Neither
        the bin nor moving a session to somebody else makes room for another one; only what nobody measured leaves.
        """
        people = {name for (name,) in self._database.rows("SELECT id FROM person")}
        dated = self._database.rows(RECENT, person, since_utc_ms)
        dated += self._database.rows(RECENT_AT_FIRST, person, since_utc_ms)
        found = {row.id: (seq, counted(row, person)) for row, seq in map(_with_seq, dated)}
        for row, seq in map(_with_seq, self._database.rows(LATEST_WRITTEN, LAST_WRITTEN)):
            owners = people_of(row) or {row.person, row.first_person}
            if person in owners or (row.person not in people and not people_of(row)):
                found[row.id] = (seq, counted(row, person))
        here = self._measured_here([name for name in found if isinstance(name, str)])
        in_order = sorted(found.items(), key=lambda each: (each[0] in here, each[1][0]), reverse=True)
        return tuple(record for _name, (_seq, record) in in_order if not _is_taken_back(record))

    def _measured_here(self, sessions: Sequence[str]) -> frozenset[str]:
        """Those that this program's timer measured: only they leave events."""
        found: set[str] = set()
        for start in range(0, len(sessions), _AT_ONCE):
            names = sessions[start : start + _AT_ONCE]
            rows = self._database.rows(MEASURED_HERE.format(", ".join("?" * len(names))), *names)
            found.update(name for (name,) in rows)
        return frozenset(found)


def _with_seq(row: Row) -> tuple[LogRow, int]:
    return LogRow(*row[:-1]), row[-1]


def _event_values(session: str, event: str, at: Reading) -> tuple[str | int, ...]:
    return (session, event, at.utc_ms, sealed(at)[0])


def _is_taken_back(record: SessionRecord) -> bool:
    return record.origin is Origin.MANUAL and record.removed_utc_ms is not None
