"""Fills the log's screen from the store: rows, sums, the details of what is chosen. It changes nothing in the log."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from massage_companion.companion.household import Person
from massage_companion.companion.log_ports import LogQuery, Order
from massage_companion.companion.ports import Clock, Store, StoreError
from massage_companion.companion.wall_time import LocalTime, day_at
from massage_companion.companion.words import Words
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.log.record import SessionRecord
from massage_companion.ui.log.details_view import details, names_of
from massage_companion.ui.log.filters import EVERYTHING, LogFilter, query_of
from massage_companion.ui.log.model import LogModel, order_after_press
from massage_companion.ui.log.screen import LogScreen
from massage_companion.ui.log.view import COLUMNS, hours, total_line

_MOST_SUMMED = 1_000


class LogDesk(QObject):
    """``failed(StoreError)``. Its ``screen`` shows nothing before ``begin``."""

    failed = Signal(object)

    def __init__(
        self,
        store: Store,
        clock: Clock,
        texts: RuleTexts,
        words: Words,
        local_time: LocalTime,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._texts = texts
        self._words = words
        self._local_time = local_time
        self._person = ""
        self._order = Order.NEWEST
        self._model = LogModel(words, parent=self)
        self._model.failed.connect(self.failed)
        self.screen = LogScreen(words, self._model)
        self.screen.filters.changed.connect(self._filter_changed)
        self.screen.table.chosen.connect(self._show_chosen)
        self.screen.table.head_pressed.connect(
            lambda column: self._sort(order_after_press(COLUMNS[column], self._order))
        )
        self.screen.order_wanted.connect(self._sort)

    def begin(self, person: Person) -> None:
        """Show the last 30 days of this person, or everything where there was nothing in them."""
        self._person, self._order = person.id, Order.NEWEST
        self.screen.filters.show_filter(LogFilter())
        try:
            if self._store.totals(self._query()).sessions == 0:
                self.screen.filters.show_filter(EVERYTHING)
        except StoreError as error:
            self._show_problem(error)
        else:
            self.refresh(again=False)

    def refresh(self, again: bool = True) -> None:
        """Read the log anew as it is filtered now; ``again`` keeps the place."""
        try:
            self._show(again)
        except StoreError as error:
            self._show_problem(error)

    def take_away(self, records: Sequence[SessionRecord]) -> None:
        """Take rows away where they stand, so that a long log does not jump."""
        places = [place for place in (self._model.place(record.id) for record in records) if place is not None]
        self._model.drop({record.id for record in records})
        if not places or not self._model.rowCount():
            self.refresh(again=False)
            return
        self.screen.table.choose(min(places))
        try:
            self.screen.show_totals(total_line(self._store.totals(self._query()), self._words))
        except StoreError as error:
            self._show_problem(error)

    def _show(self, again: bool) -> None:
        chosen = self.screen.table.chosen_sessions()
        now = self._clock.read().utc_ms
        self.screen.filters.show_household(self._store.massagers(), day_at(now, self._local_time))
        query = self._query()

        def read(limit: int, after: SessionRecord | None) -> tuple[SessionRecord, ...]:
            return self._store.find(query, limit, after)

        totals = self._store.totals(query)
        self._model.show(read, now, self._order, again)
        self.screen.show_totals(total_line(totals, self._words))
        if self._model.rowCount():
            place = self._model.place(chosen[0]) if again and chosen else None
            self.screen.show_filled()
            self.screen.table.choose(place or 0)
        elif self.screen.filters.chosen().narrows and self._store.find(LogQuery(self._person), 1):
            self.screen.show_none_found()
        else:
            self.screen.show_empty()

    def _show_problem(self, error: StoreError) -> None:
        self.screen.show_problem(self._words(f"storage.{error.kind}"))

    def _query(self) -> LogQuery:
        today = day_at(self._clock.read().utc_ms, self._local_time)
        return query_of(self.screen.filters.chosen(), self._person, self._order, today, self._local_time)

    def _filter_changed(self) -> None:
        self.refresh(again=False)
        self.screen.say_found()

    def _sort(self, order: Order) -> None:
        if order is not self._order:
            self._order = order
            self.refresh(again=False)
            self.screen.say_order(order)

    def _show_chosen(self, chosen: tuple[str, ...]) -> None:
        try:
            self._show_details(chosen)
        except StoreError as error:
            self.failed.emit(error)

    def _show_details(self, chosen: tuple[str, ...]) -> None:
        found = map(self._store.record, chosen[:_MOST_SUMMED])
        records = [record for record in found if record is not None]
        if len(chosen) > 1:
            # Of very many only the number is told: each has to be read to be summed up.
            total = hours(sum(each.used_ms + each.overtime_ms for each in records), self._words)
            self.screen.details.show_several(
                self._words.count("log.selected", len(chosen)), total if len(chosen) <= _MOST_SUMMED else ""
            )
        elif records:
            names = names_of(self._texts, self._store.people())
            shown = details(records[0], self._clock.read().utc_ms, names, self._words)
            self.screen.details.show_details(shown)
