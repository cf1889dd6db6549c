"""One question on a page: its line, a hint, why it is asked, what is missing, and the answers.

Used by the safety check and wherever else a question is asked, so that all of them look and speak alike.
It must never hold an answer that the person did not give.
"""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.eligibility.questionnaire import Kind
from massage_companion.ui.check.number_choice import NumberChoice
from massage_companion.ui.check.page_view import QuestionView
from massage_companion.ui.widgets.choice_list import Choice, ChoiceList
from massage_companion.ui.widgets.labels import heading, lead, muted
from massage_companion.ui.widgets.problem import problem_label, tell


class QuestionBlock(QWidget):
    """`answered(question, answer)` carries ids of options as a tuple, or a number as the text that was typed."""

    answered = Signal(str, object)

    def __init__(
        self, view: QuestionView, why_lead: str, level: Literal[1, 2] = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._why = lead(why_lead, view.why)
        self._why.hide()
        self._problem = problem_label()
        self._answers = _answers(view)
        self._answers.changed.connect(self._tell)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(heading(view.text, level))
        if view.help:
            rows.addWidget(muted(view.help))
        for widget in (self._why, self._problem):
            rows.addWidget(widget)
        rows.addSpacing(4)
        rows.addWidget(self._answers)
        self.show_problem(view.problem)

    @property
    def question(self) -> str:
        """The id of the question."""
        return self._view.id

    @property
    def why(self) -> str:
        """Why it is asked."""
        return self._view.why

    def show_why(self, shown: bool) -> None:
        """Open or close the reason under the question."""
        self._why.setVisible(shown)

    def show_problem(self, text: str) -> None:
        """Say what is missing, at the question and to a screen reader; an empty text takes it away."""
        tell(self._problem, text)
        self._answers.setAccessibleDescription(text)
        if isinstance(self._answers, NumberChoice):
            self._answers.describe(text)

    def focus_first(self) -> None:
        """Give the focus to the first answer."""
        self._answers.focus_first()

    def _tell(self) -> None:
        answers = self._answers
        entered = answers.entered() if isinstance(answers, NumberChoice) else answers.chosen()
        self.answered.emit(self._view.id, entered)


def _answers(view: QuestionView) -> ChoiceList | NumberChoice:
    choices = [Choice(option.id, option.text, option.aside, option.exclusive) for option in view.options]
    if view.kind is Kind.NUMBER:
        number = NumberChoice(view.text, view.field_name, choices)
        number.set_entered(view.typed, view.chosen)
        return number
    answers = ChoiceList(view.text, choices, "one" if view.kind is Kind.ONE else "many")
    answers.set_chosen(view.chosen)
    return answers
