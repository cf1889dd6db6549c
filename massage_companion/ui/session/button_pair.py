"""Two large buttons in the middle of their column: side by side, or one above the other where that is too narrow."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

_GAP = 12


class ButtonPair(QWidget):
    """Keeps the order of the two; both are as wide as the wider one when they stand above each other."""

    def __init__(self, first: QPushButton, second: QPushButton) -> None:
        super().__init__()
        self._buttons = (first, second)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(_GAP)
        for button in self._buttons:
            self._pair.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addLayout(self._pair)
        row.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider button."""
        return QSize(max(button.sizeHint().width() for button in self._buttons), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def _arrange(self) -> None:
        needed = sum(button.sizeHint().width() for button in self._buttons) + _GAP
        beside = self.width() >= needed
        self._pair.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
