"""Paints a year of days: a square for each, the larger and darker the more minutes.

Size tells the same as colour; a day beyond the limit has a bar through it. Weeks are columns, Monday on top.
"""

from collections.abc import Sequence
from math import ceil

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from massage_companion.ui.trends.chart_colours import ChartColours
from massage_companion.ui.trends.chart_data import CalendarChart

_DAYS = 7
_SIZES = (0.45, 0.68, 0.9, 1.0)

_LEAST_SIDE = 0.55
_MOST_SIDE = 1.25
_ABOVE = 1.3
_BELOW = 0.6
"""Sides of a square, and room above for months and below, all in lines of text."""


class Grid(Struct, frozen=True):
    """Squares of ``side``, in strips of ``columns`` weeks one below the other; ``mirror`` begins at the other end."""

    corner: QPointF
    side: float
    columns: int
    strips: int
    strip_height: float
    mirror: bool

    def cell(self, place: int) -> QRectF:
        """The room of a day, gap included."""
        week, day = divmod(place, _DAYS)
        strip, column = divmod(week, self.columns)
        if self.mirror:
            column = self.columns - 1 - column
        top = self.corner.y() + strip * self.strip_height + day * self.side
        return QRectF(self.corner.x() + column * self.side, top, self.side, self.side)

    def place_at(self, point: QPointF) -> int | None:
        """Which day a point is over."""
        column = int((point.x() - self.corner.x()) // self.side)
        strip, rest = divmod(point.y() - self.corner.y(), self.strip_height)
        day = int(rest // self.side)
        if not (0 <= column < self.columns and 0 <= strip < self.strips and day < _DAYS):
            return None
        week = int(strip) * self.columns + (self.columns - 1 - column if self.mirror else column)
        return week * _DAYS + day

    def width(self) -> float:
        """The width of a whole strip."""
        return self.columns * self.side

    def bottom(self) -> float:
        """Where the squares end."""
        return self.corner.y() + self.strips * self.strip_height


def grid_in(chart: CalendarChart, rect: QRectF, letters: QFontMetricsF, mirror: bool) -> Grid:
    """Where the squares stand in a rectangle: a year in one strip, or in more where they would get too small."""
    line = letters.height()
    names = max(letters.horizontalAdvance(name) for name in chart.days) + line * 0.5
    room, weeks = max(line, rect.width() - names), len(chart.months)
    strips = max(1, ceil(weeks * _LEAST_SIDE * line / room))
    columns = ceil(weeks / strips)
    side = min(room / columns, line * _MOST_SIDE)
    left = rect.right() - names - side * columns if mirror else rect.left() + names
    height = side * _DAYS + line * (_ABOVE + _BELOW if strips > 1 else _BELOW)
    return Grid(QPointF(left, rect.top() + line * _ABOVE), side, columns, strips, height, mirror)


def calendar_height(chart: CalendarChart, width: float, letters: QFontMetricsF) -> float:
    """The height that is needed at a width, with months above and the legend below."""
    grid = grid_in(chart, QRectF(0, 0, width, 0), letters, mirror=False)
    lines = 1 + max(line for _x, line, _text in _legend_places(chart, width, letters))
    return grid.bottom() + letters.height() * 1.35 * lines


def paint_calendar(
    painter: QPainter, rect: QRectF, chart: CalendarChart, colours: ChartColours, cursor: int | None, mirror: bool
) -> None:
    """Paint the whole chart."""
    letters = QFontMetricsF(painter.font(), painter.device())
    grid = grid_in(chart, rect, letters, mirror)
    _paint_names(painter, grid, chart, colours, letters)
    for place, minutes in enumerate(chart.minutes):
        if minutes is not None:
            paint_day(painter, grid.cell(place), level_of(minutes, chart.steps), colours)
    if cursor is not None:
        painter.setPen(QPen(QColor(colours.text), letters.height() / 8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(grid.cell(cursor))
    _paint_legend(painter, rect, grid.bottom(), chart, colours, mirror)


def level_of(minutes: int, steps: tuple[int, int, int]) -> int:
    """0 for none, then 1 to 3, and 4 for more than the last step."""
    return 0 if minutes <= 0 else 1 + sum(minutes > step for step in steps)


def paint_day(painter: QPainter, room: QRectF, level: int, colours: ChartColours) -> None:
    """One square in its room."""
    gap = max(0.5, room.width() * 0.09)
    square = room.adjusted(gap, gap, -gap, -gap)
    rounding = square.width() * 0.18
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.track))
    painter.drawRoundedRect(square, rounding, rounding)
    if not level:
        return
    inset = square.width() * (1 - _SIZES[level - 1]) / 2
    painter.setBrush(QColor(colours.shades[level - 1]))
    painter.drawRoundedRect(square.adjusted(inset, inset, -inset, -inset), rounding, rounding)
    if level > len(_SIZES) - 1:
        painter.setPen(QPen(QColor(colours.surface), square.width() * 0.2))
        painter.drawLine(square.topRight(), square.bottomLeft())


def _paint_names(
    painter: QPainter, grid: Grid, chart: CalendarChart, colours: ChartColours, letters: QFontMetricsF
) -> None:
    line = letters.height()
    painter.setPen(QColor(colours.muted))
    for strip in range(grid.strips):
        _paint_months(painter, grid, chart.months, strip, letters)
    every = 1 if grid.side >= line else 2
    for place in range(0, grid.strips * grid.columns * _DAYS, grid.columns * _DAYS):
        for day, name in list(enumerate(chart.days))[::every]:
            width = letters.horizontalAdvance(name)
            y = grid.cell(place + day).center().y() - line / 2
            after = grid.corner.x() + grid.width() + line * 0.4
            x = after if grid.mirror else grid.corner.x() - line * 0.4 - width
            painter.drawText(QRectF(x, y, width + 1, line), Qt.AlignmentFlag.AlignCenter, name)


def _paint_months(painter: QPainter, grid: Grid, months: Sequence[str], strip: int, letters: QFontMetricsF) -> None:
    line = letters.height()
    first = strip * grid.columns
    taken: QRectF | None = None
    for week in range(first, min(first + grid.columns, len(months))):
        room = grid.cell(week * _DAYS)
        width = letters.horizontalAdvance(months[week])
        x = room.right() - width if grid.mirror else room.left()
        text = QRectF(x, room.top() - line * 1.2, width + 1, line)
        inside = grid.corner.x() - 1 <= x and text.right() <= grid.corner.x() + grid.width() + 2
        apart = taken is None or not taken.adjusted(-line * 0.4, 0, line * 0.4, 0).intersects(text)
        if months[week] and inside and apart:
            painter.drawText(text, Qt.AlignmentFlag.AlignCenter, months[week])
            taken = text


def _legend_places(chart: CalendarChart, width: float, letters: QFontMetricsF) -> Sequence[tuple[float, int, float]]:
    """For each entry where it begins, on which line, and how wide it is."""
    line = letters.height()
    places: list[tuple[float, int, float]] = []
    x, row = 0.0, 0
    for name in chart.legend:
        wide = line * 1.4 + letters.horizontalAdvance(name)
        if x and x + wide > width:
            x, row = 0.0, row + 1
        places.append((x, row, wide))
        x += wide + line * 0.9
    return places


def _paint_legend(
    painter: QPainter, rect: QRectF, top: float, chart: CalendarChart, colours: ChartColours, mirror: bool
) -> None:
    letters = QFontMetricsF(painter.font(), painter.device())
    line = letters.height()
    for level, (x, row, wide) in enumerate(_legend_places(chart, rect.width(), letters)):
        start = rect.right() - x - wide if mirror else rect.left() + x
        y = top + row * line * 1.35
        paint_day(painter, QRectF(start + wide - line if mirror else start, y, line, line), level, colours)
        painter.setPen(QColor(colours.muted))
        text = QRectF(start if mirror else start + line * 1.4, y, wide - line * 1.4 + 1, line)
        painter.drawText(text, Qt.AlignmentFlag.AlignCenter, chart.legend[level])
