"""A number to type, with real choices under it for those who cannot give one.

Why: a spin box starts at a value that nobody chose; an empty field is no answer. Typing takes the choice away and
choosing takes the number away, so that there is one answer at most.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from massage_companion.ui.widgets.choice_list import Choice, ChoiceList
from massage_companion.ui.widgets.group import Group

_LONGEST = 6


class NumberChoice(Group):
    """`entered` is what stands in the field as typed, or the ids of what is chosen instead."""

    changed = Signal()

    def __init__(
        self, question: str, field_name: str, choices: Sequence[Choice], parent: QWidget | None = None
    ) -> None:
        super().__init__(question, parent=parent)
        self._field = QLineEdit()
        self._field.setAccessibleName(field_name)
        self._field.setMaxLength(_LONGEST)
        self._field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._field.textEdited.connect(self._typed)
        self._choices = ChoiceList(question, choices)
        self._choices.changed.connect(self._chosen)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self._field)
        rows.addWidget(self._choices)

    def entered(self) -> str | tuple[str, ...]:
        """The chosen ids, or the typed text where none is chosen."""
        return self._choices.chosen() or self._field.text()

    def set_entered(self, typed: str, chosen: Sequence[str]) -> None:
        """Show a text or choices, without a signal."""
        self._field.setText("" if chosen else typed)
        self._choices.set_chosen(chosen)

    def focus_first(self) -> None:
        """Give the focus to the field, as Tab would."""
        self._field.setFocus(Qt.FocusReason.TabFocusReason)

    def describe(self, text: str) -> None:
        """What a screen reader adds to the name of the field."""
        self._field.setAccessibleDescription(text)

    def _typed(self) -> None:
        self._choices.set_chosen(())
        self.changed.emit()

    def _chosen(self) -> None:
        self._field.clear()
        self.changed.emit()
