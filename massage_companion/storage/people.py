"""People and massagers in the database. A row that cannot be read stays visible and allows nothing."""

from massage_companion.companion.household import Person
from massage_companion.session.massager import Massager
from massage_companion.storage.database import Database
from massage_companion.storage.sealed import sealed, unsealed

_KEEP = """
    INSERT INTO {table} (id, body, seal) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET body = excluded.body, seal = excluded.seal
"""


class PeopleTable:
    """Everybody, in the order in which they came."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Person, ...]:
        """Everybody. Somebody whose row cannot be read has the id for a name."""
        rows = self._database.rows("SELECT id, body, seal FROM person ORDER BY seq")
        return tuple(unsealed(body, seal, Person) or Person(id=name, name=name) for name, body, seal in rows)

    def keep(self, person: Person) -> None:
        """Add or change a person."""
        with self._database.transaction() as connection:
            connection.execute(_KEEP.format(table="person"), (person.id, *sealed(person)))


class MassagerTable:
    """Every massager, in the order in which they came."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Massager, ...]:
        """Every massager. One whose row cannot be read is retired: its manual's limits are not known any more."""
        rows = self._database.rows("SELECT id, body, seal FROM massager ORDER BY seq")
        return tuple(unsealed(body, seal, Massager) or _unreadable(name) for name, body, seal in rows)

    def keep(self, massager: Massager) -> None:
        """Add or change a massager."""
        with self._database.transaction() as connection:
            connection.execute(_KEEP.format(table="massager"), (massager.id, *sealed(massager)))


def _unreadable(name: str) -> Massager:
    return Massager(
        id=name, name=name, kind="", modalities=frozenset(), heat_can_be_switched_off=False, retired=True
    )  # fmt: skip
