"""Saved plans and answers to check-ins in the database. A plan that cannot be read is not offered."""

from massage_companion.companion.log_ports import CheckIn
from massage_companion.session.plan import SavedPlan
from massage_companion.storage.database import Database
from massage_companion.storage.sealed import sealed, unsealed, whole_number

UNREADABLE_ANSWER = "skipped"
"""What a check-in whose body cannot be read was answered, as far as anybody knows. It is not asked again."""


class PlanTable:
    """Plans kept under a name; few, and read whole."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def saved_plans(self, massager: str) -> tuple[SavedPlan, ...]:
        """The plans of a massager, in the order in which they were made."""
        rows = self._database.rows("SELECT body, seal FROM plan ORDER BY seq")
        read = (unsealed(body, seal, SavedPlan) for body, seal in rows)
        return tuple(plan for plan in read if plan is not None and plan.massager == massager)

    def keep_plan(self, plan: SavedPlan) -> None:
        """Add or change a plan."""
        with self._database.transaction() as connection:
            connection.execute(
                """
                INSERT INTO plan (id, massager, body, seal) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
                SET massager = excluded.massager, body = excluded.body, seal = excluded.seal
                """,
                (plan.id, plan.massager, *sealed(plan)),
            )

    def drop_plan(self, plan: str) -> None:
        """Forget a plan."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM plan WHERE id = ?", (plan,))


class CheckInTable:
    """Answers to check-ins; a few for each massager of a person."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def check_ins(self, person: str) -> tuple[CheckIn, ...]:
        """All of a person, in the order in which they were answered."""
        rows = self._database.rows("SELECT person, massager, day, body, seal FROM check_in ORDER BY seq")
        read = (
            unsealed(body, seal, CheckIn) or _rebuilt(owner, massager, day) for owner, massager, day, body, seal in rows
        )
        return tuple(check_in for check_in in read if check_in.person == person)

    def keep_check_in(self, check_in: CheckIn) -> None:
        """Remember an answer; a second one to the same question changes nothing."""
        with self._database.transaction() as connection:
            connection.execute(
                """
                INSERT INTO check_in (person, massager, day, body, seal) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (person, massager, day) DO NOTHING
                """,
                (check_in.person, check_in.massager, check_in.day, *sealed(check_in)),
            )


def _rebuilt(person: object, massager: object, day: object) -> CheckIn:
    return CheckIn(str(person), str(massager), whole_number(day, 0, 0, 366), 0, UNREADABLE_ANSWER)
