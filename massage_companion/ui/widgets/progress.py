"""How far the safety check has come, as a bar of segments.

Why: not Qt's progress bar, which offers a screen reader to raise and lower it. This one is a static text to it.
It must never promise time: it shows pages.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from massage_companion.ui.theme import current_theme

_HEIGHT = 4
_GAP = 6


class SegmentProgress(QLabel):
    """A thin bar of `total` segments, the first `done` of them filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = (0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_progress(self, done: int, total: int, spoken: str) -> None:
        """Fill `done` of `total` segments; `spoken` says it in words, such as "4 of 9"."""
        self._shown = (done, max(1, total))
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        done, total = self._shown
        gap = _GAP if self.width() >= 12 * total else 1
        each = (self.width() - gap * (total - 1)) / total
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for i in range(total):
            painter.setBrush(QColor(theme.accent if i < done else theme.track))
            place = total - 1 - i if mirrored else i
            painter.drawRoundedRect(QRectF(place * (each + gap), 0, each, _HEIGHT), 2, 2)
        painter.end()
