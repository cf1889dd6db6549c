"""Messages above the page: what could not be saved, what is done. Nothing waits for an answer to them.

Why not a box: it stands before the buttons that pause and stop a session, and takes the key that was meant for them.
It must never take the keyboard, and what tells of trouble never goes away by itself.
"""

from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import IconButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.labels import body

NoticeKind = Literal["news", "trouble", "mistake"]

_TONES: dict[NoticeKind, Literal["plain", "warning", "danger"]] = {
    "news": "plain",
    "trouble": "warning",
    "mistake": "danger",
}
_MOST = 3
"""More would leave no room for the page: the oldest gives way, news before trouble."""


class NoticeBar(QWidget):
    """Takes no room while there is nothing to say. ``close`` names the button that takes a message away.

    The Tab key comes here after ``after``, a widget of the same window without children.
    """

    def __init__(self, close: str, after: QWidget | None = None) -> None:
        super().__init__()
        self._close = close
        self._after = after
        self._notes: list[tuple[str, NoticeKind, Card]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 12, 16, 4)
        self._layout.setSpacing(8)
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """What is shown, the newest first."""
        return tuple(text for text, _, _ in self._notes)

    def tell(self, text: str, kind: NoticeKind) -> None:
        """Show a message, the newest on top, and speak it. A mistake that goes on is told once."""
        known = [note for note in self._notes if note[0] == text]
        if known and kind == "mistake":
            return
        for note in known:
            self._drop(note[2])
        card = self._card(text, kind)
        self._notes.insert(0, (text, kind, card))
        self._layout.insertWidget(0, card)
        self._come_first(card)
        while len(self._notes) > _MOST:
            self._drop(min(self._notes[::-1], key=lambda note: note[1] != "news")[2])
        self.show()
        card.show()
        announce(self, text, urgent=kind != "news")

    def forget_news(self) -> None:
        """Something else is looked at now: what is done has been seen."""
        for _text, kind, card in tuple(self._notes):
            if kind == "news":
                self._drop(card)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape takes away the message that has the focus."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            for _text, _kind, card in self._notes:
                if watched is card or watched.parent() is card:
                    self._drop(card)
                    return True
        return super().eventFilter(watched, event)

    def _card(self, text: str, kind: NoticeKind) -> Card:
        card = Card("", _TONES[kind])
        card.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        card.setAccessibleName(text)
        card.body.setContentsMargins(16, 8, 8, 8)
        close = IconButton("close", self._close)
        # A press with the mouse leaves the keyboard where it is: at the button that pauses, say.
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(lambda: self._drop(card))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(body(text), 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(row)
        for part in (card, close):
            part.installEventFilter(self)
        return card

    def _come_first(self, card: Card) -> None:
        """It stands above everything, so the Tab key meets it first, whichever page was made later."""
        if self._after is not None:
            QWidget.setTabOrder(self._after, card)
            QWidget.setTabOrder(card, card.findChildren(IconButton)[0])

    def _drop(self, card: Card) -> None:
        self._notes = [note for note in self._notes if note[2] is not card]
        self._layout.removeWidget(card)
        card.hide()
        card.deleteLater()
        self.setVisible(bool(self._notes))
