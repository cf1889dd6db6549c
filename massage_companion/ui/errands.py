"""What a page asks for and cannot do itself: a safety check, the page for the doctor, files in and out.

It decides nothing about people: a check over a running session is not begun, since it would cover the way to stop.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from massage_companion.companion.household import Person
from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import Words
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.session.massager import Massager
from massage_companion.ui import choice_of_household as household
from massage_companion.ui.guides import Guides
from massage_companion.ui.main_window import MainWindow
from massage_companion.ui.pages.pages import Pages
from massage_companion.ui.parts import Parts
from massage_companion.ui.session.view import Deed

if TYPE_CHECKING:
    from massage_companion.ui.data.doors import Doors


class Way(Struct, frozen=True):
    """Whose turn it is, the massager used last, and the way to a page or to the first start."""

    person: Callable[[], Person | None]
    massager: Callable[[], Massager | None]
    turn_to: Callable[[str], None]
    first_run: Callable[[], None]


class Errands(QObject):
    """Runs the errands of one set of pages. ``brought_in`` after a file was imported; ``failed(StoreError)``."""

    brought_in = Signal()
    failed = Signal(object)

    def __init__(
        self,
        parts: Parts,
        language: tuple[Words, RuleTexts],
        window: MainWindow,
        guides: Guides,
        way: Way,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._language = language
        self._window = window
        self._guides = guides
        self._way = way
        self._pages: Pages | None = None
        self._report: QObject | None = None

    def serve(self, pages: Pages) -> None:
        """Take the wishes of these pages."""
        self._pages = pages
        pages.elsewhere_wanted.connect(self._go_elsewhere)
        pages.answers_wanted.connect(self._answer_for)
        pages.check_wanted.connect(self._check_as)
        pages.export_wanted.connect(lambda form: self._doors().export(form))
        pages.file_wanted.connect(self._choose_file)
        pages.file_chosen.connect(self._bring_in)

    def begin_check(
        self, person: Person, massager: Massager, kind: str = "go_on", changes: frozenset[str] = frozenset()
    ) -> None:
        """Lead somebody through the safety check, in a CheckKind's word."""
        if self._parts.sessions.live is not None:
            self._way.turn_to("session")
            return
        from massage_companion.ui.check_guide import CheckGuide

        guide = CheckGuide(self._parts, self._guides, self)
        guide.over.connect(self._check_over)
        guide.failed.connect(self.failed)
        try:
            guide.begin(person, massager, self._language, kind, changes)
        except StoreError as error:
            # A check that cannot be kept from its first page on would be lost at its last one.
            self._check_over()
            self.failed.emit(error)

    def _check_over(self) -> None:
        self._guides.drop()
        self._way.turn_to("session")

    def _go_elsewhere(self, deed: Deed) -> None:
        person, massager = self._way.person(), self._way.massager()
        match deed:
            case _ if person is None:
                self._way.first_run()
            case _ if massager is None or deed is Deed.MASSAGERS:
                self._way.turn_to("massagers")
            case Deed.SEE_RESULT:
                self._way.turn_to("check")
            case Deed.SEE_TRENDS:
                self._way.turn_to("trends")
            case Deed.DO_CHECK:
                self._answer_for(massager)
            case Deed.PRINT:
                # Imported when wanted: printing costs much and is rare.
                from massage_companion.ui.report.opening import open_report

                self._report = open_report(self._parts, person, massager, self._language[0], self._window)
            case _:
                self._ask_what_changed(deed)

    def _ask_what_changed(self, deed: Deed) -> None:
        """No shopping for a yes: whoever is blocked says first what has changed (DESIGN 3.8)."""
        self._way.turn_to("check")
        if self._pages is not None:
            safety = self._pages.check_room().safety
            (safety.health_changed if deed is Deed.HEALTH_CHANGED else safety.whole_check)()

    def _check_as(self, kind: str, changes: frozenset[str]) -> None:
        person, massager = self._way.person(), self._way.massager()
        if person is not None and massager is not None:
            self.begin_check(person, massager, kind, changes)

    def _answer_for(self, massager: Massager) -> None:
        """Ask the questions that are missing, with the result for this massager at the end."""
        person = self._way.person()
        if person is not None:
            is_open = household.is_incomplete(self._parts.store, self._parts.checks, person)
            self.begin_check(person, massager, "missing" if is_open else "go_on")

    def _choose_file(self) -> None:
        if (person := self._way.person()) is not None:
            self._doors().choose_file(person)

    def _bring_in(self, file: Path) -> None:
        if (person := self._way.person()) is not None:
            self._doors().bring_in(file, person)

    def _doors(self) -> "Doors":
        # Imported when wanted: files come and go rarely.
        from massage_companion.ui.data.doors import Doors

        doors = Doors(self._parts, self._language[0], self._window, self)
        doors.imported.connect(self.brought_in)
        return doors
