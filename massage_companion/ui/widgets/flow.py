"""A line of widgets that breaks into more lines when there is no room.

Why: at 200 % text a row of three buttons is wider than a small window, and a page never scrolls sideways.
It must never hide or shorten what it holds.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget


class FlowLayout(QLayout):
    """Places widgets along the reading direction; those added as trailing stand at the end of their line."""

    def __init__(self, gap: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._trailing: set[QWidget] = set()
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget, trailing: bool = False, after: QWidget | None = None) -> None:
        """Append a widget, or put it after another; a trailing one is pushed to the far end of the line."""
        if trailing:
            self._trailing.add(widget)
        self.addWidget(widget)
        if after is not None:
            place = self.indexOf(after) + 1
            follower = self._items[place].widget()
            self._items.insert(place, self._items.pop())
            if follower is not None and follower is not widget:
                widget.stackUnder(follower)  # screen readers and the Tab key go by this order

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
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return sum(self._heights(lines, width)) + self._gap * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        hints = [_hint(item) for item in shown]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(shown) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        lines = self._lines(rect.width())
        top = rect.top()
        for line, height in zip(lines, self._heights(lines, rect.width()), strict=True):
            self._place(line, QRect(rect.left(), top, rect.width(), height), broken=len(lines) > 1)
            top += height + self._gap

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        room = 0
        for item in self._shown():
            wanted = _hint(item).width()
            if lines and wanted <= room:
                lines[-1].append(item)
            else:
                lines.append([item])
                room = width
            room -= wanted + self._gap
        return lines

    def _heights(self, lines: list[list[QLayoutItem]], width: int) -> list[int]:
        return [max(_size(item, width).height() for item in line) for line in lines]

    def _place(self, line: list[QLayoutItem], rect: QRect, broken: bool) -> None:
        sizes = [_size(item, rect.width()) for item in line]
        spare = rect.width() - sum(size.width() for size in sizes) - self._gap * (len(line) - 1)
        left = rect.left()
        if broken and all(item.widget() in self._trailing for item in line):
            spare = 0  # on a line of its own the far end would look forgotten
        for item, size in zip(line, sizes, strict=True):
            if spare and item.widget() in self._trailing:
                left, spare = left + spare, 0
            button = item.widget() if isinstance(item.widget(), QPushButton) else None
            if button:
                size.setHeight(rect.height())  # buttons side by side are of one height
            top = rect.top() + (rect.height() - size.height()) // 2
            mirrored = left
            if self._from_right():
                mirrored = rect.left() + rect.right() - left - size.width() + 1
            # An item would hold a button at the height of its own hint.
            (button or item).setGeometry(QRect(QPoint(mirrored, top), size))
            left += size.width() + self._gap

    def _from_right(self) -> bool:
        owner = self.parentWidget()
        return owner is not None and owner.layoutDirection() == Qt.LayoutDirection.RightToLeft


def _size(item: QLayoutItem, width: int) -> QSize:
    hint = _hint(item).expandedTo(item.minimumSize())
    if hint.width() <= width:
        return hint
    return QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else hint.height())


def _hint(item: QLayoutItem) -> QSize:
    """What an item wants. A text that may wrap wants one line: by itself it would ask for a narrow block."""
    label = item.widget()
    if type(label) is not QLabel or not label.wordWrap() or label.textFormat() != Qt.TextFormat.PlainText:
        return item.sizeHint()
    label.ensurePolished()
    width = label.fontMetrics().size(0, label.text()).width() + 2 * label.margin() + 1
    return QSize(width, label.heightForWidth(width))


class ButtonRow(QWidget):
    """Buttons in a line that wraps; `trailing` ones stand at the far end."""

    def __init__(self, *leading: QWidget, trailing: tuple[QWidget, ...] = (), gap: int = 12) -> None:
        super().__init__()
        self._flow = FlowLayout(gap, self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in leading:
            self.add(widget)
        for widget in trailing:
            self.add(widget, trailing=True)

    def add(self, widget: QWidget, trailing: bool = False) -> None:
        """Append a widget to the line."""
        self._flow.add(widget, trailing)
