"""Desktop notifications: through the freedesktop service where there is one, else the tray's bubble, else nothing.

Nothing is connected before the first notification, nothing wakes the program up between messages, and nothing waits:
a service that hangs, lies or vanishes changes only that its notification is not seen. The window and the sound tell
the same. Must never raise.
"""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from msgspec import structs
from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from massage_companion.desktop.notice import Notice

if TYPE_CHECKING:
    from massage_companion.desktop.bus_line import BusLine
    from massage_companion.desktop.notification_talk import NotificationTalk

CALM_AFTER_MS = 600_000
"""Unanswered for so long, "time is over" goes on as an ordinary notification: a sticky one may keep the screen lit."""


class Bubbles(Protocol):
    """Another way to show a notice, for where there is no service."""

    acted: SignalInstance

    def show(self, notice: Notice) -> None:
        """Show it in place of what is shown."""
        ...

    def withdraw(self) -> None:
        """Show nothing."""
        ...


class Notifications(QObject):
    """At most one notification. ``acted(key)`` when one of its actions was chosen; it is gone by then."""

    acted = Signal(str)

    def __init__(
        self,
        bubbles: Callable[[], Bubbles] | None = None,
        has_service: bool = sys.platform.startswith("linux"),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_bubbles = bubbles or _tray_messages
        self._has_service = has_service
        self._bubbles: Bubbles | None = None
        self._line: BusLine | None = None
        self._talk: NotificationTalk | None = None
        self._notice: Notice | None = None
        self._calm = QTimer(self, singleShot=True, interval=CALM_AFTER_MS)
        self._calm.timeout.connect(self._on_calm)

    def show(
        self, kind: str, title: str, text: str, actions: tuple[tuple[str, str], ...] = (), critical: bool = False
    ) -> None:
        """Show this in place of what is shown. ``kind`` is a word of the program, such as ``time_up``.

        ``actions`` are pairs of key and label, the most important first; the key ``default`` stands for a press on
        the notification itself. ``critical`` stays until it is answered or withdrawn.
        """
        notice = Notice(kind, title, text, actions, critical)
        if not critical:
            self._calm.stop()
        elif self._notice is None or self._notice.kind != kind:
            self._calm.start()
        elif not self._calm.isActive():
            notice = structs.replace(notice, critical=False)
        self._notice = notice
        self._tell(notice)

    def withdraw(self) -> None:
        """Take the notification away, as when it was answered elsewhere."""
        self._notice = None
        self._calm.stop()
        if self._talk is not None:
            self._talk.withdraw()
        if self._bubbles is not None:
            self._bubbles.withdraw()

    def close(self) -> None:
        """Leave nothing behind, before the program ends."""
        self.withdraw()
        if self._line is not None:
            self._line.close()

    def _tell(self, notice: Notice) -> None:
        if not self._has_service:
            self._use_bubbles(notice)
            return
        line, talk = self._service()
        talk.want(notice)
        line.open()

    def _service(self) -> "tuple[BusLine, NotificationTalk]":
        """The line and the talk over it; imported only now, since most starts never need them."""
        if self._line is None or self._talk is None:
            from massage_companion.desktop.bus_line import BusLine
            from massage_companion.desktop.bus_places import session_bus
            from massage_companion.desktop.notification_talk import NotificationTalk

            self._line = BusLine(session_bus, self)
            self._talk = NotificationTalk(self._line.send, self._on_acted, self._use_bubbles, _keep_token)
            self._line.ready.connect(self._talk.connected)
            self._line.heard.connect(self._talk.heard)
            self._line.lost.connect(self._talk.disconnected)
        return self._line, self._talk

    def _on_acted(self, key: str) -> None:
        self.withdraw()
        self.acted.emit(key)

    def _on_calm(self) -> None:
        if self._notice is not None:
            self._notice = structs.replace(self._notice, critical=False)
            self._tell(self._notice)

    def _use_bubbles(self, notice: Notice) -> None:
        """Only where it is certain that no service takes it: with one that hangs, the tray may hang as well."""
        if self._bubbles is None:
            self._bubbles = self._make_bubbles()
            self._bubbles.acted.connect(self._on_acted)
        self._bubbles.show(notice)


def _tray_messages() -> Bubbles:
    from massage_companion.desktop.tray_messages import TrayMessages

    return TrayMessages()


def _keep_token(token: str) -> None:
    """On Wayland only a press hands out the right to come forward; Qt looks for it here."""
    os.environ["XDG_ACTIVATION_TOKEN"] = token
