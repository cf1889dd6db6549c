"""While sessions are blocked: the explanation where the eye goes, and the controls dimmed below it.

Nothing on this page starts a session; the explanation can be reached by Tab and is read aloud as a whole.
"""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.session.deed_buttons import AT_THE_END, deed_button
from massage_companion.ui.session.plan_panel import PlanPanel
from massage_companion.ui.session.situation_page import PageRoom, SituationPage
from massage_companion.ui.session.view import BlockedView, Deed
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body, lead, small


class BlockedPage(SituationPage):
    """Shows a BlockedView."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._card: Card | None = None
        self._told: tuple[object, ...] = ()
        self._panel = PlanPanel(words, ring_share=0.28)
        self._panel.intended.connect(self.intended)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(16)
        self._rows.addWidget(self._panel, 1)
        self._rows.addStretch(0)

    def show_view(self, view: BlockedView) -> None:
        """Explain the block; the explanation is made anew only where it has changed."""
        told = (view.tone, view.title, view.lines, view.source, view.others, view.deeds)
        if told != self._told:
            self._told = told
            self._replace_card(self._explanation(view))
        self._panel.setVisible(view.controls is not None)
        if view.controls is not None:
            no_time, spoken = self._words("session.blocked.no_time"), self._words("session.blocked.spoken")
            self._panel.show_blocked(view.controls, no_time, view.caption, spoken, view.dose)

    def fit(self, room: PageRoom) -> None:
        self._panel.fit(room)

    def take_focus(self) -> None:
        if self._card is not None:
            self._card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _replace_card(self, card: Card) -> None:
        old, self._card = self._card, card
        self._rows.insertWidget(0, card)
        if old is not None:
            # Qt's types do not say that nothing may have the focus.
            focused = cast("QWidget | None", self.window().focusWidget())
            if focused is not None and (focused is old or old.isAncestorOf(focused)):
                card.setFocus(Qt.FocusReason.OtherFocusReason)
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _explanation(self, view: BlockedView) -> Card:
        card = Card(view.title, view.tone, focusable=True)
        for line in view.lines:
            card.add(lead(line.lead, line.text))
        if view.source:
            card.add(small(view.source))
        for other in view.others:
            card.body.addSpacing(6)
            card.add(lead(other.title, ""))
            if other.text:
                card.add(body(other.text))
        card.set_summary(view.summary)
        if view.deeds:
            card.body.addSpacing(6)
            card.add(self._buttons(view.deeds))
        return card

    def _buttons(self, deeds: tuple[Deed, ...]) -> ButtonRow:
        made = {deed: self.presses(deed_button(deed, self._words), deed) for deed in deeds}
        return ButtonRow(
            *(button for deed, button in made.items() if deed not in AT_THE_END),
            trailing=tuple(button for deed, button in made.items() if deed in AT_THE_END),
        )
