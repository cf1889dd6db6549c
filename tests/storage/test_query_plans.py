"""The log stays quick however long it is: pages and sums come from an index and nothing is sorted."""

import sqlite3
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from massage_companion.companion.log_ports import LogQuery, Order
from massage_companion.session.states import Ending
from massage_companion.storage import checks, log_rows, log_search, points, sessions
from massage_companion.storage.database import FILE_NAME
from massage_companion.storage.log_search import Statement
from massage_companion.storage.store import SqliteStore

INDEX = {
    Order.NEWEST: "session_by_start",
    Order.OLDEST: "session_by_start",
    Order.LONGEST: "session_by_length",
    Order.SOREST_BEFORE: "session_by_sore_before",
    Order.SOREST_AFTER: "session_by_sore_after",
}
BY_RATING = ["<expr>=? AND (started_utc_ms,id)<(?,?)", "<expr><?"]
PLACES = {
    Order.NEWEST: ["(started_utc_ms,id)<(?,?)"],
    Order.OLDEST: ["(started_utc_ms,id)>(?,?)"],
    Order.LONGEST: ["(used_ms,started_utc_ms,id)<(?,?,?)"],
    Order.SOREST_BEFORE: BY_RATING,
    Order.SOREST_AFTER: BY_RATING,
}
NARROW = LogQuery("ann", 1, 2, "cushion", frozenset({Ending.FINISHED, Ending.FELT_WRONG}))


@pytest.fixture
def connection(store: SqliteStore, folder: Path) -> Iterator[sqlite3.Connection]:
    """A look at the file of the store."""
    opened = sqlite3.connect(folder / FILE_NAME)
    yield opened
    opened.close()


def plan(connection: sqlite3.Connection, query: str, *values: object) -> list[str]:
    given = values or [1] * query.count("?")
    return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}", given)]


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (log_rows.ONE, "sqlite_autoindex_session_1"),
        (log_rows.COUNT, "COVERING INDEX session_by_"),
        (log_rows.COUNT_WITH_MASSAGER, "COVERING INDEX session_by_massager"),
        (log_rows.NEXT_MASSAGER, "COVERING INDEX session_by_massager"),
        (log_rows.FIRST_START, "COVERING INDEX session_by_massager"),
        (log_rows.IN_BIN_SINCE_BEFORE, "session_in_bin"),
        (sessions.RECENT, "session_by_end"),
        (sessions.RECENT_AT_FIRST, "session_by_first_person"),
        (sessions.LATEST_WRITTEN, "session_by_timer"),
        (points.POINTS, "COVERING INDEX session_by_massager"),
        (checks.SIGNS_OF.format("?, ?"), "stop_sign_by_session"),
    ],
)
def test_the_log_is_searched_and_never_sorted(connection: sqlite3.Connection, query: str, index: str) -> None:
    steps = plan(connection, query)
    assert not any("TEMP B-TREE" in step for step in steps), steps
    assert all(index in step for step in steps), steps
    # The last rows in the order of writing are the end of their index.
    assert query == sessions.LATEST_WRITTEN or all(step.startswith("SEARCH") for step in steps), steps


@pytest.mark.parametrize(("order", "removed"), list(product(Order, (False, True))))
def test_every_order_walks_its_own_index(connection: sqlite3.Connection, order: Order, removed: bool) -> None:
    query = LogQuery("ann", order=order, removed=removed)
    (step,) = steps_of(connection, *log_search.page(query, 10, None, indexed=True))
    assert f"USING INDEX {INDEX[order]} (person=? AND shelf=?)" in step


@pytest.mark.parametrize("order", Order)
def test_a_page_deep_in_the_log_starts_where_the_last_one_ended(connection: sqlite3.Connection, order: Order) -> None:
    key: tuple[int | str, ...] = (1, "a") if order in (Order.NEWEST, Order.OLDEST) else (1, 1, "a")
    steps = steps_of(connection, *log_search.page(LogQuery("ann", order=order), 10, key, indexed=True))
    begun = f"SEARCH session USING INDEX {INDEX[order]} (person=? AND shelf=? AND "
    assert steps == [f"{begun}{place})" for place in PLACES[order]]


@pytest.mark.parametrize("order", Order)
def test_filters_are_judged_in_the_index(connection: sqlite3.Connection, order: Order) -> None:
    """A row is fetched only where it is shown: the columns that narrow are all in the index."""
    columns = {row[2] for row in connection.execute(f"PRAGMA index_xinfo({INDEX[order]})")}
    assert {"person", "shelf", "started_utc_ms", "id", "massager", "ending"} <= columns
    query = LogQuery("ann", 1, 2, "cushion", NARROW.endings, order=order)
    steps = steps_of(connection, *log_search.page(query, 10, None, indexed=True))
    assert all(step.startswith("SEARCH") and "TEMP" not in step for step in steps)


@pytest.mark.parametrize(("order", "text", "indexed"), list(product(Order, ("neck", "肩", "neck 肩膀"), (True, False))))
def test_a_search_reads_no_row_but_those_it_shows(
    connection: sqlite3.Connection, order: Order, text: str, indexed: bool
) -> None:
    steps = steps_of(connection, *log_search.page(LogQuery("ann", text=text, order=order), 10, None, indexed))
    assert not any("TEMP B-TREE" in step for step in steps), steps
    for step in steps:
        is_words = step.startswith("SCAN session_words VIRTUAL TABLE")
        is_list = step.startswith("LIST SUBQUERY")
        assert is_words or is_list or (step.startswith("SEARCH session USING") and "session_by_" in step), step
    assert any("session_words" in step for step in steps) == (indexed and text != "肩")


@pytest.mark.parametrize("query", [LogQuery("ann"), NARROW, LogQuery("ann", text="肩膀"), LogQuery("ann", text="neck")])
def test_sums_come_from_an_index_alone(connection: sqlite3.Connection, query: LogQuery) -> None:
    first, *others = steps_of(connection, log_search.sums(query, indexed=True))
    assert "USING COVERING INDEX session_by_" in first
    assert not any("TEMP B-TREE" in step or step.startswith("SCAN session USING") for step in others)


def steps_of(connection: sqlite3.Connection, *statements: Statement) -> list[str]:
    return [step for statement in statements for step in plan(connection, statement.sql, *statement.values)]
