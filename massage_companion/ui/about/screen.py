"""Plain texts in cards. It says openly that no clinician has reviewed the rules; it must never promise anything."""

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.labels import body
from massage_companion.ui.widgets.page import Page, PageHeader


class AboutFacts(Struct, frozen=True):
    """What differs from one installation to the next."""

    version: str
    rules_version: str
    rules_count: int
    reviewed_count: int
    data_folder: str


_CARDS: dict[str, tuple[str, ...]] = {
    "what": ("is", "is_not", "cannot_see"),
    "stop": ("signs", "emergency", "late"),
    "keys": ("start", "escape", "move"),
    "privacy": ("local", "delete"),
}


class AboutScreen(Page):
    """Everything there is to say about the program on one page."""

    def __init__(self, words: Words, facts: AboutFacts, parent: QWidget | None = None) -> None:
        super().__init__(words("about.title"), parent=parent)
        self.add(PageHeader(words("about.title")))
        for name, lines in _CARDS.items():
            self.add(_card(words(f"about.{name}.title"), *(words(f"about.{name}.{line}") for line in lines)))
        self.add(
            _card(
                words("about.program.title"),
                words("about.program.version", version=facts.version, rules=facts.rules_version),
                words("about.program.rules", count=facts.rules_count, reviewed=facts.reviewed_count),
                words("about.program.folder", folder=facts.data_folder),
                words("about.program.licences"),
            )
        )
        self.body.addStretch(1)

    def add_card(self, card: Card) -> None:
        """Put a card before what is said about the program itself."""
        self.body.insertWidget(self.body.count() - 2, card)


def _card(title: str, *lines: str) -> Card:
    card = Card(title, focusable=True)
    for line in lines:
        card.add(body(line))
    card.set_summary(" ".join(lines))
    return card
