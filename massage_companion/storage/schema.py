"""The tables, as numbered steps from an empty file. A released step is never changed: later ones follow it.

``body`` holds a whole value as JSON and decides; the columns beside it are for searching, and for asking the person
when a body cannot be read any more. ``seal`` is the checksum of its body.
"""

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE person (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        body TEXT NOT NULL,
        seal INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE massager (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        body TEXT NOT NULL,
        seal INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE draft (
        person TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
        body TEXT NOT NULL,
        seal INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE screening (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        person TEXT NOT NULL REFERENCES person (id),
        taken_utc_ms INTEGER NOT NULL,
        body TEXT NOT NULL,
        seal INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE clearance (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        person TEXT NOT NULL REFERENCES person (id),
        massager TEXT NOT NULL REFERENCES massager (id),
        body TEXT NOT NULL,
        seal INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE stop_sign (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        person TEXT NOT NULL REFERENCES person (id),
        reported_utc_ms INTEGER NOT NULL,
        settled_by TEXT REFERENCES screening (id),
        body TEXT NOT NULL,
        seal INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE session (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        person TEXT NOT NULL REFERENCES person (id),
        massager TEXT NOT NULL REFERENCES massager (id),
        live INTEGER CHECK (live = 1),
        started_utc_ms INTEGER NOT NULL,
        seen_utc_ms INTEGER NOT NULL,
        planned_minutes INTEGER NOT NULL,
        intensity INTEGER NOT NULL,
        heat INTEGER NOT NULL,
        sore_after INTEGER CHECK (sore_after BETWEEN 0 AND 10),
        note TEXT NOT NULL DEFAULT '',
        body TEXT NOT NULL,
        seal INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE session_event (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        session TEXT NOT NULL REFERENCES session (id),
        event TEXT NOT NULL,
        utc_ms INTEGER NOT NULL,
        reading TEXT NOT NULL
    ) STRICT;

    CREATE UNIQUE INDEX session_one_live ON session (live) WHERE live = 1;
    CREATE INDEX session_by_start ON session (person, started_utc_ms DESC, id DESC) WHERE live IS NULL;
    CREATE INDEX session_by_end ON session (person, seen_utc_ms) WHERE live IS NULL;
    CREATE INDEX session_by_massager ON session (person, massager) WHERE live IS NULL;
    CREATE INDEX session_event_by_session ON session_event (session, seq);

    CREATE TRIGGER screening_stays BEFORE UPDATE ON screening
    BEGIN SELECT RAISE(ABORT, 'a completed check is never changed'); END;
    CREATE TRIGGER screening_is_kept BEFORE DELETE ON screening
    BEGIN SELECT RAISE(ABORT, 'a completed check is never deleted'); END;
    CREATE TRIGGER stop_sign_stays BEFORE UPDATE OF seq, id, person, reported_utc_ms, body, seal ON stop_sign
    BEGIN SELECT RAISE(ABORT, 'a stop sign is never changed, only settled'); END;
    CREATE TRIGGER stop_sign_is_kept BEFORE DELETE ON stop_sign
    BEGIN SELECT RAISE(ABORT, 'a stop sign is never deleted'); END;
    CREATE TRIGGER session_facts_stay BEFORE UPDATE OF
        seq, id, person, massager, live, started_utc_ms, seen_utc_ms, planned_minutes, intensity, heat, body, seal
    ON session WHEN OLD.live IS NULL
    BEGIN SELECT RAISE(ABORT, 'what the timer measured is never changed'); END;
    CREATE TRIGGER session_event_stays BEFORE UPDATE ON session_event
    BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
    CREATE TRIGGER session_event_is_kept BEFORE DELETE ON session_event
    BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
    """,
)
