"""Asks which column of another program's table means what, with a look at the first rows as they would come in."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from massage_companion.companion.exchange.foreign_csv import Columns, DayOrder, Meaning
from massage_companion.companion.words import Words
from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.drop_down import DropDown
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body, field_label, heading, small
from massage_companion.ui.widgets.page import Page
from massage_companion.ui.widgets.segmented import Segment, Segmented


class Choices(Struct, frozen=True):
    """What there is to choose from. ``massagers`` are pairs of id and name; ``header`` the names of the columns."""

    header: tuple[str, ...]
    massagers: Sequence[tuple[str, str]]
    guess: Columns


class Chosen(Struct, frozen=True):
    """The columns as the person wants them read, and the massager that the sessions were done with."""

    columns: Columns
    massager: str


class ColumnsDialog(QDialog):
    """``sample(Chosen)`` gives lines that show what would be read. Accepted with ``chosen`` when it makes sense."""

    def __init__(
        self, choices: Choices, sample: Callable[[Chosen], Sequence[str]], words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        self._sample = sample
        self._words = words
        self.setWindowTitle(words("import.columns.title"))
        page = Page(words("import.columns.title"))
        page.add(heading(words("import.columns.title"), 2))
        page.add(body(words("import.columns.what")))
        self._massager = self._drop_down(
            page, words("import.columns.massager"), [name for _, name in choices.massagers]
        )
        self._places = {meaning: self._column(page, meaning) for meaning in Meaning}
        orders = [Segment(order.value, words(f"import.columns.order.{order.value}")) for order in DayOrder]
        self._order = Segmented(words("import.columns.order.name"), orders, choices.guess.order.value)
        self._order.chosen.connect(lambda _order: self._show())
        page.add(field_label(words("import.columns.order.name")))
        page.add(self._order)
        page.add(field_label(words("import.columns.sample")))
        self._shown = small("")
        page.add(self._shown)
        self.go_on = PrimaryButton(words("import.columns.go_on"))
        self.go_on.clicked.connect(self.accept)
        close = QuietButton(words("import.close"))
        close.clicked.connect(self.reject)
        page.add(ButtonRow(self.go_on, close))
        page.body.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(page)
        self.resize(QSize(scaled(640), scaled(640)).boundedTo(self.screen().availableSize()))
        for box in (self._massager, *self._places.values()):
            box.currentIndexChanged.connect(lambda _index: self._show())
        self._show()

    @property
    def chosen(self) -> Chosen:
        """What is chosen now."""
        places = {meaning: box.currentIndex() - 1 for meaning, box in self._places.items() if box.currentIndex() > 0}
        columns = Columns(places, DayOrder(str(self._order.value())))
        return Chosen(columns, self._choices.massagers[max(0, self._massager.currentIndex())][0])

    def _column(self, page: Page, meaning: Meaning) -> DropDown:
        names = [self._words("import.columns.none"), *self._choices.header]
        box = self._drop_down(page, self._words(f"import.columns.{meaning.value}"), names)
        box.setCurrentIndex(self._choices.guess.places.get(meaning, -1) + 1)
        return box

    def _drop_down(self, page: Page, name: str, items: Sequence[str]) -> DropDown:
        box = DropDown()
        box.addItems(list(items))
        page.add(field_label(name, box))
        page.add(box)
        return box

    def _show(self) -> None:
        chosen = self.chosen
        enough = chosen.columns.is_enough
        self.go_on.setEnabled(enough)
        lines = self._sample(chosen) if enough else [self._words("import.columns.needed")]
        self._shown.setText("\n".join(lines))
