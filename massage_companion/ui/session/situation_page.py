"""What every situation of the session screen is: a widget that shows one view and tells intents.

It must never keep a state of its own beyond what a person is about to say.
"""

from typing import TypeVar

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from massage_companion.companion.words import Words
from massage_companion.session.states import Action
from massage_companion.ui.session.intents import Act, Press
from massage_companion.ui.session.view import Deed


class PageRoom(Struct, frozen=True):
    """Of a page so many px high, what is left under its title for a situation, in px."""

    page_height: int
    width: int
    height: int


_Button = TypeVar("_Button", bound=QPushButton)


class SituationPage(QWidget):
    """`intended` carries an Intent."""

    intended = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def fit(self, room: PageRoom) -> None:
        """There is so much room; a ring takes its share of it."""

    def take_focus(self) -> None:
        """Give the focus to what matters most here."""

    def space_pressed(self) -> None:
        """Space was pressed where no control wanted it."""

    def leave(self) -> None:
        """Another situation is shown now: forget what must not be there the next time."""

    def acts(self, button: _Button, action: Action) -> _Button:
        """Let the button mean something for the running session."""
        button.clicked.connect(lambda: self.intended.emit(Act(action)))
        return button

    def presses(self, button: _Button, deed: Deed) -> _Button:
        """Let the button mean a deed."""
        button.clicked.connect(lambda: self.intended.emit(Press(deed)))
        return button


def centred(*widgets: QWidget) -> QHBoxLayout:
    """Widgets in the middle of their line."""
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def keep_room(label: QLabel) -> QLabel:
    """A label that comes and goes, hidden at first: it keeps its place, so that no button moves under a hand."""
    policy = label.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    label.setSizePolicy(policy)
    label.hide()
    return label


def in_the_middle(label: QLabel) -> QLabel:
    """A label whose lines are centred."""
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    return label
