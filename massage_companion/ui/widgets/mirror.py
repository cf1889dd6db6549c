"""Left and right for painted widgets, in languages that are read from the right.

Why: Qt's own answer lives in QStyle, whose many enums take Python 6 ms to make: too much for a sum.
It must never be used for widgets in layouts, which Qt turns round by itself.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget


def mirrored(widget: QWidget, rect: QRect) -> QRect:
    """Where a rectangle stands that was measured from the beginning of the line."""
    if widget.layoutDirection() == Qt.LayoutDirection.LeftToRight:
        return rect
    return QRect(widget.width() - rect.x() - rect.width(), rect.y(), rect.width(), rect.height())


def beginning(widget: QWidget) -> Qt.AlignmentFlag:
    """The side on which a line begins."""
    from_right = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
