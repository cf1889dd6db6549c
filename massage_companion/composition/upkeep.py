"""What is told and done once at the start: what is out of the ordinary, then the old of the bin, the day's backup.

The backup is written in a thread of its own with its own connection, so that the window never waits for it.
"""

from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import Words
from massage_companion.session.reading import Reading
from massage_companion.storage.store import OpenedStore
from massage_companion.ui.main_window import MainWindow
from massage_companion.ui.parts import Parts

AFTER_MS = 3_000


def told_at_first(opened: OpenedStore, words: Words) -> list[str]:
    """What is out of the ordinary about the data, before anything else is done."""
    told = []
    if opened.set_aside is not None:
        told.append(words("storage.set_aside", file=opened.set_aside.name))
    if opened.store.read_only:
        told.append(words(f"storage.{opened.store.read_only}"))
    return told


class Upkeep(QObject):
    """``failed(folder)`` where today's backup could not be written; it is told in the window."""

    failed = Signal(str)

    def __init__(self, parts: Parts, folder: Path, window: MainWindow) -> None:
        super().__init__(window)
        self._parts = parts
        self._folder = folder
        self._window = window
        self._worker: Thread | None = None
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._timer.timeout.connect(self.begin)
        self._timer.start()
        # A method of this object, so that it runs in the window's thread wherever the signal came from.
        self.failed.connect(self._tell)

    def wait(self) -> None:
        """Let a backup that has begun come to its end."""
        self._timer.stop()
        if self._worker is not None:
            self._worker.join()

    def begin(self) -> None:
        """Do it now."""
        # Imported when wanted, as all that the window does not wait for.
        from massage_companion.companion.log_bin import purge

        now = self._parts.clock.read()
        try:
            if purge(self._parts.store, now):
                self._parts.facts.forget()
        except StoreError:
            # What is old stays a day longer; there is nothing that the person could do.
            pass
        settings = self._parts.store.settings()
        if settings.backups:
            chosen = settings.backup_folder
            self._worker = Thread(target=self._back_up, args=(chosen, now), name="backup", daemon=False)
            self._worker.start()

    def _back_up(self, chosen: str, now: Reading) -> None:
        from massage_companion.storage.daily_backup import backups_folder, make_daily_backup

        try:
            make_daily_backup(self._folder, chosen, now)
        except StoreError:
            self.failed.emit(str(backups_folder(self._folder, chosen)))

    def _tell(self, folder: str) -> None:
        parts = self._parts
        words = parts.words_in(parts.store.settings().language or parts.desktop_language)
        self._window.tell(words("backup.made.daily_failed", folder=folder))
