"""A short state in a coloured capsule, such as "Cleared to use".

Why: a sign stands before the words, so that nobody needs the colour to understand.
It must never be the only place where a block is explained.
"""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from massage_companion.ui.theme import restyle, scaled

PillTone = Literal["ok", "warning", "danger", "neutral"]

_SIGNS: dict[PillTone, str] = {"ok": "✓", "warning": "!", "danger": "✕", "neutral": "•"}


class Pill(QLabel):
    """A state in a few words; wraps only where a line is too short for it."""

    def __init__(self, text: str, tone: PillTone = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", "pill")
        self.setWordWrap(True)
        self.setIndent(0)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("tone", tone)
        self.set(text, tone)

    def set(self, text: str, tone: PillTone) -> None:
        """Change the words and the tone."""
        self.words = text
        self.setText(f"{_SIGNS[tone]} {text}")
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            restyle(self)

    def sizeHint(self) -> QSize:
        """The size on one line; a wrapping label alone would ask for a square."""
        self.ensurePolished()
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * scaled(11) + 4
        return QSize(width, self.heightForWidth(width))
