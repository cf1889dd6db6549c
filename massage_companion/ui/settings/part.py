"""What every section of the settings has in common: a card that shows values and says which one the person changes.

Why: a section names fields and words, nothing more, so that another one is a small file and one line in the screen.
It must never say that anything changed when values are only shown.
"""

from collections.abc import Callable, Hashable, Sequence

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from massage_companion.companion.household import Person, Settings
from massage_companion.companion.words import Words
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.labels import field_label, small
from massage_companion.ui.widgets.segmented import Segment, Segmented
from massage_companion.ui.widgets.tick import TickBox


class Offers(Struct, frozen=True):
    """What this computer can do. ``guessed_country`` is a two-letter code, empty where nothing can be guessed."""

    has_tray: Callable[[], bool] = lambda: False
    has_small_window: bool = True
    guessed_country: str = ""


class SettingsPart(Card):
    """``settings_chosen`` and ``person_chosen`` carry the name of a field and its new value."""

    settings_chosen = Signal(str, object)
    person_chosen = Signal(str, object)
    sound_wanted = Signal(str, int)

    TITLE = ""
    """The key of the section's title, empty where it depends on what is shown."""

    def __init__(self, words: Words, offers: Offers) -> None:
        super().__init__(words(self.TITLE) if self.TITLE else "")
        self._words = words
        self._offers = offers
        self._settling = False
        self._bars: dict[str, tuple[Segmented, tuple[Hashable, ...]]] = {}
        self._ticks: dict[str, TickBox] = {}
        self._notes: list[tuple[TickBox, QLabel]] = []

    def show_values(self, settings: Settings, person: Person | None) -> None:
        """Show what is set. ``person`` is ``None`` where nobody is there yet."""
        self._settling = True
        for values in (settings, person):
            for field, (bar, keys) in self._bars.items():
                if hasattr(values, field):
                    value = getattr(values, field)
                    # A value that is not offered, as after a change by hand in the file, leaves all open.
                    bar.set_value(value if value in keys else None)
            for field, tick in self._ticks.items():
                if hasattr(values, field):
                    tick.setChecked(bool(getattr(values, field)))
        self._settling = False
        for tick, below in self._notes:
            # Under its words, not under the mark; the text size may be another one since.
            below.setIndent(tick.text_left())

    def add_bar(self, name: str, segments: Sequence[Segment], field: str) -> Segmented:
        """One of few, for a field of the settings or of the person."""
        bar = Segmented(name, segments)
        bar.chosen.connect(lambda chosen: self.choose(field, chosen))
        self._bars[field] = (bar, tuple(segment.key for segment in segments))
        self.add(field_label(name))
        self.add(bar)
        return bar

    def add_tick(self, text: str, field: str, note: str = "") -> TickBox:
        """Yes or no, for a field of the settings or of the person; ``note`` stands below it."""
        tick = TickBox(text)
        tick.toggled.connect(lambda on: self.choose(field, on))
        self._ticks[field] = tick
        if not note:
            self.add(tick)
            return tick
        below = small(note)
        self._notes.append((tick, below))
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(tick)
        pair.addWidget(below)
        self.body.addLayout(pair)
        tick.setAccessibleDescription(note)
        return tick

    def choose(self, field: str, value: object) -> None:
        """The person chose a value; nothing is said while values are only shown."""
        if self._settling:
            return
        if field in Settings.__struct_fields__:
            self.settings_chosen.emit(field, value)
        else:
            self.person_chosen.emit(field, value)


def show_all(widgets: Sequence[QWidget], seen: bool) -> None:
    """Show or hide what belongs together."""
    for widget in widgets:
        widget.setVisible(seen)
