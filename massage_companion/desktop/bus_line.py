"""A line to a message bus of this computer, on Qt's own event loop.

Why not a thread or jeepney's own connection: those wait for answers. Here every step (connecting, proving who we are,
asking) is sent and the answer comes as an event, so that a bus that hangs costs nothing and blocks nothing.
Only local sockets, never the network. Nothing here raises; whatever goes wrong is ``lost``.
"""

import os
from collections.abc import Callable, Mapping
from itertools import count

from jeepney import HeaderFields, Message, MessageType, Parser
from jeepney.auth import BEGIN, Authenticator
from jeepney.bus_messages import message_bus
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalSocket

from massage_companion.desktop.bus_places import BusPlace

LARGEST_MESSAGE = 1_000_000
"""More bytes than this in one message are nonsense for what is asked here."""


class BusLine(QObject):
    """``ready`` once messages can be sent, ``heard(Message)`` for each that comes, ``lost`` once it is over."""

    ready = Signal()
    heard = Signal(object)
    lost = Signal()

    def __init__(self, place: Callable[[Mapping[str, str]], BusPlace | None], parent: QObject | None = None) -> None:
        """``place`` finds the bus in the environment, each time the line is opened."""
        super().__init__(parent)
        self._place = place
        self._socket: QLocalSocket | None = None
        self._proof: Authenticator | None = None
        self._parser = Parser()
        self._serials = count(1)
        self._hello = 0
        self.is_ready = False

    @property
    def is_open(self) -> bool:
        """Whether it is ready or on its way to be."""
        return self._socket is not None

    def open(self) -> None:
        """Begin to connect; does nothing while it is open."""
        if self._socket is not None:
            return
        place = self._place(os.environ)
        if place is None:
            self.lost.emit()
            return
        self._proof = Authenticator(inc_null_byte=True)
        self._parser = Parser()
        self._serials = count(1)
        socket = QLocalSocket(self)
        self._socket = socket
        socket.connected.connect(self._on_connected)
        socket.readyRead.connect(self._on_bytes)
        socket.errorOccurred.connect(self._on_error)
        if place.abstract:
            socket.setSocketOptions(QLocalSocket.SocketOption.AbstractNamespaceOption)
        socket.connectToServer(place.name)

    def send(self, message: Message) -> int:
        """Send without waiting; the serial that an answer will name, 0 where the line is not open."""
        if self._socket is None:
            return 0
        serial = next(self._serials)
        self._socket.write(message.serialise(serial=serial))
        return serial

    def close(self) -> None:
        """Let go of the bus, after what was sent has left as far as it can without waiting. ``lost`` is not said."""
        socket, self._socket = self._socket, None
        self.is_ready = False
        if socket is not None:
            socket.blockSignals(True)
            socket.flush()
            socket.abort()
            socket.deleteLater()

    def _on_connected(self) -> None:
        if self._socket is not None and self._proof is not None:
            self._socket.write(self._proof.data_to_send() or b"")

    def _on_bytes(self) -> None:
        socket = self._socket
        if socket is None:
            return
        data = bytes(socket.readAll().data())
        try:
            if self._proof is not None:
                self._prove(self._proof, data)
                return
            self._parser.add_data(data)
            while self._socket is not None and (message := self._parser.get_next_message()) is not None:
                self._hear(message)
            if (self._parser.next_msg_size or 0) > LARGEST_MESSAGE:
                self._lose()
        except Exception:  # a bus that breaks its own protocol in whatever way is as good as none
            self._lose()

    def _prove(self, proof: Authenticator, data: bytes) -> None:
        proof.feed(data)
        if proof.authenticated and self._socket is not None:
            self._proof = None
            self._socket.write(BEGIN)
            self._hello = self.send(message_bus.Hello())

    def _hear(self, message: Message) -> None:
        if self.is_ready:
            self.heard.emit(message)
        elif message.header.fields.get(HeaderFields.reply_serial) == self._hello:
            if message.header.message_type is not MessageType.method_return:
                self._lose()
                return
            self.is_ready = True
            self.ready.emit()

    def _on_error(self, _error: QLocalSocket.LocalSocketError) -> None:
        self._lose()

    def _lose(self) -> None:
        if self._socket is not None:
            self.close()
            self.lost.emit()
