"""Shows on the session page what is due to be asked, one thing at a time, and keeps the answer.

It never takes the focus, never opens a window, and reads the store only while no session is live.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.household import Person
from massage_companion.companion.looking_after import Due, LateSigns, LookingAfter, MorningAfter, Said
from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import Words
from massage_companion.session.reading import MINUTE_MS, Reading, elapsed_ms
from massage_companion.ui.looking_after.allowing import Allowing
from massage_companion.ui.looking_after.view import ask_view, key_of
from massage_companion.ui.session.screen import SessionScreen
from massage_companion.ui.session.view import AfterView, BlockedView, ReadyView, SessionView
from massage_companion.ui.widgets.announce import announce

if TYPE_CHECKING:
    from massage_companion.ui.looking_after.cards import AskCard

_BELOW_THE_NOTICE = 2


class LookingAfterController(QObject):
    """Connect ``follow`` to the session controller's ``viewed``.

    ``felt_wrong_wanted(worse)`` asks for the list of signs; ``person_changed`` tells that a person's settings changed;
    ``log_changed`` that a rating was added.
    """

    felt_wrong_wanted = Signal(bool)
    person_changed = Signal()
    log_changed = Signal()

    def __init__(
        self, looking_after: LookingAfter, screen: SessionScreen, words: Words, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._looking_after = looking_after
        self._screen = screen
        self._words = words
        self._person = ""
        self._looked: Reading | None = None
        self._asked: Due | None = None
        self._card: AskCard | None = None
        self._allowing = Allowing(looking_after, screen, words, self)
        self._allowing.changed.connect(self.person_changed)
        self._place = QWidget()
        self._rows = QVBoxLayout(self._place)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._place.hide()
        screen.page.body.insertWidget(_BELOW_THE_NOTICE, self._place)

    def show_for(self, person: Person) -> None:
        """From now on it is about this person."""
        if person.id != self._person:
            self._person, self._asked = person.id, None
            self._drop_card()
        self._looked = None

    def follow(self, view: SessionView) -> None:
        """Another view is on the session page."""
        if isinstance(view, AfterView):
            self._hide()
            self._allowing.ask(self._person)
            return
        self._allowing.leave()
        if isinstance(view, ReadyView | BlockedView) and self._person:
            self._look()
        else:
            self._hide()

    def signs_told(self) -> None:
        """Something was told on the list: that is the answer to a check-in, too, if one is due."""
        asked = self._asked
        if isinstance(asked, LateSigns):
            self._said(asked, Said.SIGNS)

    def _look(self) -> None:
        now = self._looking_after.now()
        if self._looked is not None and elapsed_ms(self._looked, now) < MINUTE_MS:
            self._place.setVisible(self._card is not None)
            return
        self._looked = now
        try:
            self._show(self._looking_after.due(self._person), now)
        except StoreError:
            # The session page tells that the store cannot be read; a question can wait.
            self._hide()

    def _show(self, due: Due | None, now: Reading) -> None:
        self._asked = due
        if due is None:
            self._drop_card()
            return
        if self._card is None or self._card.key != key_of(due):
            self._drop_card()
            self._card = self._made(due, now)
            self._rows.addWidget(self._card)
            announce(self._screen, self._card.accessibleName())
        self._place.show()

    def _made(self, due: Due, now: Reading) -> "AskCard":
        # Imported when wanted: on most days nothing is due.
        from massage_companion.ui.looking_after.cards import LateCard, MorningCard

        massager = due.massager if isinstance(due, LateSigns) else due.record.massager
        view = ask_view(due, self._looking_after.massager_name(massager), now, self._words)
        card: AskCard
        if isinstance(due, LateSigns):
            card = late = LateCard(view, self._words)
            late.fine.connect(lambda: self._said(due, Said.FINE))
            late.refused.connect(lambda: self._refused(due))
        else:
            card = morning = MorningCard(view, self._words)
            morning.rated.connect(lambda value: self._rated(due, value))
            morning.put_off.connect(lambda: self._put_off(due))
        card.felt_wrong.connect(lambda: self.felt_wrong_wanted.emit(False))
        return card

    def _said(self, due: LateSigns, said: Said) -> None:
        self._keep(lambda: self._looking_after.say(self._person, due, said))

    def _refused(self, due: LateSigns) -> None:
        def refuse() -> None:
            self._looking_after.say(self._person, due, Said.SKIPPED)
            self._looking_after.stop_check_ins(self._person)

        if self._keep(refuse):
            self.person_changed.emit()

    def _rated(self, due: MorningAfter, value: int) -> None:
        worse = False

        def rate() -> None:
            nonlocal worse
            worse = self._looking_after.rate_morning(due, value)

        if self._keep(rate):
            self.log_changed.emit()
            if worse:
                self.felt_wrong_wanted.emit(True)

    def _put_off(self, due: MorningAfter) -> None:
        self._looking_after.not_now(due)
        self._next()

    def _keep(self, keep: Callable[[], None]) -> bool:
        try:
            keep()
        except StoreError:
            if self._card is not None:
                self._card.show_problem(self._words("looking_after.unsaved"))
            return False
        self._next()
        return True

    def _next(self) -> None:
        # Qt's types do not say that nothing may have the focus.
        focused = cast("QWidget | None", self._screen.window().focusWidget())
        had_focus = focused is not None and self._place.isAncestorOf(focused)
        shown = self._place.isVisible()
        self._drop_card()
        self._looked, self._asked = None, None
        if shown:
            self._look()
        if had_focus:
            self._screen.focus_situation()

    def _drop_card(self) -> None:
        if self._card is not None:
            self._rows.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        self._place.hide()

    def _hide(self) -> None:
        self._place.hide()
        self._looked = None
