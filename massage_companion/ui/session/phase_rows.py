"""The parts of a plan while it is written: a name and minutes each, in an order that can be changed.

What is typed goes out as a whole list and comes back with the next view; fields that already show it are left alone,
so that nothing jumps under the hands.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from massage_companion.companion.saved_plans import MOST_MINUTES
from massage_companion.companion.words import Words
from massage_companion.session.plan import LONGEST_PHASE_NAME, Phase
from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import LinkButton
from massage_companion.ui.widgets.fields import NumberField
from massage_companion.ui.widgets.flow import FlowLayout

_NAME_WIDTH = 200


class PhaseRow(QWidget):
    """One part. `changed()` when it was typed in, `pressed(deed)` with ``up``, ``down`` or ``remove``."""

    changed = Signal()
    pressed = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.name = QLineEdit()
        self.name.setMaxLength(2 * LONGEST_PHASE_NAME)
        self.name.setMinimumWidth(scaled(_NAME_WIDTH))
        self.name.textEdited.connect(self.changed)
        self.minutes = NumberField()
        self.minutes.setRange(1, MOST_MINUTES)
        self.minutes.valueChanged.connect(self.changed)
        self.buttons: dict[str, QPushButton] = {}
        row = FlowLayout(8, self)
        row.add(self.name)
        row.add(self.minutes)
        for deed in ("up", "down", "remove"):
            button = LinkButton(words(f"plans.{deed}"))
            button.clicked.connect(lambda _checked=False, deed=deed: self.pressed.emit(deed))
            self.buttons[deed] = button
            row.add(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def phase(self) -> Phase:
        """The part as it is typed."""
        return Phase(self.name.text(), self.minutes.value())

    def show_phase(self, phase: Phase, number: int, last: bool) -> None:
        """Show a part; ``number`` counts from 1."""
        if self.name.text() != phase.name:
            self.name.setText(phase.name)
        if self.minutes.value() != phase.minutes:
            self.minutes.blockSignals(True)
            self.minutes.setValue(phase.minutes)
            self.minutes.blockSignals(False)
        self.name.setAccessibleName(self._words("plans.phase_name", n=number))
        self.minutes.setAccessibleName(self._words("plans.phase_minutes", n=number))
        for button in self.buttons.values():
            spoken = self._words("plans.part_deed", deed=button.text(), n=number, name=phase.name)
            button.setAccessibleName(spoken)
        self.buttons["up"].setEnabled(number > 1)
        self.buttons["down"].setEnabled(not last)


class PhaseRows(QWidget):
    """`changed(tuple of Phase)` for what the person does."""

    changed = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._rows: list[PhaseRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)

    def show_phases(self, phases: tuple[Phase, ...]) -> None:
        """Show these parts."""
        self.setVisible(bool(phases))
        while len(self._rows) < len(phases):
            self._add_row()
        while len(self._rows) > len(phases):
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        for number, (row, phase) in enumerate(zip(self._rows, phases, strict=True), start=1):
            row.show_phase(phase, number, last=number == len(phases))

    def phases(self) -> tuple[Phase, ...]:
        """What is typed."""
        return tuple(row.phase for row in self._rows)

    def focus_name(self, number: int) -> None:
        """Go to the name of a part, counted from 0 (-1 is the last); nowhere where it is not shown."""
        if not self._rows:
            return
        self._rows[number].name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._rows[number].name.selectAll()

    def _add_row(self) -> None:
        row = PhaseRow(self._words)
        row.changed.connect(lambda: self.changed.emit(self.phases()))
        row.pressed.connect(lambda deed, row=row: self._press(self._rows.index(row), deed))
        self._rows.append(row)
        self._layout.addWidget(row)
        # At once, not with the next layout: the focus goes there now.
        row.show()

    def _press(self, place: int, deed: str) -> None:
        phases = list(self.phases())
        moved = phases.pop(place)
        if deed == "remove":
            self.changed.emit(tuple(phases))
            announce(self, self._words("plans.removed", name=moved.name))
            if self._rows:
                self._rows[min(place, len(self._rows) - 1)].buttons["remove"].setFocus()
            return
        there = place + (-1 if deed == "up" else 1)
        phases.insert(there, moved)
        self.changed.emit(tuple(phases))
        follow = self._rows[there].buttons[deed]
        (follow if follow.isEnabled() else self._rows[there].name).setFocus()
