"""Paints lines with a band around each: soreness before, after and next morning.

Series differ by colour and by marker, and each has its name at its end, so that none is told by colour alone.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from massage_companion.ui.trends.chart_colours import ChartColours
from massage_companion.ui.trends.chart_data import LineChart, Series, Spot, Tone
from massage_companion.ui.trends.frame import Frame, frame_in, paint_cursor, paint_grid, paint_labels

_TICKS = (0.0, 2.0, 4.0, 6.0, 8.0, 10.0)
_BAND = 0.16
_DASHES = {Tone.MORNING: Qt.PenStyle.DashLine}


def line_frame(chart: LineChart, rect: QRectF, letters: QFontMetricsF, mirror: bool) -> Frame:
    """Where the chart stands in a rectangle."""
    end = max((letters.horizontalAdvance(series.name) for series in chart.series), default=0.0)
    return frame_in(rect, letters, len(chart.labels), _TICKS, end + letters.height() * 1.3, mirror)


def paint_lines(
    painter: QPainter, rect: QRectF, chart: LineChart, colours: ChartColours, cursor: int | None, mirror: bool
) -> None:
    """Paint the whole chart."""
    frame = line_frame(chart, rect, QFontMetricsF(painter.font(), painter.device()), mirror)
    paint_grid(painter, frame, _TICKS, colours)
    paint_labels(painter, frame, chart.labels, colours)
    if cursor is not None:
        paint_cursor(painter, frame, cursor, colours)
    for series in chart.series:
        _paint_band(painter, frame, series, colours.of(series.tone))
    for series in chart.series:
        _paint_line(painter, frame, series, colours, cursor)
    _paint_names(painter, frame, chart.series, colours)


def paint_marker(painter: QPainter, tone: Tone, at: QPointF, radius: float, ink: str, rim: str) -> None:
    """A circle, a square or a diamond with a rim, so that markers on top of each other are told apart."""
    painter.setPen(QPen(QColor(rim), radius / 3))
    painter.setBrush(QColor(ink))
    if tone is Tone.BEFORE:
        painter.drawEllipse(at, radius, radius)
    elif tone is Tone.AFTER:
        side = radius * 0.9
        painter.drawRect(QRectF(at.x() - side, at.y() - side, 2 * side, 2 * side))
    else:
        reach = radius * 1.3
        corners = ((0.0, -reach), (reach, 0.0), (0.0, reach), (-reach, 0.0))
        painter.drawPolygon(QPolygonF([QPointF(at.x() + x, at.y() + y) for x, y in corners]))


def _runs(spots: Sequence[Spot | None]) -> Iterator[list[tuple[int, Spot]]]:
    """Neighbours that have a value: a line never crosses a week of which nothing is known."""
    run: list[tuple[int, Spot]] = []
    for place, spot in enumerate(spots):
        if spot is not None:
            run.append((place, spot))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _paint_band(painter: QPainter, frame: Frame, series: Series, colour: str) -> None:
    tint = QColor(colour)
    tint.setAlphaF(_BAND)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    for run in _runs(series.spots):
        # A week that stands alone has a band as wide as a marker.
        ends = (
            [(place, spot) for place, spot in run]
            if len(run) > 1
            else [(run[0][0] + d, run[0][1]) for d in (-0.2, 0.2)]
        )
        above = [QPointF(frame.x(place), frame.y(spot.high)) for place, spot in ends]
        below = [QPointF(frame.x(place), frame.y(spot.low)) for place, spot in reversed(ends)]
        painter.drawPolygon(QPolygonF(above + below))


def _paint_line(painter: QPainter, frame: Frame, series: Series, colours: ChartColours, cursor: int | None) -> None:
    unit = QFontMetricsF(painter.font(), painter.device()).height() / 15
    ink = colours.of(series.tone)
    for run in _runs(series.spots):
        painter.setPen(QPen(QColor(ink), 2.2 * unit, _DASHES.get(series.tone, Qt.PenStyle.SolidLine)))
        painter.drawPolyline(QPolygonF([QPointF(frame.x(place), frame.y(spot.mean)) for place, spot in run]))
    radius = min(4.0 * unit, max(2.2 * unit, frame.slot() * 0.3))
    for place, spot in enumerate(series.spots):
        if spot is not None:
            grown = 1.5 if place == cursor else 1.0
            at = QPointF(frame.x(place), frame.y(spot.mean))
            paint_marker(painter, series.tone, at, radius * grown, ink, colours.surface)


def _paint_names(painter: QPainter, frame: Frame, series: Sequence[Series], colours: ChartColours) -> None:
    """Each name beside the last value of its line, moved apart where two would touch."""
    letters = QFontMetricsF(painter.font(), painter.device())
    line = letters.height()
    ends = sorted(
        ((frame.y(spots[-1].mean), each) for each in series if (spots := [s for s in each.spots if s is not None])),
        key=lambda end: end[0],
    )
    heights: list[float] = []
    for y, _each in ends:
        heights.append(max(y, heights[-1] + line) if heights else y)
    over = max(0.0, heights[-1] - frame.plot.bottom()) if heights else 0.0
    for y, (_at, each) in zip(heights, ends, strict=True):
        width = letters.horizontalAdvance(each.name)
        x = frame.plot.left() - line * 0.5 - width if frame.mirror else frame.plot.right() + line * 0.5
        painter.setPen(QColor(colours.of(each.tone)))
        painter.drawText(QRectF(x, y - over - line / 2, width + 1, line), Qt.AlignmentFlag.AlignCenter, each.name)
