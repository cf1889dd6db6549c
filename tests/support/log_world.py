"""A person's log on the screen, over a store in memory and a clock that the test moves. UTC, 14 November 2026, noon."""

from msgspec import structs

from massage_companion.companion.log_ports import LogQuery
from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import Words
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.log.record import SessionRecord
from massage_companion.session.reading import HOUR_MS, shifted
from massage_companion.storage.words import load_words
from massage_companion.ui.log.controller import LogController
from massage_companion.ui.log.screen import LogScreen
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import NOON, FakeClock
from tests.support.household_values import ANN, BEN, CUSHION, GUN, record
from tests.support.memory_store import MemoryStore


class LogWorld:
    """Ann and Ben, a cushion and a gun, and what the log's controller said. Sessions are told by ``logs``."""

    def __init__(self, language: str = "en") -> None:
        self.clock = FakeClock()
        self.store = MemoryStore()
        for person in (ANN, BEN):
            self.store.keep_person(person)
        for massager in (CUSHION, GUN):
            self.store.keep_massager(massager)
        self.words: Words = load_words(language)
        self.controller = LogController(
            self.store,
            self.clock,
            CountingIds("entry"),
            RuleTexts(language, {}, {}, {}),
            self.words,
            local_time=lambda _utc_ms: (0, "UTC"),
        )
        self.failures: list[StoreError] = []
        self.changes = 0
        self.controller.failed.connect(self.failures.append)
        self.controller.changed.connect(self._count)

    @property
    def screen(self) -> LogScreen:
        """The page with the table."""
        screen = self.controller.screens.all()[0]
        assert isinstance(screen, LogScreen)
        return screen

    def logs(self, name: str, hours_ago: float, person: str = "ann", **fields: object) -> SessionRecord:
        """A session that the timer measured."""
        row = record(name, person, started=shifted(NOON, -round(hours_ago * HOUR_MS)))
        row = structs.replace(row, **fields)
        self.store.finish(row, "End", None)
        return row

    def shown(self) -> list[str]:
        """The ids in the table, from the top."""
        model = self.screen.table.model()
        return [self.screen.table.session_at(row) for row in range(model.rowCount())]

    def kept(self, person: str = "ann", removed: bool = False) -> list[str]:
        """The ids in the store."""
        return [row.id for row in self.store.find(LogQuery(person, removed=removed), 1_000)]

    def row(self, name: str) -> SessionRecord:
        """A session as it is stored now."""
        found = self.store.record(name)
        assert found is not None
        return found

    def _count(self) -> None:
        self.changes += 1
