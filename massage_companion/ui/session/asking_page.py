"""After an absence: what is known, and the question that only the person can answer. Nothing is preselected."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.session.states import Action
from massage_companion.ui.session.intents import SwitchedOffAt
from massage_companion.ui.session.off_time_field import OffTimeField
from massage_companion.ui.session.situation_page import SituationPage
from massage_companion.ui.session.view import AskingView
from massage_companion.ui.widgets.buttons import DangerButton, QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.labels import body


class AskingPage(SituationPage):
    """Shows an AskingView."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._view: AskingView | None = None
        self._known = body("")
        self._still = self.acts(QuietButton(), Action.STILL_RUNNING)
        self._at_end = QuietButton()
        self._at_end.clicked.connect(self._tell_at_end)
        self._stayed_off = QuietButton(words("session.asking.stayed_off"))
        self._stayed_off.clicked.connect(self._tell_stayed_off)
        self._off_time = OffTimeField(words)
        self._off_time.chosen.connect(lambda utc_ms: self.intended.emit(SwitchedOffAt(utc_ms)))
        unknown = self.acts(QuietButton(words("session.asking.unknown")), Action.DO_NOT_KNOW)
        wrong = self.acts(DangerButton(words("session.stop.wrong")), Action.FEELS_WRONG)
        self._card = Card(words("session.asking.title"), "warning", focusable=True)
        self._card.add(self._known)
        self._card.body.addSpacing(8)
        choices = _column(self._still, self._at_end, self._stayed_off, self._off_time, unknown, wrong)
        self._card.body.addWidget(choices, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)
        layout.addStretch(1)

    def show_view(self, view: AskingView) -> None:
        """Show what is known and what can be said."""
        self._view = view
        self._known.setText("\n".join(view.known))
        self._card.set_summary(" ".join(view.known))
        self._still.setText(view.still)
        self._at_end.setText(view.at_end)
        self._at_end.setVisible(bool(view.at_end))
        self._stayed_off.setVisible(view.stayed_off is not None)
        self._off_time.setVisible(view.off is not None)
        if view.off is not None:
            self._off_time.show_time(view.off)

    def take_focus(self) -> None:
        self._card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_at_end(self) -> None:
        if self._view is not None and self._view.off is not None and self._view.off.at_end is not None:
            self.intended.emit(SwitchedOffAt(self._view.off.at_end))

    def _tell_stayed_off(self) -> None:
        if self._view is not None and self._view.stayed_off is not None:
            self.intended.emit(SwitchedOffAt(self._view.stayed_off))


def _column(*choices: QWidget) -> QWidget:
    """Choices below each other, all as wide as the widest."""
    column = QWidget()
    rows = QVBoxLayout(column)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(12)
    for choice in choices:
        rows.addWidget(choice)
    return column
