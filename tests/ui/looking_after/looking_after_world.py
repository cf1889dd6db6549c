"""The session page with what is asked after sessions, for somebody who had one earlier."""

from msgspec import structs
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from massage_companion.companion.household import Person
from massage_companion.companion.looking_after import LookingAfter
from massage_companion.log.record import SessionRecord
from massage_companion.session.reading import MINUTE_MS, shifted
from massage_companion.ui.looking_after.cards import MorningCard
from massage_companion.ui.looking_after.controller import LookingAfterController
from tests.support.accessible_screen import button, settle, show, texts
from tests.support.household_values import record
from tests.ui.session.session_world import MEI, World


class LookingAfterWorld(World):
    """``had`` puts a session into the log; ``look`` shows the page."""

    def __init__(self, qtbot: QtBot, person: Person = MEI, language: str = "en") -> None:
        super().__init__(person=person, language=language)
        self._qtbot = qtbot
        self.looking_after = LookingAfter(self.store, self.clock, self.sessions)
        self.asking = LookingAfterController(self.looking_after, self.screen, self.words, self.screen)
        self.controller.viewed.connect(self.asking.follow)
        self.wanted: list[bool] = []
        self.changes: list[str] = []
        self.asking.felt_wrong_wanted.connect(self.wanted.append)
        self.asking.person_changed.connect(lambda: self.changes.append("person"))
        self.asking.log_changed.connect(lambda: self.changes.append("log"))

    def had(self, *, sore_before: int | None = 2, name: str = "session-0") -> SessionRecord:
        """A session that ended just now."""
        started = shifted(self.clock.read(), -10 * MINUTE_MS)
        used = structs.replace(
            record(name, self.person.id, started=started), massager="warm", massager_name="Warm pillow"
        )
        used = structs.replace(used, sore_before=sore_before)
        self.store.add_records((used,))
        return used

    def look(self, size: tuple[int, int] = (845, 700)) -> None:
        """The window is opened, or looked at again."""
        self.asking.show_for(self.person)
        if not self.screen.isVisible():
            show(self._qtbot, self.screen, size)
            self.screen.focus_situation()
        self.controller.show_for(self.person, self.store.massagers(), "")
        settle()

    def seen(self) -> str:
        return texts(self.screen)

    def press_button(self, name: str) -> None:
        button(self.screen, name).click()
        settle()

    def choose(self, number: int) -> None:
        """Say how sore the neck is after the night."""
        card = self.screen.findChild(MorningCard)
        assert isinstance(card, MorningCard)
        (cell,) = [b for b in card.findChildren(QAbstractButton) if b.text() == str(number)]
        cell.click()

    def known(self) -> Person:
        """The person as stored."""
        return next(each for each in self.store.people() if each.id == self.person.id)
