"""Time is up: it counts on until the person says that the massager is off."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from massage_companion.companion.words import Words
from massage_companion.session.states import Action
from massage_companion.ui.session.clock_column import ClockColumn
from massage_companion.ui.session.intents import Act
from massage_companion.ui.session.situation_page import PageRoom, SituationPage
from massage_companion.ui.session.stop_card import StopCard
from massage_companion.ui.session.two_columns import TwoColumns
from massage_companion.ui.session.view import Deed, OvertimeView
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body, small


class OvertimePage(SituationPage):
    """Shows an OvertimeView."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._caption = words("session.overtime.caption")
        self._text = body("")
        self._quiet = small("")
        self._off = self.acts(PrimaryButton(words("session.overtime.off"), large=True), Action.IT_IS_OFF)
        self._off.setToolTip(words("session.overtime.off_hint"))
        self._remind = self.presses(QuietButton(words("session.overtime.remind"), large=True), Deed.REMIND)
        card = Card(words("session.overtime.title"), "warning")
        for widget in (self._text, self._quiet):
            card.add(widget)
        card.body.addSpacing(6)
        card.add(ButtonRow(self._off, self._remind))
        self._clock = ClockColumn(share=0.42)
        stop = StopCard(words)
        stop.felt_wrong.connect(lambda: self.intended.emit(Act(Action.FEELS_WRONG)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(card)
        layout.addWidget(TwoColumns(self._clock, stop), 1)

    def show_view(self, view: OvertimeView) -> None:
        """Show how much longer it has run."""
        self._clock.ring.set_time(view.time, self._caption, 1.0, tone="warning", spoken=view.spoken)
        self._text.setText(view.text)
        self._quiet.setText(view.quiet)
        self._quiet.setVisible(bool(view.quiet))
        offered = Deed.REMIND in view.deeds
        if not offered and self._remind.hasFocus():
            self.take_focus()
        self._remind.setVisible(offered)

    def fit(self, room: PageRoom) -> None:
        self._clock.fit(room)

    def take_focus(self) -> None:
        self._off.setFocus(Qt.FocusReason.OtherFocusReason)
