"""Parts of the form for a doctor's slip: a date in three numbers, a number that may be left open.

A date has no value of its own to begin with, so that today is never taken for the day on the slip. What is wrong is
said beside the part; what counts as wrong is not decided here.
"""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from massage_companion.companion.slip_entry import TypedDate
from massage_companion.companion.words import Words
from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.group import Group
from massage_companion.ui.widgets.labels import field_label, heading, muted
from massage_companion.ui.widgets.problem import problem_label, tell

_WIDTHS: Final = {"day": 64, "month": 64, "year": 92}
_LONGEST: Final = {"day": 2, "month": 2, "year": 4}


class DatePart(Group):
    """A day, a month and a year to type, in the order of the language."""

    changed = Signal()

    def __init__(self, question: str, help: str, words: Words) -> None:
        super().__init__(question)
        self._problem = problem_label()
        self._fields: dict[str, _Short] = {}
        line = ButtonRow(gap=12)
        for part in words("safety.slip.order").split():
            field = _Short(_WIDTHS[part], _LONGEST[part])
            field.textEdited.connect(self.changed)
            field.setAccessibleName(words("safety.slip.part_of", part=words(f"safety.slip.{part}"), question=question))
            self._fields[part] = field
            line.add(_named(words(f"safety.slip.{part}"), field))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(heading(question, 3))
        rows.addWidget(muted(help))
        rows.addWidget(self._problem)
        rows.addWidget(line)

    def typed(self) -> TypedDate:
        """What stands in the three fields."""
        return TypedDate(**{part: field.text() for part, field in self._fields.items()})

    def clear(self) -> None:
        """Empty all three fields, without a signal."""
        for field in self._fields.values():
            field.clear()

    def show_problem(self, text: str) -> None:
        """Say what is wrong; an empty text takes it away."""
        tell(self._problem, text)
        for field in self._fields.values():
            field.setAccessibleDescription(text)

    def focus_first(self) -> None:
        """Take the focus."""
        next(iter(self._fields.values())).setFocus(Qt.FocusReason.TabFocusReason)


class NumberLine(QWidget):
    """A whole number that may be left open."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._field = _Short(92, 6)
        self._field.textEdited.connect(self.changed)
        self._problem = problem_label()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(field_label(name, self._field))
        rows.addWidget(self._problem)
        rows.addWidget(self._field)

    def text(self) -> str:
        """What was typed; empty where nothing was."""
        return self._field.text()

    def clear(self) -> None:
        """Empty the field, without a signal."""
        self._field.clear()

    def show_problem(self, text: str) -> None:
        """Say what is wrong; an empty text takes it away."""
        tell(self._problem, text)
        self._field.setAccessibleDescription(text)

    def focus_first(self) -> None:
        """Take the focus."""
        self._field.setFocus(Qt.FocusReason.TabFocusReason)


class _Short(QLineEdit):
    """A field for a few digits, as wide as they need."""

    def __init__(self, width: int, longest: int) -> None:
        super().__init__()
        self.setMaxLength(longest)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._width = width

    def sizeHint(self) -> QSize:
        return QSize(scaled(self._width), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def _named(name: str, field: QLineEdit) -> QWidget:
    part = QWidget()
    label = field_label(name)
    label.setWordWrap(False)
    rows = QVBoxLayout(part)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(4)
    rows.addWidget(label)
    rows.addWidget(field)
    return part
