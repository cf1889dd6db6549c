"""Paints bars that lie, one below the other: by massager, by time of day."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from massage_companion.ui.trends.chart_colours import ChartColours
from massage_companion.ui.trends.chart_data import Row, RowChart

_LINES = 3.5
"""Height of a row in lines of text: name, bar, note and a gap."""


def rows_height(chart: RowChart, letters: QFontMetricsF) -> float:
    """The height that is needed."""
    return letters.height() * _LINES * len(chart.rows)


def row_at(chart: RowChart, rect: QRectF, letters: QFontMetricsF, point: QPointF) -> int | None:
    """Which row a point is over."""
    row = int((point.y() - rect.top()) // (letters.height() * _LINES))
    return row if rect.contains(point) and 0 <= row < len(chart.rows) else None


def paint_rows(
    painter: QPainter, rect: QRectF, chart: RowChart, colours: ChartColours, cursor: int | None, mirror: bool
) -> None:
    """Paint the whole chart."""
    letters = QFontMetricsF(painter.font(), painter.device())
    height = letters.height() * _LINES
    most = max((row.amount for row in chart.rows), default=0.0)
    for place, row in enumerate(chart.rows):
        room = QRectF(rect.left(), rect.top() + place * height, rect.width(), height)
        _paint_row(painter, room, row, row.amount / most if most else 0.0, place == cursor, colours, mirror)


def _paint_row(
    painter: QPainter, room: QRectF, row: Row, share: float, marked: bool, colours: ChartColours, mirror: bool
) -> None:
    letters = QFontMetricsF(painter.font(), painter.device())
    line = letters.height()
    # Absolute: a painter that writes from the right would turn left and right round once more.
    near = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
    far = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    if mirror:
        near, far = far, near
    first = QRectF(room.left(), room.top(), room.width(), line * 1.1)
    told = letters.horizontalAdvance(row.told)
    name = letters.elidedText(row.name, Qt.TextElideMode.ElideRight, max(0.0, room.width() - told - line))
    painter.setPen(QColor(colours.text))
    painter.drawText(first, near, name)
    painter.drawText(first, far, row.told)
    bar = QRectF(room.left(), room.top() + line * 1.3, room.width(), line * 0.55)
    filled = QRectF(bar)
    filled.setWidth(max(bar.height(), bar.width() * share) if share > 0 else 0.0)
    if mirror:
        filled.moveRight(bar.right())
    rounding = bar.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.track))
    painter.drawRoundedRect(bar, rounding, rounding)
    painter.setBrush(QColor(colours.bar))
    painter.drawRoundedRect(filled, rounding, rounding)
    if marked:
        painter.setPen(QColor(colours.text))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(bar, rounding, rounding)
    painter.setPen(QColor(colours.muted))
    note = letters.elidedText(row.note, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(QRectF(room.left(), bar.bottom() + line * 0.15, room.width(), line * 1.1), near, note)
