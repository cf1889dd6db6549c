"""Language, colours and text size."""

from massage_companion.companion.words import Words
from massage_companion.ui.settings.part import Offers, SettingsPart
from massage_companion.ui.widgets.segmented import Segment

TEXT_PERCENTS = (100, 125, 150, 200)
LANGUAGE_NAMES = {"en": "English", "zh": "中文"}


class LookPart(SettingsPart):
    """How the program looks."""

    TITLE = "settings.look"

    def __init__(self, words: Words, offers: Offers) -> None:
        super().__init__(words, offers)
        languages = [Segment("", words("settings.language.system"))]
        languages += [Segment(code, name) for code, name in LANGUAGE_NAMES.items()]
        schemes = [Segment(name, words(f"settings.scheme.{name}")) for name in ("system", "light", "dark")]
        self.add_bar(words("settings.language.name"), languages, "language")
        self.add_bar(words("settings.scheme.name"), schemes, "scheme")
        self.add_bar(words("settings.text_size"), [Segment(n, f"{n}%") for n in TEXT_PERCENTS], "text_percent")
