"""The log as a person reads it: a table, and the chosen session's details below it. It changes nothing."""

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.log.model import LogModel, ReadPage
from massage_companion.ui.log.view import COLUMNS, LogRow
from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.labels import body, muted
from massage_companion.ui.widgets.page import PageHeader

_NAME = COLUMNS.index("massager")


class LogScreen(QWidget):
    """Shows a person's sessions, the newest first."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._wanted: list[int] = []
        self._header = PageHeader(words("log.title"))
        self._count = muted("")
        self._header.add_action(self._count)
        self._model = LogModel(words, self)
        self.table = _table(self._model, words)
        self._empty = Card(words("log.empty_title"))
        self._empty.add(muted(words("log.empty")))
        self._details = Card(" ", focusable=True)
        self._lines = body("")
        self._details.add(self._lines)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(16)
        layout.addWidget(self._header)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._empty)
        layout.addWidget(self._details)
        layout.addStretch(0)
        self.table.resized.connect(self._fit_columns)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)

    def show_log(self, read: ReadPage, count: int, now_utc_ms: int) -> None:
        """Show the log that ``read`` gives page by page; ``count`` is how many sessions there are."""
        self._model.show(read, now_utc_ms)
        filled = self._model.rowCount() > 0
        self._count.setText(self._words.count("log.count", count) if filled else "")
        self.table.setVisible(filled)
        self._empty.setVisible(not filled)
        self._details.setVisible(filled)
        if filled:
            self._measure_columns()
            self.table.selectRow(0)

    def show_problem(self, text: str) -> None:
        """Say that the log cannot be read."""
        self.table.hide()
        self._details.hide()
        self._empty.show()
        self._empty.set_title(text)

    def _measure_columns(self) -> None:
        """Wanted widths by the texts of the first rows only: measuring every row of a long log would take seconds."""
        metrics = self.table.fontMetrics()
        self._wanted = []
        for column in range(self._model.columnCount()):
            texts = [self._model.row(row).cells[column] for row in range(min(50, self._model.rowCount()))]
            texts.append(str(self._model.headerData(column, Qt.Orientation.Horizontal)))
            widest = max(metrics.horizontalAdvance(text) for text in texts)
            self._wanted.append(min(widest, scaled(240)) + scaled(40))
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Share the room: what is missing is taken from the massager's name, what is left over goes to all."""
        if not self._wanted:
            return
        widths = list(self._wanted)
        spare = self.table.viewport().width() - sum(widths)
        if spare < 0:
            widths[_NAME] = max(scaled(96), widths[_NAME] + spare)
        else:
            widths = [width + spare // len(widths) for width in widths]
        for column, width in enumerate(widths):
            self.table.horizontalHeader().resizeSection(column, width)

    def _on_selection(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        indexes = self.table.selectionModel().selectedRows()
        if indexes:
            self._show_details(self._model.row(indexes[0].row()))

    def _show_details(self, row: LogRow) -> None:
        self._details.set_title(f"{row.title} · {row.cells[1]}")
        text = " ".join(row.details)
        self._lines.setText(text)
        self._details.set_summary(text)


class LogTable(QTableView):
    """A table that tells when it has another width."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


def _table(model: LogModel, words: Words) -> LogTable:
    table = LogTable()
    table.setModel(model)
    table.setAccessibleName(words("log.table"))
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(scaled(40))
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setHighlightSections(False)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setCurrentIndex(QModelIndex())
    return table
