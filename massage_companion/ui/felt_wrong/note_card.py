"""The note for the doctor: to read, to correct, to copy and to print. What is changed here is not kept anywhere."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import small

PrintNote: TypeAlias = Callable[[str, str, QWidget], bool]
"""Prints title and text for the window of a widget; ``False`` where the printer could not do it."""


_NARROW = 420
"""Width of the note in design px in the smallest window."""


class NoteCard(Card):
    """Holds the note as text that can be changed."""

    def __init__(self, note: str, title: str, words: Words, printed: PrintNote, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._title_text = title
        self._words = words
        self._printed = printed
        self._text = QPlainTextEdit(note)
        self._text.setAccessibleName(title)
        self._text.setAccessibleDescription(words("felt_wrong.note.hint"))
        self._text.setTabChangesFocus(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        letters = self._text.fontMetrics()
        # Long lines wrap where the window is narrow; one line is left to write in.
        lines = 1 + sum(1 + letters.horizontalAdvance(line) // scaled(_NARROW) for line in note.splitlines())
        self._text.setFixedHeight(lines * letters.lineSpacing() + scaled(30))
        self._said = small("")
        self._said.hide()
        copy = QuietButton(words("felt_wrong.note.copy"))
        copy.clicked.connect(self._copy)
        paper = QuietButton(words("felt_wrong.note.print"))
        paper.clicked.connect(self._print)
        for widget in (small(words("felt_wrong.note.hint")), self._text, self._said, ButtonRow(copy, paper)):
            self.add(widget)

    def note(self) -> str:
        """The note as it stands now."""
        return self._text.toPlainText()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.note())
        self._say(self._words("felt_wrong.note.copied"))

    def _print(self) -> None:
        if not self._printed(self._title_text, self.note(), self):
            self._say(self._words("felt_wrong.note.not_printed"))

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.show()
        announce(self, text)
