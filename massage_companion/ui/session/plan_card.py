"""The card with the massager, the level, heat and how sore the neck is. It shows limits and enforces none."""

from PySide6.QtCore import Signal

from massage_companion.companion.words import Words
from massage_companion.eligibility.limits import Intensity
from massage_companion.ui.session.intents import ChooseHeat, ChooseLevel, ChooseMassager, RateBefore
from massage_companion.ui.session.view import Controls, Option
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.drop_down import DropDown
from massage_companion.ui.widgets.labels import body, field_label, small
from massage_companion.ui.widgets.segmented import Segment, Segmented
from massage_companion.ui.widgets.soreness import SorenessScale


class PlanCard(Card):
    """`intended` carries an Intent."""

    intended = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setAccessibleName(words("session.plan.title"))
        self._shown: tuple[Option, ...] = ()
        self._massager = DropDown()
        # A long name is cut off in the closed list rather than push the page wider.
        self._massager.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._massager.setMinimumContentsLength(8)
        self._massager.setAccessibleName(words("session.plan.massager"))
        self._massager.activated.connect(self._choose_massager)
        self._name = body("")
        self._details = small("")
        self._level = Segmented(words("session.plan.intensity"))
        self._level.chosen.connect(lambda key: self.intended.emit(ChooseLevel(Intensity(key))))
        self._heat = Segmented(words("session.plan.heat"))
        self._heat.chosen.connect(lambda key: self.intended.emit(ChooseHeat(bool(key))))
        self._sore = SorenessScale(
            words("session.plan.sore_now"), words("session.plan.sore_low"), words("session.plan.sore_high")
        )
        self._sore.setAccessibleDescription(words("session.plan.optional"))
        self._sore.chosen.connect(lambda soreness: self.intended.emit(RateBefore(soreness)))
        self._massager_label = field_label(words("session.plan.massager"))
        names = ("intensity", "heat", "sore_now")
        self._labels = tuple(field_label(words(f"session.plan.{name}")) for name in names)
        self._lay_out()

    def show_controls(self, controls: Controls, usable: bool) -> None:
        """Show the plan; where it is not usable only another massager can be chosen."""
        self._show_massagers(controls)
        self._details.setText(controls.details)
        _fill(self._level, controls.levels, controls.level)
        self._heat.setVisible(bool(controls.heat))
        self._labels[1].setVisible(bool(controls.heat))
        _fill(self._heat, controls.heat, controls.heat_on if controls.heat else None)
        self._sore.setVisible(usable)
        self._labels[2].setVisible(usable)
        if self._sore.value() != controls.sore:
            self._sore.set_value(controls.sore)
        self._massager_label.setEnabled(usable or len(controls.massagers) > 1)
        for widget in (self._name, self._details, self._level, self._heat, self._sore, *self._labels):
            widget.setEnabled(usable)

    def _lay_out(self) -> None:
        for widget in (self._massager_label, self._massager, self._name, self._details):
            self.add(widget)
        for label, control in zip(self._labels, (self._level, self._heat, self._sore), strict=True):
            self.body.addSpacing(6)
            self.add(label)
            self.add(control)

    def _show_massagers(self, controls: Controls) -> None:
        several = len(controls.massagers) > 1
        self._massager.setVisible(several)
        self._name.setVisible(not several)
        if controls.massagers != self._shown:
            self._shown = controls.massagers
            self._massager.clear()
            for option in controls.massagers:
                self._massager.addItem(option.text, option.key)
        current = next((n for n, option in enumerate(self._shown) if option.key == controls.massager), -1)
        self._massager.setCurrentIndex(current)
        self._name.setText(self._shown[current].text if current >= 0 else "")

    def _choose_massager(self, index: int) -> None:
        self.intended.emit(ChooseMassager(str(self._shown[index].key)))


def _fill(bar: Segmented, options: tuple[Option, ...], value: int | bool | None) -> None:
    bar.set_segments([Segment(option.key, option.text, option.spoken, option.refused) for option in options], value)
