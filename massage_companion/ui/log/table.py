"""The table of the log. Tab leaves it, arrow keys go through it, and what can be done with a row has a key and a menu.

Widths are measured by the first rows only: measuring every row of a long log would take seconds.
"""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from massage_companion.ui.log.model import LogModel
from massage_companion.ui.theme import scaled

_MEASURED_ROWS = 50
_ONLY_THIS_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_NAME = 1
"""The column that gives way: the massager's name is the longest text and the least missed."""


class LogTable(QTableView):
    """``chosen(tuple of ids)`` when other rows are chosen, ``opened(id)`` for Return, ``delete_pressed()``.

    ``menu_wanted(QPoint)`` for the menu of a row, a place on the screen; ``head_pressed(int)`` for a column's head.
    """

    chosen = Signal(object)
    opened = Signal(str)
    delete_pressed = Signal()
    menu_wanted = Signal(object)
    head_pressed = Signal(int)

    def __init__(self, model: LogModel, name: str, spared: int | None = None, parent: QWidget | None = None) -> None:
        """``spared`` is a column that may be left out where the room is short: it stands in the details, too."""
        super().__init__(parent)
        self._shown = model
        self._spared = spared
        self._wanted: list[int] = []
        self.setModel(model)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self._set_up_heads()
        self._connect()

    def chosen_sessions(self) -> tuple[str, ...]:
        """The ids of the rows chosen, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.session_at(row) for row in rows)

    def session_at(self, place: int) -> str:
        """The id of the session in a row."""
        return self._shown.row(place).session

    def choose(self, place: int) -> None:
        """Choose one row and bring it into sight; the nearest one where there are not as many."""
        count = self._shown.rowCount()
        if count:
            row = min(max(place, 0), count - 1)
            # Not selectRow: that would go by the keys that happen to be held, such as Ctrl of Ctrl+Z.
            self.selectionModel().setCurrentIndex(self._shown.index(row, 0), _ONLY_THIS_ROW)

    def measure(self) -> None:
        """Take the widths from the rows that are shown now."""
        metrics = self.fontMetrics()
        self._wanted = []
        for column in range(self._shown.columnCount()):
            rows = range(min(_MEASURED_ROWS, self._shown.rowCount()))
            texts = [self._shown.row(row).cells[column] for row in rows]
            texts.append(str(self._shown.headerData(column, Qt.Orientation.Horizontal)))
            widest = max(metrics.horizontalAdvance(text) for text in texts)
            self._wanted.append(min(widest, scaled(240)) + scaled(32))
        self.verticalHeader().setDefaultSectionSize(scaled(40))
        self.setMinimumHeight(scaled(40) * 4)
        self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _set_up_heads(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(scaled(40))
        heads = self.horizontalHeader()
        heads.setStretchLastSection(True)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)

    def _connect(self) -> None:
        self.horizontalHeader().sectionClicked.connect(self.head_pressed)
        self.doubleClicked.connect(self._open)
        self.customContextMenuRequested.connect(self._want_menu)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)

    def _tell_chosen(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self.chosen.emit(self.chosen_sessions())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.session_at(index.row()))

    def _want_menu(self, place: QPoint) -> None:
        """By the mouse where it is, by a key beside the row that the keyboard is in."""
        row = self.visualRect(self.currentIndex())
        inside = place if self.indexAt(place).isValid() else row.center()
        self.menu_wanted.emit(self.viewport().mapToGlobal(inside))

    def _fit_columns(self) -> None:
        """Share the room: what is missing is taken from the massager's name, what is left over goes to all."""
        if not self._wanted:
            return
        wanted, room = list(self._wanted), self.viewport().width()
        if self._spared is not None:
            hidden = is_short(wanted, room)
            self.setColumnHidden(self._spared, hidden)
            wanted[self._spared] *= not hidden
        for column, width in enumerate(shared(wanted, room, scaled(96))):
            if not self.isColumnHidden(column):
                self.horizontalHeader().resizeSection(column, width)


def is_short(wanted: Sequence[int], room: int) -> bool:
    """Whether the name would have to give more than a third of its width: then another column had better go."""
    return sum(wanted) - wanted[_NAME] // 3 > room


def shared(wanted: Sequence[int], room: int, least_name: int) -> list[int]:
    """The widths of columns that want this much in so much room; only the name gives way, down to ``least_name``.

    A column that wants nothing is left out and gets nothing.
    """
    widths = list(wanted)
    spare = room - sum(widths)
    if spare < 0:
        widths[_NAME] = max(min(least_name, widths[_NAME]), widths[_NAME] + spare)
        return widths
    more = spare // sum(width > 0 for width in widths)
    return [width and width + more for width in widths]
