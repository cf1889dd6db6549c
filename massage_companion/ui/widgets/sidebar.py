"""The way from page to page, with the person it is about at the top.

Why: always in the same place, by keyboard and by name; where the window is narrow only the signs remain, and their
names stay as tooltips and for screen readers. It must never decide whether a page may be opened.
"""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.sidebar_buttons import EntryButton, PersonButton
from massage_companion.ui.widgets.symbols import Symbol

# The share of the window beyond which the names are given up for the page's sake.
_LARGEST_SHARE = 0.3


class Entry(Struct, frozen=True):
    """One page: what `chosen` gives, what is shown, and its sign. `urgent` ones stand out in the colour of danger."""

    id: str
    text: str
    symbol: Symbol
    urgent: bool = False


class Sidebar(QFrame):
    """Entries at the top and at the bottom; `here` are the words that tell a screen reader "this page"."""

    chosen = Signal(str)
    person_pressed = Signal()

    def __init__(
        self, entries: Sequence[Entry], bottom: Sequence[Entry], here: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "sidebar")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._here = here
        self._current = ""
        self._compact = False
        self.person_button = PersonButton()
        self.person_button.clicked.connect(lambda _checked=False: self.person_pressed.emit())
        self._buttons = {each.id: self._button(each) for each in (*entries, *bottom)}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 16, 13, 16)
        layout.setSpacing(2)
        layout.addWidget(self.person_button)
        layout.addSpacing(8)
        for each in entries:
            layout.addWidget(self._buttons[each.id])
        layout.addStretch(1)
        for each in bottom:
            layout.addWidget(self._buttons[each.id])

    def set_person(self, name: str, spoken: str) -> None:
        """Show who this is about; `spoken` also says what the button does, such as "Mei, change person"."""
        self.person_button.set_person(name, spoken)

    def set_current(self, entry_id: str) -> None:
        """Highlight the page that is shown, without a signal. An unknown id raises KeyError."""
        self._buttons[entry_id].set_here(True, self._here)
        if self._current and self._current != entry_id:
            self._buttons[self._current].set_here(False, "")
        self._current = entry_id

    def offer(self, entry_id: str, offered: bool) -> None:
        """Show an entry, or leave it out. An unknown id raises KeyError."""
        self._buttons[entry_id].setVisible(offered)

    def current(self) -> str:
        """The id of the highlighted entry, empty before any was."""
        return self._current

    def fit(self, window_width: int) -> None:
        """Choose between names and signs alone for a window of this width in px."""
        names = max(max(button.full_width() for button in self._all()) + 25, scaled(196))
        self.set_compact(names > _LARGEST_SHARE * window_width)
        # The same width whether or not an entry is left out: the page beside it must not jump.
        self.setMinimumWidth(0 if self._compact else names)

    def set_compact(self, compact: bool) -> None:
        """Show only signs, or signs with names."""
        if compact != self._compact:
            self._compact = compact
            for button in self._all():
                button.set_compact(compact)
            self.updateGeometry()

    def is_compact(self) -> bool:
        """Whether only the signs are shown."""
        return self._compact

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        order = [each for each in self._all() if not each.isHidden()]
        focused = self.focusWidget()
        if step is None or focused not in order:
            super().keyPressEvent(event)
            return
        order[(order.index(focused) + step) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)

    def _all(self) -> list[EntryButton | PersonButton]:
        return [self.person_button, *self._buttons.values()]

    def _button(self, entry: Entry) -> EntryButton:
        button = EntryButton(entry.text, entry.symbol, urgent=entry.urgent)
        button.clicked.connect(lambda _checked=False, key=entry.id: self.chosen.emit(key))
        return button
