"""While a session runs: the time that is left, the phase, pause, end, and when to stop."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from massage_companion.companion.words import Words
from massage_companion.session.states import Action
from massage_companion.ui.session.button_pair import ButtonPair
from massage_companion.ui.session.clock_column import ClockColumn
from massage_companion.ui.session.intents import Act
from massage_companion.ui.session.situation_page import PageRoom, SituationPage, in_the_middle, keep_room
from massage_companion.ui.session.stop_card import StopCard
from massage_companion.ui.session.two_columns import TwoColumns
from massage_companion.ui.session.view import RunningView
from massage_companion.ui.widgets.buttons import QuietButton
from massage_companion.ui.widgets.labels import body, heading, small


class RunningPage(SituationPage):
    """Shows a RunningView."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._view: RunningView | None = None
        self._what = in_the_middle(heading("", 3))
        self._left = in_the_middle(small(""))
        self._plan = in_the_middle(small(""))
        self._comfort = keep_room(in_the_middle(body(words("session.running.comfort"))))
        self._comfort.setProperty("look", "accent")
        self._pause = self.acts(QuietButton(words("session.running.pause"), large=True), Action.PAUSE)
        end = self.acts(QuietButton(words("session.running.end"), large=True), Action.END)
        end.setToolTip(words("session.running.end_hint"))
        self._clock = ClockColumn(share=0.42)
        self._clock.add(self._what, 16)
        self._clock.add(self._left, 4)
        self._clock.add(self._plan, 4)
        self._clock.add(ButtonPair(self._pause, end), 16)
        self._clock.add(self._comfort, 12)
        stop = StopCard(words)
        stop.felt_wrong.connect(lambda: self.intended.emit(Act(Action.FEELS_WRONG)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(TwoColumns(self._clock, stop))

    def show_view(self, view: RunningView) -> None:
        """Show the time; once a second this is all that changes."""
        before, self._view = self._view, view
        self._clock.ring.set_time(view.time, view.caption, view.fraction, spoken=view.spoken)
        if before is None or _lasting(view) != _lasting(before):
            self._show_lasting(view)

    def fit(self, room: PageRoom) -> None:
        self._clock.fit(room)

    def take_focus(self) -> None:
        self._pause.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_lasting(self, view: RunningView) -> None:
        """Show what changes now and then."""
        self._what.setText(view.phase or view.massager)
        self._left.setText(view.phase_left)
        self._left.setVisible(bool(view.phase_left))
        self._plan.setText(view.plan)
        self._comfort.setVisible(bool(view.comfort))


def _lasting(view: RunningView) -> tuple[str, str, str, str, str]:
    return view.massager, view.plan, view.phase, view.phase_left, view.comfort
