"""The answers to one question of the safety check.

Why: grouped rows, each wholly pressable, where "None of these" and "I am not sure" are rows of the same size.
Nothing is ever preselected, and arrow keys only move: an answer is never given by accident.
Ticking "I am not sure" must never untick another row: it would erase a danger that was already ticked. Only "None of
these", which contradicts every other answer, stands alone.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.ui.widgets.group import Group
from massage_companion.ui.widgets.tick import RadioMark, TickBox


class Choice(Struct, frozen=True):
    """One answer. `aside` draws it dashed, for "none" and "not sure"; `exclusive` is for "none" alone.

    Ticking an exclusive answer unticks every other one, and ticking any other one unticks it.
    """

    id: str
    text: str
    aside: bool = False
    exclusive: bool = False


class _Tick(TickBox):
    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _step(self.stepped.emit, event):
            super().keyPressEvent(event)


class _Radio(RadioMark):
    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _step(self.stepped.emit, event):
            super().keyPressEvent(event)


class ChoiceList(Group):
    """Rows of answers; "many" ticks any number, "one" exactly one. The question is the group's name."""

    changed = Signal()

    def __init__(
        self,
        question: str,
        choices: Sequence[Choice],
        mode: Literal["one", "many"] = "many",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, parent=parent)
        self._choices = {choice.id: choice for choice in choices}
        self._rows: dict[str, _Tick | _Radio] = {}
        self._single = mode == "one"
        self._settling = False
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for choice in choices:
            self._rows[choice.id] = row = self._row(choice)
            rows.addWidget(row)

    def chosen(self) -> tuple[str, ...]:
        """The ids of the ticked answers, in the order shown; empty while nothing is answered."""
        return tuple(key for key, row in self._rows.items() if row.isChecked())

    def set_chosen(self, ids: Iterable[str]) -> None:
        """Tick exactly these answers, without a signal. Unknown ids raise KeyError."""
        wanted = set(ids)
        if unknown := wanted - self._rows.keys():
            raise KeyError(*sorted(unknown))
        self._settle(wanted)

    def focus_first(self) -> None:
        """Give the focus to the first answer, as Tab would: to the chosen one where there can be only one."""
        rows = list(self._rows.values())
        chosen = [row for row in rows if self._single and row.isChecked()]
        (chosen or rows)[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, choice: Choice) -> _Tick | _Radio:
        row = (_Radio if self._single else _Tick)(choice.text, framed=True)
        row.setProperty("aside", choice.aside)
        row.toggled.connect(lambda _on, key=choice.id: self._toggled(key))
        row.stepped.connect(lambda step, key=choice.id: self._move(key, step))
        return row

    def _toggled(self, key: str) -> None:
        # `toggled`, not `clicked`: a screen reader's own toggle gives no click.
        if self._settling:
            return
        if self._rows[key].isChecked() and not self._single:
            alone = self._choices[key].exclusive
            rivals = {k for k in self.chosen() if k != key and (alone or self._choices[k].exclusive)}
            self._settle(set(self.chosen()) - rivals)
        elif self._single and not self._rows[key].isChecked():
            return  # the row that lost the mark; the one that gained it speaks
        self.changed.emit()

    def _settle(self, wanted: set[str]) -> None:
        self._settling = True
        for key, row in self._rows.items():
            row.setAutoExclusive(False)
            row.setChecked(key in wanted)
            row.setAutoExclusive(self._single)
        self._settling = False

    def _move(self, key: str, step: int) -> None:
        order = list(self._rows.values())
        place = order.index(self._rows[key]) + step
        if 0 <= place < len(order):
            reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
            order[place].setFocus(reason)


def _step(stepped: Callable[[int], None], event: QKeyEvent) -> bool:
    """Tell which way an arrow key points; False for every other key."""
    step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
    if step is None:
        return False
    stepped(step)
    return True
