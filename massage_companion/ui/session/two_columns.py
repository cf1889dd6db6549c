"""Two parts side by side, or one below the other where there is no room.

Why: the same page has to fit a wide window and a small one at twice the text size. It must never scroll sideways.
"""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from massage_companion.ui.theme import scaled

_GAP = 32
_LEAST_FIRST = 240
_LEAST_SECOND = 250
_UNBOUND = 16_777_215


class TwoColumns(QWidget):
    """`second` is at most so many design px wide and in the middle of the height; 0 means half, from the top."""

    def __init__(self, first: QWidget, second: QWidget, second_width: int = 330) -> None:
        super().__init__()
        self._second_width = second_width
        self._first = first
        self._second = _held(second) if second_width else second
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        top = Qt.AlignmentFlag(0) if second_width else Qt.AlignmentFlag.AlignTop
        self._row.addWidget(first, 1, top)
        self._row.addWidget(self._second, 0 if second_width else 1, top)

    def minimumSizeHint(self) -> QSize:
        """The least width is that of the stack: the columns give way before the page scrolls sideways."""
        first, second = self._first.minimumSizeHint(), self._second.minimumSizeHint()
        return QSize(max(first.width(), second.width()), self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def _arrange(self) -> None:
        room, first, least = self.width() - _GAP, scaled(_LEAST_FIRST), scaled(_LEAST_SECOND)
        beside = room >= first + least
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        if self._second_width:
            width = min(scaled(self._second_width), max(least, room - first))
            self._second.setMinimumWidth(width if beside else 0)
            self._second.setMaximumWidth(width if beside else _UNBOUND)


def _held(widget: QWidget) -> QWidget:
    """A holder that keeps a widget in the middle of the height."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch(1)
    column.addWidget(widget)
    column.addStretch(1)
    return holder
