"""A quiet notification that something is due to be asked, for somebody whose window is open but not in front.

Once for each question. It says nothing about health, since others may see the screen. It looks twice an hour, so that
an open window costs nothing.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from massage_companion.companion.looking_after import LookingAfter
from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import Words
from massage_companion.ui.looking_after.view import reminder
from massage_companion.ui.session.channels import Around

EVERY_MS = 30 * 60_000


class Reminding(QObject):
    """``away()`` is the id of the person whose window is not in front, empty where it is."""

    def __init__(
        self,
        looking_after: LookingAfter,
        around: Around,
        away: Callable[[], str],
        words: Words,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._looking_after = looking_after
        self._around = around
        self._away = away
        self._words = words
        self._told: set[str] = set()
        self._timer = QTimer(self, interval=EVERY_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        if around.notifier is not None:
            self._timer.start()

    def look(self) -> None:
        """Remind of what is due, once."""
        notifier, person = self._around.notifier, self._away()
        if notifier is None or not person or not self._around.may_notify():
            return
        try:
            due = self._looking_after.due(person)
        except StoreError:
            # The window tells that the store cannot be read; a question can wait.
            return
        if due is None:
            return
        told = reminder(due, self._words)
        if told.key not in self._told:
            self._told.add(told.key)
            notifier.show("looking_after", told.title, told.text, (("default", self._words("looking_after.open")),))
