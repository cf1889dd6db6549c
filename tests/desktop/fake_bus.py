"""A message bus in the test's own process: it greets as a real one does, until the test wants it to misbehave."""

from pathlib import Path
from typing import Any

from jeepney import HeaderFields, Message, MessageType, Parser, new_method_return
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from tests.desktop.fake_service import SERVICE_NAME, member

OK = b"OK 1234deadbeef\r\n"


class FakeBus(QObject):
    """``proof`` is its answer to who we are; ``answers`` maps a method to the signature and body of its answer."""

    def __init__(self, socket: Path) -> None:
        super().__init__()
        self.address = f"unix:path={socket}"
        self.proof = OK
        self.answers: dict[str, tuple[str, tuple[Any, ...]]] = {
            "Hello": ("s", (":1.1",)),
            "GetCapabilities": ("as", (["actions", "body"],)),
            "Notify": ("u", (3,)),
        }
        self.heard: list[Message] = []
        self.said = b""
        self._proved = False
        self._parser = Parser()
        self._client: QLocalSocket | None = None
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._on_connection)
        self._socket = str(socket)
        assert self._server.listen(self._socket)

    def names(self) -> list[str]:
        """The methods that were called."""
        return [member(message) for message in self.heard]

    def say(self, message: Message) -> None:
        """Send a message of its own."""
        self.write(message.serialise(serial=99))

    def write(self, raw: bytes) -> None:
        """Send bytes, sense or not."""
        assert self._client is not None
        self._client.write(raw)
        self._client.flush()

    def hang_up(self) -> None:
        """Break the line and let nobody in."""
        self._server.close()
        if self._client is not None:
            self._client.abort()

    def let_in_again(self) -> None:
        """Be there as before."""
        assert self._server.listen(self._socket)

    @property
    def has_client(self) -> bool:
        return self._client is not None and self._client.state() == QLocalSocket.LocalSocketState.ConnectedState

    def _on_connection(self) -> None:
        self._client = self._server.nextPendingConnection()
        self.said, self._proved, self._parser = b"", False, Parser()
        self._client.readyRead.connect(self._on_bytes)

    def _on_bytes(self) -> None:
        assert self._client is not None
        data = bytes(self._client.readAll().data())
        if not self._proved:
            self.said += data
            if self.said.endswith(b"BEGIN\r\n"):
                data = b""
            elif b"BEGIN\r\n" in self.said:
                data = self.said.partition(b"BEGIN\r\n")[2]
            else:
                self.write(self.proof)
                return
            self._proved = True
        for message in self._parser.feed(data):
            self.heard.append(message)
            self._answer(message)

    def _answer(self, message: Message) -> None:
        known = self.answers.get(member(message))
        if known is None or message.header.message_type is not MessageType.method_call:
            return
        reply = new_method_return(message, *known)
        reply.header.fields[HeaderFields.sender] = SERVICE_NAME
        self.say(reply)
