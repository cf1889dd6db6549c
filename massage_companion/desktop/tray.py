"""The optional icon in the desktop's tray: remaining time, and one press to pause or stop.

Why optional: many desktops show no tray, so nothing may be reachable here only, and the window closes as it always
does. The menu offers exactly what the screen offers; what needs an answer is asked in the window.
"""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from massage_companion.companion.words import Words
from massage_companion.session.states import Action

SHOWN_ACTIONS = (Action.PAUSE, Action.RESUME, Action.IT_IS_OFF, Action.END, Action.FEELS_WRONG)
"""In the order of the menu. The answers after an absence are not among them: they need the question."""

SHOWN_DEEDS = ("remind", "feels_wrong")
"""What can be done beside the actions of a session, by the screen's word for it."""

_SIDE = 64


class Tray(QObject):
    """``open_wanted`` for the window, ``acted(Action)`` and ``deed_wanted(str)`` for what was chosen in the menu."""

    open_wanted = Signal()
    acted = Signal(object)
    deed_wanted = Signal(str)

    def __init__(
        self,
        words: Words,
        icon: QIcon,
        there_is_a_tray: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """``there_is_a_tray`` must answer at once; ``TrayPlace.is_there`` does, Qt's own question may wait long."""
        super().__init__(parent)
        self._words = words
        self._plain_icon = icon
        self._there_is_a_tray = there_is_a_tray
        self._icon: QSystemTrayIcon | None = None
        self._menu = QMenu()
        self._text = ""
        self._tooltip = words("window.title")
        self._offered: tuple[str, ...] | None = None
        self.show_actions(frozenset())

    @property
    def menu(self) -> QMenu:
        """What the icon opens."""
        return self._menu

    @property
    def is_shown(self) -> bool:
        """Whether the icon is in a tray."""
        return self._icon is not None and self._icon.isVisible()

    def enable(self, wanted: bool) -> bool:
        """Show or hide the icon, as the settings say; whether it is shown, which needs a tray at this moment."""
        if not wanted or not self._there_is_a_tray():
            self._hide()
            return False
        if self._icon is None:
            self._icon = QSystemTrayIcon(self)
            self._icon.setContextMenu(self._menu)
            self._icon.activated.connect(self._on_pressed)
        self._dress(self._icon)
        self._icon.show()
        return True

    def show_time(self, text: str, tooltip: str) -> None:
        """``text`` stands in the icon (a few letters, such as whole minutes; empty for none), ``tooltip`` beside it."""
        if (text, tooltip) == (self._text, self._tooltip):
            return
        self._text, self._tooltip = text, tooltip
        if self._icon is None:
            return
        if self._there_is_a_tray():
            self._dress(self._icon)
        else:
            self._hide()

    def show_actions(self, actions: frozenset[Action], deeds: Collection[str] = ()) -> None:
        """Offer these, and always the window."""
        told = {**{action.value: action.value in actions for action in SHOWN_ACTIONS}}
        told |= {deed: told.get(deed, False) or deed in deeds for deed in SHOWN_DEEDS}
        offered = tuple(name for name, possible in told.items() if possible)
        if offered == self._offered:
            return
        self._offered = offered
        self._menu.clear()
        self._add(self._words("tray.open"), self.open_wanted.emit)
        for name in offered:
            self._add(self._words(f"tray.{name}"), self._chosen(name, actions))

    def close(self) -> None:
        """Leave no icon behind."""
        self._hide()
        self._menu.deleteLater()

    def _chosen(self, name: str, actions: frozenset[Action]) -> Callable[[], None]:
        if name in actions:
            return lambda: self.acted.emit(Action(name))
        return lambda: self.deed_wanted.emit(name)

    def _add(self, text: str, then: Callable[[], None]) -> None:
        action = QAction(text, self._menu)
        action.triggered.connect(lambda _checked=False: then())
        self._menu.addAction(action)

    def _on_pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.open_wanted.emit()

    def _hide(self) -> None:
        icon, self._icon = self._icon, None
        if icon is not None:
            icon.hide()
            icon.deleteLater()

    def _dress(self, icon: QSystemTrayIcon) -> None:
        icon.setToolTip(self._tooltip)
        icon.setIcon(_icon_with(self._text) if self._text else self._plain_icon)


def _icon_with(text: str) -> QIcon:
    """The text as large as it fits on the program's green, readable on light and dark panels."""
    picture = QPixmap(_SIDE, _SIDE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#0B6E5F"))
    painter.drawRoundedRect(0, 0, _SIDE, _SIDE, 12, 12)
    font = QFont()
    font.setBold(True)
    font.setPixelSize(min(46, int(1.6 * _SIDE / max(1, len(text)))))
    painter.setFont(font)
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(QRect(0, 0, _SIDE, _SIDE), int(Qt.AlignmentFlag.AlignCenter), text)
    painter.end()
    return QIcon(picture)
