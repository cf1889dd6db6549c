"""The form in which a session is corrected: ratings, note, massager, person. What was measured is shown, not offered.

It stores nothing. Going back never loses what was typed unasked.
"""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.household import Person
from massage_companion.companion.log_changes import Correction
from massage_companion.companion.words import Words
from massage_companion.log.record import Origin, SessionRecord
from massage_companion.session.massager import Massager
from massage_companion.ui.log.form_parts import ListPart, SorenessPart, part_rows
from massage_companion.ui.session.note_field import NoteField
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.labels import body, heading, muted
from massage_companion.ui.widgets.problem import problem_label, tell
from massage_companion.ui.widgets.step_frame import StepFrame


class EditView(Struct, frozen=True):
    """A session to correct: how it is called, what was measured, and whom and what it can be given to."""

    record: SessionRecord
    title: str
    facts: tuple[str, ...]
    massagers: tuple[Massager, ...]
    people: tuple[Person, ...]


class EditPage(StepFrame):
    """``corrected(Correction)``, ``left()``."""

    corrected = Signal(object)
    left = Signal()

    def __init__(self, words: Words, view: EditView, parent: QWidget | None = None) -> None:
        super().__init__(words("log_forms.edit.title"), parent=parent)
        self._words = words
        self._view = view
        record = view.record
        self._sore = {
            when: SorenessPart(words(f"log_forms.edit.sore_{when}"), words) for when in ("before", "after", "next")
        }
        for when, part in self._sore.items():
            part.set_value(getattr(record, f"sore_{when}"))
        self._note = NoteField(words("log_forms.edit.note"), words("log_forms.edit.note_hint"))
        self._note.setPlainText(record.note)
        self._massager = ListPart(words("log_forms.edit.massager"), "", _massagers(view), record.massager)
        self._person = ListPart(
            words("log_forms.edit.person"),
            words("log_forms.edit.person_help"),
            [(person.id, person.name) for person in view.people],
            record.person,
        )
        if len(view.people) < 2:
            self._person.hide()
        self._refused = problem_label()
        self._facts = self._facts_card()
        self.set_content(self._laid_out())
        cancel = QuietButton(words("log_forms.edit.cancel"))
        cancel.clicked.connect(self.left)
        save = PrimaryButton(words("log_forms.edit.save"))
        save.clicked.connect(self.confirmed)
        self.set_footer(trailing=(cancel, save))
        self.order_focus()
        self._untouched = self._correction()
        self.confirmed.connect(lambda: self.corrected.emit(self._correction()))
        self.back_wanted.connect(self._go_back)

    @property
    def record(self) -> SessionRecord:
        """The session as it was shown when the form was opened."""
        return self._view.record

    def take_focus(self) -> None:
        """Give the focus to what cannot be changed, so that it is read first, and say which form this is."""
        self._facts.setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, self._words("log_forms.edit.title"))

    def show_problem(self, text: str) -> None:
        """Say why it could not be changed."""
        tell(self._refused, text)
        self.page.ensureWidgetVisible(self._refused)
        announce(self, text, urgent=True)

    def _correction(self) -> Correction:
        record = self._view.record
        massager = self._massager.value() or record.massager
        names = {each.id: each.name for each in self._view.massagers}
        # A name that a massager had on that day stays: only another massager brings another name.
        kept = massager == record.massager
        return Correction(
            sore_before=self._sore["before"].value(),
            sore_after=self._sore["after"].value(),
            sore_next=self._sore["next"].value(),
            # A note that nobody touched stays to the letter.
            note=record.note if self._note.toPlainText() == record.note else self._note.note(),
            massager=massager,
            massager_name=record.massager_name if kept else names[massager],
            person=self._person.value() or record.person,
        )

    def _go_back(self) -> None:
        if self._correction() == self._untouched:
            self.left.emit()

    def _facts_card(self) -> Card:
        by_hand = self._view.record.origin is Origin.MANUAL
        title = self._words("log_forms.edit.facts_by_hand" if by_hand else "log_forms.edit.facts")
        why = self._words("log_forms.edit.facts_by_hand_why" if by_hand else "log_forms.edit.facts_why")
        card = Card(title, focusable=True)
        text = self._words("log.detail.between").join(self._view.facts)
        for label in (body(text), muted(why)):
            card.add(label)
        card.set_summary(f"{text} {why}")
        return card

    def _laid_out(self) -> QWidget:
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(20)
        rows.addWidget(heading(self._words("log_forms.edit.title")))
        rows.addWidget(muted(self._view.title))
        rows.addWidget(self._refused)
        rows.addWidget(self._facts)
        for part in self._sore.values():
            rows.addWidget(part)
        note = QWidget()
        note_rows = part_rows(note)
        note_rows.addWidget(heading(self._words("log_forms.edit.note"), 3))
        note_rows.addWidget(self._note)
        for each in (note, self._massager, self._person):
            rows.addWidget(each)
        return content


def _massagers(view: EditView) -> Sequence[tuple[str, str]]:
    """Every massager, and the one of that day where the household does not know it any more."""
    names = {massager.id: massager.name for massager in view.massagers}
    names.setdefault(view.record.massager, view.record.massager_name)
    return tuple(names.items())
