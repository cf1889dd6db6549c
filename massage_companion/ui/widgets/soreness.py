"""How sore, from 0 to 10.

Why: eleven real buttons instead of a slider, which would stand somewhere before anybody has answered.
Nothing is ever preselected: no answer and 0 are different things.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_companion.ui.widgets.cells import Cell, CellBar
from massage_companion.ui.widgets.group import Group
from massage_companion.ui.widgets.labels import small


class SorenessScale(Group):
    """The numbers 0 to 10 with a caption at either end; `question` is the group's name."""

    chosen = Signal(int)

    def __init__(self, question: str, low: str, high: str, parent: QWidget | None = None) -> None:
        super().__init__(question, parent=parent)
        self._settling = False
        self._bar = CellBar(joined=False)
        spoken = {0: f"0, {low}", 10: f"10, {high}"}
        self._bar.set_cells([Cell(str(n), spoken.get(n, ""), padding=4) for n in range(11)])
        for number, cell in enumerate(self._bar.cells):
            cell.toggled.connect(lambda on, number=number: self._toggled(number, on))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._bar)
        layout.addLayout(_captions(low, high))
        self.set_value(None)

    def value(self) -> int | None:
        """The chosen number, None while nobody has chosen."""
        return next((n for n, cell in enumerate(self._bar.cells) if cell.isChecked()), None)

    def set_value(self, value: int | None) -> None:
        """Mark a number from 0 to 10 without a signal; None marks none. Others raise ValueError."""
        if value is not None and not 0 <= value <= 10:
            raise ValueError(f"soreness goes from 0 to 10, not {value}")
        self._settling = True
        self._bar.check(None if value is None else self._bar.cells[value])
        self._settling = False

    def _toggled(self, number: int, on: bool) -> None:
        # `toggled`, not `clicked`: a screen reader's own toggle gives no click.
        if on and not self._settling:
            self.chosen.emit(number)


def _captions(low: str, high: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    end = small(high)
    end.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    row.addWidget(small(low), 1)
    row.addWidget(end, 1)
    return row
