"""Time is up, for somebody who wants no sound: the whole window changes its colour, slowly and for a while.

At most one change to bright a second, far below what can harm (three a second). Where the desktop asks for less motion
it stands still. It never takes a click or a key, and it must never be the only way to learn that time is up.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from massage_companion.ui.theme import current_theme, scaled

HALF_PULSE_MS = 500
"""Bright for so long, then plain for as long: one flash a second."""

PULSES = 10
"""Then it rests until the next alarm, ten seconds later."""

_BORDER = 16
_TINT = 40


def prefers_stillness() -> bool:
    """Whether the desktop asks for less motion: its style then takes no time for any movement."""
    from PySide6.QtWidgets import QStyle  # making its class takes 6 ms, which no start should pay for

    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


class WindowFlash(QObject):
    """Fulfils the port ``Flasher`` for the window in which ``place`` is."""

    def __init__(self, place: QWidget, still: Callable[[], bool] = prefers_stillness) -> None:
        super().__init__(place)
        self._place = place
        self._still = still
        self._veil: _Veil | None = None
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(HALF_PULSE_MS)
        self._timer.timeout.connect(self._turn)

    @property
    def is_bright(self) -> bool:
        """Whether the colour is there now."""
        return self._veil is not None and not self._veil.isHidden()

    def flash(self) -> None:
        """Begin, or begin anew; steady where less motion is wanted."""
        window = self._place.window()
        if self._veil is None or self._veil.parentWidget() is not window:
            self._drop()
            self._veil = _Veil(window)
        self._veil.cover()
        if self._still():
            self._timer.stop()
            return
        self._left = 2 * PULSES - 1
        self._timer.start()

    def stop(self) -> None:
        """Be plain at once."""
        self._timer.stop()
        self._drop()

    def _turn(self) -> None:
        if self._veil is None or self._left <= 0:
            self.stop()
            return
        self._left -= 1
        if self.is_bright:
            self._veil.hide()
        else:
            self._veil.cover()

    def _drop(self) -> None:
        veil, self._veil = self._veil, None
        if veil is not None:
            veil.hide()
            veil.deleteLater()


class _Veil(QWidget):
    """A border and a tint over a whole window, through which everything can be seen and clicked."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        window.installEventFilter(self)

    def cover(self) -> None:
        """Lie over the window as large as it is now."""
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        border = scaled(_BORDER)
        colour = QColor(current_theme().warning)
        painter = QPainter(self)
        tint = QColor(colour)
        tint.setAlpha(_TINT)
        painter.fillRect(self.rect(), tint)
        painter.setPen(QPen(colour, border))
        inset = border / 2
        painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
        painter.end()
