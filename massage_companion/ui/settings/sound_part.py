"""The sound when time is up: the person's own, and how loud this computer plays it. Each choice is heard at once."""

from massage_companion.companion.household import Person, Settings
from massage_companion.companion.words import Words
from massage_companion.ui.settings.part import Offers, SettingsPart, show_all
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import QuietButton
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import field_label, small
from massage_companion.ui.widgets.segmented import Segment, Segmented

SOUNDS = ("bell", "chime", "wood", "silent")
SILENT = "silent"
VOLUME_PERCENTS = (25, 50, 80, 100)


class SoundPart(SettingsPart):
    """``sound_wanted(sound, volume_percent)`` whenever something is to be heard."""

    TITLE = "settings.sound"

    def __init__(self, words: Words, offers: Offers) -> None:
        super().__init__(words, offers)
        self._sound, self._volume = SOUNDS[0], VOLUME_PERCENTS[-1]
        sounds = [Segment(name, words(f"settings.sounds.{name}")) for name in SOUNDS]
        self._sounds = self.add_bar(words("settings.sounds.name"), sounds, "sound")
        self._loudness = Segmented(words("settings.volume"))
        self._loudness.chosen.connect(lambda percent: self.choose("volume_percent", percent))
        test = QuietButton(words("settings.test_sound"))
        test.clicked.connect(self._play)
        self._audible = (field_label(words("settings.volume")), self._loudness, ButtonRow(test))
        for widget in self._audible:
            self.add(widget)
        self._flash = small(words("settings.flash_note"))
        self._note = small(words("settings.sound_note"))
        self._problem = small(words("settings.no_sound"))
        for label in (self._flash, self._note, self._problem):
            self.add(label)
        self._works = True

    def show_values(self, settings: Settings, person: Person | None) -> None:
        super().show_values(settings, person)
        self._sounds.setEnabled(person is not None)
        self._sound = SOUNDS[0] if person is None else person.sound
        self._volume = settings.volume_percent
        # A volume that is not offered, such as 0 from before or one written by hand, is shown as long as it is set.
        percents = sorted({*VOLUME_PERCENTS, self._volume})
        self._loudness.set_segments([Segment(percent, f"{percent}%") for percent in percents], self._volume)
        self._follow()

    def choose(self, field: str, value: object) -> None:
        """The person chose a sound or a volume: hear it."""
        if self._settling:
            return
        if field == "sound":
            self._sound = str(value)
        elif isinstance(value, int):
            self._volume = value
        super().choose(field, value)
        self._follow()
        self._play()

    def say_sound(self, works: bool) -> None:
        """Say that this computer gives no sound, or take that back."""
        if works == self._works:
            return
        self._works = works
        self._follow()
        if not works and self.isVisible():
            announce(self, self._problem.text())

    def _follow(self) -> None:
        silent = self._sound == SILENT
        show_all(self._audible, not silent)
        self._flash.setVisible(silent)
        self._note.setVisible(not silent and self._works)
        self._problem.setVisible(not silent and not self._works)

    def _play(self) -> None:
        self.sound_wanted.emit(self._sound, self._volume)
