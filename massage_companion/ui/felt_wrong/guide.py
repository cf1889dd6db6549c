"""The widget of the guide: one list after the other, then the advice. It shows what it is given and decides nothing.

It stands inside a page that scrolls: the session page right after a stop, or a page of its own at any other time.
"""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.felt_wrong.advice_step import AdviceStep
from massage_companion.ui.felt_wrong.list_step import ListStep
from massage_companion.ui.felt_wrong.note_card import PrintNote
from massage_companion.ui.felt_wrong.view import AdviceView, ListView
from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.focus import when_focus_moves
from massage_companion.ui.widgets.page import Page

# Shown around what has the focus, so that the words above a line are seen with it.
_AROUND = 48


def print_on_paper(title: str, text: str, parent: QWidget) -> bool:
    """Print with Qt's own dialog, whose part of Qt is loaded only now."""
    from massage_companion.ui.felt_wrong.paper import print_note

    return print_note(title, text, parent)


class SymptomGuide(QWidget):
    """``answered(question, answer)``, ``written(text)``, ``confirmed`` leads on, ``back_wanted``, ``left``."""

    answered = Signal(str, object)
    written = Signal(str)
    confirmed = Signal()
    back_wanted = Signal()
    left = Signal()

    def __init__(self, words: Words, printed: PrintNote = print_on_paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._printed = printed
        self._step: ListStep | AdviceStep | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._take_keys()
        when_focus_moves(self._follow_focus)

    def show_list(self, view: ListView) -> None:
        """Show a list from its top, with the focus on its first line."""
        step = ListStep(view, self._words)
        step.answered.connect(self.answered)
        step.written.connect(self.written)
        step.confirmed.connect(self.confirmed)
        step.back_wanted.connect(self.back_wanted)
        step.left.connect(self.left)
        self._turn_to(step)

    def show_problem(self, text: str) -> None:
        """Say what is missing on the list shown."""
        if isinstance(self._step, ListStep):
            self._step.show_problem(text)

    def show_advice(self, view: AdviceView) -> None:
        """Show what to do, with the focus on it, and say it."""
        step = AdviceStep(view, self._words, self._printed)
        step.confirmed.connect(self.confirmed)
        self._turn_to(step)

    def take_focus(self) -> None:
        """Give the focus to the step that is shown."""
        if self._step is not None:
            self._step.focus_first()

    def clear(self) -> None:
        """Forget everything that was shown: it was one person's."""
        if self._step is not None:
            self._rows.removeWidget(self._step)
            self._step.hide()
            self._step.deleteLater()
            self._step = None

    def _turn_to(self, step: ListStep | AdviceStep) -> None:
        self.clear()
        self._step = step
        self._rows.addWidget(step)
        step.show()
        if (page := self._page()) is not None:
            page.verticalScrollBar().setValue(0)
        step.focus_first()

    def _page(self) -> Page | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, Page):
            above = above.parentWidget()
        return above

    def _take_keys(self) -> None:
        keys = (
            (QKeySequence(Qt.Key.Key_Return), self._confirm),
            (QKeySequence(Qt.Key.Key_Enter), self._confirm),
            (QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Left), self.back_wanted.emit),
        )
        for key, act in keys:
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    def _confirm(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        elif isinstance(self._step, ListStep):
            # Advice is not left by a key that was meant for the list before.
            self.confirmed.emit()

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        # Qt follows the Tab key only; arrow keys and a screen reader move the focus too.
        if now is not None and self.isAncestorOf(now):
            # Later, because what was just put on the page has no place yet.
            QTimer.singleShot(0, now, lambda: self._bring_into_sight(now))

    def _bring_into_sight(self, widget: QWidget) -> None:
        page = self._page()
        inside = None if page is None else page.widget()
        if page is None or inside is None or not widget.isVisible() or not inside.isAncestorOf(widget):
            return
        around = scaled(_AROUND)
        if widget.height() + 2 * around < page.viewport().height():
            page.ensureWidgetVisible(widget, 0, around)
        else:
            page.verticalScrollBar().setValue(widget.mapTo(inside, QPoint(0, 0)).y() - around)
