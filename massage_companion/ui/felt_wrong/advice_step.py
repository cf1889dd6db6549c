"""What to do now: one large line, then why, then a note for the doctor. It must never offer a way around."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.eligibility.outcome import Outcome
from massage_companion.ui.check.finding_card import FindingCard
from massage_companion.ui.felt_wrong.large_line import LargeLine
from massage_companion.ui.felt_wrong.note_card import NoteCard, PrintNote
from massage_companion.ui.felt_wrong.view import AdviceView
from massage_companion.ui.outcome_tone import card_tone_of
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import PrimaryButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body, heading


class AdviceStep(QWidget):
    """``confirmed`` once the person has read it."""

    confirmed = Signal()

    def __init__(self, view: AdviceView, words: Words, printed: PrintNote, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spoken = words("check.between").join((words("check.result.sentence", text=view.title), *view.lines))
        self._card = self._what_to_do(view, words)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(self._card)
        urgent = view.outcome is Outcome.EMERGENCY
        title = words("felt_wrong.note.title" if urgent else "felt_wrong.note.title_doctor")
        note = [NoteCard(view.note, title, words, printed)] if view.note else []
        found = _found(view, words)
        # An ambulance asks for the note; without such haste, what to do comes before it.
        for part in [*note, *found] if urgent else [*found, *note]:
            rows.addWidget(part)
        done = PrimaryButton(words("felt_wrong.advice.done"), large=True)
        done.clicked.connect(self.confirmed)
        rows.addSpacing(4)
        rows.addWidget(ButtonRow(done))

    def focus_first(self) -> None:
        """Give the focus to what to do, and say it at once."""
        self._card.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._spoken, urgent=True)

    def _what_to_do(self, view: AdviceView, words: Words) -> Card:
        card = Card(tone=card_tone_of(view.outcome), focusable=True)
        card.body.setSpacing(10)
        card.setAccessibleName(view.title)
        card.set_summary(words("check.between").join(view.lines))
        card.add(LargeLine(view.title) if view.outcome is Outcome.EMERGENCY else heading(view.title, 1))
        for line in view.lines:
            card.add(body(line))
        return card


def _found(view: AdviceView, words: Words) -> list[QWidget]:
    if not view.findings:
        return []
    return [heading(words("felt_wrong.advice.findings"), 2), *(FindingCard(each, words) for each in view.findings)]
