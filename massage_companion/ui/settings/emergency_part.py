"""The country whose emergency number is shown when something feels wrong. Known without asking any network."""

from PySide6.QtGui import QWheelEvent

from massage_companion.companion.emergency_numbers import NUMBERS, countries
from massage_companion.companion.household import Person, Settings
from massage_companion.companion.words import Words
from massage_companion.ui.settings.part import Offers, SettingsPart
from massage_companion.ui.widgets.drop_down import DropDown
from massage_companion.ui.widgets.labels import body, field_label


class StillDropDown(DropDown):
    """Turning the wheel over it scrolls the page and never chooses another country unnoticed."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class EmergencyPart(SettingsPart):
    """A country, or where this computer seems to be; and the number that follows."""

    TITLE = "settings.emergency.title"

    def __init__(self, words: Words, offers: Offers) -> None:
        super().__init__(words, offers)
        named = countries(words)
        self._names = dict(named)
        here = self._names.get(offers.guessed_country, "")
        guessed = words("emergency.guessed", country=here) if here else words("emergency.guessed_unknown")
        self._country = StillDropDown()
        for code, name in (("", guessed), *named):
            self._country.addItem(name, code)
        # `activated` comes only from a person's hand, never from showing a value.
        self._country.activated.connect(lambda _place: self._chosen())
        self._number = body("")
        self.add(field_label(words("emergency.field"), self._country))
        self.add(self._country)
        self.add(self._number)

    def show_values(self, settings: Settings, person: Person | None) -> None:
        super().show_values(settings, person)
        self._country.setCurrentIndex(max(0, self._country.findData(settings.country)))
        self._say_number()

    def _chosen(self) -> None:
        self.choose("country", self._country.currentData())
        self._say_number()

    def _say_number(self) -> None:
        code = self._country.currentData() or self._offers.guessed_country
        if numbers := NUMBERS.get(code, ()):
            told = self._words("settings.emergency.number", number=" / ".join(numbers), country=self._names[code])
        else:
            told = self._words("settings.emergency.no_number")
        self._number.setText(told)
