"""The way to say that something feels wrong, from every page. One press, and it must never ask back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.widgets.buttons import DangerButton


class FeltWrongEntry(QWidget):
    """A button for the foot of the sidebar or a page's header; ``wanted`` when it is pressed."""

    wanted = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        button = DangerButton(words("felt_wrong.entry"))
        button.setAccessibleDescription(words("felt_wrong.entry_hint"))
        button.setToolTip(words("felt_wrong.entry_hint"))
        button.clicked.connect(self.wanted)
        self.setFocusProxy(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(button)
