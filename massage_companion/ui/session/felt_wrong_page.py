"""Something felt wrong: three steps first, then when to call for help, then a note. Nothing here starts anything."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from massage_companion.companion.words import Words
from massage_companion.ui.session.intents import NoteWrong
from massage_companion.ui.session.note_field import NoteField
from massage_companion.ui.session.situation_page import SituationPage
from massage_companion.ui.session.view import FeltWrongView
from massage_companion.ui.widgets.buttons import PrimaryButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body, field_label, heading


class FeltWrongPage(SituationPage):
    """Shows a FeltWrongView."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._session = ""
        self._steps: tuple[QLabel, ...] = ()
        self._signs = body("")
        self._then = body("")
        self._note = NoteField(words("session.wrong.note"), words("session.wrong.note_hint"))
        done = PrimaryButton(words("session.wrong.done"), large=True)
        done.clicked.connect(lambda: self.intended.emit(NoteWrong(self._note.note())))
        self._card = Card(words("session.wrong.title"), "danger", focusable=True)
        self._help = Card(words("session.wrong.signs_title"), focusable=True)
        self._help.add(self._signs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        for widget in (
            self._card,
            self._help,
            self._then,
            field_label(words("session.wrong.note"), self._note),
            self._note,
            ButtonRow(done),
        ):
            layout.addWidget(widget)
        layout.addStretch(1)

    def show_view(self, view: FeltWrongView) -> None:
        """Show the steps and signs, and whether the stop is written down."""
        if view.session != self._session:
            self._session = view.session
            self._note.clear()
        if not self._steps:
            self._steps = tuple(heading(f"{n}   {step}", 3) for n, step in enumerate(view.steps, start=1))
            for step in self._steps:
                self._card.add(step)
        self._signs.setText("\n".join(f"•  {sign}" for sign in view.signs))
        self._then.setText(view.then)
        self._card.set_summary(view.summary)
        self._help.set_summary(". ".join(view.signs))

    def take_focus(self) -> None:
        self._card.setFocus(Qt.FocusReason.OtherFocusReason)
