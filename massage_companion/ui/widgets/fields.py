"""Fields that need an arrow: a list to choose from, a number, a moment.

Why: a style sheet can take Qt's arrows away but not draw others without picture files; these paint them.
Values and keys stay Qt's own; this must never change what a field holds.
"""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QSpinBox, QWidget

from massage_companion.ui.theme import current_theme, scaled
from massage_companion.ui.widgets.mirror import mirrored
from massage_companion.ui.widgets.symbols import draw_symbol


class DropDown(QComboBox):
    """A combo box; its current item is its text, so it needs an accessible name or a label with a buddy."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_arrow(self, QRect(0, 0, scaled(30), self.height()), upwards=False)


class NumberField(QSpinBox):
    """A whole number with arrows to raise and lower it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(8, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_steps(self)


class MomentField(QDateTimeEdit):
    """A date and time with arrows to raise and lower each part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(8, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_steps(self)


def _draw_steps(field: QWidget) -> None:
    half = field.height() // 2
    _draw_arrow(field, QRect(0, 2, scaled(30), half - 2), upwards=True)
    _draw_arrow(field, QRect(0, half, scaled(30), half - 2), upwards=False)


def _draw_arrow(field: QWidget, box: QRect, upwards: bool) -> None:
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
