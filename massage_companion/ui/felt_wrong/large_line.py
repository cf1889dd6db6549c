"""The one line that must be read from across the room: whom to call. Its letters follow the text size."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from massage_companion.ui.theme import current_theme, scaled

_LETTERS = 34


class LargeLine(QLabel):
    """Wraps like any other text."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._style = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._dress()

    def _dress(self) -> None:
        style = f"font-size: {scaled(_LETTERS)}px; font-weight: 700; color: {current_theme().danger};"
        # Each new style sheet is a change of style itself.
        if style != self._style:
            self._style = style
            self.setStyleSheet(style)
