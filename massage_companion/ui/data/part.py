"""Where backups go, and the ways in and out, as a part of Settings. It says what is wanted and does nothing itself."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.widgets.buttons import DangerButton, QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body, field_label, small
from massage_companion.ui.widgets.problem import problem_label, tell
from massage_companion.ui.widgets.segmented import Segment, Segmented


class Wish(StrEnum):
    """What a button of this part asks for."""

    CHOOSE_FOLDER = "choose_folder"
    BACK_UP = "back_up"
    RESTORE = "restore"
    EXPORT_CSV = "export_csv"
    EXPORT_ICS = "export_ics"
    EXPORT_JSON = "export_json"
    BRING_IN = "bring_in"
    DELETE_PERSON = "delete_person"
    DELETE_ALL = "delete_all"


class DataPart(QWidget):
    """``wanted`` carries a Wish; ``daily_chosen`` whether a backup is made each day."""

    wanted = Signal(object)
    daily_chosen = Signal(bool)

    def __init__(self, words: Words, person: str, daily: bool, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(16)
        self._done = body("")
        self._done.hide()
        self._problem = problem_label()
        rows.addWidget(self._backup_card(daily, folder))
        rows.addWidget(self._exchange_card())
        rows.addWidget(self._delete_card(person))

    def show_folder(self, folder: str) -> None:
        """Show where the daily backups go."""
        # A path has no spaces to break at: without this it would be cut in a narrow window.
        self._folder.setText(self._words("data.backup.folder", folder=folder.replace("/", "/\u200b")))

    def say_done(self, text: str) -> None:
        """Say what has been done."""
        tell(self._problem, "")
        tell(self._done, text)

    def say_problem(self, text: str) -> None:
        """Say what went wrong."""
        tell(self._done, "")
        tell(self._problem, text)

    def _backup_card(self, daily: bool, folder: str) -> Card:
        words = self._words
        card = Card(words("data.backup.title"))
        card.add(body(words("data.backup.what")))
        segments = [Segment(True, words("data.backup.on")), Segment(False, words("data.backup.off"))]
        bar = Segmented(words("data.backup.daily"), segments, daily)
        bar.chosen.connect(lambda chosen: self.daily_chosen.emit(bool(chosen)))
        self._folder = small("")
        self.show_folder(folder)
        card.add(field_label(words("data.backup.daily")))
        card.add(bar)
        card.add(self._folder)
        card.add(self._row(Wish.CHOOSE_FOLDER, Wish.BACK_UP, Wish.RESTORE))
        card.add(self._done)
        card.add(self._problem)
        return card

    def _exchange_card(self) -> Card:
        card = Card(self._words("data.exchange.title"))
        card.add(body(self._words("data.exchange.what")))
        card.add(self._row(Wish.EXPORT_CSV, Wish.EXPORT_ICS, Wish.EXPORT_JSON, Wish.BRING_IN))
        return card

    def _delete_card(self, person: str) -> Card:
        words = self._words
        card = Card(words("data.delete.title"))
        card.add(body(words("data.delete.what")))
        one = DangerButton(words("data.wish.delete_person", name=person))
        one.clicked.connect(lambda: self.wanted.emit(Wish.DELETE_PERSON))
        everything = DangerButton(words("data.wish.delete_all"))
        everything.clicked.connect(lambda: self.wanted.emit(Wish.DELETE_ALL))
        card.add(ButtonRow(one, everything))
        return card

    def _row(self, *wishes: Wish) -> ButtonRow:
        row = ButtonRow()
        for wish in wishes:
            button = QuietButton(self._words(f"data.wish.{wish.value}"))
            button.clicked.connect(lambda _checked=False, wanted=wish: self.wanted.emit(wanted))
            row.add(button)
        return row
