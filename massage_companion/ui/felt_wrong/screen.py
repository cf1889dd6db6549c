"""The page where something that feels wrong is told at any other time than right after a session.

It stands beside the sidebar like every page, so that it never covers the way to stop.
"""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.felt_wrong.guide import SymptomGuide
from massage_companion.ui.widgets.page import Page, PageHeader

_COLUMN = 740


class FeltWrongScreen(QWidget):
    """Holds a guide in a column to read."""

    def __init__(self, guide: SymptomGuide, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self.page = Page(words("felt_wrong.name"), _COLUMN)
        self.page.add(PageHeader(words("felt_wrong.name")))
        self.page.add(guide)
        self.page.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)

    def take_focus(self) -> None:
        """Give the focus to the step that is shown."""
        self._guide.take_focus()
