"""The guide for a name: of somebody new, or another one for somebody who is there. It stores nothing.

For somebody new it says that a guest is a person too, with a check and a log of their own.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from massage_companion.companion.first_run import NAME_LENGTH
from massage_companion.companion.words import Words
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.labels import field_label, heading, lead, muted
from massage_companion.ui.widgets.problem import problem_label, tell
from massage_companion.ui.widgets.step_frame import StepFrame

_POINTS = ("check", "log", "guest", "open")


class NameGuide(StepFrame):
    """`named(text)` as it was typed, `cancelled()`. ``name`` is the one to change, empty for somebody new."""

    named = Signal(str)
    cancelled = Signal()

    def __init__(self, words: Words, name: str = "", parent: QWidget | None = None) -> None:
        self._what = "rename" if name else "add"
        super().__init__(words(f"people.{self._what}.title"), parent=parent)
        self._before = name
        self._field = QLineEdit(name)
        # A name that is too long can be typed, so that the sentence about it is seen rather than nothing.
        self._field.setMaxLength(2 * NAME_LENGTH)
        self._field.textEdited.connect(lambda: self._mark(""))
        self._problem = problem_label()
        self.set_content(self._laid_out(words))
        cancel = QuietButton(words("people.cancel"))
        cancel.clicked.connect(self.cancelled)
        onward = PrimaryButton(words(f"people.{self._what}.go"))
        onward.clicked.connect(self.confirmed)
        self.set_footer(trailing=(cancel, onward))
        self.order_focus()
        self.confirmed.connect(lambda: self.named.emit(self._field.text()))
        self.back_wanted.connect(self._go_back)

    def take_focus(self) -> None:
        """Give the focus to the field, and say which guide this is."""
        self._field.setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, self.page.accessibleName())

    def show_problem(self, text: str) -> None:
        """Say what is wrong, and go to the field."""
        self._mark(text)
        self._field.setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, text, urgent=True)

    def _laid_out(self, words: Words) -> QWidget:
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(heading(words(f"people.{self._what}.title")))
        rows.addWidget(muted(words(f"people.{self._what}.help")))
        rows.addSpacing(8)
        rows.addWidget(field_label(words("people.name"), self._field))
        rows.addWidget(self._problem)
        rows.addWidget(self._field)
        if self._what == "add":
            card = Card()
            card.setAccessibleName(words("people.add.title"))
            card.body.setSpacing(12)
            for point in _POINTS:
                card.add(lead(words(f"people.add.{point}_lead"), words(f"people.add.{point}")))
            rows.addSpacing(12)
            rows.addWidget(card)
        return content

    def _go_back(self) -> None:
        if self._field.text() == self._before:
            self.cancelled.emit()

    def _mark(self, text: str) -> None:
        tell(self._problem, text)
        self._field.setAccessibleDescription(text)
