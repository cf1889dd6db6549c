"""Whose turn it is: the menu under the name, somebody new, somebody else. It shows no page itself."""

from PySide6.QtCore import QObject, Signal

from massage_companion.companion.household import Person
from massage_companion.companion.words import Words
from massage_companion.ui.guides import Guides
from massage_companion.ui.main_window import MainWindow
from massage_companion.ui.parts import Parts


class Turns(QObject):
    """``given(Person)`` somebody has the turn now; ``added(Person)`` somebody new has; ``renamed``; ``session_wanted``.

    ``failed(StoreError)``.
    """

    given = Signal(object)
    added = Signal(object)
    renamed = Signal()
    session_wanted = Signal()
    failed = Signal(object)

    def __init__(self, parts: Parts, window: MainWindow, guides: Guides, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._window = window
        self._guides = guides
        self._menu: QObject | None = None

    def open_menu(self, person: Person, words: Words) -> None:
        """Open the menu of people under the name."""
        # Imported when wanted: most starts of the program end without it.
        from massage_companion.companion.household_changes import HouseholdChanges
        from massage_companion.ui.people.controller import PeopleController

        button = self._window.person_button
        if button is None:
            return
        if self._menu is not None:
            self._menu.deleteLater()
        parts = self._parts
        changes = HouseholdChanges(parts.store, parts.clock, parts.ids)
        self._menu = people = PeopleController(changes, parts.store, words, self)
        people.chosen.connect(self.given)
        people.added.connect(self.added)
        people.renamed.connect(lambda _person: self.renamed.emit())
        people.session_wanted.connect(self.session_wanted)
        people.guide_wanted.connect(self._guides.show)
        people.guide_over.connect(self._return_to_name)
        people.failed.connect(self.failed)
        people.open_menu(person, button)

    def _return_to_name(self) -> None:
        self._guides.drop()
        if (button := self._window.person_button) is not None:
            button.setFocus()
