"""The ring with what belongs below it, in the middle of its column."""

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from massage_companion.ui.session.situation_page import PageRoom
from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.ring import TimeRing

_LARGEST = 310


class ClockColumn(QWidget):
    """The ring takes `share` of the height of the page, so that what stands below it stays in sight."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.ring = TimeRing()
        self._share = share
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._column.addWidget(self.ring)
        self._column.addStretch(1)

    def fit(self, room: PageRoom) -> None:
        """Choose the size of the ring: its share, and less where buttons below would be out of sight."""
        least = self.ring.minimumSizeHint().height()
        self.ring.setFixedHeight(least)
        others = self._column.heightForWidth(room.width) - least
        wanted = min(scaled(_LARGEST), round(room.page_height * self._share), room.height - others)
        self.ring.setFixedHeight(max(least, wanted))

    def add(self, widget: QWidget, gap: int) -> None:
        """Append a widget below, `gap` px under what is there."""
        self._column.insertSpacing(self._column.count() - 1, gap)
        self._column.insertWidget(self._column.count() - 1, widget)

    def add_row(self, row: QLayout, gap: int) -> None:
        """Append a row below, `gap` px under what is there."""
        self._column.insertSpacing(self._column.count() - 1, gap)
        self._column.insertLayout(self._column.count() - 1, row)
