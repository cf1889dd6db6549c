"""Two parts side by side, or one below the other where there is no room.

Why: the same page has to fit a wide window and a small one at twice the text size. It must never scroll sideways, and
its height must follow from its width alone: else a scroll bar that appears makes it shorter, disappears, and appears
again without end.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QVBoxLayout, QWidget

from massage_companion.ui.theme import scaled

_GAP = 32
_LEAST_FIRST = 240
_LEAST_SECOND = 250


class TwoColumns(QWidget):
    """`second` is at most so many design px wide and in the middle of the height; 0 means half, from the top."""

    def __init__(self, first: QWidget, second: QWidget, second_width: int = 330) -> None:
        super().__init__()
        columns = _Columns(second_width, self)
        columns.addWidget(first)
        columns.addWidget(_held(second) if second_width else second)


class _Columns(QLayout):
    """Places two widgets. Everything is derived from the width that is asked about, never from the present one."""

    def __init__(self, second_width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._second_width = second_width
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        # Qt asks past the end, to learn where it is.
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((rect.bottom() + 1 for rect in self._places(width)), default=0)

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    def sizeHint(self) -> QSize:
        width = sum(item.sizeHint().width() for item in self._items) + _GAP
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """The least width is that of the stack: the columns give way before the page scrolls sideways."""
        sizes = [item.minimumSize() for item in self._items]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        beside = self._beside(rect.width())
        spare = rect.height() - self.heightForWidth(rect.width())
        for item, place in zip(self._items, self._places(rect.width()), strict=True):
            if beside and self._second_width:
                place.setHeight(max(place.height(), rect.height()))
            elif not beside and spare > 0 and item is self._items[-1]:
                place.setHeight(place.height() + spare)
            item.setGeometry(self._mirrored(place.translated(rect.topLeft()), rect))

    def _beside(self, width: int) -> bool:
        return width - _GAP >= scaled(_LEAST_FIRST) + scaled(_LEAST_SECOND)

    def _places(self, width: int) -> list[QRect]:
        """Where each stands in so much width, as high as it has to be."""
        places, corner = [], QPoint(0, 0)
        beside = self._beside(width)
        for item, own in zip(self._items, self._widths(width), strict=False):
            size = QSize(own, _height(item, own))
            places.append(QRect(corner, size))
            corner += QPoint(own + _GAP, 0) if beside else QPoint(0, size.height() + _GAP)
        return places

    def _widths(self, width: int) -> tuple[int, int]:
        if not self._beside(width):
            return width, width
        room = width - _GAP
        if not self._second_width:
            return room - room // 2, room // 2
        second = min(scaled(self._second_width), max(scaled(_LEAST_SECOND), room - scaled(_LEAST_FIRST)))
        return room - second, second

    def _mirrored(self, place: QRect, rect: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveLeft(rect.left() + rect.right() - place.right())
        return place


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return max(item.heightForWidth(width), item.minimumSize().height())
    return item.sizeHint().height()


def _held(widget: QWidget) -> QWidget:
    """A holder that keeps a widget in the middle of the height."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch(1)
    column.addWidget(widget)
    column.addStretch(1)
    return holder
