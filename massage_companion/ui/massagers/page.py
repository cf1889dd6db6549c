"""The page about massagers: a card for each, those that were put away in a group at the end.

It renders one view and tells what is pressed. While nothing can be changed it says why above the cards.
"""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.massagers.view import Deed, MassagerCard, MassagersView, Press
from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body, heading, lead, muted
from massage_companion.ui.widgets.page import Page, PageHeader
from massage_companion.ui.widgets.pill import Pill

_READING_WIDTH = 860
"""As on the page about the safety check: longer lines are hard to read."""


class MassagersPage(Page):
    """`intended` carries a Press."""

    intended = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("massagers.page.title"), parent=parent)
        self._words = words
        self._buttons: dict[Press, QPushButton] = {}
        self._add = QuietButton(words("massagers.page.add"))
        self._add.clicked.connect(lambda: self.intended.emit(Press(Deed.ADD)))
        header = PageHeader(words("massagers.page.title"))
        header.add_action(self._add)
        self._content = QWidget()
        self.add(header)
        self.add(self._content)
        self.body.addStretch(1)
        self._limit_column()

    def show_view(self, view: MassagersView) -> None:
        """Show this view; the focus stays where it was, or goes to the first thing to read where that is gone."""
        kept = self._pressable_with_focus()
        had_focus = self._has_focus_inside()
        self._add.setEnabled(view.changeable)
        self._buttons = {}
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(16)
        for part in self._parts(view):
            rows.addWidget(part)
        self.body.replaceWidget(self._content, content)
        self._content.hide()
        self._content.deleteLater()
        self._content = content
        self._limit_column()
        self._order_focus()
        if had_focus and not (kept and self.focus_on(kept)):
            self.take_focus()

    def take_focus(self) -> None:
        """Give the focus to the first thing that can be read or pressed."""
        first = next((stop for stop in self._stops() if stop.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_on(self, press: Press) -> bool:
        """Give the focus to this button, where it is there and can be pressed."""
        button = self._add if press.deed is Deed.ADD else self._buttons.get(press)
        if button is None or not button.isEnabled():
            return False
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(button)
        return True

    def focus_on_card(self, massager: str) -> None:
        """Give the focus to the first button of that massager's card, else to the page."""
        if not any(self.focus_on(press) for press in self._buttons if press.massager == massager):
            self.take_focus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._limit_column()

    def _parts(self, view: MassagersView) -> list[QWidget]:
        words = self._words
        parts: list[QWidget] = []
        if view.whose:
            parts.append(muted(view.whose))
        for title, text in (
            ("massagers.page.unreadable_title", view.unreadable),
            ("massagers.page.refused_title", view.refused),
            ("massagers.page.none_title", view.none),
        ):
            if text:
                parts.append(_told(words(title), text))
        parts += [self._card(card, view.changeable) for card in view.cards]
        if view.away:
            parts.append(heading(words("massagers.page.away"), 2))
            parts.append(muted(words("massagers.page.away_help")))
            parts += [self._card(card, view.changeable) for card in view.away]
        return parts

    def _card(self, shown: MassagerCard, changeable: bool) -> Card:
        card = Card()
        card.setAccessibleName(shown.name)
        card.setAccessibleDescription(shown.state.text)
        card.add(ButtonRow(_Name(shown.name), Pill(shown.state.text, shown.state.tone)))
        for note in shown.notes:
            card.add(lead(note.label, note.text) if note.label else body(note.text))
        for fact in shown.facts:
            card.add(lead(fact.label, fact.text))
        if shown.deeds:
            card.add(ButtonRow(*(self._button(deed, shown, changeable) for deed in shown.deeds)))
        return card

    def _button(self, deed: Deed, shown: MassagerCard, changeable: bool) -> QPushButton:
        text = self._words(f"massagers.page.{deed.value}")
        button = PrimaryButton(text) if deed is Deed.ANSWER else QuietButton(text)
        button.setAccessibleName(self._words("massagers.page.spoken", deed=text, name=shown.name))
        button.setEnabled(changeable)
        press = Press(deed, shown.id)
        button.clicked.connect(lambda: self.intended.emit(press))
        self._buttons[press] = button
        return button

    def _has_focus_inside(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _pressable_with_focus(self) -> Press | None:
        return next((press for press, button in self._buttons.items() if button.hasFocus()), None)

    def _stops(self) -> list[QWidget]:
        """What the Tab key stops at below the header, and the header's button last."""
        inside = [each for each in self._content.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return [*inside, self._add]

    def _order_focus(self) -> None:
        before: QWidget = self._add
        for stop in self._stops()[:-1]:
            QWidget.setTabOrder(before, stop)
            before = stop

    def _limit_column(self) -> None:
        self._content.setMaximumWidth(scaled(_READING_WIDTH))


def _told(title: str, text: str) -> Card:
    """Something to know before the massagers, which can take the focus and be read aloud."""
    card = Card(title, "warning", focusable=True)
    card.add(body(text))
    card.set_summary(text)
    return card


class _Name(QLabel):
    """A heading that stands beside something on one line where there is room, and wraps where there is none."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", "h3")
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """The size on one line; a wrapping label alone would ask for a square."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 4, metrics.height())
