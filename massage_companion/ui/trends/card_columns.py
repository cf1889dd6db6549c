"""Cards side by side while there is room, else one below the other. All in a line are of one height.

It must never make a card narrower than its text can bear.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from massage_companion.ui.theme import scaled

_GAP = 16


class CardColumns(QWidget):
    """``shares`` are the widths of the columns relative to each other; ``least`` of each in design px."""

    def __init__(self, cards: Sequence[QWidget], shares: Sequence[int], least: int = 210) -> None:
        super().__init__()
        self._cards = tuple(cards)
        self._shares = tuple(shares)
        self._least = least
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._arrange(1)

    def minimumSizeHint(self) -> QSize:
        """The least width is that of the stack."""
        width = max(card.minimumSizeHint().width() for card in self._cards)
        return QSize(width, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        narrowest = (self.width() - _GAP * (len(self._cards) - 1)) * min(self._shares) / sum(self._shares)
        self._arrange(len(self._cards) if narrowest >= scaled(self._least) else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for card in self._cards:
            self._grid.removeWidget(card)
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for number, share in enumerate(self._shares):
            self._grid.setColumnStretch(number, share if number < columns else 0)
        self.updateGeometry()
