"""While a session runs: the time that is left, pause, end, and when to stop."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from massage_companion.companion.words import Words
from massage_companion.session.states import Action
from massage_companion.ui.session.button_pair import ButtonPair
from massage_companion.ui.session.clock_column import ClockColumn
from massage_companion.ui.session.intents import Act
from massage_companion.ui.session.situation_page import SituationPage, in_the_middle
from massage_companion.ui.session.stop_card import StopCard
from massage_companion.ui.session.two_columns import TwoColumns
from massage_companion.ui.session.view import RunningView
from massage_companion.ui.widgets.buttons import QuietButton
from massage_companion.ui.widgets.labels import heading, small


class RunningPage(SituationPage):
    """Shows a RunningView."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._massager = in_the_middle(heading("", 3))
        self._plan = in_the_middle(small(""))
        self._pause = self.acts(QuietButton(words("session.running.pause"), large=True), Action.PAUSE)
        end = self.acts(QuietButton(words("session.running.end"), large=True), Action.END)
        end.setToolTip(words("session.running.end_hint"))
        self._clock = ClockColumn(share=0.44)
        self._clock.add(self._massager, 20)
        self._clock.add(self._plan, 4)
        self._clock.add(ButtonPair(self._pause, end), 20)
        stop = StopCard(words)
        stop.felt_wrong.connect(lambda: self.intended.emit(Act(Action.FEELS_WRONG)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(TwoColumns(self._clock, stop))

    def show_view(self, view: RunningView) -> None:
        """Show the time; once a second this is all that changes."""
        self._clock.ring.set_time(view.time, view.caption, view.fraction, spoken=view.spoken)
        if view.massager != self._massager.text():
            self._massager.setText(view.massager)
        if view.plan != self._plan.text():
            self._plan.setText(view.plan)

    def fit(self, page_height: int) -> None:
        self._clock.fit(page_height)

    def take_focus(self) -> None:
        self._pause.setFocus(Qt.FocusReason.OtherFocusReason)
