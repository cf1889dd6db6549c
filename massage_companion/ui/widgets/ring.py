"""The time that is left, as a ring and in large digits.

Why: read across a room, and cheap: it paints only when something that is shown has changed. A screen reader reads the
spoken time as the name of a static text; it is not a stop of the Tab key, so it is never read out every second.
It must never count: it shows what it is given.
"""

from math import ceil, cos, radians, sin
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from massage_companion.ui.theme import Theme, current_theme, scaled, tabular
from massage_companion.ui.widgets.ring_digits import Digits

RingTone = Literal["plain", "warning", "danger", "off"]

# Arcs are drawn clockwise from the top, in sixteenths of a degree.
_TOP = 90 * 16
_WHOLE = 360 * 16
# The arc moves in steps of 0.75 degrees, 2 px of a large ring: most seconds then change nothing but digits.
_STEP = 12
# So far around its tip the ring is painted where only the tip has moved.
_NEAR = 15 * 16


class _Layout(Struct, frozen=True):
    """Where things stand; kept until size, letters, colours or the length of a text change."""

    key: tuple[object, ...]
    centre: QPointF
    side: float
    width: float
    digits: Digits
    cells: list[QRect]
    digits_rect: QRect
    note: QFont
    note_rect: QRectF


class TimeRing(QLabel):
    """A large ring with the time and a caption inside. `fraction` is the filled part, 0 to 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, str, int, RingTone] = ("", "", 0, "plain")
        self._spoken = ""
        self._layout_now: _Layout | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_time(self, text: str, caption: str, fraction: float, tone: RingTone = "plain", spoken: str = "") -> None:
        """Show a time. `spoken` says it in words, such as "8 minutes 42 seconds left"."""
        before, self._shown = self._shown, (text, caption, _span(fraction), tone)
        if self._shown != before:
            self._repaint_changes(before)
        name = spoken or f"{text} {caption}"
        if name != self._spoken:
            self._spoken = name
            self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        # Large letters need a larger ring only where its caption would not fit: the digits are large already.
        side = max(310, round(1.3 * self.minimumSizeHint().width()))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        side = max(180, round(7.5 * self.fontMetrics().height()))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        place = self._layout()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dirty = event.rect()
        if not place.digits_rect.contains(dirty):
            self._paint_around(painter, place, dirty)
        for cell, character in zip(place.cells, self._shown[0], strict=True):
            if cell.intersects(dirty):
                place.digits.draw(painter, cell, character)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._layout_now = None
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def _paint_around(self, painter: QPainter, place: _Layout, dirty: QRect) -> None:
        _text, caption, span, tone = self._shown
        theme = current_theme()
        off = tone == "off" or not self.isEnabled()
        colours = theme.track, theme.disabled if off else _colour(theme, tone)
        only_tip = span < _WHOLE - 2 * _NEAR and _tips(place, span - _NEAR // 3, span + _NEAR // 3).contains(dirty)
        _draw_ring(painter, place.centre, place.side, place.width, span, colours, only_tip)
        if only_tip:
            return
        painter.setPen(QColor(theme.disabled if off else theme.muted))
        painter.setFont(place.note)
        painter.drawText(place.note_rect, Qt.AlignmentFlag.AlignCenter, caption)

    def _repaint_changes(self, before: tuple[str, str, int, RingTone]) -> None:
        """Every second only the digits and the tip of the arc change: paint no more than those."""
        text, caption, span, tone = self._shown
        place = self._layout_now
        same = (before[1], before[3], len(before[0])) == (caption, tone, len(text))
        if place is None or not same or abs(span - before[2]) > _WHOLE // 8:
            self.update()
            return
        for cell, old, new in zip(place.cells, before[0], text, strict=True):
            if old != new:
                self.update(cell)
        if span != before[2]:
            self.update(_tips(place, before[2], span))

    def _layout(self) -> _Layout:
        """The layout for what is shown now; digits are of one width, so only the length of the time matters."""
        text, caption, _span_now, tone = self._shown
        key = (self.width(), self.height(), caption, len(text), tone, self.devicePixelRatioF())
        if self._layout_now is None or self._layout_now.key != key:
            theme = current_theme()
            off = tone == "off" or not self.isEnabled()
            ink = QColor(theme.disabled if off else _ink(theme, tone))
            self._layout_now = _laid_out(self, key, ink, text, caption)
        return self._layout_now


class SmallRing(QWidget):
    """The ring without words, beside a time in a small window. An ornament: the words stand next to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[int, RingTone] = (0, "plain")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_fraction(self, fraction: float, tone: RingTone = "plain") -> None:
        """Fill a part of the ring, 0 to 1."""
        shown = (_span(fraction), tone)
        if shown != self._shown:
            self._shown = shown
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(32), scaled(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, (span, tone) = current_theme(), self._shown
        side = float(min(self.width(), self.height()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        _draw_ring(painter, centre, side - side * 0.1 - 1, side * 0.1, span, (theme.track, _colour(theme, tone)))
        painter.end()


def _laid_out(ring: QWidget, key: tuple[object, ...], ink: QColor, text: str, caption: str) -> _Layout:
    width, height, font = ring.width(), ring.height(), ring.font()
    side = float(min(width, height))
    stroke = side * 0.053
    inside = side - 2 * stroke
    letters = _fitted(tabular(font), QFont.Weight.Bold, inside * 0.235, text, inside * 0.8)
    note = _fitted(font, QFont.Weight.Normal, max(scaled(13), inside * 0.066), caption, inside * 0.74)
    cap, note_height = QFontMetricsF(letters).capHeight(), QFontMetricsF(note).height()
    gap = inside * 0.055
    below = gap + note_height if caption else 0.0
    top = round(height / 2 - (cap + below) / 2 - inside * 0.02)
    digits = Digits(letters, ink, ring.devicePixelRatioF())
    cells = digits.cells(text, width / 2, top)
    return _Layout(
        key=key,
        centre=QPointF(width / 2, height / 2),
        side=side - stroke - 2,
        width=stroke,
        digits=digits,
        cells=cells,
        digits_rect=cells[0].united(cells[-1]) if cells else QRect(),
        note=note,
        note_rect=QRectF((width - inside) / 2, top + cap + gap, inside, note_height),
    )


def _tips(place: _Layout, *spans: int) -> QRect:
    """The smallest rectangle around the ends of arcs of these spans, their round caps included."""
    radius, margin = place.side / 2, place.width / 2 + 3
    angles = [radians(90 - span / 16) for span in spans]
    xs = [place.centre.x() + radius * cos(angle) for angle in angles]
    ys = [place.centre.y() - radius * sin(angle) for angle in angles]
    corner = QPointF(min(xs) - margin, min(ys) - margin)
    return QRectF(corner, QPointF(max(xs) + margin, max(ys) + margin)).toAlignedRect()


def _span(fraction: float) -> int:
    """The filled part in whole steps; never empty before the end, never full after the start."""
    exact = min(1.0, max(0.0, fraction)) * _WHOLE
    steps = ceil(exact / _STEP) if exact < _WHOLE - _STEP else int(exact / _STEP)
    return steps * _STEP


def _colour(theme: Theme, tone: RingTone) -> str:
    return {"plain": theme.accent, "warning": theme.warning, "danger": theme.danger, "off": theme.disabled}[tone]


def _ink(theme: Theme, tone: RingTone) -> str:
    return {"warning": theme.warning, "danger": theme.danger}.get(tone, theme.text)


def _draw_ring(
    painter: QPainter,
    centre: QPointF,
    side: float,
    width: float,
    span: int,
    colours: tuple[str, str],
    only_tip: bool = False,
) -> None:
    """``colours`` of the track and of the filled part. With ``only_tip`` nothing that lies far from its end."""
    rect = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
    begin, end = (span - _NEAR, span + _NEAR) if only_tip else (0, _WHOLE)
    pen = QPen(QColor(colours[0]), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if span < _WHOLE:
        painter.setPen(pen)
        painter.drawArc(rect, _TOP - begin, begin - end)
    if span > 0:
        begin = max(0, begin)
        pen.setColor(QColor(colours[1]))
        painter.setPen(pen)
        painter.drawArc(rect, _TOP - begin, begin - span)


def _fitted(font: QFont, weight: QFont.Weight, pixels: float, text: str, room: float) -> QFont:
    """The font at the wanted height, or as much smaller as the text needs to fit the room."""
    fitted = QFont(font)
    fitted.setWeight(weight)
    fitted.setPixelSize(max(1, round(pixels)))
    advance = QFontMetricsF(fitted).horizontalAdvance(text)
    if advance > room:
        fitted.setPixelSize(max(9, int(pixels * room / advance)))
    return fitted
