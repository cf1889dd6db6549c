"""The frame that charts over time share: where the axes stand, their labels and their grid.

Why: one place that knows sizes in terms of the letters, so that a chart fits any text size and any paper, and one that
turns time round where people read from the right. No widget here: the painter may be of a screen, a page or a picture.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from massage_companion.ui.trends.chart_colours import ChartColours


class Frame(Struct, frozen=True):
    """Places along one axis and amounts from 0 to ``top`` along the other, inside ``plot``."""

    plot: QRectF
    places: int
    top: float
    mirror: bool

    def x(self, place: float) -> float:
        """The middle of a place."""
        share = (place + 0.5) / self.places
        return self.plot.left() + self.plot.width() * (1 - share if self.mirror else share)

    def y(self, amount: float) -> float:
        """The height of an amount."""
        return self.plot.bottom() - self.plot.height() * amount / self.top

    def slot(self) -> float:
        """The width of a place."""
        return self.plot.width() / self.places

    def place_at(self, point: QPointF) -> int | None:
        """Which place a point is over, or ``None`` beside the plot."""
        if not self.plot.left() <= point.x() < self.plot.right():
            return None
        place = int((point.x() - self.plot.left()) / self.slot())
        return self.places - 1 - place if self.mirror else place


def frame_in(
    rect: QRectF, letters: QFontMetricsF, places: int, ticks: Sequence[float], end_room: float, mirror: bool
) -> Frame:
    """The frame in a rectangle, with room for the labels of the axes and ``end_room`` at the end of time."""
    line = letters.height()
    start = max(letters.horizontalAdvance(_number(tick)) for tick in ticks) + line * 0.7
    left, right = (end_room, start) if mirror else (start, end_room)
    plot = rect.adjusted(left, line * 0.6, -right, -line * 1.5)
    return Frame(plot, max(1, places), ticks[-1], mirror)


def paint_grid(painter: QPainter, frame: Frame, ticks: Sequence[float], colours: ChartColours) -> None:
    """Level lines with their numbers."""
    letters = QFontMetricsF(painter.font(), painter.device())
    line = letters.height()
    for tick in ticks:
        y = frame.y(tick)
        painter.setPen(QPen(QColor(colours.grid), line / 14))
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y))
        painter.setPen(QColor(colours.muted))
        width = letters.horizontalAdvance(_number(tick))
        x = frame.plot.right() + line * 0.5 if frame.mirror else frame.plot.left() - line * 0.5 - width
        painter.drawText(QRectF(x, y - line / 2, width + 1, line), Qt.AlignmentFlag.AlignCenter, _number(tick))


def paint_labels(painter: QPainter, frame: Frame, labels: Sequence[str], colours: ChartColours) -> None:
    """Labels below the places, as many as stand there without touching; empty ones are left out."""
    letters = QFontMetricsF(painter.font(), painter.device())
    line = letters.height()
    painter.setPen(QColor(colours.muted))
    spots = [
        (min(max(frame.x(place) - width / 2, frame.plot.left()), frame.plot.right() - width), width, label)
        for place, label in enumerate(labels)
        if label and (width := letters.horizontalAdvance(label))
    ]
    for left, width, label in _apart(spots, line * 0.8):
        painter.drawText(
            QRectF(left, frame.plot.bottom() + line * 0.4, width + 1, line), Qt.AlignmentFlag.AlignCenter, label
        )


def _apart(spots: Sequence[tuple[float, float, str]], gap: float) -> Sequence[tuple[float, float, str]]:
    """Every label, or every second, third and so on, until none touches its neighbour."""
    for step in range(1, len(spots) + 1):
        chosen = spots[::step]
        ordered = sorted(chosen)
        if all(left + width + gap <= after for (left, width, _label), (after, _w, _l) in pairwise(ordered)):
            return chosen
    return spots[:1]


def paint_cursor(painter: QPainter, frame: Frame, place: int, colours: ChartColours) -> None:
    """A line through the place that is read out."""
    line = QFontMetricsF(painter.font(), painter.device()).height()
    painter.setPen(QPen(QColor(colours.cursor), line / 10, Qt.PenStyle.DashLine))
    x = frame.x(place)
    painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()))


def ticks_to(most: float) -> tuple[float, ...]:
    """Round numbers from 0 to at least ``most``, three to six of them."""
    step = min(size * 10**power for size in (1, 2, 5) for power in range(7) if size * 10**power * 5 >= most)
    count = max(2, ceil(most / step))
    return tuple(float(step * number) for number in range(count + 1))


def _number(value: float) -> str:
    return f"{value:g}"
