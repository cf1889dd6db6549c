"""The sessions of a person as a table that grows page by page. Rows come in the order of the store, newest first."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from massage_companion.companion.words import Words
from massage_companion.log.record import SessionRecord
from massage_companion.ui.log.view import COLUMNS, LogRow, log_row

PAGE_ROWS = 100

ReadPage = Callable[[int, tuple[int, str] | None], tuple[SessionRecord, ...]]
"""(limit, last seen key) -> the next records, latest start first."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class LogModel(QAbstractTableModel):
    """Reads a page when the view asks for more; keeps the cells and not the records."""

    def __init__(self, words: Words, parent: Any = None) -> None:
        super().__init__(parent)
        self._words = words
        self._read: ReadPage | None = None
        self._now_utc_ms = 0
        self._rows: list[LogRow] = []
        self._last: tuple[int, str] | None = None
        self._complete = True

    def show(self, read: ReadPage, now_utc_ms: int) -> None:
        """Start anew with this source. ``now`` decides what is called today."""
        self.beginResetModel()
        self._read, self._now_utc_ms = read, now_utc_ms
        self._rows, self._last, self._complete = [], None, False
        self._rows.extend(self._next_rows())
        self.endResetModel()

    def row(self, number: int) -> LogRow:
        """The row shown at a place."""
        return self._rows[number]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.cells[index.column()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._words(f"log.column.{COLUMNS[section]}")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return None

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and not self._complete

    def fetchMore(self, parent: _Index) -> None:
        more = self._next_rows()
        if more:
            start = len(self._rows)
            self.beginInsertRows(QModelIndex(), start, start + len(more) - 1)
            self._rows.extend(more)
            self.endInsertRows()

    def _next_rows(self) -> list[LogRow]:
        if self._read is None:
            return []
        records = self._read(PAGE_ROWS, self._last)
        self._complete = len(records) < PAGE_ROWS
        if records:
            self._last = (records[-1].started.utc_ms, records[-1].id)
        return [log_row(record, self._now_utc_ms, self._words) for record in records]
