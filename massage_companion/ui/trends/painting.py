"""Paints any chart with any painter: of a window, a printed page or a picture. No widget here.

The painter's own font writes the labels, and all sizes follow it.
"""

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageWriter, QPainter

from massage_companion.ui.trends.chart_colours import PAPER, ChartColours
from massage_companion.ui.trends.chart_data import BarChart, CalendarChart, Chart, LineChart, RowChart
from massage_companion.ui.trends.paint_bars import bar_frame, paint_bars
from massage_companion.ui.trends.paint_calendar import calendar_height, grid_in, paint_calendar
from massage_companion.ui.trends.paint_line import line_frame, paint_lines
from massage_companion.ui.trends.paint_rows import paint_rows, row_at, rows_height

_TIME_CHART_LINES = 14.0


def paint_chart(
    painter: QPainter,
    rect: QRectF,
    chart: Chart,
    colours: ChartColours = PAPER,
    cursor: int | None = None,
    mirror: bool = False,
) -> None:
    """Paint a chart in a rectangle; ``cursor`` marks a place, ``mirror`` runs time from right to left."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    match chart:
        case LineChart():
            paint_lines(painter, rect, chart, colours, cursor, mirror)
        case BarChart():
            paint_bars(painter, rect, chart, colours, cursor, mirror)
        case CalendarChart():
            paint_calendar(painter, rect, chart, colours, cursor, mirror)
        case RowChart():
            paint_rows(painter, rect, chart, colours, cursor, mirror)
    painter.restore()


def chart_height(chart: Chart, width: float, letters: QFontMetricsF) -> float:
    """The height that a chart wants at a width."""
    match chart:
        case CalendarChart():
            return calendar_height(chart, width, letters)
        case RowChart():
            return rows_height(chart, letters)
        case _:
            return letters.height() * _TIME_CHART_LINES


def place_at(chart: Chart, rect: QRectF, letters: QFontMetricsF, point: QPointF, mirror: bool = False) -> int | None:
    """Which of the chart's readings belongs to a point, if any does."""
    match chart:
        case LineChart():
            return line_frame(chart, rect, letters, mirror).place_at(point)
        case BarChart():
            return bar_frame(chart, rect, letters, mirror).place_at(point)
        case CalendarChart():
            place = grid_in(chart, rect, letters, mirror).place_at(point)
            return place if place is not None and chart.minutes[place] is not None else None
        case RowChart():
            return row_at(chart, rect, letters, point)


def chart_png(chart: Chart, width: float, font: QFont, sharpness: float = 2.0, mirror: bool = False) -> bytes:
    """A picture on paper's colours, ``width`` logical pixels wide, as the bytes of a PNG file."""
    size = QSizeF(width, chart_height(chart, width, QFontMetricsF(font)))
    image = QImage((size * sharpness).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(sharpness)
    image.fill(QColor(PAPER.surface))
    painter = QPainter(image)
    painter.setFont(font)
    if mirror:
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    paint_chart(painter, QRectF(QPointF(0, 0), size), chart, mirror=mirror)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())
