"""Check boxes and radio buttons whose text may take several lines.

Why: Qt's own cut a long text off. These are Qt's own controls, so a screen reader knows them; only the drawing and
the size are ours. With `framed` the whole row is a surface to press, as in the safety check.
They must never be preselected by themselves.
"""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from massage_companion.ui.theme import Theme, current_theme, scaled
from massage_companion.ui.theme_colours import blend
from massage_companion.ui.widgets.mirror import beginning, mirrored
from massage_companion.ui.widgets.symbols import draw_symbol

_WRAP = Qt.TextFlag.TextWordWrap


class TickBox(QCheckBox):
    """A check box with wrapping text, at least 32 px high, 44 when framed."""

    def __init__(self, text: str, framed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _prepare(self, framed)

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint(self, round_mark=False)

    def sizeHint(self) -> QSize:
        return _size_hint(self)

    def minimumSizeHint(self) -> QSize:
        return _minimum(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _height(self, width)

    def text_left(self) -> int:
        """Where its text begins, in px from its edge, for what stands below it."""
        return _text_left(self)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)


class RadioMark(QRadioButton):
    """A radio button with wrapping text, at least 32 px high, 44 when framed."""

    def __init__(self, text: str, framed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _prepare(self, framed)

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint(self, round_mark=True)

    def sizeHint(self) -> QSize:
        return _size_hint(self)

    def minimumSizeHint(self) -> QSize:
        return _minimum(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _height(self, width)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)


def _prepare(button: QAbstractButton, framed: bool) -> None:
    button.setProperty("framed", framed)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum, QSizePolicy.ControlType.CheckBox)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)


def _margins(button: QAbstractButton) -> tuple[int, int, int]:
    """Left and right padding, padding above and below, least height, in px."""
    return (14, 10, max(44, scaled(44))) if button.property("framed") else (2, 5, max(32, scaled(30)))


def _mark_side() -> int:
    return scaled(20)


def _text_left(button: QAbstractButton) -> int:
    return _margins(button)[0] + _mark_side() + scaled(12)


def _height(button: QAbstractButton, width: int) -> int:
    side, above, least = _margins(button)
    room = max(1, width - _text_left(button) - side)
    text = button.fontMetrics().boundingRect(QRect(0, 0, room, 100_000), _WRAP, button.text())
    return max(least, text.height() + 2 * above)


def _size_hint(button: QAbstractButton) -> QSize:
    side = _margins(button)[0]
    width = _text_left(button) + button.fontMetrics().horizontalAdvance(button.text()) + side + 2
    return QSize(width, _height(button, width))


def _minimum(button: QAbstractButton) -> QSize:
    """Room for the mark and the longest word; Chinese, which has no spaces, breaks anywhere."""
    words = button.text().split() or [""]
    longest = max(words, key=len)
    metrics = button.fontMetrics()
    widest = metrics.horizontalAdvance(longest) if longest.isascii() else 4 * metrics.height()
    return QSize(_text_left(button) + widest + _margins(button)[0] + 2, _margins(button)[2])


def _paint(button: QAbstractButton, round_mark: bool) -> None:
    theme = current_theme()
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_frame(button, painter, theme)
    side = _mark_side()
    mark = QRect(_margins(button)[0], (button.height() - side) // 2, side, side)
    _paint_mark(button, painter, QRectF(mirrored(button, mark)), round_mark)
    left = _text_left(button)
    text = QRect(left, 0, button.width() - left - _margins(button)[0], button.height())
    painter.setPen(QColor(theme.text if button.isEnabled() else theme.disabled))
    flags = int(_WRAP) | int(beginning(button) | Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(mirrored(button, text), flags, button.text())
    painter.end()


def _paint_frame(button: QAbstractButton, painter: QPainter, theme: Theme) -> None:
    focused = button.hasFocus()
    if not button.property("framed"):
        if focused:
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRoundedRect(QRectF(button.rect()).adjusted(1, 1, -1, -1), 6, 6)
        return
    surface = theme.card
    if button.isChecked():
        surface = blend(theme.card, theme.accent_soft, 0.55)
    elif button.underMouse() and button.isEnabled():
        surface = theme.hover
    border, width = (theme.focus, 2.0) if focused else (theme.accent if button.isChecked() else theme.line, 1.0)
    pen = QPen(QColor(border), width)
    if button.property("aside") and not focused:
        pen = QPen(QColor(theme.edge), width, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.setBrush(QColor(surface))
    inset = width / 2
    painter.drawRoundedRect(QRectF(button.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_mark(button: QAbstractButton, painter: QPainter, rect: QRectF, round_mark: bool) -> None:
    theme = current_theme()
    checked, enabled = button.isChecked(), button.isEnabled()
    colour = theme.disabled if not enabled else theme.accent if checked else theme.muted
    painter.setPen(QPen(QColor(colour), 2))
    painter.setBrush(QColor(colour if checked and not round_mark else theme.card))
    inner = rect.adjusted(1, 1, -1, -1)
    if round_mark:
        painter.drawEllipse(inner)
    else:
        painter.drawRoundedRect(inner, 4, 4)
    if checked and round_mark:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(rect.adjusted(*(rect.width() * share for share in (0.27, 0.27, -0.27, -0.27))))
    elif checked:
        draw_symbol(painter, "tick", rect.adjusted(3, 3, -3, -3), theme.on_accent)
    painter.setBrush(Qt.BrushStyle.NoBrush)
