"""Shows the settings and says what the person changes; it stores nothing itself. Every change works at once."""

from collections.abc import Callable
from typing import Final

from msgspec import structs
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from massage_companion.companion.household import Person, Settings
from massage_companion.companion.words import Words
from massage_companion.ui.settings.asking_part import AskingPart
from massage_companion.ui.settings.channels_part import ChannelsPart
from massage_companion.ui.settings.emergency_part import EmergencyPart
from massage_companion.ui.settings.look_part import LookPart
from massage_companion.ui.settings.part import Offers, SettingsPart
from massage_companion.ui.settings.sound_part import SoundPart
from massage_companion.ui.widgets.page import Page, PageHeader

PARTS: Final[tuple[Callable[[Words, Offers], SettingsPart], ...]] = (
    SoundPart,
    ChannelsPart,
    AskingPart,
    EmergencyPart,
    LookPart,
)
"""The sections in their order: another section is another line here."""


class SettingsScreen(Page):
    """``changed(Settings)`` and ``person_changed(Person)`` carry the whole value whenever one thing in it changes.

    ``sound_test_wanted(sound, volume_percent)`` is the wish to hear the alarm at its softest.
    """

    changed = Signal(object)
    person_changed = Signal(object)
    sound_test_wanted = Signal(str, int)

    def __init__(
        self,
        words: Words,
        settings: Settings,
        person: Person | None = None,
        offers: Offers | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words("settings.title"), parent=parent)
        self._settings = settings
        self._person = person
        self.add(PageHeader(words("settings.title")))
        self._parts = tuple(make(words, offers or Offers()) for make in PARTS)
        for part in self._parts:
            part.settings_chosen.connect(self._change_settings)
            part.person_chosen.connect(self._change_person)
            part.sound_wanted.connect(self.sound_test_wanted)
            self.add(part)
        self.body.addStretch(1)
        self.show_for(settings, person)

    def show_for(self, settings: Settings, person: Person | None) -> None:
        """Show these values, as when the page is opened again or another person is chosen."""
        self._settings, self._person = settings, person
        for part in self._parts:
            part.show_values(settings, person)

    def add_section(self, section: QWidget) -> None:
        """Put a section that changes no setting by itself after the others."""
        self.body.insertWidget(self.body.count() - 1, section)

    def say_sound(self, works: bool) -> None:
        """Say where it is set that this computer gives no sound, or take that back."""
        for part in self._parts:
            if isinstance(part, SoundPart):
                part.say_sound(works)

    def _change_settings(self, field: str, value: object) -> None:
        self._settings = structs.replace(self._settings, **{field: value})
        self.changed.emit(self._settings)

    def _change_person(self, field: str, value: object) -> None:
        if self._person is not None:
            self._person = structs.replace(self._person, **{field: value})
            self.person_changed.emit(self._person)
