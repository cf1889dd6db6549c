"""One page of the safety check: questions, answers, and the way on. It judges nothing and keeps nothing.

Continue never leads past an open question: what is missing is said in words, and the focus goes there.
"""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.check.page_view import PageView
from massage_companion.ui.check.question_block import QuestionBlock
from massage_companion.ui.theme import current_theme, scaled
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from massage_companion.ui.widgets.step_frame import StepFrame
from massage_companion.ui.widgets.symbols import symbol_icon


class CheckScreen(StepFrame):
    """`confirmed` and `back_wanted` as in every step; `answered(question, answer)` at each change; `left` half-way."""

    answered = Signal(str, object)
    left = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("check.name"), parent=parent)
        self._words = words
        self._blocks: list[QuestionBlock] = []
        self._page = ""
        self._explained = False
        self._why = LinkButton()
        self._why.clicked.connect(lambda: self._show_why(not self._explained))
        leave = LinkButton(words("check.page.leave"))
        leave.setToolTip(words("check.page.leave_hint"))
        leave.setAccessibleDescription(words("check.page.leave_hint"))
        leave.clicked.connect(self.left)
        self._back = QuietButton(words("check.page.back"))
        self._back.clicked.connect(self.back_wanted)
        onward = PrimaryButton(words("check.page.next"))
        onward.clicked.connect(self.confirmed)
        self.set_footer(self._why, leave, trailing=(self._back, onward))

    def show_view(self, view: PageView) -> None:
        """Show a page from its top with the focus on its first answer, or what is missing on the page shown."""
        if view.page == self._page and [block.question for block in self._blocks] == [q.id for q in view.questions]:
            self._show_problems(view)
            return
        self._page = view.page
        self.progress.show_step(view.done, view.total, view.progress, view.spoken, view.time_left)
        self._back.setVisible(view.can_go_back)
        self._build(view)
        self._show_why(False)
        self._blocks[0].focus_first()
        announce(self, view.spoken)

    def forget(self) -> None:
        """Build the next page anew even if it is the one shown last."""
        self._page = ""

    def _build(self, view: PageView) -> None:
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(32)
        why_lead = self._words("check.page.why_lead")
        alone = len(view.questions) == 1
        self._blocks = [QuestionBlock(question, why_lead, 1 if alone else 2) for question in view.questions]
        for block in self._blocks:
            block.answered.connect(self._answered)
            rows.addWidget(block)
        self.set_content(content)

    def _answered(self, question: str, answer: object) -> None:
        for block in self._blocks:
            if block.question == question:
                block.show_problem("")
        self.answered.emit(question, answer)

    def _show_problems(self, view: PageView) -> None:
        first: QuestionBlock | None = None
        for block, question in zip(self._blocks, view.questions, strict=True):
            block.show_problem(question.problem)
            if question.problem and first is None:
                first = block
                announce(self, question.problem, urgent=True)
        if first is not None:
            first.focus_first()

    def _show_why(self, shown: bool) -> None:
        self._explained = shown
        text = self._words("check.page.why_hide" if shown else "check.page.why")
        # Qt sets the words close to the sign; the name stays without the space.
        self._why.setText(f" {text}")
        self._why.setAccessibleName(text)
        self._why.setIcon(symbol_icon("info", current_theme().accent, scaled(16)))
        self._why.setIconSize(QSize(scaled(16), scaled(16)))
        for block in self._blocks:
            block.show_why(shown)
        if shown and self._blocks:
            self.page.verticalScrollBar().setValue(0)
            announce(self, " ".join(block.why for block in self._blocks))
