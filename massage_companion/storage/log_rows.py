"""The log in the database: pages, sums, corrections, the bin. What was measured is never changed here.

A row that cannot be read stays in the log, as what its columns still tell.
"""

import sqlite3
from collections.abc import Callable, Sequence
from typing import TypeAlias

from msgspec import structs

from massage_companion.companion.log_ports import LogQuery, LogTotals, Order
from massage_companion.companion.ports import StoreError
from massage_companion.log.record import SessionRecord
from massage_companion.storage import log_search
from massage_companion.storage.checks import signs_of
from massage_companion.storage.database import Database, Row
from massage_companion.storage.log_search import Statement
from massage_companion.storage.session_columns import (
    LOG_COLUMNS,
    NEW_COLUMNS,
    as_measured,
    corrected_values,
    new_values,
)
from massage_companion.storage.session_rows import LogRow, measured, shown

_LOG = f"SELECT {LOG_COLUMNS} FROM session"
_ADD = f"INSERT INTO session ({NEW_COLUMNS}) VALUES ({', '.join('?' * (NEW_COLUMNS.count(',') + 1))})"
INSERT_RECORD = f"{_ADD} ON CONFLICT (id) DO NOTHING"
_CHANGE = """
    UPDATE session SET (person, massager, sore_before, sore_after, sore_next, note, removed_utc_ms, first_person,
        moved, moved_seal, shelf, search) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    WHERE id = ? AND shelf IS NOT NULL
"""
ONE = f"{_LOG} WHERE id = ? AND shelf IS NOT NULL"
COUNT = "SELECT count(*) FROM session WHERE person = ? AND shelf = 0"
COUNT_WITH_MASSAGER = "SELECT count(*) FROM session WHERE person = ? AND shelf = 0 AND massager = ?"
NEXT_MASSAGER = "SELECT min(massager) FROM session WHERE person = ? AND shelf = 0 AND massager > ?"
FIRST_START = "SELECT min(started_utc_ms) FROM session WHERE person = ? AND shelf = 0 AND massager = ?"
IN_BIN_SINCE_BEFORE = "SELECT id FROM session WHERE removed_utc_ms < ?"

_Search: TypeAlias = Callable[[bool], tuple[Statement, ...]]
"""Statements, by whether the index of the notes can be asked."""


class LogTable:
    """The finished sessions."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._indexed: bool | None = None

    def record(self, session: str) -> SessionRecord | None:
        """One row of the log, in the bin or not."""
        row = self._database.row(ONE, session)
        return None if row is None else self._records([row])[0]

    def records(self, person: str, limit: int, before: tuple[int, str] | None = None) -> tuple[SessionRecord, ...]:
        """Rows of the log, the latest start first."""
        return self._records(self._rows(log_search.page(LogQuery(person), limit, before, indexed=False), limit))

    def find(self, query: LogQuery, limit: int, after: SessionRecord | None = None) -> tuple[SessionRecord, ...]:
        """Rows in the query's order; ``after`` is the last row already seen."""
        key = None if after is None else self._key(query.order, after)
        return self._records(self._searched(lambda indexed: log_search.page(query, limit, key, indexed), limit))

    def totals(self, query: LogQuery) -> LogTotals:
        """Sums over all rows of a query."""
        ((sessions, used_ms),) = self._searched(lambda indexed: (log_search.sums(query, indexed),), 1)
        return LogTotals(sessions, used_ms)

    def session_count(self, person: str, massager: str | None = None) -> int:
        """How many sessions the log holds."""
        if massager is None:
            row = self._database.row(COUNT, person)
        else:
            row = self._database.row(COUNT_WITH_MASSAGER, person, massager)
        return 0 if row is None else int(row[0])

    def first_sessions(self, person: str) -> dict[str, int]:
        """By massager, when its first session that still stands began."""
        found: dict[str, int] = {}
        for massager in massagers_of(self._database, person):
            row = self._database.row(FIRST_START, person, massager)
            if row is not None and isinstance(row[0], int):
                found[massager] = row[0]
        return found

    def add_records(self, records: Sequence[SessionRecord]) -> None:
        """Add finished sessions, all or none; ids that are there stay as they are."""
        with self._database.transaction() as connection:
            connection.executemany(INSERT_RECORD, (new_values(record) for record in records))

    def change_records(self, records: Sequence[SessionRecord]) -> None:
        """Correct finished sessions, all or none."""
        with self._database.transaction() as connection:
            for record in records:
                _change(connection, record)

    def rate(self, session: str, sore_after: int | None, note: str) -> None:
        """Write the rating and note of a finished session."""
        with self._database.transaction() as connection:
            changed = connection.execute(
                "UPDATE session SET sore_after = ?, note = ?, search = ? WHERE id = ? AND shelf IS NOT NULL",
                (sore_after, note, note.casefold(), session),
            )
            if changed.rowcount == 0:
                raise StoreError("other", "no such session")

    def purge_removed(self, before_utc_ms: int) -> int:
        """Delete for good what went to the bin before an instant, with its events; how many that were."""
        with self._database.transaction() as connection:
            names = connection.execute(IN_BIN_SINCE_BEFORE, (before_utc_ms,)).fetchall()
            purge(connection, [name for (name,) in names])
            return len(names)

    def _records(self, rows: Sequence[Row]) -> tuple[SessionRecord, ...]:
        records = [shown(LogRow(*row)) for row in rows]
        signs = signs_of(self._database, [record.id for record in records])
        return tuple(
            structs.replace(record, signs=signs[record.id]) if record.id in signs else record for record in records
        )

    def _searched(self, statements_for: _Search, limit: int) -> list[Row]:
        """The rows of a search. An index of the notes that is damaged is not asked again: it holds nothing new."""
        if self._indexed is None:
            self._indexed = self._database.has_note_index()
        try:
            return self._rows(statements_for(self._indexed), limit)
        except StoreError:
            if not self._indexed:
                raise
        self._indexed = False
        return self._rows(statements_for(False), limit)

    def _rows(self, statements: tuple[Statement, ...], limit: int) -> list[Row]:
        found: list[Row] = []
        for statement in statements:
            if len(found) < limit:
                found += self._database.rows(statement.sql, *statement.values)
        return found[:limit]

    def _key(self, order: Order, after: SessionRecord) -> tuple[str | int | None, ...]:
        row = self._database.row("SELECT started_utc_ms, used_ms FROM session WHERE id = ?", after.id)
        started, used_ms = row if row is not None else (after.started.utc_ms, after.used_ms + after.overtime_ms)
        return log_search.key_of(order, after, started, used_ms)


def massagers_of(database: Database, person: str) -> list[str]:
    """The massagers that a person's log names, each found by one look into the index."""
    found: list[str] = []
    last = ""
    while (row := database.row(NEXT_MASSAGER, person, last)) is not None and isinstance(row[0], str):
        last = row[0]
        found.append(last)
    return found


def purge(connection: sqlite3.Connection, sessions: Sequence[str]) -> None:
    """Delete sessions and their events for good; the guards of the tables let only the bin and the forgotten go."""
    names = [(name,) for name in sessions]
    connection.executemany("INSERT INTO purging (session) VALUES (?)", names)
    connection.executemany("DELETE FROM session_event WHERE session = ?", names)
    connection.executemany("DELETE FROM session WHERE id = ?", names)
    connection.execute("DELETE FROM purging")


def _change(connection: sqlite3.Connection, record: SessionRecord) -> None:
    found = connection.execute(ONE, (record.id,)).fetchone()
    if found is None:
        raise StoreError("other", "no such session")
    row = LogRow(*found)
    before = shown(row)
    renamed = before.massager == record.massager and before.massager_name != record.massager_name
    if renamed or _facts(before) != _facts(record):
        raise StoreError("other", "what was measured is never changed")
    removed, note = record.removed_utc_ms is not None, record.note.casefold()
    values = (record.person, record.massager, *corrected_values(record, measured(row)), int(removed), note, record.id)
    connection.execute(_CHANGE, values)


def _facts(record: SessionRecord) -> SessionRecord:
    return structs.replace(as_measured(record), person="", massager="", massager_name="")
