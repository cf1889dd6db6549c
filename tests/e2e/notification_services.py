"""Notification services that misbehave, on a bus of the test; each sees what it was asked."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import Any, Self

from jeepney import HeaderFields, Message, MessageType, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.low_level import MessageFlag
from jeepney.wrappers import DBusAddress

SERVICE = "org.freedesktop.Notifications"
OBJECT = DBusAddress("/org/freedesktop/Notifications", interface=SERVICE)


class HangingService:
    """Takes every question and never answers. Context manager."""

    def __init__(self, address: str, name: str = SERVICE) -> None:
        self._address = address
        self._name = name
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._owns = threading.Event()
        self.asked: list[str] = []

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._owns.wait(10)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join(5)

    def answer(self, connection: DBusConnection, question: Message, method: str) -> None:
        """What it does with a question."""

    def _serve(self) -> None:
        with open_dbus_connection(self._address) as connection:
            connection.send_and_get_reply(message_bus.RequestName(self._name))
            self._owns.set()
            while not self._stop.is_set():
                try:
                    message = connection.receive(timeout=0.1)
                except TimeoutError:
                    continue
                if message.header.message_type is MessageType.method_call:
                    method = str(message.header.fields[HeaderFields.member])
                    self.asked.append(method)
                    self.answer(connection, message, method)


class NonsenseService(HangingService):
    """Answers everything with the wrong types, and reports actions that nobody offered."""

    def answer(self, connection: DBusConnection, question: Message, method: str) -> None:
        wrong: dict[str, tuple[str, tuple[Any, ...]]] = {
            "GetCapabilities": ("a{sv}", ({"actions": ("b", True)},)),
            "Notify": ("s", ("seven",)),
        }
        signature, body = wrong.get(method, ("v", (("i", -1),)))
        if not question.header.flags & MessageFlag.no_reply_expected:
            connection.send(new_method_return(question, signature, body))
        for name, signature, body in (
            ("ActionInvoked", "us", (7, "off")),
            ("ActionInvoked", "ss", ("seven", "off")),
            ("NotificationClosed", "s", ("seven",)),
            ("ActionInvoked", "", ()),
        ):
            connection.send(new_signal(OBJECT, name, signature, body))
