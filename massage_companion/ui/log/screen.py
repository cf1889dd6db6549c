"""The log as a person reads it: filters, table, the chosen session's details, undo. It renders values, tells intents.

It must never change anything itself, and shows one person's sessions only.
"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from massage_companion.companion.log_ports import Order
from massage_companion.companion.words import Words
from massage_companion.ui.log.details_card import DetailsCard
from massage_companion.ui.log.export_button import ExportButton
from massage_companion.ui.log.filter_bar import FilterBar
from massage_companion.ui.log.foot_bar import FootBar
from massage_companion.ui.log.model import LogModel
from massage_companion.ui.log.table import LogTable
from massage_companion.ui.log.view import COLUMNS
from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import LinkButton, QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.labels import muted
from massage_companion.ui.widgets.page import Page, PageHeader

_BESIDE = 1080
"""Width in design px from which the details stand beside the table."""

_DETAILS_WIDTH = 340


class LogScreen(QWidget):
    """``edit_wanted(id)``, ``delete_wanted(ids)``, ``order_wanted(Order)``, ``add_wanted()``, ``report_wanted()``.

    The parts (``filters``, ``table``, ``details``, ``foot``, ``export``) tell the rest.
    """

    edit_wanted = Signal(str)
    delete_wanted = Signal(object)
    order_wanted = Signal(object)
    add_wanted = Signal()
    report_wanted = Signal()

    def __init__(self, words: Words, model: LogModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._model = model
        self._page = Page(words("log.title"))
        self.export = ExportButton(words)
        self.filters = FilterBar(words)
        self.table = LogTable(model, words("log.table"), COLUMNS.index("intensity"))
        self.details = DetailsCard(words)
        self.foot = FootBar(words)
        self._nothing = Card(focusable=True)
        self._why = muted("")
        self._clear = LinkButton(words("log.clear"))
        self._clear.clicked.connect(self.filters.clear)
        self._nothing.add(self._why)
        self._nothing.body.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeading)
        self._lay_out(self._header())
        self._connect()
        self._take_keys()

    def show_totals(self, text: str) -> None:
        """Say how many sessions are shown and how long they were."""
        self.filters.show_totals(text)

    def show_filled(self) -> None:
        """Show the table; the first row is chosen where none is."""
        self._show_parts(table=True, filters=True)
        self.table.measure()
        if not self.table.chosen_sessions():
            self.table.choose(0)

    def show_none_found(self) -> None:
        """Say that the filters leave nothing, and offer to clear them."""
        self._show_parts(table=False, filters=True)
        self._say_nothing(self._words("log.none_found"), self._words("log.none_found_text"), can_clear=True)

    def show_empty(self) -> None:
        """Say that there is no session yet."""
        self._show_parts(table=False, filters=False)
        self._say_nothing(self._words("log.empty_title"), self._words("log.empty"), can_clear=False)

    def show_problem(self, text: str) -> None:
        """Say that the log cannot be read."""
        self._show_parts(table=False, filters=False)
        self._say_nothing(self._words("log.not_loaded"), text, can_clear=False)

    def say_found(self) -> None:
        """Tell a screen reader what a search or another filter has left."""
        announce(self, self._words("log.none_found") if self.table.isHidden() else self.filters.totals.text())

    def say_order(self, order: Order) -> None:
        """Tell a screen reader how the table is sorted now."""
        announce(self, self._words(f"log.sort.{order.value}"))

    def take_focus(self) -> None:
        """Give the keyboard to the table, or to what stands in its place."""
        (self._nothing if self.table.isHidden() else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= scaled(_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._middle.direction() != way:
            self._middle.setDirection(way)
        self.details.setMaximumWidth(scaled(_DETAILS_WIDTH) if beside else 16_777_215)

    def _show_parts(self, table: bool, filters: bool) -> None:
        self.table.setVisible(table)
        self.details.setVisible(table)
        self._nothing.setVisible(not table)
        self.filters.setVisible(filters)

    def _say_nothing(self, title: str, text: str, can_clear: bool) -> None:
        self._nothing.set_title(title)
        self._why.setText(text)
        self._nothing.set_summary(text)
        self._clear.setVisible(can_clear)

    def _open_menu(self, place: QPoint) -> None:
        """What can be done with a row, and the ways to sort, which the heads of columns offer to the mouse only."""
        chosen = self.table.chosen_sessions()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(chosen) == 1:
            menu.addAction(self._words("log.edit")).triggered.connect(lambda: self.edit_wanted.emit(chosen[0]))
        if chosen:
            menu.addAction(self._words("log.delete")).triggered.connect(self._want_delete)
            menu.addSeparator()
        sort = menu.addMenu(self._words("log.sort.menu"))
        for order in Order:
            self._sorting(sort.addAction(self._words(f"log.sort.{order.value}")), order)
        menu.popup(place)

    def _sorting(self, action: QAction, order: Order) -> None:
        action.triggered.connect(lambda: self.order_wanted.emit(order))

    def _want_delete(self) -> None:
        chosen = self.table.chosen_sessions()
        if chosen:
            self.delete_wanted.emit(chosen)

    def _want_edit(self) -> None:
        chosen = self.table.chosen_sessions()
        if len(chosen) == 1:
            self.edit_wanted.emit(chosen[0])

    def _header(self) -> PageHeader:
        header = PageHeader(self._words("log.title"))
        add = QuietButton(self._words("log.add"))
        add.clicked.connect(self.add_wanted)
        report = QuietButton(self._words("log.report"))
        report.clicked.connect(self.report_wanted)
        for button in (add, self.export, report):
            header.add_action(button)
        return header

    def _lay_out(self, header: PageHeader) -> None:
        self._middle = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._middle.setSpacing(14)
        self._middle.addWidget(self.table, 1)
        self._middle.addWidget(self.details)
        self._page.body.setSpacing(14)
        self._page.body.setContentsMargins(26, 22, 26, 10)
        self._page.add(header)
        self._page.add(self.filters)
        self._page.body.addLayout(self._middle, 1)
        self._page.add(self._nothing)
        self._page.body.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._page, 1)
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        self.table.opened.connect(self.edit_wanted)
        self.table.delete_pressed.connect(self._want_delete)
        self.table.menu_wanted.connect(self._open_menu)
        self.details.edit_pressed.connect(self._want_edit)
        self.details.delete_pressed.connect(self._want_delete)

    def _take_keys(self) -> None:
        keys = (
            (QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_F), self.filters.search.setFocus),
            (QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Z), self.foot.undo_pressed.emit),
            (QKeySequence(Qt.Modifier.CTRL | Qt.Modifier.SHIFT | Qt.Key.Key_Z), self.foot.redo_pressed.emit),
        )
        for key, act in keys:
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
