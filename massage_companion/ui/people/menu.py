"""The menu under the name at the top of the sidebar: everybody by name, and what can be done about people.

A menu, so that arrow keys, Return, Esc and a screen reader work as everywhere. While a session is live it says why
nothing can be changed and leads to that session; a greyed name must never be the only message.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFont
from PySide6.QtWidgets import QMenu, QWidget

from massage_companion.companion.household import Person
from massage_companion.companion.words import Words
from massage_companion.ui.theme import scaled

_LONGEST = 320
"""Design pixels of a name before it is shortened."""


class PersonMenu(QMenu):
    """`chosen(id)`, `add_wanted()`, `rename_wanted()`, and `session_wanted()` while a session is live."""

    chosen = Signal(str)
    add_wanted = Signal()
    rename_wanted = Signal()
    session_wanted = Signal()

    def __init__(
        self, words: Words, people: Sequence[Person], current: Person, is_live: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words("people.menu.name"))
        if is_live:
            self._act(words("people.menu.live")).triggered.connect(self.session_wanted)
            self.addSeparator()
        group = QActionGroup(self)
        for person in people:
            self._person(person, current, group).setEnabled(not is_live)
        self.addSeparator()
        add = self._act(words("people.menu.add"))
        add.triggered.connect(self.add_wanted)
        rename = self._act(words("people.menu.rename", name=self._fitting(current.name)))
        rename.triggered.connect(self.rename_wanted)
        for action in (add, rename):
            action.setEnabled(not is_live)

    def open_under(self, button: QWidget) -> None:
        """Open below a button, with the first line that can be chosen ready for Return."""
        corner = QPoint(0, button.height())
        if button.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            corner.setX(button.width() - self.sizeHint().width())
        self.popup(button.mapToGlobal(corner))
        ready = [action for action in self.actions() if action.isEnabled() and not action.isSeparator()]
        self.setActiveAction(next((action for action in ready if action.isChecked()), ready[0]))

    def _person(self, person: Person, current: Person, group: QActionGroup) -> QAction:
        action = self._act(self._fitting(person.name))
        action.setCheckable(True)
        action.setChecked(person.id == current.id)
        if action.isChecked():
            # The tick beside it does not grow with the letters.
            letters = QFont(self.font())
            letters.setWeight(QFont.Weight.DemiBold)
            action.setFont(letters)
        group.addAction(action)
        action.triggered.connect(lambda: self.chosen.emit(person.id))
        return action

    def _act(self, text: str) -> QAction:
        # "&" would make the next letter a key of its own.
        return self.addAction(text.replace("&", "&&"))

    def _fitting(self, name: str) -> str:
        return self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, scaled(_LONGEST))
