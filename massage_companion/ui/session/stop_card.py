"""When to stop, and the button that does it. It stands on every page of a running session."""

from PySide6.QtCore import Signal

from massage_companion.companion.words import Words
from massage_companion.ui.widgets.buttons import DangerButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.labels import muted, small


class StopCard(Card):
    """`felt_wrong` is pressed."""

    felt_wrong = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words("session.stop.title"), focusable=True)
        signs = words("session.stop.signs")
        self.set_summary(signs)
        self.add(muted(signs))
        wrong = DangerButton(words("session.stop.wrong"))
        wrong.setAccessibleDescription(words("session.stop.hint"))
        wrong.clicked.connect(self.felt_wrong)
        self.body.addSpacing(4)
        self.add(wrong)
        self.add(small(words("session.stop.hint")))
