"""The full-text index of the notes: quick search where SQLite can do it. Everything in it is derived.

Without FTS5, or without its trigrams, the program works the slow way. The index is kept in step by triggers; where
these would stand in the way of writing, or anything about it is wrong, it is dropped or built anew, and never trusted.
"""

import sqlite3

_OLDEST_WITH_TRIGRAMS = (3, 34, 0)
_MOST_ROWS = 2000
"""A longer log's index is not compared with its notes at the start, which would be felt."""

_ADD = "INSERT INTO session_words (rowid, search) VALUES (NEW.seq, NEW.search)"
_TAKE = "INSERT INTO session_words (session_words, rowid, search) VALUES ('delete', OLD.seq, OLD.search)"
_CHANGED = "AFTER UPDATE OF search ON session WHEN OLD.search <> NEW.search AND"
_TRIGGERS = {
    "session_words_begin": f"AFTER INSERT ON session WHEN NEW.search <> '' BEGIN {_ADD}; END",
    "session_words_leave": f"{_CHANGED} OLD.search <> '' BEGIN {_TAKE}; END",
    "session_words_enter": f"{_CHANGED} NEW.search <> '' BEGIN {_ADD}; END",
    "session_words_end": f"AFTER DELETE ON session WHEN OLD.search <> '' BEGIN {_TAKE}; END",
}
_TABLES = {
    "session_notes": "CREATE VIEW session_notes AS SELECT seq, search FROM session WHERE search <> ''",
    "session_words": """
        CREATE VIRTUAL TABLE session_words USING fts5
        (search, content = 'session_notes', content_rowid = 'seq', tokenize = 'trigram')
    """,
}
_BUILD = {**_TABLES, **{name: f"CREATE TRIGGER {name} {body}" for name, body in _TRIGGERS.items()}}
_REBUILD = "INSERT INTO session_words (session_words) VALUES ('rebuild')"
_COMPARE = "INSERT INTO session_words (session_words, rank) VALUES ('integrity-check', 1)"
_FOUND = f"SELECT name FROM sqlite_schema WHERE name IN ({', '.join('?' * len(_BUILD))})"


def keep_note_index(connection: sqlite3.Connection) -> None:
    """At the start: see that the index is there and right, or out of the way of whoever writes a note."""
    found = _found(connection)
    triggers = [name for name in _TRIGGERS if name in found]
    try:
        if not _can_index(connection):
            _drop(connection, triggers)
        elif found != set(_BUILD) or not _agrees(connection):
            _build(connection, found)
    except sqlite3.Error:
        # No room, another writer, or an index too damaged to be dropped: notes can be written without it.
        _roll_back(connection)
        _let_be(connection, triggers)


def has_note_index(connection: sqlite3.Connection) -> bool:
    """Whether the index can be asked. Raises sqlite3.Error."""
    return _found(connection) == set(_BUILD) and _can_index(connection)


def forget_words(connection: sqlite3.Connection) -> None:
    """Build the index anew inside a transaction, so that no piece of a deleted note is left in it."""
    if has_note_index(connection):
        connection.execute(_REBUILD)


def _found(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute(_FOUND, tuple(_BUILD))}


def _can_index(connection: sqlite3.Connection) -> bool:
    if sqlite3.sqlite_version_info < _OLDEST_WITH_TRIGRAMS:
        return False
    return connection.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone() is not None


def _agrees(connection: sqlite3.Connection) -> bool:
    last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'session'").fetchone()
    if last is None or last[0] > _MOST_ROWS:
        return True
    try:
        connection.execute(_COMPARE)
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    return True


def _build(connection: sqlite3.Connection, found: set[str]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    _drop_each(connection, [name for name in _TRIGGERS if name in found])
    if "session_words" in found:
        connection.execute("DROP TABLE session_words")
    connection.execute("DROP VIEW IF EXISTS session_notes")
    for statement in _BUILD.values():
        connection.execute(statement)
    connection.execute(_REBUILD)
    connection.execute("COMMIT")


def _drop(connection: sqlite3.Connection, triggers: list[str]) -> None:
    if not triggers:
        return
    connection.execute("BEGIN IMMEDIATE")
    _drop_each(connection, triggers)
    connection.execute("COMMIT")


def _let_be(connection: sqlite3.Connection, triggers: list[str]) -> None:
    try:
        _drop(connection, triggers)
    except sqlite3.Error:
        _roll_back(connection)


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _drop_each(connection: sqlite3.Connection, triggers: list[str]) -> None:
    for name in triggers:
        connection.execute(f"DROP TRIGGER {name}")
