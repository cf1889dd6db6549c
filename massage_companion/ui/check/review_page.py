"""All answers on one page, to check and change them before the check ends, or to read them later.

After the check they are only read: a finished check is never changed.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.check.review_view import AnswerGroup, AnswerRow, ReviewView
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.labels import body, heading, muted
from massage_companion.ui.widgets.step_frame import StepFrame


class ReviewPage(StepFrame):
    """`confirmed` finishes the check, or leads back to the result; `change_wanted` carries the id of a page."""

    change_wanted = Signal(str)
    left = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("check.review.kept_title"), parent=parent)
        self._words = words

    def show_view(self, view: ReviewView) -> None:
        """Show these answers from the top."""
        words = self._words
        self.progress.setVisible(view.editable)
        if view.editable:
            self.progress.show_step(view.total, view.total, view.progress, view.spoken)
        onward = PrimaryButton(words("check.review.finish" if view.editable else "check.review.to_result"))
        onward.clicked.connect(self.confirmed)
        if view.editable:
            leave = LinkButton(words("check.page.leave"))
            leave.setAccessibleDescription(words("check.page.leave_hint"))
            leave.clicked.connect(self.left)
            back = QuietButton(words("check.page.back"))
            back.clicked.connect(self.back_wanted)
            self.set_footer(leave, trailing=(back, onward))
        else:
            self.set_footer(trailing=(onward,))
        self.set_content(self._content_of(view))
        onward.setFocus()
        announce(self, f"{view.title}. {view.help}")

    def _content_of(self, view: ReviewView) -> QWidget:
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(heading(view.title))
        rows.addWidget(muted(view.help))
        rows.addSpacing(8)
        for group in view.groups:
            rows.addWidget(self._card(group, view.editable))
            rows.addSpacing(4)
        return content

    def _card(self, group: AnswerGroup, editable: bool) -> Card:
        card = Card(group.title)
        for place, row in enumerate(group.rows):
            if place:
                line = QFrame()
                line.setProperty("look", "line")
                card.add(line)
            card.add(self._row(row, group.page, editable))
        return card

    def _row(self, row: AnswerRow, page: str, editable: bool) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(muted(row.text))
        for answer in row.answers:
            texts.addWidget(body(answer))
        line.addLayout(texts, 1)
        if editable:
            change = LinkButton(self._words("check.review.change"))
            change.setAccessibleName(self._words("check.review.change_spoken", question=row.text))
            change.clicked.connect(lambda: self.change_wanted.emit(page))
            line.addWidget(change)
        return holder
