"""The sessions of a person as a table that grows page by page. Rows come in the order of the store.

It keeps cells and no records, sorts nothing and counts nothing: a log of many years costs what is looked at.
"""

from collections.abc import Callable, Collection
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from massage_companion.companion.log_ports import Order
from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import Words
from massage_companion.log.record import SessionRecord
from massage_companion.ui.log.view import COLUMNS, LogRow, log_row

PAGE_ROWS = 100
_MOST_READ_AGAIN = 1_000

ReadPage: TypeAlias = Callable[[int, SessionRecord | None], tuple[SessionRecord, ...]]
"""(limit, last record seen) -> the next records."""

MakeRow: TypeAlias = Callable[[SessionRecord, int, Words], LogRow]

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_BEGINNING = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)


class LogModel(QAbstractTableModel):
    """Reads a page when the view asks for more. Where that cannot be read the table ends: ``failed(StoreError)``."""

    failed = Signal(object)

    def __init__(
        self,
        words: Words,
        columns: tuple[str, ...] = COLUMNS,
        make_row: MakeRow = log_row,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._columns = columns
        self._make_row = make_row
        self._order = Order.NEWEST
        self._read: ReadPage | None = None
        self._now_utc_ms = 0
        self._rows: list[LogRow] = []
        self._last: SessionRecord | None = None
        self._complete = True

    def show(self, read: ReadPage, now_utc_ms: int, order: Order = Order.NEWEST, again: bool = False) -> None:
        """Start anew with this source. ``now`` decides what is called today; ``again`` reads as far as before.

        Raises StoreError with everything as it was.
        """
        limit = min(max(PAGE_ROWS, len(self._rows)), _MOST_READ_AGAIN) if again else PAGE_ROWS
        records = read(limit, None)
        self.beginResetModel()
        self._read, self._now_utc_ms, self._order = read, now_utc_ms, order
        self._rows, self._last = [], None
        self._take(records, limit)
        self.endResetModel()

    def row(self, number: int) -> LogRow:
        """The row shown at a place."""
        return self._rows[number]

    def place(self, session: str) -> int | None:
        """Where a session is shown, ``None`` where it is not, or not yet."""
        return next((number for number, row in enumerate(self._rows) if row.session == session), None)

    def replace(self, record: SessionRecord) -> None:
        """Show a session anew at its place."""
        number = self.place(record.id)
        if number is not None:
            self._rows[number] = self._make_row(record, self._now_utc_ms, self._words)
            self.dataChanged.emit(self.index(number, 0), self.index(number, len(self._columns) - 1))

    def drop(self, sessions: Collection[str]) -> None:
        """Show these sessions no more."""
        gone = [number for number, row in enumerate(self._rows) if row.session in sessions]
        for number in reversed(gone):
            self.beginRemoveRows(QModelIndex(), number, number)
            del self._rows[number]
            self.endRemoveRows()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken[index.column()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _BEGINNING
        column = self._columns[section]
        name, sign = _HEADINGS.get((column, self._order), (column, ""))
        title = self._words(f"log.column.{name}")
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{title} {sign}" if sign else title
        if role == Qt.ItemDataRole.AccessibleTextRole and sign:
            return self._words("log.sort.spoken", column=title, order=self._words(f"log.sort.{self._order.value}"))
        return None

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and not self._complete

    def fetchMore(self, parent: _Index) -> None:
        if self._read is None or self._complete:
            return
        try:
            records = self._read(PAGE_ROWS, self._last)
        except StoreError as error:
            self._complete = True
            self.failed.emit(error)
            return
        if not records:
            self._complete = True
            return
        start = len(self._rows)
        self.beginInsertRows(QModelIndex(), start, start + len(records) - 1)
        self._take(records, PAGE_ROWS)
        self.endInsertRows()

    def _take(self, records: tuple[SessionRecord, ...], limit: int) -> None:
        self._complete = len(records) < limit
        if records:
            self._last = records[-1]
        self._rows.extend(self._make_row(record, self._now_utc_ms, self._words) for record in records)


_HEADINGS = {
    ("when", Order.NEWEST): ("when", "▾"),
    ("when", Order.OLDEST): ("when", "▴"),
    ("time", Order.LONGEST): ("time", "▾"),
    ("soreness", Order.SOREST_BEFORE): ("sore_before", "▾"),
    ("soreness", Order.SOREST_AFTER): ("sore_after", "▾"),
}
"""By column and order: which name the column has then, and the sign beside it."""

_TURNS = {
    "when": (Order.NEWEST, Order.OLDEST),
    "time": (Order.LONGEST, Order.NEWEST),
    "soreness": (Order.SOREST_BEFORE, Order.SOREST_AFTER),
}


def order_after_press(column: str, order: Order) -> Order:
    """The order after somebody pressed the head of a column; the same where the log cannot be sorted by it."""
    first, second = _TURNS.get(column, (order, order))
    return second if order is first else first
