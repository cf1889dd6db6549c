"""Shows the bin of the log on its stack of pages, and lets sessions be put back."""

from PySide6.QtCore import QObject, Signal

from massage_companion.companion.household import Person
from massage_companion.companion.log_ports import LogQuery
from massage_companion.companion.ports import Clock, Store, StoreError
from massage_companion.companion.words import Words
from massage_companion.log.record import SessionRecord
from massage_companion.ui.log.bin_page import BinPage
from massage_companion.ui.log.model import LogModel
from massage_companion.ui.log.view import BIN_COLUMNS, bin_row
from massage_companion.ui.widgets.screens import Screens


class BinDesk(QObject):
    """``restore_wanted(ids)``, ``left()``, ``failed(StoreError)``. Its page is made when it is first wanted."""

    restore_wanted = Signal(object)
    left = Signal()
    failed = Signal(object)

    def __init__(
        self, store: Store, clock: Clock, words: Words, screens: Screens, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._screens = screens
        self._person: Person | None = None
        self._model = LogModel(words, BIN_COLUMNS, bin_row, self)
        self._model.failed.connect(self.failed)
        self.page = BinPage(words, self._model)
        self.page.restore_wanted.connect(self.restore_wanted)
        self.page.left.connect(self.left)
        screens.add(self.page)

    def open(self, person: Person) -> None:
        """Show this person's bin."""
        self._person = person
        self.refresh()
        self._screens.show_screen(self.page)
        self.page.take_focus()

    @property
    def is_open(self) -> bool:
        """Whether the bin is shown."""
        return self._screens.current() is self.page

    def refresh(self) -> None:
        """Read the bin anew."""
        if self._person is None:
            return
        query = LogQuery(self._person.id, removed=True)

        def read(limit: int, after: SessionRecord | None) -> tuple[SessionRecord, ...]:
            return self._store.find(query, limit, after)

        try:
            self._model.show(read, self._clock.read().utc_ms, again=True)
        except StoreError as error:
            self.failed.emit(error)
        self.page.show_rows()
