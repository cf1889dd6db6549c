"""A rounded surface that holds things that belong together.

Why: also the place where a block or a warning is explained, so it can take the focus and be read aloud as one.
The tone must never be the only difference: the words in the card say it.
"""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from massage_companion.ui.theme import restyle
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.group import Group
from massage_companion.ui.widgets.labels import heading

CardTone = Literal["plain", "warning", "danger"]


class Card(Group):
    """A group with an optional title; `body` takes the contents. A focusable one is a stop of the Tab key."""

    def __init__(
        self,
        title: str = "",
        tone: CardTone = "plain",
        focusable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "card", parent)
        self.setProperty("tone", tone)
        if focusable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 18, 20, 18)
        self.body.setSpacing(8)
        self._title: QLabel | None = None
        if title:
            self.set_title(title)

    def add(self, widget: QWidget) -> None:
        """Append a widget to the card; a row of buttons stands a little apart from the text above it."""
        if isinstance(widget, ButtonRow) and self.body.count():
            self.body.addSpacing(6)
        self.body.addWidget(widget)

    def set_title(self, text: str) -> None:
        """Change the visible title and with it the name of the group."""
        if self._title is None:
            self._title = heading(text, 3 if self.property("tone") == "plain" else 2)
            self.body.insertWidget(0, self._title)
        self._title.setText(text)
        self._title.setVisible(bool(text))
        self.setAccessibleName(text)

    def set_tone(self, tone: CardTone) -> None:
        """Change what kind of message the card is."""
        if tone == self.property("tone"):
            return
        self.setProperty("tone", tone)
        restyle(self)
        if self._title is not None:
            self._title.setProperty("look", "h3" if tone == "plain" else "h2")
            restyle(self._title)

    def set_summary(self, text: str) -> None:
        """What a screen reader says after the title when the card gets the focus."""
        self.setAccessibleDescription(text)
