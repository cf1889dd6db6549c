"""The four kinds of button.

Why: one main action per screen, told by its fill; everything else is quiet; what ends or deletes is outlined in red.
The words must always say the action: colour alone is never the difference.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from massage_companion.ui.theme import current_theme, scaled
from massage_companion.ui.widgets.symbols import Symbol, draw_symbol


def _dress(button: QPushButton, look: str, large: bool) -> None:
    button.setProperty("look", look)
    if large:
        button.setProperty("large", True)
    # Return presses the button that has the focus, in windows as well as in dialogs.
    button.setAutoDefault(True)


class QuietButton(QPushButton):
    """An ordinary action. At least 40 px high, 52 when large."""

    def __init__(self, text: str = "", large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _dress(self, "quiet", large)


class DangerButton(QPushButton):
    """An action that ends or removes something: outlined, never filled. At least 44 px high."""

    def __init__(self, text: str = "", large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _dress(self, "danger", large)


class LinkButton(QPushButton):
    """An action in running text, such as "Why we ask". At least 32 px high."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _dress(self, "link", large=False)


class IconButton(QPushButton):
    """A square button with a sign only, at least 44 px; `spoken` is its name and its tooltip."""

    def __init__(self, symbol: Symbol, spoken: str, danger: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _dress(self, "danger" if danger else "quiet", large=False)
        self._danger = danger
        self.set_symbol(symbol, spoken)

    def set_symbol(self, symbol: Symbol, spoken: str) -> None:
        """Change what the button does, as from pause to go on."""
        self._symbol: Symbol = symbol
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        side = max(44, scaled(40))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = current_theme()
        side = scaled(18)
        rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        ink = theme.danger if self._danger else theme.text
        painter = QPainter(self)
        draw_symbol(painter, self._symbol, rect, ink if self.isEnabled() else theme.disabled)
        painter.end()


class PrimaryButton(QPushButton):
    """The one main action of a screen. At least 44 px high, 52 when large."""

    def __init__(self, text: str = "", large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _dress(self, "primary", large)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the focus as a ring inside the fill, where an accent border would not be seen."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_theme().on_accent), 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 5, 5)
        painter.end()
