"""After a session: what is known about it, how the neck is, a note. All of it can be left out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.session.intents import SaveRating
from massage_companion.ui.session.note_field import NoteField
from massage_companion.ui.session.situation_page import SituationPage
from massage_companion.ui.session.view import AfterView, Deed
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body, field_label
from massage_companion.ui.widgets.soreness import SorenessScale


class AfterPage(SituationPage):
    """Shows an AfterView."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._session = ""
        self._lines = body("")
        self._sore = SorenessScale(
            words("session.after.sore"), words("session.plan.sore_low"), words("session.plan.sore_high")
        )
        self._note = NoteField(words("session.after.note"), words("session.after.note_hint"))
        save = PrimaryButton(words("session.after.save"), large=True)
        save.clicked.connect(lambda: self.intended.emit(SaveRating(self._sore.value(), self._note.note())))
        skip = self.presses(QuietButton(words("session.after.skip"), large=True), Deed.SKIP)
        self._card = Card(words("session.after.title"), focusable=True)
        self._card.add(self._lines)
        for label, widget in (
            (field_label(words("session.after.sore")), self._sore),
            (field_label(words("session.after.note"), self._note), self._note),
        ):
            self._card.body.addSpacing(10)
            self._card.add(label)
            self._card.add(widget)
        self._card.body.addSpacing(10)
        self._card.add(ButtonRow(save, skip))
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(16)
        self._rows.addWidget(self._card)
        self._rows.addStretch(1)

    def host(self, card: QWidget) -> None:
        """Show another card below."""
        self._rows.insertWidget(1, card)

    def show_view(self, view: AfterView) -> None:
        """Show a session; what was written about another one is gone."""
        if view.session != self._session:
            self._session = view.session
            self._sore.set_value(None)
            self._note.clear()
        self._lines.setText("\n".join(view.lines))
        self._card.set_summary(" ".join(view.lines))

    def take_focus(self) -> None:
        self._card.setFocus(Qt.FocusReason.OtherFocusReason)
