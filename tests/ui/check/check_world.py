"""A safety check with small rules, a store in memory, and a record of what came out of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.companion.checks import SafetyChecks
from massage_companion.companion.household import Person
from massage_companion.companion.ports import StoreError
from massage_companion.companion.sessions import Sessions
from massage_companion.eligibility.screening import Screening
from massage_companion.session.massager import Massager
from massage_companion.storage.words import load_words
from massage_companion.ui.check.controller import CheckController
from tests.support.accessible_screen import button, press, settle, show, texts, type_text
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import FakeClock
from tests.support.memory_store import MemoryStore
from tests.support.small_rules import KNEADER, small_rules, small_texts

LI = Person("li", "Li")


class CheckWorld:
    """One person, one massager; ``open`` puts the check on screen."""

    def __init__(self, qtbot: QtBot, massager: Massager = KNEADER, language: str = "en") -> None:
        self.qtbot = qtbot
        self.massager = massager
        self.language = language
        self.store = MemoryStore()
        self.store.keep_person(LI)
        self.store.keep_massager(massager)
        self._clock, self._ids = FakeClock(), CountingIds()
        self.finished: list[Screening | None] = []
        self.left = 0
        self.failures: list[StoreError] = []
        self.controller = self._new_controller()

    def open(self, size: tuple[int, int] = (1040, 700)) -> CheckController:
        """Begin the check, or go on with it, in a window that has the keyboard."""
        show(self.qtbot, self.controller.screens, size)
        self.controller.begin()
        settle()
        return self.controller

    def open_again(self) -> CheckController:
        """As after another start of the program: new screens over the same store."""
        self.controller.screens.close()
        self.controller = self._new_controller()
        return self.open()

    def screen(self) -> QWidget:
        """The screen of the check that is shown."""
        shown = self.controller.screens.current()
        assert shown is not None
        return shown

    def seen(self) -> str:
        """All words on it."""
        return texts(self.controller.screens)

    def tick(self, *rows: str) -> None:
        """Tick or untick rows by their words, with the space bar."""
        for row in rows:
            button(self.screen(), row).setFocus()
            press(Qt.Key.Key_Space)

    def ticked(self) -> set[str]:
        """The words of all ticked rows."""
        rows = self.screen().findChildren(QAbstractButton)
        return {row.text() for row in rows if row.isVisible() and row.isChecked()}

    def press_button(self, name: str) -> None:
        """Press a button."""
        button(self.screen(), name).click()
        settle()

    def type_age(self, text: str) -> None:
        """Type into the number field in place of what stands there."""
        field = self.screen().findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        field.setFocus()
        field.selectAll()
        type_text(text)

    def answer_signs(self, *signs: str, age: str = "40") -> None:
        """Answer the first page and go on."""
        self.tick(*(signs or ("None of these",)))
        self.type_age(age)
        press(Qt.Key.Key_Return)

    def answer_all(self, *body: str) -> None:
        """Answer every page, with these rows of the last one, up to the review."""
        self.answer_signs()
        self.tick("Fine")
        press(Qt.Key.Key_Return)
        self.tick(*(body or ("None of these",)))
        press(Qt.Key.Key_Return)

    def _new_controller(self) -> CheckController:
        checks = SafetyChecks(small_rules(), self.store, self._clock, self._ids)
        sessions = Sessions(small_rules(), self.store, self._clock, self._ids)
        words = load_words(self.language)
        controller = CheckController(checks, sessions, LI, self.massager, small_texts(), words)
        controller.finished.connect(self.finished.append)
        controller.left.connect(self._count_leaving)
        controller.failed.connect(self.failures.append)
        return controller

    def _count_leaving(self) -> None:
        self.left += 1
