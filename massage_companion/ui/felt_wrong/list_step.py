"""One list of what can be felt: large rows, nothing preselected, "none of these" and "not sure" among them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.check.question_block import QuestionBlock
from massage_companion.ui.felt_wrong.view import ListView
from massage_companion.ui.session.note_field import NoteField
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import field_label, muted


class ListStep(QWidget):
    """``answered(question, answer)`` at each change, ``written(text)`` for one's own words; the ways on and back."""

    answered = Signal(str, object)
    written = Signal(str)
    confirmed = Signal()
    back_wanted = Signal()
    left = Signal()

    def __init__(self, view: ListView, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._block = QuestionBlock(view.question, words("check.page.why_lead"))
        self._block.answered.connect(self._tell)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(muted(view.progress))
        rows.addSpacing(4)
        rows.addWidget(self._block)
        if view.note is not None:
            note = NoteField(words("felt_wrong.list.note"), words("felt_wrong.list.note_hint"))
            note.setPlainText(view.note)
            note.textChanged.connect(lambda: self.written.emit(note.note()))
            rows.addSpacing(8)
            rows.addWidget(field_label(words("felt_wrong.list.note"), note))
            rows.addWidget(note)
        rows.addSpacing(8)
        rows.addWidget(self._buttons(words))

    def focus_first(self) -> None:
        """Give the focus to the first line, and tell which list it is."""
        self._block.focus_first()
        announce(self, self._view.spoken)

    def show_problem(self, text: str) -> None:
        """Say that nothing was ticked."""
        self._block.show_problem(text)
        self._block.focus_first()
        announce(self, text, urgent=True)

    def _tell(self, question: str, answer: object) -> None:
        self._block.show_problem("")
        self.answered.emit(question, answer)

    def _buttons(self, words: Words) -> ButtonRow:
        onward = PrimaryButton(words("felt_wrong.list.next"), large=True)
        onward.clicked.connect(self.confirmed)
        leading: list[QWidget] = []
        if self._view.leave:
            leave = QuietButton(self._view.leave, large=True)
            leave.setAccessibleDescription(words("felt_wrong.list.leave_hint"))
            leave.clicked.connect(self.left)
            leading.append(leave)
        if self._view.can_go_back:
            back = QuietButton(words("felt_wrong.list.back"), large=True)
            back.clicked.connect(self.back_wanted)
            leading.append(back)
        return ButtonRow(*leading, trailing=(onward,))
