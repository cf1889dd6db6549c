"""The two kinds of button in the sidebar: a person and a page.

Why: painted, so that signs and initials are crisp in every theme and size; apart from that, plain push buttons.
They must keep their names for a screen reader when only the sign is left.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from massage_companion.ui.theme import Theme, current_theme, scaled
from massage_companion.ui.theme_colours import blend
from massage_companion.ui.widgets.mirror import beginning, mirrored
from massage_companion.ui.widgets.symbols import Symbol, draw_symbol

_PADDING = 12
_LEAST_HEIGHT = 32


class SidebarButton(QPushButton):
    """A row with a sign at the start and a text that may be left out."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("look", "painted")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)
        self.setAutoDefault(True)
        self._compact = False

    def set_compact(self, compact: bool) -> None:
        """Show the sign alone; the text becomes the tooltip."""
        self._compact = compact
        self.setToolTip(self.text() if compact else "")
        self.updateGeometry()

    def full_width(self) -> int:
        """The width with the text, in px."""
        text = QFontMetrics(self._letters(bold=True)).horizontalAdvance(self.text())
        return 2 * _PADDING + self._sign_side() + scaled(10) + text + self._tail()

    def sizeHint(self) -> QSize:
        if self._compact:
            return QSize(max(44, self._sign_side() + 2 * _PADDING), max(38, scaled(18) + 12))
        return QSize(max(self.full_width(), scaled(171)), max(38, scaled(20) + 18))

    def minimumSizeHint(self) -> QSize:
        """Lower in a low window, so that every entry stays in sight."""
        return QSize(self.sizeHint().width(), max(_LEAST_HEIGHT, scaled(20)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the sidebar, which knows the order."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _sign_side(self) -> int:
        return scaled(18)

    def _tail(self) -> int:
        return 0

    def _letters(self, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _sign_rect(self) -> QRect:
        side = self._sign_side()
        left = (self.width() - side) // 2 if self._compact else _PADDING
        return mirrored(self, QRect(left, (self.height() - side) // 2, side, side))

    def _text_rect(self) -> QRect:
        left = _PADDING + self._sign_side() + scaled(10)
        return mirrored(self, QRect(left, 0, self.width() - left - _PADDING, self.height()))

    def _draw_surface(self, painter: QPainter, theme: Theme, surface: str | None) -> None:
        painter.setPen(QPen(QColor(theme.focus), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(surface) if surface else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _draw_text(self, painter: QPainter, colour: str, bold: bool) -> None:
        if self._compact:
            return
        painter.setPen(QColor(colour))
        painter.setFont(self._letters(bold))
        painter.drawText(self._text_rect(), int(beginning(self) | Qt.AlignmentFlag.AlignVCenter), self.text())


class EntryButton(SidebarButton):
    """A page."""

    def __init__(self, text: str, symbol: Symbol, parent: QWidget | None = None, *, urgent: bool = False) -> None:
        super().__init__(text, parent)
        self._symbol = symbol
        self._urgent = urgent
        self._here = False

    def set_here(self, here: bool, words: str) -> None:
        """Highlight the page that is shown and say so to a screen reader."""
        self._here = here
        self.setAccessibleDescription(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        hovered = self.underMouse() and self.isEnabled()
        surface = theme.card if self._here else blend(theme.sidebar, theme.card, 0.5) if hovered else None
        ink = theme.disabled if not self.isEnabled() else theme.accent if self._here else theme.text
        if self._urgent and self.isEnabled():
            ink = theme.danger
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_surface(painter, theme, surface)
        if self._here and (self._compact or theme.card == theme.sidebar):
            bar = mirrored(self, QRect(0, self.height() // 4, 3, self.height() // 2))
            painter.fillRect(bar, QColor(theme.accent))
        draw_symbol(painter, self._symbol, QRectF(self._sign_rect()), ink)
        self._draw_text(painter, ink, bold=self._here)
        painter.end()


class PersonButton(SidebarButton):
    """Whom this is about: a round initial and a name."""

    def set_person(self, name: str, spoken: str) -> None:
        """Show a name; `spoken` is the button's name for a screen reader."""
        self.setText(name)
        self.setAccessibleName(spoken)
        self.setToolTip(name if self._compact else "")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, self._sign_side() + 12))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = self.underMouse() and self.isEnabled()
        self._draw_surface(painter, theme, blend(theme.sidebar, theme.card, 0.5) if hovered else None)
        disc = QRectF(self._sign_rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent_soft))
        painter.drawEllipse(disc)
        painter.setPen(QColor(theme.accent))
        painter.setFont(self._letters(bold=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self.text()[:1].upper())
        self._draw_name(painter, theme)
        painter.end()

    def _draw_name(self, painter: QPainter, theme: Theme) -> None:
        if self._compact:
            return
        room = self._text_rect()
        metrics = QFontMetrics(self._letters(bold=True))
        name = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() - self._tail())
        painter.setPen(QColor(theme.text))
        painter.setFont(self._letters(bold=True))
        painter.drawText(room, int(beginning(self) | Qt.AlignmentFlag.AlignVCenter), name)
        side = scaled(14)
        left = _PADDING + self._sign_side() + scaled(10) + metrics.horizontalAdvance(name) + scaled(6)
        arrow = mirrored(self, QRect(left, (self.height() - side) // 2, side, side))
        draw_symbol(painter, "down", QRectF(arrow), theme.muted)

    def full_width(self) -> int:
        """A long name is shortened rather than let it push the page aside."""
        return min(super().full_width(), scaled(230))

    def _sign_side(self) -> int:
        return scaled(32)

    def _tail(self) -> int:
        return scaled(20)
