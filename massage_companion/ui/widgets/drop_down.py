"""A list to choose one from, closed until it is pressed.

Why: a style sheet can take Qt's arrow away but not draw another without picture files; this paints one. Apart from
the other fields because the first page shows it, and every class of Qt that a start does not need makes it faster.
Values and keys stay Qt's own; this must never change what a field holds.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from massage_companion.ui.theme import current_theme, scaled
from massage_companion.ui.widgets.mirror import beginning, mirrored
from massage_companion.ui.widgets.symbols import draw_symbol

_INDENT = 12


class DropDown(QComboBox):
    """A combo box; its current item is its text, so it needs an accessible name or a label with a buddy.

    A long item, such as a name that somebody gave, is shortened where there is no room; the open list shows it whole.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "painted")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def sizeHint(self) -> QSize:
        return super().sizeHint().boundedTo(QSize(scaled(280), 10_000))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().boundedTo(QSize(scaled(120), 10_000))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = current_theme()
        room = QRect(_INDENT, 0, self.width() - _INDENT - scaled(30), self.height())
        text = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        painter.setPen(QColor(theme.text if self.isEnabled() else theme.disabled))
        flags = int(beginning(self) | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(mirrored(self, room), flags, text)
        painter.end()
        draw_arrow(self, QRect(0, 0, scaled(30), self.height()), upwards=False)


def draw_arrow(field: QWidget, box: QRect, upwards: bool) -> None:
    """Draw a small arrow in `box`, which is measured from the far end of the field."""
    theme = current_theme()
    from_end = QRect(field.width() - box.right() - 1, box.y(), box.width(), box.height())
    placed = QRectF(mirrored(field, from_end))
    side = min(float(scaled(15)), placed.height())
    painter = QPainter(field)
    painter.translate(placed.center())
    painter.scale(1, -1 if upwards else 1)
    colour = theme.muted if field.isEnabled() else theme.disabled
    draw_symbol(painter, "down", QRectF(-side / 2, -side / 2, side, side), colour)
    painter.end()
