"""Shows the settings and says what the person changes; it stores nothing itself. Every change works at once."""

from msgspec import structs
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from massage_companion.companion.household import Settings
from massage_companion.companion.words import Words
from massage_companion.ui.widgets.buttons import QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import field_label, small
from massage_companion.ui.widgets.page import Page, PageHeader
from massage_companion.ui.widgets.segmented import Segment, Segmented

TEXT_PERCENTS = (100, 125, 150, 200)
VOLUME_PERCENTS = (0, 25, 50, 80, 100)
LANGUAGE_NAMES = {"en": "English", "zh": "中文"}


class SettingsScreen(Page):
    """Emits the whole settings whenever one changes, and a wish to hear the alarm."""

    changed = Signal(object)
    sound_test_wanted = Signal()

    def __init__(self, words: Words, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(words("settings.title"), parent=parent)
        self._settings = settings
        self._words = words
        self.add(PageHeader(words("settings.title")))
        self.add(self._look())
        self.add(self._sound())
        self.body.addStretch(1)

    def _look(self) -> Card:
        words = self._words
        card = Card(words("settings.look"))
        languages = [Segment("", words("settings.language.system"))]
        languages += [Segment(code, name) for code, name in LANGUAGE_NAMES.items()]
        schemes = [Segment(name, words(f"settings.scheme.{name}")) for name in ("system", "light", "dark")]
        sizes = [Segment(percent, f"{percent} %") for percent in TEXT_PERCENTS]
        self._choice(card, "settings.language.name", languages, "language")
        self._choice(card, "settings.scheme.name", schemes, "scheme")
        self._choice(card, "settings.text_size", sizes, "text_percent")
        return card

    def _sound(self) -> Card:
        words = self._words
        card = Card(words("settings.sound"))
        volumes = [
            Segment(percent, words("settings.silent") if percent == 0 else f"{percent} %")
            for percent in VOLUME_PERCENTS
        ]
        self._choice(card, "settings.volume", volumes, "volume_percent")
        card.add(small(words("settings.sound_note")))
        test = QuietButton(words("settings.test_sound"))
        test.clicked.connect(self.sound_test_wanted)
        card.add(ButtonRow(test))
        self._sound_problem = small("")
        self._sound_problem.hide()
        card.add(self._sound_problem)
        return card

    def _choice(self, card: Card, name: str, segments: list[Segment], field: str) -> None:
        value = getattr(self._settings, field)
        known = value if any(segment.key == value for segment in segments) else None
        bar = Segmented(self._words(name), segments, known)
        bar.chosen.connect(lambda chosen, field=field: self._change(field, chosen))
        card.add(field_label(self._words(name)))
        card.add(bar)

    def _change(self, field: str, value: object) -> None:
        self._settings = structs.replace(self._settings, **{field: value})
        self.changed.emit(self._settings)

    def say_no_sound(self) -> None:
        """Say once that this computer has no sound to play with."""
        self._sound_problem.setText(self._words("settings.no_sound"))
        self._sound_problem.show()
