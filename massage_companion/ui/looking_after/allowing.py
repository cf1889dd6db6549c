"""Asks once, after a session, whether the next morning may be asked about. Leaving it alone means no.

It must never hold up the rating: both stand on the same page, and either can be left out.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from massage_companion.companion.looking_after import LookingAfter
from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import Words
from massage_companion.ui.session.screen import SessionScreen

if TYPE_CHECKING:
    from massage_companion.ui.looking_after.cards import AllowCard


class Allowing(QObject):
    """``changed`` once the person's answer is kept."""

    changed = Signal()

    def __init__(
        self, looking_after: LookingAfter, screen: SessionScreen, words: Words, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._looking_after = looking_after
        self._screen = screen
        self._words = words
        self._person = ""
        self._card: AllowCard | None = None
        self._open = False

    def ask(self, person: str) -> None:
        """The session page shows how a session went: ask there, if it was never asked."""
        if self._card is not None:
            return
        # Imported when wanted: most starts of the program end without a session.
        from massage_companion.ui.looking_after.cards import AllowCard
        from massage_companion.ui.session.after_page import AfterPage

        page = self._screen.findChild(AfterPage)
        try:
            wanted = self._looking_after.asks_whether_to_ask(person)
        except StoreError:
            return  # it is asked after another session
        if wanted and isinstance(page, AfterPage):
            self._person, self._open = person, True
            self._card = AllowCard(self._words)
            self._card.answered.connect(self._answer)
            page.host(self._card)

    def leave(self) -> None:
        """That page is gone."""
        if self._card is None:
            return
        if self._open:
            self._keep(False)
        self._card.hide()
        self._card.deleteLater()
        self._card, self._open = None, False

    def _answer(self, allowed: bool) -> None:
        if self._card is None or not self._open:
            return
        if self._keep(allowed):
            self._open = False
            self._card.show_answer(allowed)
        else:
            self._card.show_problem()

    def _keep(self, allowed: bool) -> bool:
        try:
            self._looking_after.allow_next_morning(self._person, allowed)
        except StoreError:
            return False
        self.changed.emit()
        return True
