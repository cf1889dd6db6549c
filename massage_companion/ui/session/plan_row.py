"""The line under the minutes: which saved plan is in use, what it is made of, and the way to all of them.

It only fills what is wished. A plan that no longer fits says here what it becomes.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.session.intents import Press, UsePlan
from massage_companion.ui.session.situation_page import centred, in_the_middle
from massage_companion.ui.session.view import Controls, Deed, Option
from massage_companion.ui.widgets.buttons import LinkButton
from massage_companion.ui.widgets.drop_down import DropDown
from massage_companion.ui.widgets.labels import small


class PlanRow(QWidget):
    """`intended` carries an Intent."""

    intended = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._none = words("session.ready.no_plan")
        self._shown: tuple[Option, ...] = ()
        self._saved = DropDown()
        self._saved.setAccessibleName(words("session.ready.plan_name"))
        self._saved.activated.connect(self._choose)
        arrange = LinkButton(words("session.ready.plans"))
        arrange.clicked.connect(lambda: self.intended.emit(Press(Deed.PLANS)))
        self._phases = in_the_middle(small(""))
        self._becomes = in_the_middle(small(""))
        self._becomes.setProperty("look", "warning")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(centred(self._saved, arrange))
        rows.addWidget(self._phases)
        rows.addWidget(self._becomes)

    def show_plans(self, controls: Controls) -> None:
        """Show the saved plans and the one in use, if any."""
        self._saved.setVisible(bool(controls.plans))
        if controls.plans != self._shown:
            self._shown = controls.plans
            self._saved.clear()
            self._saved.addItem(self._none)
            self._saved.addItems([option.text for option in controls.plans])
        keys = [option.key for option in controls.plans]
        self._saved.setCurrentIndex(keys.index(controls.plan) + 1 if controls.plan in keys else 0)
        for label, text in ((self._phases, controls.phases), (self._becomes, controls.becomes)):
            label.setText(text)
            label.setVisible(bool(text))

    def _choose(self, index: int) -> None:
        if index > 0:
            self.intended.emit(UsePlan(str(self._shown[index - 1].key)))
        else:
            self.intended.emit(UsePlan(""))
