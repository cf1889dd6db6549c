"""The guide in which a massager is added or changed. It stores nothing; whoever shows it does.

It says plainly that wrong facts make the safety check worthless. Going back never loses what was typed unasked.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.massager_entry import Field, entry_of
from massage_companion.companion.words import Words
from massage_companion.session.massager import Massager
from massage_companion.ui.massagers.form import MassagerForm
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.labels import body, heading, muted
from massage_companion.ui.widgets.problem import problem_label, tell
from massage_companion.ui.widgets.step_frame import StepFrame


class MassagerGuide(StepFrame):
    """`described(entry)` for a form without problems, `cancelled()`.

    ``massager`` is the one that is changed, ``None`` for a new one; ``fixed`` says that it may lose nothing it does,
    ``has_yes`` that a doctor's yes to it is recorded for whoever changes it.
    """

    described = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        words: Words,
        massager: Massager | None = None,
        fixed: bool = False,
        has_yes: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        title = words("massagers.edit.add") if massager is None else words("massagers.edit.title", name=massager.name)
        super().__init__(title, parent=parent)
        self._words = words
        self.form = MassagerForm(words, massager if fixed else None)
        if massager is not None:
            self.form.show_entry(entry_of(massager), known=True)
        self._untouched = self.form.entry()
        self._refused = problem_label()
        self._facts = Card(words("massagers.edit.facts_title"), "warning", focusable=True)
        told = [words("massagers.edit.facts"), *([words("massagers.edit.yes")] if has_yes else [])]
        for text in told:
            self._facts.add(body(text))
        self._facts.set_summary(" ".join(told))
        self.set_content(self._laid_out(title))
        cancel = QuietButton(words("massagers.edit.cancel"))
        cancel.clicked.connect(self.cancelled)
        save = PrimaryButton(words("massagers.edit.save" if massager is not None else "massagers.edit.keep"))
        save.clicked.connect(self.confirmed)
        self.set_footer(trailing=(cancel, save))
        self.order_focus()
        self.confirmed.connect(self._describe)
        self.back_wanted.connect(self._go_back)

    def take_focus(self) -> None:
        """Give the focus to what has to be known first, and say which guide this is."""
        self._facts.setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, self.page.accessibleName())

    def show_problems(self, problems: Mapping[Field, str]) -> None:
        """Say at its fields what cannot be kept."""
        self.form.show_problems(problems)

    def show_refusal(self, text: str) -> None:
        """Say why nothing can be changed now."""
        tell(self._refused, text)
        self.page.ensureWidgetVisible(self._refused)
        announce(self, text, urgent=True)

    def _laid_out(self, title: str) -> QWidget:
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(heading(title))
        rows.addWidget(muted(self._words("massagers.edit.help")))
        rows.addWidget(self._refused)
        rows.addSpacing(4)
        rows.addWidget(self._facts)
        rows.addSpacing(12)
        rows.addWidget(self.form)
        return content

    def _describe(self) -> None:
        tell(self._refused, "")
        if self.form.check():
            self.described.emit(self.form.entry())

    def _go_back(self) -> None:
        if self.form.entry() == self._untouched:
            self.cancelled.emit()
