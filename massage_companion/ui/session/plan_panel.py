"""Ring, minutes, start button and plan card: usable before a session, dimmed while sessions are blocked."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.session.clock_column import ClockColumn
from massage_companion.ui.session.intents import ChooseMinutes, Press
from massage_companion.ui.session.plan_card import PlanCard
from massage_companion.ui.session.plan_row import PlanRow
from massage_companion.ui.session.situation_page import PageRoom, centred, in_the_middle
from massage_companion.ui.session.two_columns import TwoColumns
from massage_companion.ui.session.view import Controls, Deed
from massage_companion.ui.widgets.buttons import PrimaryButton
from massage_companion.ui.widgets.labels import small
from massage_companion.ui.widgets.segmented import Segment, Segmented


class PlanPanel(QWidget):
    """`intended` carries an Intent; `above_plan` is a place for a card over the plan."""

    intended = Signal(object)

    def __init__(self, words: Words, ring_share: float) -> None:
        super().__init__()
        self._clock = ClockColumn(ring_share)
        self._minutes = Segmented(words("session.ready.minutes_name"), centred=True)
        self._minutes.chosen.connect(lambda minutes: self.intended.emit(ChooseMinutes(int(minutes))))
        self.start = PrimaryButton(words("session.ready.start"), large=True)
        self.start.setShortcut(QKeySequence("Alt+S"))
        self.start.setToolTip(words("session.ready.start_hint"))
        self.start.clicked.connect(lambda: self.intended.emit(Press(Deed.START)))
        self._dose = in_the_middle(small(""))
        self._plans = PlanRow(words)
        self._plans.intended.connect(self.intended)
        self._clock.add(self._minutes, 20)
        self._clock.add(self._plans, 8)
        self._clock.add_row(centred(self.start), 16)
        self._clock.add(self._dose, 12)
        self._card = PlanCard(words)
        self._card.intended.connect(self.intended)
        side = QWidget()
        self.above_plan = QVBoxLayout(side)
        self.above_plan.setContentsMargins(0, 0, 0, 0)
        self.above_plan.setSpacing(16)
        self.above_plan.addWidget(self._card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(TwoColumns(self._clock, side))

    def fit(self, room: PageRoom) -> None:
        """Choose the size of the ring for a page with so much room."""
        self._clock.fit(room)

    def show_plan(
        self, controls: Controls, time: str, caption: str, spoken: str, dose: str, can_save: bool = False
    ) -> None:
        """A plan that can be changed and started; ``can_save`` where it can be kept under a name."""
        self._fill_minutes(controls)
        self._clock.ring.set_time(time, caption, 1.0, spoken=spoken)
        self._dose.setText(dose)
        self._plans.show_plans(controls)
        self._plans.setVisible(can_save)
        self._use(controls, usable=True)

    def show_blocked(self, controls: Controls, time: str, caption: str, spoken: str, dose: str = "") -> None:
        """The plan as it would be, dimmed; ``dose`` stays readable, since it says how long to wait."""
        self._fill_minutes(controls)
        self._clock.ring.set_time(time, caption, 0.0, tone="off", spoken=spoken)
        self._plans.hide()
        self._dose.setText(dose)
        self._use(controls, usable=False)

    def _use(self, controls: Controls, usable: bool) -> None:
        self._card.show_controls(controls, usable)
        for widget in (self._clock.ring, self.start):
            widget.setEnabled(usable)
        self._minutes.setVisible(usable)
        self._dose.setVisible(bool(self._dose.text()))

    def _fill_minutes(self, controls: Controls) -> None:
        segments = [Segment(each.key, each.text, each.spoken, each.refused) for each in controls.minutes]
        self._minutes.set_segments(segments, controls.chosen_minutes)
