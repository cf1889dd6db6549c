"""What coming back to older data must not wipe away: stop signs, and the minutes of the last day.

Without it, a backup from before something felt wrong would let a session start.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from massage_companion.companion.ports import StoreError
from massage_companion.session.reading import DAY_MS, Reading
from massage_companion.storage import database
from massage_companion.storage.migrations import SCHEMA_VERSION, version_of


def carry_over(present: Path, restored: Path, now: Reading) -> None:
    """Add them to the database of the folder ``restored``, for the people that it knows. Raises StoreError.

    A present database that is damaged, older or newer has nothing that could be read with certainty.
    """
    opened = database.open_to_write(restored)
    opened.close()
    source = present / database.FILE_NAME
    if not source.exists():
        return
    with closing(sqlite3.connect(restored / database.FILE_NAME, uri=True, isolation_level=None)) as connection:
        try:
            connection.execute("ATTACH ? AS present", (f"{source.as_uri()}?mode=ro",))
            if connection.execute("PRAGMA present.user_version").fetchone()[0] != SCHEMA_VERSION:
                return
        except sqlite3.DatabaseError:
            return
        assert version_of(connection) == SCHEMA_VERSION
        connection.execute("BEGIN IMMEDIATE")
        try:
            _carry_signs(connection)
            _carry_sessions(connection, now.utc_ms - 2 * DAY_MS)
            connection.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            connection.execute("ROLLBACK")
            raise StoreError("damaged", "the present data cannot be read") from error
        connection.execute("DETACH present")
        connection.execute("PRAGMA journal_mode = DELETE")


def _carry_signs(connection: sqlite3.Connection) -> None:
    """One settled by a check that the backup does not hold is open again."""
    columns = _columns(connection, "stop_sign")
    values = [
        "CASE WHEN settled_by IN (SELECT id FROM main.screening) THEN settled_by END" if c == "settled_by" else c
        for c in columns
    ]
    connection.execute(
        f"""
        INSERT OR IGNORE INTO stop_sign ({", ".join(columns)}) SELECT {", ".join(values)} FROM present.stop_sign
        WHERE person IN (SELECT id FROM main.person) ORDER BY seq
        """
    )


def _carry_sessions(connection: sqlite3.Connection, since_utc_ms: int) -> None:
    """Finished sessions that can still matter for the dose.

    What was written after a session of these days is of these days, whatever the wall clock said meanwhile.
    """
    columns = ", ".join(_columns(connection, "session"))
    connection.execute(
        f"""
        INSERT OR IGNORE INTO session ({columns}) SELECT {columns} FROM present.session
        WHERE live IS NULL
            AND (seen_utc_ms >= ? OR seq > (SELECT min(seq) FROM present.session WHERE seen_utc_ms >= ?))
            AND person IN (SELECT id FROM main.person) AND massager IN (SELECT id FROM main.massager)
        ORDER BY seq
        """,
        (since_utc_ms, since_utc_ms),
    )


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """All but the order of writing, which is each database's own."""
    return [str(row[1]) for row in connection.execute(f"PRAGMA main.table_info({table})") if row[1] != "seq"]
