"""Files in and out from any page: where to, what came of it, and what a file from elsewhere would add."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from massage_companion.companion import moments
from massage_companion.companion.backups import trouble
from massage_companion.companion.household import Person
from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import Words
from massage_companion.ui.data.asking import ask_for_file
from massage_companion.ui.exchange.controller import ImportController
from massage_companion.ui.log.local_time import system_local_time
from massage_companion.ui.main_window import MainWindow
from massage_companion.ui.parts import Parts
from massage_companion.ui.report.where import FileKind, ask_where


class Doors(QObject):
    """``imported`` after something was added, so that every page is read anew."""

    imported = Signal()

    def __init__(self, parts: Parts, words: Words, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._words = words
        self._window = window

    def export(self, form: str) -> None:
        """Ask where, write csv, ics or json there, and say so."""
        words = self._words
        now = self._parts.clock.read()
        day = moments.local(now.utc_ms, now.offset_minutes).date().isoformat()
        name = f"{words('data.exchange.name', date=day)}.{form}"
        place = ask_where(
            self._window, FileKind(words("data.exchange.save"), name, form, words(f"data.exchange.files_{form}"))
        )
        if place is None:
            return
        try:
            self._parts.keeping.export(form, place)
        except StoreError as error:
            self._window.tell(trouble(error, words))
        else:
            self._window.tell(words("data.exchange.saved", file=place), trouble=False)

    def choose_file(self, person: Person) -> None:
        """Ask which file, then show what it would add."""
        words = self._words
        file = ask_for_file(self._window, words("data.exchange.open"), words("data.exchange.files_all"))
        if file is not None:
            self.bring_in(file, person)

    def bring_in(self, file: Path, person: Person) -> None:
        """Show what a file would add for this person, and add it once they agree."""
        read = ImportController(
            self._parts.store, self._parts.keeping.read_file, system_local_time, self._words, self._window, self
        )
        read.failed.connect(self._window.tell)
        read.imported.connect(self.imported)
        read.open(file, person)
