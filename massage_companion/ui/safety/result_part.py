"""Shows today's result: notices first, then the result with what can be done, then every reason.

It must never offer a way to another outcome: the buttons are those of the view, and answers are not shown here.
"""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.check.finding_card import FindingCard, QuietCard
from massage_companion.ui.safety.intents import Deed, Press
from massage_companion.ui.safety.view import FindingItem, Notice, ResultPart, Summary, TextList
from massage_companion.ui.safety.wishes import deed_button
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body, small
from massage_companion.ui.widgets.pill import Pill


class ResultPartScreen(QWidget):
    """`intended` carries an Intent."""

    intended = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: ResultPart | None = None
        self._made: list[QWidget] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)

    def show_part(self, view: ResultPart) -> None:
        """Show this result; what is the same stays, so that nobody loses their place."""
        if view == self._shown:
            return
        # Qt's types do not say that nothing may have the focus.
        focused = cast("QWidget | None", self.window().focusWidget())
        was_here = focused is not None and self.isAncestorOf(focused)
        self._clear()
        self._shown = view
        self._made = [*(self._notice(notice) for notice in view.notices), *self._result(view)]
        for widget in self._made:
            self._rows.addWidget(widget)
        if was_here:
            self.take_focus()

    def take_focus(self) -> None:
        """Give the focus to what matters most."""
        if self._made:
            self._made[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        for widget in self._made:
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _result(self, view: ResultPart) -> list[QWidget]:
        parts: list[QWidget] = []
        if view.summary is not None:
            parts.append(self._summary(view.summary))
        parts += [_list_card(each) for each in view.lists]
        parts += [_finding_card(item, self._words) for item in view.findings]
        if view.quiet:
            parts.append(QuietCard(view.quiet, self._words))
        return parts + [small(note) for note in view.notes]

    def _notice(self, notice: Notice) -> Card:
        card = Card(notice.title, notice.tone, focusable=True)
        for line in (notice.text, *notice.items):
            if line:
                card.add(body(line))
        card.set_summary(" ".join((notice.text, *notice.items)))
        if notice.deed is not None:
            card.add(ButtonRow(self._button(notice.deed, main=notice.tone != "plain")))
        return card

    def _summary(self, summary: Summary) -> Card:
        card = Card("", summary.tone, focusable=True)
        card.set_title(summary.title)
        for line in summary.lines:
            card.add(body(line))
        for line in summary.small:
            card.add(small(line))
        card.set_summary(" ".join((*summary.lines, *summary.small)))
        for row in summary.deeds:
            card.add(ButtonRow(*(self._button(deed) for deed in row)))
        return card

    def _button(self, deed: Deed, main: bool = False) -> QWidget:
        button = deed_button(deed, self._words, main)
        button.clicked.connect(lambda: self.intended.emit(Press(deed)))
        return button


def _list_card(view: TextList) -> Card:
    card = Card(view.heading)
    for line in view.lines:
        card.add(body(line))
    return card


def _finding_card(item: FindingItem, words: Words) -> Card:
    """The card of the check's result, with how it stands now under its title."""
    card = FindingCard(item.finding, words)
    place = 1
    if item.badge is not None:
        card.body.insertWidget(place, ButtonRow(Pill(item.badge.text, item.badge.tone)))
        place += 1
    if item.note:
        card.body.insertWidget(place, body(item.note))
    return card
