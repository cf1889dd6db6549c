"""Fields with arrows to raise and lower what they hold: a number, a moment.

Why: a style sheet can take Qt's arrows away but not draw others without picture files; these paint them.
Values and keys stay Qt's own; this must never change what a field holds.
"""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QDateTimeEdit, QSpinBox, QWidget

from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.drop_down import DropDown, draw_arrow

__all__ = ["DropDown", "MomentField", "NumberField"]


class NumberField(QSpinBox):
    """A whole number with arrows to raise and lower it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(12, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_steps(self)


class MomentField(QDateTimeEdit):
    """A date and time with arrows to raise and lower each part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(12, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_steps(self)


def _draw_steps(field: QWidget) -> None:
    half = field.height() // 2
    draw_arrow(field, QRect(0, 2, scaled(30), half - 2), upwards=True)
    draw_arrow(field, QRect(0, half, scaled(30), half - 2), upwards=False)
