"""The settings screen on show, and everything it said."""

from typing import Any

from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QComboBox
from pytestqt.qtbot import QtBot

from massage_companion.companion.household import Person, Settings
from massage_companion.storage.words import load_words
from massage_companion.ui.settings.part import Offers
from massage_companion.ui.settings.screen import SettingsScreen
from tests.support.accessible_screen import button, settle, show

ANN = Person("p1", "Ann")
IN_GERMANY = Offers(has_tray=lambda: True, guessed_country="DE")


class World:
    """The screen on show, and everything it said."""

    def __init__(
        self,
        qtbot: QtBot,
        settings: Settings | None = None,
        person: Person | None = ANN,
        offers: Offers = IN_GERMANY,
        language: str = "en",
        size: tuple[int, int] = (1040, 1400),
    ) -> None:
        self.screen = SettingsScreen(load_words(language), settings or Settings(), person, offers)
        self.settings = QSignalSpy(self.screen.changed)
        self.people = QSignalSpy(self.screen.person_changed)
        self.sounds = QSignalSpy(self.screen.sound_test_wanted)
        show(qtbot, self.screen, size)

    @property
    def said(self) -> tuple[int, int, int]:
        return self.settings.count(), self.people.count(), self.sounds.count()

    def press(self, name: str) -> None:
        button(self.screen, name).click()
        settle()

    def newest(self, spy: QSignalSpy) -> Any:
        return spy.at(spy.count() - 1)[0]

    def chosen(self, name: str) -> bool:
        return button(self.screen, name).isChecked()

    def visible(self, name: str) -> bool:
        return any(b.text() == name and b.isVisible() for b in self.screen.findChildren(QAbstractButton))

    @property
    def country(self) -> QComboBox:
        found = self.screen.findChild(QComboBox)
        assert isinstance(found, QComboBox)
        return found
