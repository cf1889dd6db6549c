"""Half a page on how the sentences of the trends are worked out, for the page itself and for Help."""

from massage_companion.companion.words import Words
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.labels import body, small

_PARTS = ("pairs", "noise", "interval", "alike", "weeks", "notice", "cause", "tested")


def method_text(words: Words) -> tuple[str, ...]:
    """The paragraphs, the one for experts last."""
    return (*(words(f"method.{part}") for part in _PARTS), words("method.names"))


def method_page(words: Words) -> Card:
    """The paragraphs in a card that is read as one."""
    card = Card(words("method.title"), focusable=True)
    *plain, names = method_text(words)
    for text in plain:
        card.add(body(text))
    card.add(small(names))
    card.set_summary(" ".join((*plain, names)))
    return card
