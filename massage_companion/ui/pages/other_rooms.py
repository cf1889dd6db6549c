"""The pages about the safety check, the massagers and the program itself."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from massage_companion.companion.household import Person
from massage_companion.companion.household_changes import HouseholdChanges
from massage_companion.ui.about.screen import AboutFacts, AboutScreen
from massage_companion.ui.choice_of_household import current_massager
from massage_companion.ui.massagers.controller import MassagersController
from massage_companion.ui.pages.room import Floor
from massage_companion.ui.safety.controller import SafetyController
from massage_companion.ui.session.view import Deed
from massage_companion.ui.trends.method_page import method_page


class CheckRoom(QObject):
    """Fulfils ``Room``."""

    def __init__(self, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        parts, wishes = floor.parts, floor.wishes
        self.safety = SafetyController(parts.checks, parts.clearances, parts.sessions, floor.texts, floor.words, self)
        self.safety.check_wanted.connect(wishes.check_wanted)
        self.safety.report_wanted.connect(lambda: wishes.elsewhere_wanted.emit(Deed.PRINT))
        self.safety.massager_chosen.connect(floor.keep_massager)
        self.safety.failed.connect(wishes.failed)

    def shown(self, person: Person) -> QWidget:
        """The page, up to date for this person."""
        store = self._floor.parts.store
        massager = current_massager(store, store.settings())
        self.safety.show_for(person, store.massagers(), "" if massager is None else massager.id)
        return self.safety.screens

    def take_focus(self) -> None:
        """Put the keyboard on what the page says."""
        self.safety.take_focus()


class MassagersRoom(QObject):
    """Fulfils ``Room``."""

    def __init__(self, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        parts, wishes = floor.parts, floor.wishes
        changes = HouseholdChanges(parts.store, parts.clock, parts.ids)
        self._massagers = MassagersController(changes, parts.store, parts.sessions, floor.words, self)
        self._massagers.check_wanted.connect(wishes.answers_wanted)
        self._massagers.guide_wanted.connect(wishes.guide_wanted)
        self._massagers.guide_over.connect(lambda: wishes.guide_over.emit("massagers"))
        self._massagers.failed.connect(wishes.failed)

    def shown(self, person: Person) -> QWidget:
        """The page, up to date for this person."""
        self._massagers.show_for(person)
        return self._massagers.page

    def take_focus(self) -> None:
        """Put the keyboard on the massagers."""
        self._massagers.take_focus()


class AboutRoom(QObject):
    """Fulfils ``Room``."""

    def __init__(self, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        rules = floor.parts.rules.rules
        facts = AboutFacts(
            version=floor.parts.version,
            rules_version=floor.parts.rules.version,
            rules_count=len(rules),
            reviewed_count=sum(1 for rule in rules if rule.reviewed_by),
            data_folder=floor.parts.data_folder,
        )
        self._screen = AboutScreen(floor.words, facts)
        self._screen.add_card(method_page(floor.words))

    def shown(self, person: Person) -> QWidget:
        """The page; it is the same for everybody."""
        return self._screen

    def take_focus(self) -> None:
        """Put the keyboard on the page."""
        self._screen.setFocus()
