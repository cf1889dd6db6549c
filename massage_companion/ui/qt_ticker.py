"""The one timer of a session, made of a Qt timer.

Why single-shot: each look arms the next from the clock, so nothing drifts and nothing runs while nothing is shown.
It must never count.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer


class QtTicker(QObject):
    """Fulfils the port ``Ticker``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setObjectName("session ticker")
        self._timer.setSingleShot(True)
        # A coarse timer would fall on another part of the second each time it is armed.
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._fire)

    def arm(self, delay_ms: int, look: Callable[[], None]) -> None:
        """Call ``look`` once in ``delay_ms``, in place of whatever was armed before."""
        self._look = look
        self._timer.start(max(0, delay_ms))

    def disarm(self) -> None:
        """Forget what was armed."""
        self._timer.stop()
        self._look = None

    def _fire(self) -> None:
        look, self._look = self._look, None
        if look is not None:
            look()
