"""Something felt wrong: three steps first, then what is felt and what it calls for. Nothing here starts anything.

The three steps never wait for anything. What follows them is a guide that is put in here; without one there is a note
to write, so that a stop always has an end.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.session.intents import NoteWrong
from massage_companion.ui.session.note_field import NoteField
from massage_companion.ui.session.situation_page import SituationPage
from massage_companion.ui.session.view import FeltWrongView
from massage_companion.ui.widgets.buttons import PrimaryButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body, field_label, heading, muted


class FeltWrongPage(SituationPage):
    """Shows a FeltWrongView. ``list_wanted`` once the three steps are done and a guide is here.

    ``focus_wanted`` asks for the focus where the guide is shown.
    """

    list_wanted = Signal()
    focus_wanted = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._session = ""
        self._lines: tuple[QLabel, ...] = ()
        self._guide: QWidget | None = None
        self._signs = body("")
        self._then = body("")
        self._card = Card(words("session.wrong.title"), "danger", focusable=True)
        self._help = Card(words("session.wrong.signs_title"), focusable=True)
        self._help.add(self._signs)
        self._note = NoteField(words("session.wrong.note"), words("session.wrong.note_hint"))
        self._onward = _Onward(words)
        self._onward.button.clicked.connect(self._go_on)
        self._written = _Written(words, self._note)
        self._written.done.clicked.connect(lambda: self.finish(self._note.note()))
        self._steps = QWidget()
        rows = QVBoxLayout(self._steps)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(16)
        for widget in (self._card, self._onward, self._help, self._then, self._written):
            rows.addWidget(widget)
        self._onward.hide()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._steps)
        self._layout.addStretch(1)

    def host(self, guide: QWidget) -> None:
        """Let this guide follow the three steps."""
        self._guide = guide
        guide.hide()
        self._layout.insertWidget(1, guide)
        self._begin_with_steps()

    def set_call(self, title: str) -> None:
        """Say above the signs of an emergency whom to call."""
        self._help.set_title(title)

    def finish(self, note: str) -> None:
        """It has been read: write the note, and first of all the end where it could not be written before.

        Where that fails again this page stays, with the note and the way to try it once more.
        """
        self._begin_with_steps()
        self._onward.hide()
        self._note.setPlainText(note)
        self._written.show()
        # What had the focus is gone: without this it would leave the page, and the page that follows would not get it.
        self._written.done.setFocus(Qt.FocusReason.OtherFocusReason)
        self.intended.emit(NoteWrong(note))

    def show_view(self, view: FeltWrongView) -> None:
        """Show the steps and signs, and whether the stop is written down."""
        if view.session != self._session:
            self._session = view.session
            self._note.clear()
            self._begin_with_steps()
        if not self._lines:
            self._lines = tuple(heading(f"{n}   {step}", 3) for n, step in enumerate(view.steps, start=1))
            for step in self._lines:
                self._card.add(step)
        self._signs.setText("\n".join(f"•  {sign}" for sign in view.signs))
        self._then.setText(view.then)
        self._card.set_summary(view.summary)
        self._help.set_summary(". ".join(view.signs))

    def take_focus(self) -> None:
        if self._guide is None or self._guide.isHidden():
            self._card.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_wanted.emit()

    def leave(self) -> None:
        self._begin_with_steps()

    def _begin_with_steps(self) -> None:
        self._steps.show()
        if self._guide is not None:
            self._guide.hide()
            self._onward.show()
            self._written.hide()

    def _go_on(self) -> None:
        if self._guide is not None:
            self._steps.hide()
            self._guide.show()
            self.list_wanted.emit()


class _Onward(QWidget):
    """The way on to the list, right below the three steps."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.button = PrimaryButton(words("felt_wrong.steps.next"), large=True)
        self.button.setAccessibleDescription(words("felt_wrong.steps.next_hint"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(ButtonRow(self.button, muted(words("felt_wrong.steps.next_hint")), gap=16))


class _Written(QWidget):
    """A note in one's own words, and the way out."""

    def __init__(self, words: Words, note: NoteField) -> None:
        super().__init__()
        self.done = PrimaryButton(words("session.wrong.done"), large=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(field_label(words("session.wrong.note"), note))
        rows.addWidget(note)
        rows.addSpacing(8)
        rows.addWidget(ButtonRow(self.done))
