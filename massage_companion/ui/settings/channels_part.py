"""The other ways to see a session: notifications, the small window, and the icon where a desktop has a place for it."""

from massage_companion.companion.household import Person, Settings
from massage_companion.companion.words import Words
from massage_companion.ui.settings.part import Offers, SettingsPart
from massage_companion.ui.widgets.labels import small


class ChannelsPart(SettingsPart):
    """What cannot be had here is not offered; the reason stands in its place."""

    TITLE = "settings.channels.title"

    def __init__(self, words: Words, offers: Offers) -> None:
        super().__init__(words, offers)
        says = "settings.channels"
        self.add_tick(words(f"{says}.notifications"), "notifications", words(f"{says}.notifications_note"))
        if offers.has_small_window:
            self.add_tick(words(f"{says}.small_window"), "small_window", words(f"{says}.small_window_note"))
        else:
            self.add(small(words(f"{says}.no_small_window")))
        self._tray = self.add_tick(words(f"{says}.tray"), "tray")
        self._no_tray = small(words(f"{says}.no_tray"))
        self.add(self._no_tray)

    def show_values(self, settings: Settings, person: Person | None) -> None:
        super().show_values(settings, person)
        # Looked at each time: a tray can come and go while the program runs.
        has_tray = self._offers.has_tray()
        self._tray.setVisible(has_tray)
        self._no_tray.setVisible(not has_tray)
