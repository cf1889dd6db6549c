"""Today's page: how the person and the massager are right now. One answer for all, or line by line.

Nothing is preselected, and one press that was meant for the page before never counts here.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.check.page_view import QuestionView
from massage_companion.ui.check.question_block import QuestionBlock
from massage_companion.ui.session.intents import AnswerToday
from massage_companion.ui.session.situation_page import SituationPage
from massage_companion.ui.session.today_view import none_of_these
from massage_companion.ui.session.two_columns import TwoColumns
from massage_companion.ui.session.view import Deed, TodayView
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import heading, muted


class TodayPage(SituationPage):
    """Shows a TodayView."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._blocks: list[QuestionBlock] = []
        self._entered: dict[str, tuple[str, ...] | str] = {}
        self._none_entered: dict[str, tuple[str, ...] | str] = {}
        self._shown: QWidget | None = None
        self._title = heading("", 2)
        self._none = PrimaryButton(words("session.today.none"), large=True)
        self._none.setAccessibleDescription(words("session.today.none_hint"))
        self._none.clicked.connect(lambda: self.intended.emit(AnswerToday(dict(self._none_entered))))
        self._hint = muted(words("session.today.none_hint"))
        onward = QuietButton(words("session.today.continue"), large=True)
        onward.clicked.connect(lambda: self.intended.emit(AnswerToday(dict(self._entered))))
        back = self.presses(QuietButton(words("session.today.back"), large=True), Deed.BACK)
        self._questions = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addWidget(ButtonRow(self._none, self._hint, gap=16))
        layout.addLayout(self._questions)
        layout.addWidget(ButtonRow(back, trailing=(onward,)))
        layout.addStretch(1)

    def show_view(self, view: TodayView) -> None:
        """Show the questions; what was ticked stays while the same ones are shown."""
        self._title.setText(view.title)
        none = none_of_these(view)
        self._none_entered = none or {}
        self._none.setVisible(none is not None)
        self._hint.setVisible(none is not None)
        if [block.question for block in self._blocks] != [question.id for question in view.questions]:
            self._build(view)
        for block, question in zip(self._blocks, view.questions, strict=True):
            block.show_problem(question.problem)
        missing = [block for block, question in zip(self._blocks, view.questions, strict=True) if question.problem]
        if missing:
            missing[0].focus_first()

    def take_focus(self) -> None:
        if self._none_entered:
            self._none.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._blocks:
            self._blocks[0].focus_first()

    def leave(self) -> None:
        self._clear()

    def _clear(self) -> None:
        """Forget every tick: the next time is asked from the start."""
        self._blocks, self._entered = [], {}
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None

    def _build(self, view: TodayView) -> None:
        self._clear()
        self._blocks = [self._block(question) for question in view.questions]
        self._shown = _arranged(self._blocks)
        self._questions.addWidget(self._shown)

    def _block(self, question: QuestionView) -> QuestionBlock:
        block = QuestionBlock(question, self._words("session.blocked.why"), level=2)
        block.answered.connect(self._answered)
        return block

    def _answered(self, question: str, answer: tuple[str, ...] | str) -> None:
        self._entered[question] = answer
        for block in self._blocks:
            if block.question == question:
                block.show_problem("")


def _arranged(blocks: list[QuestionBlock]) -> QWidget:
    """Two questions stand side by side where there is room, so that no scrolling hides one."""
    holder = QWidget()
    rows = QVBoxLayout(holder)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(24)
    for first in range(0, len(blocks), 2):
        pair = blocks[first : first + 2]
        rows.addWidget(TwoColumns(pair[0], pair[1], second_width=0) if len(pair) == 2 else pair[0])
    return holder
