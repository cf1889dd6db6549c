"""The page about the safety check: heading, parts, one part below. It renders one view and tells intents.

It must never know people, rules or files.
"""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.safety.history_part import HistoryPartScreen
from massage_companion.ui.safety.intents import ChooseMassager, ChoosePart, Part
from massage_companion.ui.safety.result_part import ResultPartScreen
from massage_companion.ui.safety.view import HistoryPart, MassagerName, ResultPart, SafetyView, YesPart
from massage_companion.ui.safety.yes_part import YesPartScreen
from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.fields import DropDown
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.focus import when_focus_moves
from massage_companion.ui.widgets.labels import body, field_label, muted
from massage_companion.ui.widgets.page import Page, PageHeader
from massage_companion.ui.widgets.segmented import Segment, Segmented

_READING_WIDTH = 860
"""Longer lines are hard to read; the page itself is as wide as the window."""

_SHORTEST_LIST = 120
"""In px."""


class SafetyScreen(QWidget):
    """`intended` carries an Intent."""

    intended = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._page = Page(words("safety.title"))
        self._header = PageHeader(words("safety.title"))
        self._parts = Segmented(words("safety.parts"))
        self._parts.chosen.connect(lambda part: self.intended.emit(ChoosePart(Part(part))))
        self._massager = _MassagerChoice(words)
        self._massager.chosen.connect(lambda name: self.intended.emit(ChooseMassager(name)))
        self._said = _Said()
        self._result = ResultPartScreen(words)
        self._yes = YesPartScreen(words)
        self._history = HistoryPartScreen(words)
        self._lay_out()
        for part in (self._result, self._yes, self._history):
            part.intended.connect(self.intended)
        when_focus_moves(self._follow_focus)

    def show_view(self, view: SafetyView) -> None:
        """Show this view; where another part is shown than before, from its top."""
        if view.badge is None:
            self._header.clear_pill()
        else:
            self._header.set_pill(view.badge.text, view.badge.tone)
        segments = [Segment(part, name) for part, name in view.parts]
        self._parts.set_segments(segments, view.part if segments else None)
        self._parts.setVisible(bool(segments))
        self._massager.setVisible(bool(segments))
        self._massager.show_names(view.massagers, view.massager)
        self._said.show_text(view.said)
        self._show_content(view.content)
        self._order_focus()

    def take_focus(self) -> None:
        """Give the focus to what was just said, else to what matters most in the part that is shown."""
        if not self._said.isHidden():
            self._said.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for part in (self._result, self._yes, self._history):
            if not part.isHidden():
                part.take_focus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._column.setMaximumWidth(scaled(_READING_WIDTH))

    def _show_content(self, content: ResultPart | YesPart | HistoryPart) -> None:
        match content:
            case ResultPart():
                self._result.show_part(content)
                self._turn_to(self._result)
            case YesPart():
                self._yes.show_part(content)
                self._turn_to(self._yes)
            case HistoryPart():
                self._history.show_part(content)
                self._turn_to(self._history)

    def _turn_to(self, part: QWidget) -> None:
        if part.isHidden():
            self._page.verticalScrollBar().setValue(0)
        for each in (self._result, self._yes, self._history):
            each.setVisible(each is part)

    def _order_focus(self) -> None:
        """Let the Tab key go as the page is read; cards that were made anew stand at the end of it otherwise."""
        stops = [each for each in self._page.findChildren(QWidget) if each.focusPolicy() != Qt.FocusPolicy.NoFocus]
        before: QWidget = self._page
        for stop in stops:
            # The list of a drop-down is a window of its own.
            if stop.window() is self.window():
                QWidget.setTabOrder(before, stop)
                before = stop

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self._page and self._page.isAncestorOf(now):
            # What was made just now has no place yet.
            QTimer.singleShot(0, self, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QWidget) and self._page.isAncestorOf(focused):
            self._page.bring_into_sight(focused)

    def _lay_out(self) -> None:
        self._page.add(self._header)
        self._column = QWidget()
        rows = QVBoxLayout(self._column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(16)
        rows.addWidget(ButtonRow(self._parts, trailing=(self._massager,), gap=16))
        for widget in (self._said, self._result, self._yes, self._history):
            rows.addWidget(widget)
            widget.hide()
        self._column.setMaximumWidth(scaled(_READING_WIDTH))
        line = QHBoxLayout()
        line.addWidget(self._column, 1000)
        line.addStretch(1)
        self._page.body.addLayout(line)
        self._page.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)


class _Said(Card):
    """What has just happened, in one sentence; it can be read again as long as it stands."""

    def __init__(self) -> None:
        super().__init__(focusable=True)
        self._text = body("")
        self.add(self._text)

    def show_text(self, text: str) -> None:
        """Say it, or nothing."""
        is_new = bool(text) and text != self._text.text()
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        if is_new:
            announce(self, text)


class _MassagerChoice(QWidget):
    """Which massager the result is for: a name, or a list where there are several."""

    chosen = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._shown: tuple[MassagerName, ...] = ()
        self._list = DropDown()
        self._list.setAccessibleName(words("safety.massager"))
        # A long name may be cut off in the closed list rather than push the page wider.
        self._list.setMinimumWidth(_SHORTEST_LIST)
        self._list.activated.connect(lambda index: self.chosen.emit(self._shown[index].id))
        self._label = field_label(words("safety.massager"))
        self._label.setWordWrap(False)
        self._only = muted("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for widget in (self._label, self._list, self._only):
            row.addWidget(widget)

    def show_names(self, names: tuple[MassagerName, ...], current: str) -> None:
        """Show these massagers with this one chosen."""
        if names != self._shown:
            self._shown = names
            self._list.clear()
            for massager in names:
                self._list.addItem(massager.name)
        place = next((n for n, massager in enumerate(names) if massager.id == current), -1)
        self._list.setCurrentIndex(place)
        several = len(names) > 1
        self._list.setVisible(several)
        self._label.setVisible(several)
        self._only.setVisible(not several)
        self._only.setText(names[0].name if len(names) == 1 else "")
