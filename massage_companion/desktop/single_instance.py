"""One program for each data folder: a second start raises the first window and leaves.

The lock is what keeps two writers from the database; the local socket only carries "come forward", never data.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_ANSWER_WITHIN_MS = 1_000


class SingleInstance(QObject):
    """Holds the data folder for this process. ``raise_requested`` comes when somebody starts the program again."""

    raise_requested = Signal()

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(data_folder / "running.lock"))
        # A lock is stale only when its process is gone: a long session must never lose it by age.
        self._lock.setStaleLockTime(0)
        self._folder = data_folder
        self._server: QLocalServer | None = None

    @property
    def is_held(self) -> bool:
        """Whether this program may write: it holds the lock."""
        return self._lock.isLocked()

    def take(self) -> bool:
        """Become the one program of this folder, or stay it. False where another one is.

        A folder that may only be read takes no lock and needs none: there is no second writer where there is no first.
        Ask again before writing: the folder may have become writable, and somebody else's, since then.
        """
        return self.is_held or not os.access(self._folder, os.W_OK) or self._lock.tryLock(0)

    def listen(self) -> None:
        """Hear from now on when somebody starts the program again; the folder is taken, not just looked at."""
        if self._server is not None or not self.is_held:
            return
        # Imported when the window is there: Qt's network takes 6 ms to load.
        from PySide6.QtNetwork import QLocalServer

        name = self._name()
        QLocalServer.removeServer(name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(name)

    def raise_other(self) -> bool:
        """Ask the other program to come forward. False where it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name())
        reached = socket.waitForConnected(_ANSWER_WITHIN_MS)
        socket.disconnectFromServer()
        return reached

    def release(self) -> None:
        """Let the folder go."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _name(self) -> str:
        from hashlib import sha256

        return f"massage-companion-{sha256(str(self._folder.resolve()).encode()).hexdigest()[:16]}"

    def _on_connection(self) -> None:
        server = self._server
        while server is not None and server.hasPendingConnections():
            connection = server.nextPendingConnection()
            connection.disconnected.connect(connection.deleteLater)
        self.raise_requested.emit()
