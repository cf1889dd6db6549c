"""One finding as a card: what it is, what was answered, why it matters, what to do, who says so.

Addresses are texts to select and copy: nothing here opens anything, and nothing leaves the computer.
"""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.check.address_box import AddressBox
from massage_companion.ui.check.result_view import FindingView
from massage_companion.ui.outcome_tone import tone_of
from massage_companion.ui.widgets.buttons import LinkButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import lead, small
from massage_companion.ui.widgets.pill import Pill


class FindingCard(Card):
    """A card for one finding."""

    def __init__(self, view: FindingView, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(view.title, parent=parent)
        if view.state:
            self.add(ButtonRow(Pill(view.state, tone_of(view.outcome))))
        self.add(lead(words("check.result.you_answered"), view.answered))
        self.add(lead(words("check.result.why"), view.why))
        self.add(lead(words("check.result.next"), view.next))
        if view.concerns:
            self.add(small(view.concerns))
        self.add(Origin(view, words))


class QuietCard(Card):
    """Findings that speak for it, all in one card: nothing has to be done about them."""

    def __init__(self, findings: tuple[FindingView, ...], words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("check.result.also"), parent=parent)
        for view in findings:
            self.add(lead(words("check.result.sentence", text=view.title), f"{view.why} {view.next}"))
            self.add(Origin(view, words))


class Origin(QWidget):
    """Who says so, and their addresses once they are asked for."""

    def __init__(self, view: FindingView, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._about = view.title
        self._addresses = AddressBox(words("check.result.addresses_of", title=view.title), view.addresses)
        self._button = LinkButton()
        self._button.clicked.connect(lambda: self._show_addresses(self._addresses.isHidden()))
        line = ButtonRow(small(view.sources), trailing=(self._button,), gap=8)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(line)
        rows.addWidget(self._addresses)
        self._show_addresses(False)

    def _show_addresses(self, shown: bool) -> None:
        hide_or_show = "hide" if shown else "show"
        self._button.setText(self._words(f"check.result.addresses_{hide_or_show}"))
        self._button.setAccessibleName(self._words(f"check.result.addresses_{hide_or_show}_of", title=self._about))
        self._addresses.setVisible(shown)
