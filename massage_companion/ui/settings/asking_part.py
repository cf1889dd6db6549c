"""Which calm questions the program may ask this person after a session. The reason stands beside each."""

from massage_companion.companion.household import Person, Settings
from massage_companion.companion.words import Words
from massage_companion.ui.settings.part import Offers, SettingsPart


class AskingPart(SettingsPart):
    """Not there while there is nobody to ask."""

    def __init__(self, words: Words, offers: Offers) -> None:
        super().__init__(words, offers)
        says = "settings.asking"
        self.add_tick(words(f"{says}.next_morning"), "next_morning", words(f"{says}.next_morning_note"))
        self.add_tick(words(f"{says}.check_ins"), "check_ins", words(f"{says}.check_ins_note"))

    def show_values(self, settings: Settings, person: Person | None) -> None:
        super().show_values(settings, person)
        self.setVisible(person is not None)
        if person is not None:
            self.set_title(self._words("settings.asking.title", name=person.name))
