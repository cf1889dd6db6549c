"""Whether the desktop has a place for a small icon, known without waiting for the desktop.

Why not simply ask Qt: it asks the desktop over the message bus and waits, and where that hangs the window stands still
for 25 seconds. So the same question is sent first without waiting, and Qt is asked only once it was answered.
Until then there is no such place. Must never raise.
"""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

if TYPE_CHECKING:
    from massage_companion.desktop.bus_line import BusLine

_WATCHER = "org.kde.StatusNotifierWatcher"
_PATH = "/StatusNotifierWatcher"
_BUS = "org.freedesktop.DBus"


class TrayPlace(QObject):
    """``changed(bool)`` when a place has come or gone since the last look."""

    changed = Signal(bool)

    def __init__(
        self,
        ask_qt: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
        has_bus: bool = sys.platform.startswith("linux"),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ask_qt = ask_qt
        self._has_bus = has_bus
        self._line: BusLine | None = None
        self._asked = 0
        self._there = False

    def is_there(self) -> bool:
        """What is known by now."""
        return self._there

    def look(self) -> None:
        """Find out anew; from then on its coming and going is noticed."""
        if not self._has_bus:
            self._settle()
            return
        if self._line is None:
            # Imported only now: most people never want the icon.
            from massage_companion.desktop.bus_line import BusLine
            from massage_companion.desktop.bus_places import session_bus

            self._line = BusLine(session_bus, self)
            self._line.ready.connect(self._on_ready)
            self._line.heard.connect(self._on_heard)
            self._line.lost.connect(self._settle)
        if self._line.is_ready:
            self._ask()
        else:
            self._line.open()

    def close(self) -> None:
        """Stop looking."""
        if self._line is not None:
            self._line.close()

    def _on_ready(self) -> None:
        from jeepney import MatchRule
        from jeepney.bus_messages import message_bus

        owner = MatchRule(type="signal", sender=_BUS, interface=_BUS, member="NameOwnerChanged")
        owner.add_arg_condition(0, _WATCHER)
        host = MatchRule(type="signal", interface=_WATCHER, member="StatusNotifierHostRegistered", path=_PATH)
        if self._line is not None:
            for rule in (owner, host):
                self._line.send(message_bus.AddMatch(rule))
        self._ask()

    def _ask(self) -> None:
        from jeepney import DBusAddress, Properties

        if self._line is not None and not self._asked:
            watcher = DBusAddress(_PATH, bus_name=_WATCHER, interface=_WATCHER)
            self._asked = self._line.send(Properties(watcher).get("IsStatusNotifierHostRegistered"))

    def _on_heard(self, message: Any) -> None:
        from jeepney import HeaderFields, MessageType

        fields = message.header.fields
        if self._asked and fields.get(HeaderFields.reply_serial) == self._asked:
            self._settle()
        elif message.header.message_type is MessageType.signal and fields.get(HeaderFields.member) in (
            "NameOwnerChanged",
            "StatusNotifierHostRegistered",
        ):
            # What was asked before may have been asked of a service that is gone.
            self._asked = 0
            self._ask()

    def _settle(self) -> None:
        """The desktop answers, or there is no bus at all: now Qt's own question costs no time."""
        self._asked = 0
        there = self._ask_qt()
        if there != self._there:
            self._there = there
            self.changed.emit(there)
