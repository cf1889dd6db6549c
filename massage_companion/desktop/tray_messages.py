"""Notifications where there is no notification service: the bubble of the tray, where there is a tray.

It has no actions, so a press on it only opens the window. Must never leave an icon behind.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from massage_companion.desktop.notice import OPEN, Notice

SHOWN_MS = 10_000


class TrayMessages(QObject):
    """``acted(OPEN)`` when the bubble is pressed."""

    acted = Signal(str)

    def __init__(
        self, there_is_a_tray: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._there_is_a_tray = there_is_a_tray
        self._icon: QSystemTrayIcon | None = None

    def show(self, notice: Notice) -> None:
        """Show it in place of what is shown; nothing where there is no tray."""
        if not self._there_is_a_tray():
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(self._picture(), self)
            self._icon.messageClicked.connect(self._on_pressed)
        self._icon.show()
        kind = QSystemTrayIcon.MessageIcon.Warning if notice.critical else QSystemTrayIcon.MessageIcon.Information
        self._icon.showMessage(notice.title, notice.text, kind, SHOWN_MS)

    def withdraw(self) -> None:
        """Show nothing. Hiding the icon takes its bubble with it."""
        icon, self._icon = self._icon, None
        if icon is not None:
            icon.hide()
            icon.deleteLater()

    def _picture(self) -> QIcon:
        return QApplication.windowIcon()

    def _on_pressed(self) -> None:
        self.withdraw()
        self.acted.emit(OPEN)
