"""Small line drawings for navigation and icon-only buttons.

Why: a font may lack a sign or show it as a coloured picture; painted ones look the same everywhere and stay crisp.
They are ornaments: the control that shows one must never rely on it for its meaning.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

Symbol = Literal[
    "session", "log", "trends", "check", "massagers", "settings", "help", "person",
    "pause", "play", "stop", "down", "close", "info", "warning", "tick", "cross",
]  # fmt: skip

# Every drawing lives in a square of 24 by 24 units.
_UNITS = 24.0
_PEN = 2.0


def draw_symbol(painter: QPainter, name: Symbol, rect: QRectF, colour: str) -> None:
    """Draw a symbol centred in `rect`, in one colour ("#RRGGBB")."""
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / _UNITS, side / _UNITS)
    painter.setPen(
        QPen(QColor(colour), _PEN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _DRAWINGS[name](painter)
    painter.restore()


def symbol_icon(name: Symbol, colour: str, size: int) -> "QIcon":
    """An icon for buttons and menus, `size` logical pixels wide, drawn for screens of double density too."""
    from PySide6.QtGui import QIcon  # its class takes as long as all drawings; most windows show no icon

    icon = QIcon()
    for density in (1, 2):
        pixmap = QPixmap(size * density, size * density)
        pixmap.setDevicePixelRatio(density)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_symbol(painter, name, QRectF(0, 0, size, size), colour)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def _path(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _dot(painter: QPainter, x: float, y: float, radius: float) -> None:
    painter.save()
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.restore()


def _session(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(12, 12), 9, 9)
    _dot(painter, 12, 12, 5)


def _log(painter: QPainter) -> None:
    for y in (6, 12, 18):
        _path(painter, (4, y), (20, y))


def _trends(painter: QPainter) -> None:
    _path(painter, (3, 17), (9, 10), (14, 14), (21, 6))


def _tick(painter: QPainter) -> None:
    _path(painter, (4.5, 12.5), (9.5, 17.5), (19.5, 6.5))


def _massagers(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(3.5, 4.5, 17, 15), 2.5, 2.5)
    _path(painter, (12, 4.5), (12, 19.5))


def _settings(painter: QPainter) -> None:
    for y, knob in ((7, 15.5), (17, 8.5)):
        _path(painter, (3.5, y), (knob - 3, y))
        _path(painter, (knob + 3, y), (20.5, y))
        painter.drawEllipse(QPointF(knob, y), 3, 3)


def _help(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(12, 12), 9.5, 9.5)
    painter.drawArc(QRectF(9, 6.5, 6, 6), -45 * 16, 225 * 16)
    _path(painter, (14.1, 11.6), (12, 14))
    _dot(painter, 12, 17.3, 1.4)


def _person(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(12, 8), 4.2, 4.2)
    painter.drawArc(QRectF(4, 14.5, 16, 14), 0, 180 * 16)


def _pause(painter: QPainter) -> None:
    for x in (6.0, 14.0):
        painter.fillRect(QRectF(x, 4.5, 4, 15), painter.pen().color())


def _play(painter: QPainter) -> None:
    painter.setBrush(painter.pen().color())
    painter.drawPolygon(QPolygonF([QPointF(7, 5), QPointF(19, 12), QPointF(7, 19)]))


def _stop(painter: QPainter) -> None:
    painter.fillRect(QRectF(5, 5, 14, 14), painter.pen().color())


def _down(painter: QPainter) -> None:
    _path(painter, (6, 9.5), (12, 15.5), (18, 9.5))


def _cross(painter: QPainter) -> None:
    _path(painter, (6, 6), (18, 18))
    _path(painter, (18, 6), (6, 18))


def _info(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(12, 12), 9.5, 9.5)
    _dot(painter, 12, 7.3, 1.4)
    _path(painter, (12, 11.5), (12, 17))


def _warning(painter: QPainter) -> None:
    painter.drawPolygon(QPolygonF([QPointF(12, 3.5), QPointF(22, 20.5), QPointF(2, 20.5)]))
    _path(painter, (12, 10), (12, 14))
    _dot(painter, 12, 17.4, 1.3)


_DRAWINGS: dict[Symbol, Callable[[QPainter], None]] = {
    "session": _session,
    "log": _log,
    "trends": _trends,
    "check": _tick,
    "massagers": _massagers,
    "settings": _settings,
    "help": _help,
    "person": _person,
    "pause": _pause,
    "play": _play,
    "stop": _stop,
    "down": _down,
    "close": _cross,
    "info": _info,
    "warning": _warning,
    "tick": _tick,
    "cross": _cross,
}
