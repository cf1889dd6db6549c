"""The parts of the massager form: a list of choices, a line of text, a number of the manual.

Each can say what is wrong with it, beside itself and to a screen reader, and can take the focus. None of them decides
what is right.
"""

from collections.abc import Iterable, Sequence
from typing import Literal, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from massage_companion.ui.widgets.choice_list import Choice, ChoiceList
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import field_label, heading, muted
from massage_companion.ui.widgets.problem import problem_label, tell
from massage_companion.ui.widgets.tick import TickBox

_LONGEST_NUMBER = 6


class Part(Protocol):
    """What every part of the form can do."""

    def show_problem(self, text: str) -> None:
        """Say what is wrong; an empty text takes it away."""
        ...

    def focus_first(self) -> None:
        """Take the focus."""
        ...


class ChoicePart(QWidget):
    """A question with rows to choose from."""

    changed = Signal()

    def __init__(self, question: str, help: str, choices: Sequence[Choice], mode: Literal["one", "many"]) -> None:
        super().__init__()
        self._problem = problem_label()
        self.list = ChoiceList(question, choices, mode)
        self.list.changed.connect(self.changed)
        rows = _rows(self)
        rows.addWidget(heading(question, 3))
        if help:
            rows.addWidget(muted(help))
        rows.addWidget(self._problem)
        rows.addSpacing(4)
        rows.addWidget(self.list)

    def chosen(self) -> tuple[str, ...]:
        """The ids of what is chosen."""
        return self.list.chosen()

    def set_chosen(self, ids: Iterable[str]) -> None:
        """Choose exactly these, without a signal."""
        self.list.set_chosen(ids)

    def show_problem(self, text: str) -> None:
        """Say what is wrong; an empty text takes it away."""
        tell(self._problem, text)
        self.list.setAccessibleDescription(text)

    def focus_first(self) -> None:
        """Take the focus."""
        self.list.focus_first()


class TextPart(QWidget):
    """A line of text with its name and a hint under the name."""

    changed = Signal()

    def __init__(self, name: str, help: str, longest: int, as_heading: bool = False) -> None:
        super().__init__()
        self._help = help
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(help)
        # One letter more than allowed can be typed, so that the sentence about it is seen rather than nothing.
        self.field.setMaxLength(longest + 1)
        self.field.textEdited.connect(self.changed)
        self._problem = problem_label()
        rows = _rows(self)
        rows.addWidget(heading(name, 3) if as_heading else field_label(name, self.field))
        rows.addWidget(muted(help))
        rows.addWidget(self._problem)
        rows.addWidget(self.field)

    def show_problem(self, text: str) -> None:
        """Say what is wrong; an empty text takes it away."""
        tell(self._problem, text)
        self.field.setAccessibleDescription(text or self._help)

    def focus_first(self) -> None:
        """Take the focus."""
        self.field.setFocus(Qt.FocusReason.TabFocusReason)


class NumberPart(QWidget):
    """A number of the manual. "Not in the manual" empties the field, and typing takes that back."""

    changed = Signal()

    def __init__(self, name: str, absent: str, absent_spoken: str) -> None:
        super().__init__()
        self._field = QLineEdit()
        # Qt finds the label of a field only where both have the same parent.
        self._field.setAccessibleName(name)
        self._field.setMaxLength(_LONGEST_NUMBER)
        self._field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._absent = TickBox(absent)
        self._absent.setAccessibleName(absent_spoken)
        self._absent.toggled.connect(self._say_absent)
        self._field.textEdited.connect(lambda: self._absent.setChecked(False))
        self._field.textEdited.connect(self.changed)
        self._problem = problem_label()
        rows = _rows(self)
        rows.addWidget(field_label(name, self._field))
        rows.addWidget(self._problem)
        rows.addWidget(ButtonRow(self._field, self._absent, gap=16))

    def text(self) -> str:
        """What was typed; empty where nothing was, or where the manual does not say."""
        return self._field.text()

    def set_text(self, text: str, absent: bool) -> None:
        """Show a number, or that the manual does not give one."""
        self._absent.setChecked(absent)
        self._field.setText(text)

    def show_problem(self, text: str) -> None:
        """Say what is wrong; an empty text takes it away."""
        tell(self._problem, text)
        self._field.setAccessibleDescription(text)

    def focus_first(self) -> None:
        """Take the focus."""
        self._field.setFocus(Qt.FocusReason.TabFocusReason)

    def _say_absent(self, absent: bool) -> None:
        if absent:
            self._field.clear()
        self.changed.emit()


def _rows(part: QWidget) -> QVBoxLayout:
    rows = QVBoxLayout(part)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(6)
    return rows
