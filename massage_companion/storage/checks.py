"""Safety checks, drafts, clearances and stop signs in the database. Checks and stop signs are append-only.

Whatever cannot be read counts against a session: an unreadable check has no answers, an unreadable stop sign is
open, an unreadable clearance clears nothing. These tables are small and read whole, in the order of writing, so that
neither a damaged index nor a wall clock that was set decides which check is the newest.
"""

import sqlite3
from collections.abc import Sequence

from msgspec import structs

from massage_companion.companion.ports import Draft, StoreError
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.screening import Screening
from massage_companion.session.reading import Reading
from massage_companion.session.stop_sign import StopSign
from massage_companion.storage.database import Database
from massage_companion.storage.sealed import sealed, unsealed, whole_number

FAR_FUTURE_UTC_MS = 253_402_300_799_000
"""The last second of the year 9999."""

_NOTHING = ("none", "unsure")
"""What no symptom is among the options of a question."""


class CheckTables:
    """Everything around the safety check."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def screenings(self, person: str) -> tuple[Screening, ...]:
        """All completed checks of a person, the newest first."""
        return tuple(screening for _, screening in self._screenings(person))

    def complete_check(self, screening: Screening) -> None:
        """Add a check, drop the draft, settle the open stop signs: one transaction."""
        with self._database.transaction() as connection:
            open_signs = [seq for seq, sign in self._stop_signs(screening.person) if not sign.settled]
            connection.execute(
                "INSERT INTO screening (id, person, taken_utc_ms, body, seal) VALUES (?, ?, ?, ?, ?)",
                (screening.id, screening.person, screening.taken_utc_ms, *sealed(screening)),
            )
            connection.execute("DELETE FROM draft WHERE person = ?", (screening.person,))
            connection.executemany(
                "UPDATE stop_sign SET settled_by = ? WHERE seq = ?", [(screening.id, seq) for seq in open_signs]
            )

    def draft(self, person: str) -> Draft | None:
        """The check that was left half-way; one that cannot be read is begun again."""
        row = self._database.row("SELECT body, seal FROM draft WHERE person = ?", person)
        return None if row is None else unsealed(row[0], row[1], Draft)

    def keep_draft(self, person: str, draft: Draft | None) -> None:
        """Remember or forget the check that was left half-way."""
        with self._database.transaction() as connection:
            if draft is None:
                connection.execute("DELETE FROM draft WHERE person = ?", (person,))
                return
            connection.execute(
                """
                INSERT INTO draft (person, body, seal) VALUES (?, ?, ?)
                ON CONFLICT (person) DO UPDATE SET body = excluded.body, seal = excluded.seal
                """,
                (person, *sealed(draft)),
            )

    def clearances(self, person: str) -> tuple[Clearance, ...]:
        """All clearances of a person that can be read, the newest first."""
        rows = self._database.rows("SELECT body, seal FROM clearance ORDER BY seq DESC")
        read = (unsealed(body, seal, Clearance) for body, seal in rows)
        return tuple(clearance for clearance in read if clearance is not None and clearance.person == person)

    def keep_clearance(self, clearance: Clearance) -> None:
        """Add a clearance, or withdraw the one with that id; it cannot be changed otherwise."""
        with self._database.transaction() as connection:
            known = connection.execute("SELECT body, seal FROM clearance WHERE id = ?", (clearance.id,)).fetchone()
            if known is None:
                connection.execute(
                    "INSERT INTO clearance (id, person, massager, body, seal) VALUES (?, ?, ?, ?, ?)",
                    (clearance.id, clearance.person, clearance.massager, *sealed(clearance)),
                )
                return
            if not clearance.withdrawn and unsealed(known[0], known[1], Clearance) != clearance:
                raise StoreError("other", "a clearance can only be withdrawn")
            connection.execute(
                "UPDATE clearance SET body = ?, seal = ? WHERE id = ?", (*sealed(clearance), clearance.id)
            )

    def stop_signs(self, person: str) -> tuple[StopSign, ...]:
        """All stop signs of a person, settled ones too, the newest first."""
        return tuple(sign for _, sign in self._stop_signs(person))

    def add_stop_sign(self, sign: StopSign) -> None:
        """Add a stop sign and drop the draft: one transaction."""
        with self._database.transaction() as connection:
            insert_stop_sign(connection, sign)

    def _screenings(self, person: str) -> list[tuple[str, Screening]]:
        """A row that cannot be read counts for its person, and for everybody where it names nobody known."""
        people = self._people()
        rows = self._database.rows(
            "SELECT id, person, taken_utc_ms, body, seal FROM screening ORDER BY seq DESC"
        )  # fmt: skip
        found: list[tuple[str, Screening]] = []
        for name, owner, taken_utc_ms, body, seal in rows:
            screening = unsealed(body, seal, Screening)
            if screening is None and (owner == person or owner not in people):
                screening = Screening(name, person, Answers(), "", whole_number(taken_utc_ms, 0, 0, FAR_FUTURE_UTC_MS))
            if screening is not None and screening.person == person:
                found.append((name, screening))
        return found

    def _stop_signs(self, person: str) -> list[tuple[int, StopSign]]:
        people = self._people()
        checks = {name for (name,) in self._database.rows("SELECT id FROM screening")}
        rows = self._database.rows(
            "SELECT seq, id, person, reported_utc_ms, settled_by, body, seal FROM stop_sign ORDER BY seq DESC"
        )
        found: list[tuple[int, StopSign]] = []
        for seq, name, owner, reported_utc_ms, settled_by, body, seal in rows:
            sign = unsealed(body, seal, StopSign)
            if sign is None and (owner == person or owner not in people):
                utc_ms = whole_number(reported_utc_ms, 0, 0, FAR_FUTURE_UTC_MS)
                sign = StopSign(name, person, Reading("", 0, 0, utc_ms))
            if sign is not None and sign.person == person:
                found.append((seq, structs.replace(sign, settled=sign.settled or settled_by in checks)))
        return found

    def _people(self) -> set[str]:
        return {name for (name,) in self._database.rows("SELECT id FROM person")}


_INSERT_STOP_SIGN = "INSERT INTO stop_sign (id, person, reported_utc_ms, session, body, seal) VALUES (?, ?, ?, ?, ?, ?)"
_AT_ONCE = 500
SIGNS_OF = "SELECT session, body, seal FROM stop_sign WHERE session IN ({}) ORDER BY session, seq"


def insert_stop_sign(connection: sqlite3.Connection, sign: StopSign) -> None:
    """Add a stop sign. Answers from before it must not become the check that settles it, so the draft goes."""
    values = (sign.id, sign.person, sign.reported.utc_ms, sign.session, *sealed(sign))
    connection.execute(_INSERT_STOP_SIGN, values)
    connection.execute("DELETE FROM draft WHERE person = ?", (sign.person,))


def signs_of(database: Database, sessions: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """By session, what was reported of it, in the order of reporting. What cannot be read says nothing here."""
    found: dict[str, dict[str, None]] = {}
    for start in range(0, len(sessions), _AT_ONCE):
        names = sessions[start : start + _AT_ONCE]
        for session, body, seal in database.rows(SIGNS_OF.format(", ".join("?" * len(names))), *names):
            sign = unsealed(body, seal, StopSign)
            if sign is not None:
                found.setdefault(session, {}).update(dict.fromkeys(_symptoms(sign)))
    return {session: tuple(signs) for session, signs in found.items()}


def _symptoms(sign: StopSign) -> list[str]:
    chosen = (answer for answer in sign.answers.given.values() if not isinstance(answer, int))
    return [option for options in chosen for option in options if option not in _NOTHING]
