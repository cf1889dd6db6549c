"""A card with one honest sentence: what it is about, what the sessions show, and what that rests on."""

from PySide6.QtGui import QPalette

from massage_companion.log.effect import Higher, Lower
from massage_companion.ui.trends.sentences import Sentence
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.labels import heading, muted, small

# The roles that the theme gives its accent and its danger colour; they follow every change of the theme.
_INK = {Lower: QPalette.ColorRole.Link, Higher: QPalette.ColorRole.BrightText}


class SentenceCard(Card):
    """Focusable, so that it is read as one."""

    def __init__(self) -> None:
        super().__init__("", focusable=True)
        self.body.setSpacing(4)
        self._about = muted("")
        self._headline = heading("", 2)
        self._detail = small("")
        for label in (self._about, self._headline, self._detail):
            self.add(label)
        self.body.addStretch(1)

    def show_sentence(self, sentence: Sentence) -> None:
        """Show a sentence. Lower and higher have a colour besides their words."""
        self._about.setText(sentence.title)
        self._headline.setText(sentence.headline)
        self._detail.setText(sentence.detail)
        self._headline.setForegroundRole(_INK.get(type(sentence.change), QPalette.ColorRole.WindowText))
        self.setAccessibleName(f"{sentence.title} {sentence.spoken}")
        self.set_summary(sentence.detail)
