"""Shows the recorded answers of doctors. Taking one back asks once more, in its own card, with "keep" in front.

It decides nothing: which can be taken back is in the view.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.safety.intents import AskToWithdraw, Deed, Intent, Press, Withdraw
from massage_companion.ui.safety.view import YesPart, YesRow
from massage_companion.ui.safety.wishes import deed_button
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import DangerButton, QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.group import Group
from massage_companion.ui.widgets.labels import body, lead, muted
from massage_companion.ui.widgets.pill import Pill


class YesPartScreen(QWidget):
    """`intended` carries an Intent."""

    intended = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lead = muted("")
        self._record = deed_button(Deed.RECORD_YES, words)
        self._record.clicked.connect(lambda: self.intended.emit(Press(Deed.RECORD_YES)))
        self._record_row = ButtonRow(self._record)
        self._cards: list[_YesCard] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        self._rows.addWidget(self._lead)
        self._rows.addWidget(self._record_row)

    def show_part(self, view: YesPart) -> None:
        """Show these; a card that is the same is left alone."""
        self._lead.setText(view.lead)
        self._record_row.setVisible(view.deed is not None)
        if [card.id for card in self._cards] != [row.id for row in view.rows]:
            self._build(view)
        for card, row in zip(self._cards, view.rows, strict=True):
            card.show_row(row)

    def take_focus(self) -> None:
        """Give the focus to the newest one."""
        if self._cards:
            self._cards[0].setFocus()

    def _build(self, view: YesPart) -> None:
        for card in self._cards:
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [_YesCard(row.id, self._words) for row in view.rows]
        for card in self._cards:
            card.intended.connect(self.intended)
            self._rows.addWidget(card)


class _YesCard(Card):
    """One answer of a doctor."""

    intended = Signal(object)

    def __init__(self, name: str, words: Words) -> None:
        super().__init__(" ", focusable=True)
        self._words = words
        self._row: YesRow | None = None
        self._content: QWidget | None = None
        self._keep: QuietButton | None = None
        self._withdraw: QuietButton | None = None
        self.id = name

    def show_row(self, row: YesRow) -> None:
        """Show it, with the question whether it is taken back where that was asked."""
        if row == self._row:
            return
        asked_before = self._row is not None and self._row.asks
        self._row = row
        self.set_title(row.title)
        told = (f"{line.label} {line.text}" for line in row.lines)
        self.set_summary(self._words("safety.between").join((row.badge.text, *told)))
        self._replace(self._made(row))
        if row.asks and self._keep is not None:
            self._keep.setFocus()
            announce(self, self._words("safety.yes.ask"), urgent=True)
        elif asked_before:
            (self._withdraw or self).setFocus()

    def _replace(self, content: QWidget) -> None:
        if self._content is not None:
            self.body.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self.body.addWidget(content)

    def _made(self, row: YesRow) -> QWidget:
        self._keep = self._withdraw = None
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(ButtonRow(Pill(row.badge.text, row.badge.tone)))
        for line in row.lines:
            rows.addWidget(lead(line.label, line.text))
        if row.asks:
            rows.addWidget(self._question(row))
        elif row.can_be_withdrawn:
            self._withdraw = QuietButton(self._words("safety.yes.withdraw"))
            self._withdraw.setAccessibleName(row.spoken)
            self._wants(self._withdraw, AskToWithdraw(row.id))
            rows.addSpacing(6)
            rows.addWidget(ButtonRow(self._withdraw))
        return content

    def _question(self, row: YesRow) -> Group:
        question = self._words("safety.yes.ask")
        group = Group(question)
        rows = QVBoxLayout(group)
        rows.setContentsMargins(0, 6, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(body(question))
        self._keep = QuietButton(self._words("safety.yes.keep"))
        self._wants(self._keep, AskToWithdraw(""))
        take_back = DangerButton(self._words("safety.yes.confirm"))
        self._wants(take_back, Withdraw(row.id))
        for button in (self._keep, take_back):
            button.setAccessibleDescription(question)
        rows.addWidget(ButtonRow(self._keep, take_back))
        return group

    def _wants(self, button: QuietButton | DangerButton, intent: Intent) -> None:
        button.clicked.connect(lambda: self.intended.emit(intent))
