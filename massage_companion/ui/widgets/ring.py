"""The time that is left, as a ring and in large digits.

Why: read across a room, and cheap: it paints only when something that is shown has changed. A screen reader reads the
spoken time as the name of a static text; it is not a stop of the Tab key, so it is never read out every second.
It must never count: it shows what it is given.
"""

from math import ceil
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from massage_companion.ui.theme import Theme, current_theme, scaled
from massage_companion.ui.widgets.ring_layout import RingLayout, laid_out, tips

RingTone = Literal["plain", "warning", "danger", "off"]

# Arcs are drawn clockwise from the top, in sixteenths of a degree.
_TOP = 90 * 16
_WHOLE = 360 * 16
# The arc moves in steps of 0.75 degrees, 2 px of a large ring: most seconds then change nothing but digits.
_STEP = 12
# So far around its tip the ring is painted where only the tip has moved.
_NEAR = 15 * 16


class TimeRing(QLabel):
    """A large ring with the time and a caption inside. `fraction` is the filled part, 0 to 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, str, int, RingTone] = ("", "", 0, "plain")
        self._spoken = ""
        self._layout_now: RingLayout | None = None
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
        side = max(180, round(6.2 * self.fontMetrics().height()))
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

    def _paint_around(self, painter: QPainter, place: RingLayout, dirty: QRect) -> None:
        _text, _caption, span, tone = self._shown
        theme = current_theme()
        off = tone == "off" or not self.isEnabled()
        colours = theme.track, theme.disabled if off else _colour(theme, tone)
        only_tip = span < _WHOLE - 2 * _NEAR and tips(place, span - _NEAR // 3, span + _NEAR // 3).contains(dirty)
        _draw_ring(painter, place.centre, place.side, place.width, span, colours, only_tip)
        if only_tip:
            return
        painter.setPen(QColor(theme.disabled if off else theme.muted))
        painter.setFont(place.note)
        painter.drawText(place.note_rect, Qt.AlignmentFlag.AlignCenter, place.caption)

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
            self.update(tips(place, before[2], span))

    def _layout(self) -> RingLayout:
        """The layout for what is shown now; digits are of one width, so only the length of the time matters."""
        text, caption, _span_now, tone = self._shown
        key = (self.width(), self.height(), caption, len(text), tone, self.devicePixelRatioF())
        if self._layout_now is None or self._layout_now.key != key:
            theme = current_theme()
            off = tone == "off" or not self.isEnabled()
            ink = QColor(theme.disabled if off else _ink(theme, tone))
            self._layout_now = laid_out(self, key, ink, text, caption)
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
