"""The log stays quick however long it is: pages and sums come from an index and nothing is sorted."""

import sqlite3
from pathlib import Path

import pytest

from massage_companion.storage import sessions
from massage_companion.storage.database import FILE_NAME
from massage_companion.storage.store import SqliteStore


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (sessions.RECORDS, "session_by_start"),
        (sessions.RECORDS_BEFORE, "session_by_start"),
        (sessions.RECENT, "session_by_end"),
        (sessions.LATEST_WRITTEN, ""),
        (sessions.COUNT, "session_by_"),
        (sessions.COUNT_WITH_MASSAGER, "session_by_massager"),
    ],
)
def test_the_log_is_searched_and_never_sorted(store: SqliteStore, folder: Path, query: str, index: str) -> None:
    connection = sqlite3.connect(folder / FILE_NAME)
    values = [1] * query.count("?")
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}", values)]
    connection.close()
    assert not any("TEMP B-TREE" in step for step in plan)
    if index:
        assert all(step.startswith("SEARCH") and index in step for step in plan), plan


def test_a_page_deep_in_the_log_starts_where_the_last_one_ended(store: SqliteStore, folder: Path) -> None:
    connection = sqlite3.connect(folder / FILE_NAME)
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sessions.RECORDS_BEFORE}", [1] * 4)]
    connection.close()
    assert "(started_utc_ms,id)<(?,?)" in plan[0]
