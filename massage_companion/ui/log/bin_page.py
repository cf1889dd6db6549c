"""The bin of the log: what was deleted, until when it is kept, and the way back. Nothing can be lost from here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.log.foot_bar import FootBar
from massage_companion.ui.log.model import LogModel
from massage_companion.ui.log.table import LogTable
from massage_companion.ui.widgets.buttons import QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.labels import muted
from massage_companion.ui.widgets.page import Page, PageHeader


class BinPage(QWidget):
    """``restore_wanted(ids)``, ``left()``; undo and redo are told by ``foot``."""

    restore_wanted = Signal(object)
    left = Signal()

    def __init__(self, words: Words, model: LogModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        header = PageHeader(words("log_forms.bin.title"))
        self._restore = QuietButton(words("log_forms.bin.restore"))
        self._restore.clicked.connect(self._want_restore)
        back = QuietButton(words("log_forms.bin.back"))
        back.clicked.connect(self.left)
        for button in (self._restore, back):
            header.add_action(button)
        self.table = LogTable(model, words("log_forms.bin.table"))
        self.table.opened.connect(lambda session: self.restore_wanted.emit((session,)))
        self._empty = Card(words("log_forms.bin.empty"), focusable=True)
        self.foot = FootBar(words, with_bin=False)
        page = Page(words("log_forms.bin.title"))
        page.body.setSpacing(14)
        page.body.setContentsMargins(26, 22, 26, 10)
        page.add(header)
        page.add(muted(words("log_forms.bin.help")))
        page.body.addWidget(self.table, 1)
        page.add(self._empty)
        page.body.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(page, 1)
        whole.addWidget(self.foot)
        self._take_keys()

    def show_rows(self) -> None:
        """Show what the model holds now."""
        filled = self._model.rowCount() > 0
        self.table.setVisible(filled)
        self._restore.setVisible(filled)
        self._empty.setVisible(not filled)
        if filled:
            self.table.measure()
            if not self.table.chosen_sessions():
                self.table.choose(0)

    def take_focus(self) -> None:
        """Give the keyboard to the table, or to the sentence in its place."""
        (self._empty if self.table.isHidden() else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def _want_restore(self) -> None:
        chosen = self.table.chosen_sessions()
        if chosen:
            self.restore_wanted.emit(chosen)

    def _take_keys(self) -> None:
        keys = (
            (QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Z), self.foot.undo_pressed.emit),
            (QKeySequence(Qt.Modifier.CTRL | Qt.Modifier.SHIFT | Qt.Key.Key_Z), self.foot.redo_pressed.emit),
            (QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Left), self.left.emit),
        )
        for key, act in keys:
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
