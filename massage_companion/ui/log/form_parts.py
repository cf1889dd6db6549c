"""Parts of the forms of the log: soreness that may stay open, one of a few, a line to type.

Each can say what is wrong with it, beside itself and to a screen reader, and can take the focus. None of them decides
what is right.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.buttons import LinkButton
from massage_companion.ui.widgets.choice_list import Choice, ChoiceList
from massage_companion.ui.widgets.labels import heading, muted
from massage_companion.ui.widgets.problem import problem_label, tell
from massage_companion.ui.widgets.segmented import Segment, Segmented
from massage_companion.ui.widgets.soreness import SorenessScale


class SorenessPart(QWidget):
    """A soreness from 0 to 10, or not noted: no answer and 0 are different things."""

    changed = Signal()

    def __init__(self, question: str, words: Words) -> None:
        super().__init__()
        low, high = words("session.plan.sore_low"), words("session.plan.sore_high")
        self._scale = SorenessScale(question, low, high)
        self._scale.chosen.connect(self._choose)
        self._clear = LinkButton(words("log_forms.edit.clear"))
        self._clear.setAccessibleName(words("log_forms.edit.clear_spoken", question=question))
        self._clear.clicked.connect(self._forget)
        rows = part_rows(self)
        rows.addWidget(heading(question, 3))
        rows.addWidget(self._scale)
        rows.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeading)

    def value(self) -> int | None:
        """What is chosen, ``None`` for not noted."""
        return self._scale.value()

    def set_value(self, value: int | None) -> None:
        """Show a value, without a signal."""
        self._scale.set_value(value)
        self._clear.setVisible(value is not None)

    def _choose(self, _value: int) -> None:
        self._clear.show()
        self.changed.emit()

    def _forget(self) -> None:
        self._scale.set_value(None)
        # The focus stays in this part: the next thing is to choose another number, or to go on.
        self._scale.setFocus()
        self.focusNextChild()
        self._clear.hide()
        self.changed.emit()


class OneOfPart(QWidget):
    """One of a few short answers in a bar."""

    changed = Signal()

    def __init__(self, question: str, answers: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._bar = Segmented(question, [Segment(key, text) for key, text in answers])
        self._bar.chosen.connect(lambda _key: self.changed.emit())
        self._problem = problem_label()
        rows = part_rows(self)
        for widget in (heading(question, 3), self._problem, self._bar):
            rows.addWidget(widget)

    def value(self) -> str:
        """The key of what is chosen, empty while nothing is."""
        value = self._bar.value()
        return "" if value is None else str(value)

    def show_problem(self, text: str) -> None:
        """Say what is wrong; an empty text takes it away."""
        tell(self._problem, text)
        self._bar.setAccessibleDescription(text)

    def focus_first(self) -> None:
        """Take the focus."""
        self._bar.setFocus()
        self._bar.focusNextChild()


class ListPart(QWidget):
    """One of several names, in rows."""

    changed = Signal()

    def __init__(self, question: str, help: str, names: Sequence[tuple[str, str]], chosen: str = "") -> None:
        super().__init__()
        self._list = ChoiceList(question, [Choice(key, text) for key, text in names], "one")
        self._list.set_chosen([chosen] if chosen in dict(names) else [])
        self._list.changed.connect(self.changed)
        self._problem = problem_label()
        rows = part_rows(self)
        rows.addWidget(heading(question, 3))
        if help:
            rows.addWidget(muted(help))
        rows.addWidget(self._problem)
        rows.addWidget(self._list)

    def value(self) -> str:
        """The id of what is chosen, empty while nothing is."""
        return next(iter(self._list.chosen()), "")

    def show_problem(self, text: str) -> None:
        """Say what is wrong; an empty text takes it away."""
        tell(self._problem, text)
        self._list.setAccessibleDescription(text)

    def focus_first(self) -> None:
        """Take the focus."""
        self._list.focus_first()


class LinePart(QWidget):
    """A short line to type."""

    changed = Signal()

    def __init__(self, question: str, help: str, longest: int) -> None:
        super().__init__()
        self._help = help
        self._field = QLineEdit()
        self._field.setAccessibleName(question)
        self._field.setAccessibleDescription(help)
        self._field.setMaxLength(longest)
        self._field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._field.setFixedWidth(scaled(120))
        self._field.textEdited.connect(lambda _text: self.changed.emit())
        self._problem = problem_label()
        rows = part_rows(self)
        for widget in (heading(question, 3), muted(help), self._problem, self._field):
            rows.addWidget(widget)

    def value(self) -> str:
        """What was typed."""
        return self._field.text()

    def show_problem(self, text: str) -> None:
        """Say what is wrong; an empty text takes it away."""
        tell(self._problem, text)
        self._field.setAccessibleDescription(text or self._help)

    def focus_first(self) -> None:
        """Take the focus."""
        self._field.setFocus(Qt.FocusReason.TabFocusReason)


def part_rows(part: QWidget) -> QVBoxLayout:
    """The rows of a part: its question, what helps, what is wrong, the field."""
    rows = QVBoxLayout(part)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(6)
    return rows
