"""The log page, and the page of trends that is computed from it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from massage_companion.companion.household import Person
from massage_companion.ui.choice_of_household import current_massager
from massage_companion.ui.log.controller import LogController
from massage_companion.ui.pages.room import Floor
from massage_companion.ui.session.view import Deed
from massage_companion.ui.trends.controller import TrendsController


class LogRoom(QObject):
    """Fulfils ``Room``."""

    def __init__(self, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        parts, wishes = floor.parts, floor.wishes
        self._log = LogController(parts.store, parts.clock, parts.ids, floor.texts, floor.words, self)
        self._log.export_wanted.connect(wishes.export_wanted)
        self._log.import_wanted.connect(wishes.file_wanted)
        self._log.report_wanted.connect(lambda: wishes.elsewhere_wanted.emit(Deed.PRINT))
        self._log.changed.connect(wishes.log_changed)
        self._log.failed.connect(wishes.failed)

    def shown(self, person: Person) -> QWidget:
        """The page, up to date for this person."""
        self._log.show_for(person)
        return self._log.screens

    def take_focus(self) -> None:
        """Put the keyboard on what is shown of the log."""
        self._log.take_focus()


class TrendsRoom(QObject):
    """Fulfils ``Room``."""

    def __init__(self, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        store = floor.parts.store
        self._trends = TrendsController(
            store.points,
            lambda: {massager.id: massager.name for massager in store.massagers()},
            floor.parts.clock.read,
            self._minutes_per_day,
            floor.words,
            self,
        )

    def shown(self, person: Person) -> QWidget:
        """The page, up to date for this person."""
        self._trends.show_for(person.id)
        return self._trends.page

    def take_focus(self) -> None:
        """Put the keyboard on the page."""
        self._trends.page.setFocus()

    def _minutes_per_day(self, person: str) -> int | None:
        parts = self._floor.parts
        massager = current_massager(parts.store, parts.store.settings())
        return None if massager is None else parts.sessions.standing(person, massager).limits.minutes_per_day
