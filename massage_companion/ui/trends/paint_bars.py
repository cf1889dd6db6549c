"""Paints amounts as bars that stand, and the limit as a line with its name.

A bar beyond the limit has another colour and a mark on its top.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from massage_companion.ui.trends.chart_colours import ChartColours
from massage_companion.ui.trends.chart_data import BarChart
from massage_companion.ui.trends.frame import Frame, frame_in, paint_cursor, paint_grid, paint_labels, ticks_to


def bar_frame(chart: BarChart, rect: QRectF, letters: QFontMetricsF, mirror: bool) -> Frame:
    """Where the chart stands in a rectangle."""
    return frame_in(rect, letters, len(chart.labels), _ticks(chart), letters.height() * 0.5, mirror)


def paint_bars(
    painter: QPainter, rect: QRectF, chart: BarChart, colours: ChartColours, cursor: int | None, mirror: bool
) -> None:
    """Paint the whole chart."""
    letters = QFontMetricsF(painter.font(), painter.device())
    frame = bar_frame(chart, rect, letters, mirror)
    paint_grid(painter, frame, _ticks(chart), colours)
    paint_labels(painter, frame, chart.labels, colours)
    if cursor is not None:
        paint_cursor(painter, frame, cursor, colours)
    for place, (amount, over) in enumerate(zip(chart.amounts, chart.over, strict=True)):
        if amount > 0:
            _paint_bar(painter, frame, place, amount, over, colours, letters.height())
    if chart.limit is not None:
        _paint_limit(painter, frame, chart.limit, chart.limit_label, colours)


def _ticks(chart: BarChart) -> tuple[float, ...]:
    most = max(chart.amounts, default=0.0)
    return ticks_to(max(most, (chart.limit or 0.0) * 1.15) * 1.04)


def _paint_bar(
    painter: QPainter, frame: Frame, place: int, amount: float, over: bool, colours: ChartColours, line: float
) -> None:
    width = min(frame.slot() * 0.7, line * 1.6)
    middle, top = frame.x(place), frame.y(amount)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.over if over else colours.bar))
    rounding = min(width / 4, line * 0.2)
    bar = QRectF(middle - width / 2, top, width, frame.plot.bottom() - top)
    painter.drawRoundedRect(bar, rounding, rounding)
    painter.drawRect(bar.adjusted(0, min(bar.height(), rounding), 0, 0))
    if over:
        reach = max(width / 2, line * 0.22)
        corners = ((0.0, -reach * 1.6), (reach, -reach * 0.3), (-reach, -reach * 0.3))
        painter.drawPolygon(QPolygonF([QPointF(middle + x, top + y) for x, y in corners]))


def _paint_limit(painter: QPainter, frame: Frame, limit: float, label: str, colours: ChartColours) -> None:
    letters = QFontMetricsF(painter.font(), painter.device())
    line, y = letters.height(), frame.y(limit)
    painter.setPen(QPen(QColor(colours.before), line / 9, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y))
    width = letters.horizontalAdvance(label)
    x = frame.plot.left() if frame.mirror else frame.plot.right() - width
    behind = QRectF(x - line * 0.3, y - line * 1.15, width + line * 0.6, line)
    painter.fillRect(behind, QColor(colours.surface))
    painter.setPen(QColor(colours.before))
    painter.drawText(behind, Qt.AlignmentFlag.AlignCenter, label)
