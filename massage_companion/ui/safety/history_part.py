"""Shows every check of a person; the chosen one opens where it stands, with its answers and what differs.

Answers are only read here: a completed check is never changed.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.check.review_view import AnswerGroup
from massage_companion.ui.safety.intents import ChooseScreening
from massage_companion.ui.safety.view import Difference, HistoryPart, HistoryRow, ScreeningDetail
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import LinkButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.group import Group
from massage_companion.ui.widgets.labels import body, heading, lead, muted, small
from massage_companion.ui.widgets.pill import Pill


class HistoryPartScreen(QWidget):
    """`intended` carries an Intent."""

    intended = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lead = muted("")
        self._cards: list[_ScreeningCard] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        self._rows.addWidget(self._lead)

    def show_part(self, view: HistoryPart) -> None:
        """Show these checks; a card whose check is the same only opens or closes."""
        self._lead.setText(view.lead)
        if [card.id for card in self._cards] != [row.id for row in view.rows]:
            self._build(view)
        for card, row in zip(self._cards, view.rows, strict=True):
            card.show_row(row)

    def take_focus(self) -> None:
        """Give the focus to the newest check."""
        if self._cards:
            self._cards[0].take_focus()

    def _build(self, view: HistoryPart) -> None:
        for card in self._cards:
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [_ScreeningCard(row, self._words) for row in view.rows]
        for card in self._cards:
            card.wanted.connect(lambda name: self.intended.emit(ChooseScreening(name)))
            self._rows.addWidget(card)


class _ScreeningCard(Card):
    """One check: when, how it stands by today's rules, what led to it, and its answers once they are wanted."""

    wanted = Signal(str)

    def __init__(self, row: HistoryRow, words: Words) -> None:
        super().__init__()
        self._words = words
        self._row: HistoryRow | None = None
        self._detail: QWidget | None = None
        self.id = row.id
        self._date = heading("", 3)
        self._date.setWordWrap(False)
        self._pill = Pill("")
        self._text = small("")
        self._toggle = LinkButton()
        self._toggle.clicked.connect(self._ask)
        self.add(ButtonRow(self._date, self._pill, trailing=(self._toggle,)))
        self.add(self._text)

    def show_row(self, row: HistoryRow) -> None:
        """Show this check, open or closed."""
        if row == self._row:
            return
        opened = row.detail is not None and self._row is not None and self._row.detail is None
        self._row = row
        self._date.setText(row.date)
        self._pill.set(row.badge.text, row.badge.tone)
        self._text.setText(row.text)
        self.setAccessibleName(row.date)
        name = "show" if row.detail is None else "hide"
        self._toggle.setText(self._words(f"safety.history.{name}"))
        self._toggle.setAccessibleName(self._words(f"safety.history.{name}_of", date=row.date))
        self._replace_detail(row.detail)
        if opened and row.detail is not None:
            announce(self, row.detail.heading)

    def take_focus(self) -> None:
        """Give the focus to the button that opens it."""
        self._toggle.setFocus()

    def _ask(self) -> None:
        is_open = self._row is not None and self._row.detail is not None
        self.wanted.emit("" if is_open else self.id)

    def _replace_detail(self, detail: ScreeningDetail | None) -> None:
        if self._detail is not None:
            self.body.removeWidget(self._detail)
            self._detail.hide()
            self._detail.deleteLater()
        self._detail = None if detail is None else _detail(detail, self._words)
        if self._detail is not None:
            self.add(self._detail)


def _detail(detail: ScreeningDetail, words: Words) -> QWidget:
    whole = QWidget()
    rows = _column(whole, 16)
    rows.addWidget(_line())
    if detail.differences:
        rows.addWidget(_titled(detail.heading, [_difference(each, words) for each in detail.differences]))
    else:
        rows.addWidget(body(detail.heading))
    rows.addWidget(_line())
    for group in detail.groups:
        rows.addWidget(_titled(group.title, _answers(group)))
    return whole


def _difference(difference: Difference, words: Words) -> QWidget:
    part = QWidget()
    rows = _column(part, 2)
    rows.addWidget(muted(difference.question))
    rows.addWidget(lead(words("safety.history.before"), difference.before))
    rows.addWidget(lead(words("safety.history.after"), difference.after))
    return part


def _answers(group: AnswerGroup) -> list[QWidget]:
    return [label for row in group.rows for label in (muted(row.text), *(body(answer) for answer in row.answers))]


def _titled(title: str, widgets: list[QWidget]) -> Group:
    """A named group with its name above it."""
    group = Group(title)
    rows = _column(group, 4)
    rows.addWidget(heading(title, 3))
    for widget in widgets:
        rows.addWidget(widget)
    return group


def _column(widget: QWidget, gap: int) -> QVBoxLayout:
    rows = QVBoxLayout(widget)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(gap)
    return rows


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("look", "line")
    return line
