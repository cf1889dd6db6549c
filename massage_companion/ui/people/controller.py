"""Ties the menu of people and the guide for a name to the use cases. It shows nobody's data.

Somebody new is added and has the turn at once: whoever made this begins their own safety check with them.
"""

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from massage_companion.companion.first_run import NAME_LENGTH
from massage_companion.companion.household import Person
from massage_companion.companion.household_changes import HouseholdChanges, SessionIsLiveError
from massage_companion.companion.ports import HouseholdStore, StoreError
from massage_companion.companion.words import Words
from massage_companion.ui.people.menu import PersonMenu
from massage_companion.ui.people.name_guide import NameGuide


class PeopleController(QObject):
    """``chosen``, ``added`` and ``renamed`` carry a Person, the first two the one whose turn it is from now on.

    ``session_wanted()`` where a live session forbids it.

    ``guide_wanted(QWidget)`` and ``guide_over()`` show and end the guide; ``failed(StoreError)``.
    """

    chosen = Signal(object)
    added = Signal(object)
    renamed = Signal(object)
    session_wanted = Signal()
    guide_wanted = Signal(object)
    guide_over = Signal()
    failed = Signal(object)

    def __init__(
        self, changes: HouseholdChanges, store: HouseholdStore, words: Words, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._changes = changes
        self._store = store
        self._words = words
        self._menu: PersonMenu | None = None

    def open_menu(self, current: Person, button: QWidget) -> None:
        """Open the menu of people under this button."""
        try:
            menu = PersonMenu(self._words, self._store.people(), current, self._changes.is_live(), button)
        except StoreError as error:
            self.failed.emit(error)
            return
        menu.chosen.connect(lambda person: self._choose(person, current))
        menu.add_wanted.connect(lambda: self._ask_name(None))
        menu.rename_wanted.connect(lambda: self._ask_name(current))
        menu.session_wanted.connect(self.session_wanted)
        menu.aboutToHide.connect(menu.deleteLater)
        self._menu = menu
        menu.open_under(button)

    def _choose(self, person: str, current: Person) -> None:
        if person != current.id:
            self._give_turn(person, self.chosen)

    def _give_turn(self, person: str, told: SignalInstance) -> None:
        try:
            chosen = self._changes.choose_person(person)
        except SessionIsLiveError:
            self.session_wanted.emit()
        except StoreError as error:
            self.failed.emit(error)
        else:
            told.emit(chosen)

    def _ask_name(self, person: Person | None) -> None:
        guide = NameGuide(self._words, "" if person is None else person.name)
        guide.named.connect(lambda name: self._keep(guide, person, name))
        guide.cancelled.connect(self.guide_over)
        self.guide_wanted.emit(guide)
        guide.take_focus()

    def _keep(self, guide: NameGuide, person: Person | None, name: str) -> None:
        try:
            problem = self._changes.name_problem(name, "" if person is None else person.id)
            if problem:
                guide.show_problem(self._words(f"people.problem.{problem}", most=NAME_LENGTH))
                return
            kept = self._changes.add_person(name) if person is None else self._changes.rename_person(person.id, name)
        except SessionIsLiveError:
            guide.show_problem(self._words("people.problem.live"))
        except StoreError as error:
            self.failed.emit(error)
        else:
            self.guide_over.emit()
            if person is None:
                self._give_turn(kept.id, self.added)
            else:
                self.renamed.emit(kept)
