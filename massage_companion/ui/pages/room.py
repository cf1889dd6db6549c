"""What every page of the sidebar has in common, and the wishes that it cannot fulfil itself."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from massage_companion.companion.household import Person
from massage_companion.companion.words import Words
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.ui.main_window import MainWindow
from massage_companion.ui.parts import Parts


class Room(Protocol):
    """One page. It is made when it is first wanted, and made anew for another person or another language."""

    def shown(self, person: Person) -> QWidget:
        """The page, up to date for this person."""
        ...

    def take_focus(self) -> None:
        """Put the keyboard where the page begins, unless it is there already."""
        ...


class Wishes(QObject):
    """What a page asks of the rest of the program.

    ``elsewhere_wanted`` carries a Deed; ``settings_chosen`` new settings; ``check_wanted(kind, changes)`` a check in a
    CheckKind's word; ``answers_wanted(Massager)`` the questions that are missing for it; ``guide_wanted(QWidget)`` and
    ``guide_over(page)`` show a page's own guide over everything and end it; ``page_wanted(name)`` another page.
    ``log_changed`` and ``person_changed`` tell the others what one page has changed; ``offered`` that "something
    feels wrong" may have come or gone; ``file_chosen(Path)`` is to be imported, ``export_wanted(form)`` to be written.
    ``restore_wanted(Path)`` and ``delete_all_wanted`` begin the program anew; ``person_deleted(name)``.
    """

    elsewhere_wanted = Signal(object)
    settings_chosen = Signal(object)
    answers_wanted = Signal(object)
    check_wanted = Signal(str, object)
    guide_wanted = Signal(object)
    guide_over = Signal(str)
    page_wanted = Signal(str)
    failed = Signal(object)
    log_changed = Signal()
    person_changed = Signal()
    offered = Signal()
    file_chosen = Signal(object)
    file_wanted = Signal()
    export_wanted = Signal(str)
    restore_wanted = Signal(object)
    delete_all_wanted = Signal()
    person_deleted = Signal(str)


class Floor:
    """What every page is made from."""

    def __init__(self, parts: Parts, words: Words, texts: RuleTexts, window: MainWindow, wishes: Wishes) -> None:
        self.parts = parts
        self.words = words
        self.texts = texts
        self.window = window
        self.wishes = wishes

    def keep_massager(self, massager: str) -> None:
        """Remember the massager chosen; what is shown while a session runs is brought up to date by the session."""
        # Imported when wanted: only changes need it.
        from massage_companion.companion.household_changes import HouseholdChanges, SessionIsLiveError
        from massage_companion.companion.ports import StoreError

        changes = HouseholdChanges(self.parts.store, self.parts.clock, self.parts.ids)
        try:
            changes.choose_massager(massager)
        except SessionIsLiveError:
            return
        except StoreError as error:
            self.wishes.failed.emit(error)
