"""Tells when the computer is about to sleep and when it has woken up, from logind over the system bus.

Only a hint to look at the clocks at once: the program works the same without it, since all time is derived from two
clocks. So nothing is said, and nothing tried again, where there is no such bus. Must never raise or wait.
"""

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from massage_companion.desktop.bus_places import BusPlace, system_bus

if TYPE_CHECKING:
    from massage_companion.desktop.bus_line import BusLine

_PATH = "/org/freedesktop/login1"
_SERVICE = "org.freedesktop.login1"
_INTERFACE = "org.freedesktop.login1.Manager"
_SIGNAL = "PrepareForSleep"


class SuspendSignal(QObject):
    """``about_to_sleep`` comes shortly before, ``woke`` right after; either may be missing."""

    about_to_sleep = Signal()
    woke = Signal()

    def __init__(
        self,
        place: Callable[[Mapping[str, str]], BusPlace | None] = system_bus,
        has_logind: bool = sys.platform.startswith("linux"),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._place = place
        self._has_logind = has_logind
        self._line: BusLine | None = None
        self._wanted = False

    def listen(self) -> None:
        """Begin to listen, as when a session begins. Until ``close`` it is tried once: this is asked every second."""
        if self._wanted or not self._has_logind:
            return
        self._wanted = True
        if self._line is None:
            # Imported only now: without a session nothing here is needed.
            from massage_companion.desktop.bus_line import BusLine

            self._line = BusLine(self._place, self)
            self._line.ready.connect(self._on_ready)
            self._line.heard.connect(self._on_heard)
        self._line.open()

    def close(self) -> None:
        """Stop listening."""
        self._wanted = False
        if self._line is not None:
            self._line.close()

    def _on_ready(self) -> None:
        from jeepney import MatchRule
        from jeepney.bus_messages import message_bus

        rule = MatchRule(type="signal", sender=_SERVICE, interface=_INTERFACE, member=_SIGNAL, path=_PATH)
        if self._line is not None:
            self._line.send(message_bus.AddMatch(rule))

    def _on_heard(self, message: Any) -> None:
        from jeepney import HeaderFields, MessageType

        fields = message.header.fields
        said = (fields.get(HeaderFields.interface), fields.get(HeaderFields.member), fields.get(HeaderFields.path))
        if message.header.message_type is not MessageType.signal or said != (_INTERFACE, _SIGNAL, _PATH):
            return
        match message.body:
            case (True,):
                self.about_to_sleep.emit()
            case (False,):
                self.woke.emit()
