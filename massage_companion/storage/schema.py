"""The tables, as numbered steps from an empty file. A released step is never changed: later ones follow it.

``body`` holds a whole value as JSON and decides; the columns beside it are for searching, and for asking the person
when a body cannot be read any more. ``seal`` is the checksum of its body.

Of a session, ratings, note, person, massager and the bin can be corrected; these live in columns, and ``moved`` with a
seal of its own says who and what it was moved to. Its ``body`` stays as measured for good. ``shelf`` is empty while it
is live, 0 in the log and 1 in the bin; ``search`` is its note without upper and lower case; ``used_ms`` includes
overtime; ``local_day`` counts from 1970-01-01. ``forgetting`` and ``purging`` name what may be deleted for good, and
are empty outside the one transaction that does it.
"""

SORE_BEFORE_KEY = "CASE WHEN sore_before BETWEEN 0 AND 10 THEN sore_before ELSE -1 END"
SORE_AFTER_KEY = "CASE WHEN sore_after BETWEEN 0 AND 10 THEN sore_after ELSE -1 END"
"""What sorting by a rating goes by: a session without one comes last, as does one that makes no sense."""

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
    f"""
    CREATE TABLE forgetting (person TEXT NOT NULL PRIMARY KEY) STRICT;
    CREATE TABLE purging (session TEXT NOT NULL PRIMARY KEY) STRICT;

    CREATE TABLE plan (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        massager TEXT NOT NULL REFERENCES massager (id),
        body TEXT NOT NULL,
        seal INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE check_in (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        person TEXT NOT NULL REFERENCES person (id),
        massager TEXT NOT NULL REFERENCES massager (id),
        day INTEGER NOT NULL,
        body TEXT NOT NULL,
        seal INTEGER NOT NULL,
        UNIQUE (person, massager, day)
    ) STRICT;

    ALTER TABLE stop_sign ADD COLUMN session TEXT;
    CREATE INDEX stop_sign_by_session ON stop_sign (session) WHERE session IS NOT NULL;

    ALTER TABLE session ADD COLUMN sore_before INTEGER CHECK (sore_before BETWEEN 0 AND 10);
    ALTER TABLE session ADD COLUMN sore_next INTEGER CHECK (sore_next BETWEEN 0 AND 10);
    ALTER TABLE session ADD COLUMN used_ms INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE session ADD COLUMN ending TEXT;
    ALTER TABLE session ADD COLUMN origin TEXT NOT NULL DEFAULT 'timer';
    ALTER TABLE session ADD COLUMN local_day INTEGER;
    ALTER TABLE session ADD COLUMN local_minute INTEGER;
    ALTER TABLE session ADD COLUMN removed_utc_ms INTEGER;
    ALTER TABLE session ADD COLUMN shelf INTEGER CHECK (shelf = (removed_utc_ms IS NOT NULL));
    ALTER TABLE session ADD COLUMN first_person TEXT;
    ALTER TABLE session ADD COLUMN moved TEXT;
    ALTER TABLE session ADD COLUMN moved_seal INTEGER;
    ALTER TABLE session ADD COLUMN search TEXT NOT NULL DEFAULT '';

    DROP INDEX session_by_start;
    DROP INDEX session_by_massager;
    CREATE INDEX session_by_start ON session
        (person, shelf, started_utc_ms DESC, id DESC, massager, ending, used_ms) WHERE shelf IS NOT NULL;
    CREATE INDEX session_by_length ON session
        (person, shelf, used_ms DESC, started_utc_ms DESC, id DESC, massager, ending) WHERE shelf IS NOT NULL;
    CREATE INDEX session_by_sore_before ON session
        (person, shelf, {SORE_BEFORE_KEY} DESC, started_utc_ms DESC, id DESC, massager, ending) WHERE shelf IS NOT NULL;
    CREATE INDEX session_by_sore_after ON session
        (person, shelf, {SORE_AFTER_KEY} DESC, started_utc_ms DESC, id DESC, massager, ending) WHERE shelf IS NOT NULL;
    CREATE INDEX session_by_massager ON session (
        person, shelf, massager, started_utc_ms, local_day, local_minute, used_ms, intensity,
        sore_before, sore_after, sore_next
    ) WHERE shelf IS NOT NULL;
    CREATE INDEX session_by_note ON session
        (person, shelf, started_utc_ms DESC, id DESC, search, massager, ending, used_ms)
        WHERE shelf IS NOT NULL AND search <> '';
    CREATE INDEX session_by_first_person ON session (first_person, seen_utc_ms) WHERE first_person IS NOT NULL;
    CREATE INDEX session_by_timer ON session (seq) WHERE live IS NULL AND origin <> 'manual';
    CREATE INDEX session_in_bin ON session (removed_utc_ms) WHERE removed_utc_ms IS NOT NULL;

    CREATE TRIGGER purging_takes_the_bin BEFORE INSERT ON purging
    WHEN NOT EXISTS (
        SELECT 1 FROM session WHERE id = NEW.session AND live IS NULL
        AND (removed_utc_ms IS NOT NULL OR person IN (SELECT person FROM forgetting))
    )
    BEGIN SELECT RAISE(ABORT, 'only what is in the bin is deleted'); END;
    CREATE TRIGGER session_is_kept BEFORE DELETE ON session
    WHEN OLD.id NOT IN (SELECT session FROM purging)
    BEGIN SELECT RAISE(ABORT, 'a session goes to the bin first'); END;
    DROP TRIGGER session_event_is_kept;
    CREATE TRIGGER session_event_is_kept BEFORE DELETE ON session_event
    WHEN OLD.session NOT IN (SELECT session FROM purging)
    BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
    DROP TRIGGER screening_is_kept;
    CREATE TRIGGER screening_is_kept BEFORE DELETE ON screening
    WHEN OLD.person NOT IN (SELECT person FROM forgetting)
    BEGIN SELECT RAISE(ABORT, 'a completed check is never deleted'); END;
    DROP TRIGGER stop_sign_is_kept;
    CREATE TRIGGER stop_sign_is_kept BEFORE DELETE ON stop_sign
    WHEN OLD.person NOT IN (SELECT person FROM forgetting)
    BEGIN SELECT RAISE(ABORT, 'a stop sign is never deleted'); END;
    CREATE TRIGGER clearance_is_kept BEFORE DELETE ON clearance
    WHEN OLD.person NOT IN (SELECT person FROM forgetting)
    BEGIN SELECT RAISE(ABORT, 'a clearance is never deleted'); END;
    CREATE TRIGGER check_in_stays BEFORE UPDATE ON check_in
    BEGIN SELECT RAISE(ABORT, 'an answer to a check-in is never changed'); END;
    CREATE TRIGGER check_in_is_kept BEFORE DELETE ON check_in
    WHEN OLD.person NOT IN (SELECT person FROM forgetting)
    BEGIN SELECT RAISE(ABORT, 'an answer to a check-in is never deleted'); END;
    CREATE TRIGGER stop_sign_keeps_its_session BEFORE UPDATE OF session ON stop_sign WHEN OLD.session IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a stop sign is never changed, only settled'); END;

    DROP TRIGGER session_facts_stay;
    CREATE TRIGGER session_facts_stay BEFORE UPDATE OF
        seq, id, live, started_utc_ms, seen_utc_ms, planned_minutes, intensity, heat, origin, body, seal
    ON session WHEN OLD.live IS NULL AND NOT EXISTS (SELECT 1 FROM forgetting)
    BEGIN SELECT RAISE(ABORT, 'what the timer measured is never changed'); END;
    CREATE TRIGGER session_sums_stay BEFORE UPDATE OF used_ms, ending, local_day, local_minute
    ON session WHEN OLD.live IS NULL AND OLD.ending IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'what the timer measured is never changed'); END;
    CREATE TRIGGER session_first_person_is_remembered BEFORE UPDATE OF person, first_person
    ON session WHEN OLD.live IS NULL AND NOT EXISTS (SELECT 1 FROM forgetting) AND NEW.first_person IS NOT
        CASE WHEN NEW.person = coalesce(OLD.first_person, OLD.person) THEN NULL
        ELSE coalesce(OLD.first_person, OLD.person) END
    BEGIN SELECT RAISE(ABORT, 'the first person of a session is remembered'); END;
    """,
)

FINGERPRINTS: tuple[int, ...] = (0x0D4CBB29, 0xECF355F7, 0x4048A07B)
"""By version, the checksum of the schema that the steps make (``schema_check.fingerprint``)."""
