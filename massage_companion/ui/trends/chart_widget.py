"""A chart on a page: painted, with a cursor that the mouse and the arrow keys move.

What the cursor stands on is told in words by whoever listens, and announced when keys moved it. The chart can take the
focus and says its sentence then. It must never be the only way to a number: a table stands beside it.
"""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_companion.ui.theme import current_theme, scaled
from massage_companion.ui.trends.chart_colours import chart_colours
from massage_companion.ui.trends.chart_data import CalendarChart, Chart, RowChart
from massage_companion.ui.trends.painting import chart_height, paint_chart, place_at
from massage_companion.ui.widgets.announce import announce

_LETTERS = 12
_EDGE = 4


class ChartWidget(QWidget):
    """``reading_changed`` carries the words for the place of the cursor, empty when it has left."""

    reading_changed = Signal(str)

    def __init__(self, chart: Chart, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self._cursor: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        # Not Fixed: that would hold the height at the hint's width; what is needed comes from the height for width.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._chart = chart
        self.set_chart(chart)

    def set_chart(self, chart: Chart) -> None:
        """Show another chart; the cursor goes."""
        self._chart = chart
        self._cursor = None
        self.setAccessibleName(chart.told.title)
        self.setAccessibleDescription(f"{chart.told.summary} {self._hint}")
        self.updateGeometry()
        self.update()

    def cursor_place(self) -> int | None:
        """Which reading the cursor stands on."""
        return self._cursor

    def reading(self) -> str:
        """The words for the place of the cursor."""
        return "" if self._cursor is None else self._chart.told.readings[self._cursor]

    def heightForWidth(self, width: int) -> int:
        return round(chart_height(self._chart, width - 2 * _EDGE, QFontMetricsF(self._letters()))) + 2 * _EDGE

    def sizeHint(self) -> QSize:
        width = scaled(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(160), scaled(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(self._letters())
        paint_chart(painter, self._room(), self._chart, chart_colours(theme), self._cursor, self._mirrored())
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self._place_after(Qt.Key(event.key()))
        if place is None:
            super().keyPressEvent(event)
            return
        self._move_to(place)
        if self.reading():
            announce(self, self.reading())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move_to(self._place_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Touch has no hovering: a tap reads out as well.
        super().mousePressEvent(event)
        self._move_to(self._place_at(event.position()))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._move_to(self._place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._move_to(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self.update()

    def _letters(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(9, scaled(_LETTERS)))
        return font

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _place_at(self, point: QPoint | QPointF) -> int | None:
        letters = QFontMetricsF(self._letters())
        return place_at(self._chart, self._room(), letters, QPointF(point), self._mirrored())

    def _move_to(self, place: int | None) -> None:
        if place != self._cursor:
            self._cursor = place
            self.update()
            self.reading_changed.emit(self.reading())

    def _place_after(self, key: Qt.Key) -> int | None:
        """Where a key leads, or ``None`` for a key that does not move the cursor."""
        readings = self._chart.told.readings
        told = [place for place, reading in enumerate(readings) if reading]
        if not told:
            return None
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return told[0 if key == Qt.Key.Key_Home else -1]
        step = self._steps().get(key)
        if step is None:
            return None
        if self._cursor is None:
            return told[-1]  # the latest is what people want first
        return min(max(self._cursor + step, told[0]), told[-1])

    def _steps(self) -> dict[Qt.Key, int]:
        """By how many places an arrow moves. Up and down belong to the page unless the chart has rows."""
        on = -1 if self._mirrored() else 1
        if isinstance(self._chart, CalendarChart):
            return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -7 * on, Qt.Key.Key_Right: 7 * on}
        if isinstance(self._chart, RowChart):
            return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        return {Qt.Key.Key_Left: -on, Qt.Key.Key_Right: on}
