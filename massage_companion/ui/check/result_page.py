"""What the check led to: the outcome in a few words, then every finding with its reasons and sources.

It must never offer a way to another outcome: answers can be read here, not changed.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.check.finding_card import FindingCard, QuietCard
from massage_companion.ui.check.result_view import ResultView
from massage_companion.ui.outcome_tone import tone_of
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body, heading, muted, small
from massage_companion.ui.widgets.pill import Pill
from massage_companion.ui.widgets.step_frame import StepFrame

_COLUMN = 780


class ResultPage(StepFrame):
    """`confirmed` is the way on; `answers_wanted` asks for all answers. `actions` are more buttons of the caller."""

    answers_wanted = Signal()

    def __init__(self, words: Words, actions: tuple[QWidget, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(words("check.result.name"), _COLUMN, parent)
        self._words = words
        review = QuietButton(words("check.result.review"))
        review.clicked.connect(self.answers_wanted)
        done = PrimaryButton(words("check.result.done"))
        done.clicked.connect(self.confirmed)
        self.set_footer(*actions, review, trailing=(done,))

    def show_view(self, view: ResultView) -> None:
        """Show this result from the top, with the focus on its heading."""
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(ButtonRow(Pill(view.pill, tone_of(view.outcome))))
        rows.addSpacing(2)
        title = _reachable(heading(view.title))
        rows.addWidget(title)
        rows.addWidget(muted(self._words("check.between").join((view.led, *view.after))))
        rows.addSpacing(8)
        for card in self._cards(view):
            rows.addWidget(card)
            rows.addSpacing(4)
        for note in view.notes:
            rows.addWidget(small(note))
        self.set_content(content)
        title.setFocus()
        announce(self, " ".join((f"{view.pill}.", f"{view.title}.", view.led, *view.after)), urgent=view.outcome.blocks)

    def _cards(self, view: ResultView) -> list[Card]:
        words = self._words
        cards: list[Card] = []
        if view.limits:
            cards.append(_list_card(words("check.result.limits"), view.limits))
        if view.modalities:
            cards.append(_list_card(words("check.result.per_modality"), view.modalities))
        cards += [FindingCard(finding, words) for finding in view.findings]
        if view.quiet:
            cards.append(QuietCard(view.quiet, words))
        return cards


def _list_card(title: str, lines: tuple[str, ...]) -> Card:
    card = Card(title)
    for line in lines:
        card.add(body(line))
    return card


def _reachable(label: QLabel) -> QLabel:
    """A heading that can be given the focus, so that reading starts there; the Tab key passes it by."""
    label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return label
