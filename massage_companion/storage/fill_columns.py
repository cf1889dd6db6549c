"""Fills the columns that schema 2 added from the bodies of what was there before.

A body that cannot be read stays as it is: its columns then say no more than its rebuilt record does.
"""

import sqlite3

from massage_companion.log.record import SessionRecord
from massage_companion.session.stop_sign import StopSign
from massage_companion.storage.sealed import unsealed
from massage_companion.storage.session_columns import LOG_COLUMNS, derived_values
from massage_companion.storage.session_rows import LogRow, rating, shown

_AT_ONCE = 1000
_SESSIONS = f"SELECT seq, {LOG_COLUMNS} FROM session WHERE live IS NULL AND seq > ? ORDER BY seq LIMIT ?"
_FILL = """
    UPDATE session SET sore_before = ?, used_ms = ?, ending = ?, local_day = ?, local_minute = ?, search = ?, shelf = 0
    WHERE seq = ?
"""


def fill_columns(connection: sqlite3.Connection) -> None:
    """Fill them for every finished session and every stop sign. Raises sqlite3.Error."""
    last = -1
    while rows := connection.execute(_SESSIONS, (last, _AT_ONCE)).fetchall():
        last = rows[-1][0]
        connection.executemany(_FILL, [(*_values(LogRow(*row[1:])), row[0]) for row in rows])
    for seq, body, seal in connection.execute("SELECT seq, body, seal FROM stop_sign").fetchall():
        sign = unsealed(body, seal, StopSign)
        if sign is not None and sign.session is not None:
            connection.execute("UPDATE stop_sign SET session = ? WHERE seq = ?", (sign.session, seq))


def _values(row: LogRow) -> tuple[str | int | None, ...]:
    body = unsealed(row.body, row.seal, SessionRecord)
    sore_before = rating(body.sore_before) if body is not None and body.id == row.id else None
    record = shown(row)
    return (sore_before, *derived_values(record), record.note.casefold())
