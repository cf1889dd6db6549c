"""One step of a guide: how far it is, a column to read, and the buttons that lead on.

Why: first start and safety check share keys and layout. Return leads on from everywhere but another button, Alt+Left
leads back, and Esc does nothing, because it must never lose an answer. The Tab key follows what the eye sees.
"""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.buttons import LinkButton
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.focus import when_focus_moves
from massage_companion.ui.widgets.labels import small
from massage_companion.ui.widgets.page import Page
from massage_companion.ui.widgets.progress import SegmentProgress

COLUMN = 740
_SIDE, _TOP, _BOTTOM = 26, 24, 20
# What a link button leaves empty before its words: they hang into the margin so that words stand under words.
_LINK_INSET = 7
# Shown around what has the focus, so that the words above a field are seen with it.
_AROUND = 48


class StepFrame(QWidget):
    """A scrolling column with progress above it and a footer that always stays in sight."""

    confirmed = Signal()
    back_wanted = Signal()

    def __init__(self, name: str, column: int = COLUMN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = Page(name, column)
        self.page.body.setContentsMargins(_SIDE, _TOP, _SIDE, 8)
        self.page.body.setSpacing(0)
        self.progress = _Progress()
        self.page.add(self.progress)
        self._content = QWidget()
        self.page.body.addWidget(self._content)
        self.page.body.addStretch(1)
        self._line = QFrame()
        self._line.setProperty("look", "line")
        self._footer = _Footer(column)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.page, 1)
        rows.addWidget(self._line)
        rows.addWidget(self._footer)
        self.page.verticalScrollBar().rangeChanged.connect(self._part_footer)
        self._part_footer(0, 0)
        self._take_keys()
        when_focus_moves(self._follow_focus)

    def set_footer(self, *leading: QWidget, trailing: tuple[QWidget, ...] = ()) -> None:
        """Put these buttons at the foot, in place of those before."""
        inset = _LINK_INSET if leading and isinstance(leading[0], LinkButton) else 0
        self._footer.hold(leading, trailing, inset)

    def set_content(self, content: QWidget) -> None:
        """Show this in the column, from its top, in place of what was there."""
        place = self.page.body.indexOf(self._content)
        self.page.body.removeWidget(self._content)
        self._content.hide()
        self._content.deleteLater()
        self._content = content
        self.page.body.insertWidget(place, content)
        self.page.verticalScrollBar().setValue(0)
        self.order_focus()

    def order_focus(self) -> None:
        """Let the Tab key go through column and footer as they are read."""
        stops = [w for part in (self._content, self._footer) for w in _stops(part)]
        before: QWidget = self.page
        for stop in stops:
            QWidget.setTabOrder(before, stop)
            before = stop

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            return
        super().keyPressEvent(event)

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
        else:
            self.confirmed.emit()

    def _part_footer(self, _least: int, most: int) -> None:
        """A line over the footer says that there is more below."""
        self._line.setVisible(most > 0)

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        # Qt follows the Tab key only; arrow keys and a screen reader move the focus too.
        if now is not None and now is not self.page and self.page.isAncestorOf(now):
            # Later, because what was just put on the page has no place yet.
            QTimer.singleShot(0, now, lambda: self._bring_into_sight(now))

    def _bring_into_sight(self, widget: QWidget) -> None:
        around, inside = scaled(_AROUND), self.page.widget()
        if inside is None or widget.height() + 2 * around < self.page.viewport().height():
            self.page.ensureWidgetVisible(widget, 0, around)
        else:
            # What does not fit is read from its top.
            self.page.verticalScrollBar().setValue(widget.mapTo(inside, QPoint(0, 0)).y() - around)


class _Progress(QWidget):
    """The bar of segments with its words; hidden until it is told how far things are."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = SegmentProgress()
        self._text = small("")
        self._aside = small("")
        self._aside.setWordWrap(False)
        line = QHBoxLayout()
        line.addWidget(self._text, 1)
        line.addWidget(self._aside, 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 16)
        rows.setSpacing(10)
        rows.addWidget(self._bar)
        rows.addLayout(line)
        self.hide()

    def show_step(self, done: int, total: int, text: str, spoken: str, aside: str = "") -> None:
        """Fill `done` of `total` segments; `text` names the step, `aside` stands at the far end."""
        self._bar.set_progress(done, total, spoken)
        self._text.setText(text)
        self._aside.setText(aside)
        self.show()


class _Footer(QWidget):
    """The buttons, in the middle under the column; those that lead on stay at the far end when others wrap."""

    def __init__(self, column: int) -> None:
        super().__init__()
        self._column = column
        self._inset = 0
        self._buttons = QWidget()
        self._line = QHBoxLayout(self)
        self._line.setSpacing(0)
        self._line.addStretch(1)
        self._line.addWidget(self._buttons, 1000)
        self._line.addStretch(1)

    def hold(self, leading: tuple[QWidget, ...], trailing: tuple[QWidget, ...], inset: int) -> None:
        """Show these buttons instead of those before; the first begins `inset` px before the column."""
        buttons = QWidget()
        line = QHBoxLayout(buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(ButtonRow(*leading), 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(ButtonRow(*trailing), 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.replaceWidget(self._buttons, buttons)
        self._buttons.hide()
        self._buttons.deleteLater()
        self._buttons, self._inset = buttons, inset
        self._limit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._limit()

    def _limit(self) -> None:
        self._line.setContentsMargins(_SIDE - self._inset, 12, _SIDE, _BOTTOM)
        self._buttons.setMaximumWidth(scaled(self._column) + self._inset)


def _stops(part: QWidget) -> list[QWidget]:
    # Radio buttons beside a chosen one are no stop of the Tab key now, but may become one.
    return [w for w in part.findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
