"""The line below the log: what was just changed, undo and redo by name, and the way to the bin.

It stands below the page and does not scroll with it: undo must be seen at once, in the smallest window too.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import LinkButton
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.group import Group
from massage_companion.ui.widgets.labels import body


class FootBar(Group):
    """``undo_pressed()``, ``redo_pressed()``, ``bin_pressed()``."""

    undo_pressed = Signal()
    redo_pressed = Signal()
    bin_pressed = Signal()

    def __init__(self, words: Words, with_bin: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(words("log.undo.name"), parent=parent)
        self._said = body("")
        self._said.hide()
        self._undo = LinkButton()
        self._undo.clicked.connect(self.undo_pressed)
        self._redo = LinkButton()
        self._redo.clicked.connect(self.redo_pressed)
        trailing: tuple[LinkButton, ...] = ()
        if with_bin:
            to_bin = LinkButton(words("log.bin"))
            to_bin.clicked.connect(self.bin_pressed)
            trailing = (to_bin,)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(28, 6, 28, 10)
        rows.setSpacing(0)
        rows.addWidget(self._said)
        rows.addWidget(ButtonRow(self._undo, self._redo, trailing=trailing))
        self.show_changes("", "")

    def show_changes(self, undo: str, redo: str) -> None:
        """Offer these; an empty text offers nothing."""
        for link, text in ((self._undo, undo), (self._redo, redo)):
            had_focus = link.hasFocus()
            link.setText(text)
            link.setVisible(bool(text))
            if had_focus and not text:
                (self._redo if link is self._undo else self._undo).setFocus()

    def say(self, text: str) -> None:
        """Say what has just happened; an empty text takes it away."""
        self._said.setText(text)
        self._said.setVisible(bool(text))
        if text:
            announce(self, text)
