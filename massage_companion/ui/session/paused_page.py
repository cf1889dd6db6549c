"""While a session is paused: the time stands still, and the massager has to be off."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from massage_companion.companion.words import Words
from massage_companion.session.states import Action
from massage_companion.ui.session.button_pair import ButtonPair
from massage_companion.ui.session.clock_column import ClockColumn
from massage_companion.ui.session.intents import Act
from massage_companion.ui.session.situation_page import PageRoom, SituationPage, in_the_middle
from massage_companion.ui.session.stop_card import StopCard
from massage_companion.ui.session.two_columns import TwoColumns
from massage_companion.ui.session.view import PausedView
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.labels import body, heading, small


class PausedPage(SituationPage):
    """Shows a PausedView."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._caption = words("session.paused.caption")
        self._massager = in_the_middle(heading("", 3))
        self._phase = in_the_middle(small(""))
        self._since = in_the_middle(body(""))
        self._resume = self.acts(PrimaryButton(words("session.paused.resume"), large=True), Action.RESUME)
        end = self.acts(QuietButton(words("session.running.end"), large=True), Action.END)
        end.setToolTip(words("session.running.end_hint"))
        self._clock = ClockColumn(share=0.44)
        self._clock.add(self._massager, 20)
        self._clock.add(self._phase, 4)
        self._clock.add(self._since, 4)
        self._clock.add(ButtonPair(self._resume, end), 20)
        stop = StopCard(words)
        stop.felt_wrong.connect(lambda: self.intended.emit(Act(Action.FEELS_WRONG)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(TwoColumns(self._clock, stop))

    def show_view(self, view: PausedView) -> None:
        """Show the time that is left and since when it stands still."""
        self._clock.ring.set_time(view.time, self._caption, view.fraction, spoken=view.spoken)
        self._massager.setText(view.phase or view.massager)
        self._phase.setText(view.phase_left)
        self._phase.setVisible(bool(view.phase_left))
        self._since.setText(view.since)

    def fit(self, room: PageRoom) -> None:
        self._clock.fit(room)

    def take_focus(self) -> None:
        self._resume.setFocus(Qt.FocusReason.OtherFocusReason)
