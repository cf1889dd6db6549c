"""One of few, in a bar: minutes, intensity, heat on or off.

Why: all options are seen at once, and one that is not allowed stays visible with its reason.
It must never choose by itself: what is not given as value stays open.
"""

from collections.abc import Hashable, Sequence

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.ui.widgets.cells import Cell, CellBar
from massage_companion.ui.widgets.group import Group


class Segment(Struct, frozen=True):
    """One option: `spoken` is its name for a screen reader, `refused` the reason why it cannot be chosen."""

    key: Hashable
    text: str
    spoken: str = ""
    refused: str = ""


class Segmented(Group):
    """A bar of options that exclude each other; `name` says what is chosen."""

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        segments: Sequence[Segment] = (),
        value: Hashable | None = None,
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent=parent)
        self._segments: tuple[Segment, ...] = ()
        self._settling = False
        self._bar = CellBar(joined=True, centred=centred)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._bar)
        self.set_segments(segments, value)

    def value(self) -> Hashable | None:
        """The key of the chosen option, None while there is none."""
        for segment, cell in zip(self._segments, self._bar.cells, strict=True):
            if cell.isChecked():
                return segment.key
        return None

    def set_value(self, key: Hashable | None) -> None:
        """Mark an option without a signal; None marks none. An unknown key raises KeyError."""
        cells = {segment.key: cell for segment, cell in zip(self._segments, self._bar.cells, strict=True)}
        self._settling = True
        self._bar.check(None if key is None else cells[key])
        self._settling = False

    def set_segments(self, segments: Sequence[Segment], value: Hashable | None = None) -> None:
        """Replace the options, as when limits have changed. Nothing happens when they are the same."""
        if tuple(segments) != self._segments:
            self._segments = tuple(segments)
            self._bar.set_cells([self._cell(segment) for segment in segments])
            reasons = (f"{each.spoken or each.text}: {each.refused}" for each in segments if each.refused)
            self.setAccessibleDescription(" ".join(reasons))
        self.set_value(value)

    def _cell(self, segment: Segment) -> Cell:
        cell = Cell(segment.text, segment.spoken, segment.refused)
        cell.toggled.connect(lambda on, key=segment.key: self._toggled(key, on))
        return cell

    def _toggled(self, key: Hashable, on: bool) -> None:
        # `toggled`, not `clicked`: a screen reader's own toggle gives no click.
        if on and not self._settling:
            self.chosen.emit(key)
