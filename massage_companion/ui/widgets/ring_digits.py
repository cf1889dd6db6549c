"""The digits of the ring, drawn once each and then copied.

Why: a clock that is shown all day should cost next to nothing, and shaping large letters anew each second is most of
what a second costs. It must never lay out anything but a time: digits, colon, sign, dashes.
"""

from math import ceil

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap


class Digits:
    """Characters of one font, colour and pixel density, each in a cell of its own."""

    def __init__(self, font: QFont, ink: QColor, density: float) -> None:
        self._font = QFont(font)
        # A colon at the height of digits, where the font has one.
        self._font.setFeature(QFont.Tag("case"), 1)
        self._metrics = QFontMetricsF(self._font)
        self._ink = ink
        self._density = density
        self._drawn: dict[str, QPixmap] = {}

    def cells(self, text: str, centre: float, top: int) -> list[QRect]:
        """Where each character of a time stands when the whole is centred; digits have cells of one width, in px."""
        widths = [self._width(character) for character in text]
        left = centre - sum(widths) / 2
        height = ceil(self._metrics.capHeight()) + 4
        cells = []
        for width in widths:
            cells.append(QRect(round(left), top - 2, ceil(width) + 1, height))
            left += width
        return cells

    def draw(self, painter: QPainter, cell: QRect, character: str) -> None:
        """Draw one character into its cell."""
        if character not in self._drawn:
            self._drawn[character] = self._render(cell, character)
        painter.drawPixmap(cell.topLeft(), self._drawn[character])

    def _width(self, character: str) -> float:
        return self._metrics.horizontalAdvance("0" if character.isdigit() else character)

    def _render(self, cell: QRect, character: str) -> QPixmap:
        pixmap = QPixmap(ceil(cell.width() * self._density), ceil(cell.height() * self._density))
        pixmap.setDevicePixelRatio(self._density)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        painter.setPen(self._ink)
        own = self._metrics.horizontalAdvance(character)
        start = (self._width(character) - own) / 2
        painter.drawText(QPointF(start, 2 + self._metrics.capHeight()), character)
        painter.end()
        return pixmap
