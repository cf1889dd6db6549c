"""Where things stand inside the ring: the digits, the caption under them, and the tip of the arc.

Why: worked out once for a size, a style and a length of the time, so that a second costs only what it paints. Letters
that a person made larger must stay larger here, too, so a long caption gets two lines before it gets small.
"""

from collections.abc import Iterator
from math import cos, radians, sin

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtWidgets import QWidget

from massage_companion.ui.theme import scaled, tabular
from massage_companion.ui.widgets.ring_digits import Digits

_ENOUGH = 0.85
"""A caption in letters of this share of their wanted size stays on one line."""


class RingLayout(Struct, frozen=True):
    """Where things stand; kept until size, letters, colours or the length of a text change."""

    key: tuple[object, ...]
    centre: QPointF
    side: float
    width: float
    digits: Digits
    cells: list[QRect]
    digits_rect: QRect
    caption: str
    note: QFont
    note_rect: QRectF


def laid_out(ring: QWidget, key: tuple[object, ...], ink: QColor, text: str, caption: str) -> RingLayout:
    """For a ring of this size and with these letters; ``key`` is what has to stay the same for it to hold."""
    width, height, font = ring.width(), ring.height(), ring.font()
    side = float(min(width, height))
    stroke = side * 0.053
    inside = side - 2 * stroke
    letters = _fitted(tabular(font), QFont.Weight.Bold, inside * 0.235, text, inside * 0.8)
    note, lines = _captioned(font, max(scaled(13), inside * 0.066), caption, inside * 0.74)
    cap, note_height = QFontMetricsF(letters).capHeight(), QFontMetricsF(note).height() * len(lines)
    gap = inside * 0.055
    below = gap + note_height if caption else 0.0
    top = round(height / 2 - (cap + below) / 2 - inside * 0.02)
    digits = Digits(letters, ink, ring.devicePixelRatioF())
    cells = digits.cells(text, width / 2, top)
    return RingLayout(
        key=key,
        centre=QPointF(width / 2, height / 2),
        side=side - stroke - 2,
        width=stroke,
        digits=digits,
        cells=cells,
        digits_rect=cells[0].united(cells[-1]) if cells else QRect(),
        caption="\n".join(lines),
        note=note,
        note_rect=QRectF((width - inside) / 2, top + cap + gap, inside, note_height),
    )


def tips(place: RingLayout, *spans: int) -> QRect:
    """The smallest rectangle around the ends of arcs of these spans, their round caps included."""
    radius, margin = place.side / 2, place.width / 2 + 3
    angles = [radians(90 - span / 16) for span in spans]
    xs = [place.centre.x() + radius * cos(angle) for angle in angles]
    ys = [place.centre.y() - radius * sin(angle) for angle in angles]
    corner = QPointF(min(xs) - margin, min(ys) - margin)
    return QRectF(corner, QPointF(max(xs) + margin, max(ys) + margin)).toAlignedRect()


def _captioned(font: QFont, pixels: float, caption: str, room: float) -> tuple[QFont, tuple[str, ...]]:
    """The caption's font and its lines: two where one would have to be in much smaller letters."""
    one = _fitted(font, QFont.Weight.Normal, pixels, caption, room)
    if one.pixelSize() >= _ENOUGH * pixels or " " not in caption:
        return one, (caption,)
    lines = min(_halves(caption), key=lambda halves: max(map(QFontMetricsF(one).horizontalAdvance, halves)))
    longer = max(lines, key=QFontMetricsF(one).horizontalAdvance)
    return _fitted(font, QFont.Weight.Normal, pixels, longer, room), lines


def _halves(caption: str) -> Iterator[tuple[str, str]]:
    """Every way to break it between two words."""
    words = caption.split(" ")
    for place in range(1, len(words)):
        yield " ".join(words[:place]), " ".join(words[place:])


def _fitted(font: QFont, weight: QFont.Weight, pixels: float, text: str, room: float) -> QFont:
    """The font at the wanted height, or as much smaller as the text needs to fit the room."""
    fitted = QFont(font)
    fitted.setWeight(weight)
    fitted.setPixelSize(max(1, round(pixels)))
    advance = QFontMetricsF(fitted).horizontalAdvance(text)
    if advance > room:
        fitted.setPixelSize(max(9, int(pixels * room / advance)))
    return fitted
