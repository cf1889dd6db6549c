"""From a query of the log to SQL: every order walks its own index, and every page begins where the last one ended.

Nothing a person types ever becomes part of a statement; in the search text nothing has a meaning but spaces.
"""

from typing import TypeAlias

from msgspec import Struct

from massage_companion.companion.log_ports import LogQuery, Order
from massage_companion.log.record import SessionRecord
from massage_companion.storage.database import Value
from massage_companion.storage.schema import SORE_AFTER_KEY, SORE_BEFORE_KEY
from massage_companion.storage.session_columns import LOG_COLUMNS

_SHORTEST_INDEXED = 3
"""The index of the notes knows pieces of three characters; shorter words are looked for in the notes themselves."""

_MOST_WORDS = 16
"""Further words of a search text are not looked for."""

_LONGEST_USED_MS = 366 * 86_400_000
"""A longer time is a damaged number, and is not added up."""

_INDEX = {
    Order.NEWEST: "session_by_start",
    Order.OLDEST: "session_by_start",
    Order.LONGEST: "session_by_length",
    Order.SOREST_BEFORE: "session_by_sore_before",
    Order.SOREST_AFTER: "session_by_sore_after",
}
_BY_RATING = (Order.SOREST_BEFORE, Order.SOREST_AFTER)
_BY_START = ("started_utc_ms", "id")
_KEYS: dict[Order, tuple[str, ...]] = {
    Order.NEWEST: _BY_START,
    Order.OLDEST: _BY_START,
    Order.LONGEST: ("used_ms", *_BY_START),
    Order.SOREST_BEFORE: (SORE_BEFORE_KEY, *_BY_START),
    Order.SOREST_AFTER: (SORE_AFTER_KEY, *_BY_START),
}
_IN_NOTES = "instr(search, ?) > 0"
_BY_NOTES = """
    seq IN (SELECT seq FROM session INDEXED BY session_by_note
    WHERE person = ? AND shelf = ? AND search <> '' AND {})
"""
_BY_WORDS = "seq IN (SELECT rowid FROM session_words WHERE session_words MATCH ?)"

_Place: TypeAlias = tuple[tuple[str, ...], tuple[str, ...], tuple[Value, ...]]
"""What to sort by, the conditions under which rows come after one, and their values."""


class Statement(Struct, frozen=True):
    """A statement and its values."""

    sql: str
    values: tuple[Value, ...]


def words_of(text: str) -> tuple[str, ...]:
    """The words of a search text, each as notes are searched for it: without upper and lower case."""
    sound = text.encode(errors="ignore").decode().replace("\0", " ").casefold()
    return tuple(dict.fromkeys(sound.split()))[:_MOST_WORDS]


def page(query: LogQuery, limit: int, after: tuple[Value, ...] | None, indexed: bool) -> tuple[Statement, ...]:
    """Rows in the query's order, after the key of the last row seen; those of a later statement follow the earlier's.

    ``indexed``: the index of the notes is there. Each statement gives up to ``limit`` rows.
    """
    index, conditions, values = _narrowed(query, _INDEX[query.order], indexed)
    way = "" if query.order is Order.OLDEST else " DESC"
    return tuple(
        Statement(
            f"""
            SELECT {LOG_COLUMNS} FROM session INDEXED BY {index} WHERE {" AND ".join((*conditions, *further))}
            ORDER BY {", ".join(f"{key}{way}" for key in keys)} LIMIT ?
            """,
            (*values, *beyond, limit),
        )
        for keys, further, beyond in _places(query.order, after)
    )


def _places(order: Order, after: tuple[Value, ...] | None) -> list[_Place]:
    """Where a page begins. SQLite finds a place by columns in one go, by an expression in two: equal, and less."""
    keys = _KEYS[order]
    if after is None:
        return [(keys, (), ())]
    if order in _BY_RATING:
        return [(_BY_START, (f"{keys[0]} = ?", "(started_utc_ms, id) < (?, ?)"), after),
                (keys, (f"{keys[0]} < ?",), after[:1])]  # fmt: skip
    sign = ">" if order is Order.OLDEST else "<"
    return [(keys, (f"({', '.join(keys)}) {sign} ({', '.join('?' * len(keys))})",), after)]


def sums(query: LogQuery, indexed: bool) -> Statement:
    """How many rows a query finds, and their time."""
    index, conditions, values = _narrowed(query, "session_by_start", indexed)
    sql = f"""
        SELECT count(*), ifnull(sum(CASE WHEN used_ms BETWEEN 0 AND {_LONGEST_USED_MS} THEN used_ms END), 0)
        FROM session INDEXED BY {index} WHERE {" AND ".join(conditions)}
    """
    return Statement(sql, tuple(values))


def key_of(order: Order, record: SessionRecord, started_utc_ms: int, used_ms: int) -> tuple[Value, ...]:
    """Where a record stands in an order; its two numbers as its row has them, which a damaged body does not know."""
    first = {
        Order.LONGEST: used_ms,
        Order.SOREST_BEFORE: -1 if record.sore_before is None else record.sore_before,
        Order.SOREST_AFTER: -1 if record.sore_after is None else record.sore_after,
    }
    by_start = (started_utc_ms, record.id)
    return (first[order], *by_start) if order in first else by_start


def _narrowed(query: LogQuery, index: str, indexed: bool) -> tuple[str, list[str], list[Value]]:
    """The index to walk, and the conditions with their values."""
    conditions, values = ["person = ?", "shelf = ?"], list[Value]((query.person, int(query.removed)))
    if query.since_utc_ms is not None:
        conditions.append("started_utc_ms >= ?")
        values.append(query.since_utc_ms)
    if query.until_utc_ms is not None:
        conditions.append("started_utc_ms < ?")
        values.append(query.until_utc_ms)
    if query.massager is not None:
        conditions.append("massager = ?")
        values.append(query.massager)
    if query.endings:
        conditions.append(f"ending IN ({', '.join('?' * len(query.endings))})")
        values += sorted(ending.value for ending in query.endings)
    words = words_of(query.text)
    looked_up = [word for word in words if indexed and len(word) >= _SHORTEST_INDEXED]
    looked_for = [word for word in words if word not in looked_up]
    if looked_up:
        conditions.append(_BY_WORDS)
        values.append(" AND ".join('"' + word.replace('"', '""') + '"' for word in looked_up))
    if looked_for:
        in_notes = " AND ".join([_IN_NOTES] * len(looked_for))
        if index == "session_by_start" and not looked_up:
            index = "session_by_note"
            conditions += ["search <> ''", in_notes]
        else:
            conditions.append(_BY_NOTES.format(in_notes))
            values += [query.person, int(query.removed)]
        values += looked_for
    return index, conditions, values
