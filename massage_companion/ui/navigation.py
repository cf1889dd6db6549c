"""Which screen is shown when: the first start, the safety check, the pages. It ties screens to use cases.

It never starts a session and never says that somebody may: the session page asks the gate.
"""

from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QObject, Signal

from massage_companion.companion.household import Person, Settings
from massage_companion.companion.household_changes import HouseholdChanges
from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import Words
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.session.massager import Massager
from massage_companion.ui import choice_of_household as household
from massage_companion.ui.guides import Guides
from massage_companion.ui.main_window import MainWindow
from massage_companion.ui.pages import Pages
from massage_companion.ui.parts import Parts
from massage_companion.ui.session.view import Deed
from massage_companion.ui.widgets.announce import announce

if TYPE_CHECKING:
    from massage_companion.ui.first_run.controller import FirstRunController


class Navigation(QObject):
    """Shows the right screen. ``settings_changed`` carries new settings that concern the look of the application."""

    settings_changed = Signal(object)
    language_spoken = Signal(str)

    def __init__(self, parts: Parts, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._window = window
        self._settings = parts.store.settings()
        self._words, self._texts = self._speak(self._settings)
        self._pages: Pages | None = None
        self._guides = Guides(window)
        self._changes = HouseholdChanges(parts.store, parts.clock, parts.ids)
        self._people: QObject | None = None
        self._first_run: FirstRunController | None = None
        self._report: QObject | None = None
        window.page_wanted.connect(self.show_page)
        window.person_wanted.connect(self._open_people)

    def open(self) -> None:
        """Show what the person needs now: a running session first, then what is still missing, then the session."""
        self._window.build(self._words)
        self._pages = self._made_pages()
        if self._parts.sessions.live is not None or household.first_steps_done(self._parts.store, self._parts.checks):
            self._turn_to("session")
        else:
            self._show_first_run()

    def show_page(self, name: str) -> None:
        """Show a page of the sidebar for the person chosen."""
        person = self._person()
        if self._pages is None or person is None:
            return
        self._window.set_person(person.name, self._words("window.person", name=person.name))
        self._window.show_page(name, self._pages.shown(name, person))

    def _turn_to(self, name: str) -> None:
        """Show a page that nobody chose in the sidebar, so the keyboard goes there too."""
        self.show_page(name)
        if self._pages is not None:
            self._pages.focus(name)

    def speak_language(self, language: str) -> None:
        """Go on in a language chosen at the first start, before there is anything else to translate."""
        self._words, self._texts = self._speak(Settings(language=language))
        if self._first_run is not None:
            self._first_run.speak(self._words)
            self._window.setWindowTitle(self._words("window.title"))

    def tell(self, error: StoreError) -> None:
        """Say what could not be stored, what is safe and what to do."""
        self._window.tell(self._words(f"storage.{error.kind}"))

    def _speak(self, settings: Settings) -> tuple[Words, RuleTexts]:
        language = settings.language or self._parts.desktop_language
        self.language_spoken.emit(language)
        return self._parts.words_in(language), self._parts.texts_in(language)

    def _made_pages(self) -> Pages:
        pages = Pages(self._parts, self._words, self._texts, self._window, self)
        pages.elsewhere_wanted.connect(self._go_elsewhere)
        pages.settings_chosen.connect(self._use_settings)
        pages.answers_wanted.connect(self._answer_for)
        pages.check_wanted.connect(self._check_as)
        pages.guide_wanted.connect(self._guides.show)
        pages.guide_over.connect(self._return_to)
        pages.failed.connect(self.tell)
        return pages

    def _renew_pages(self) -> None:
        """Make the pages anew: nothing that was shown to one person, or in one language, stays on any of them."""
        if self._pages is not None:
            self._pages.close()
            self._pages.deleteLater()
        self._window.drop_pages()
        self._pages = self._made_pages()
        # First of all, because the timer of a session that runs needs a screen that is there.
        self.show_page("session")

    def _person(self) -> Person | None:
        return household.person_in_turn(self._parts.store, self._parts.store.settings(), self._parts.sessions.live)

    def _massager(self) -> Massager | None:
        return household.current_massager(self._parts.store, self._parts.store.settings())

    def _open_people(self) -> None:
        # Imported when wanted: most starts of the program end without it.
        from massage_companion.ui.people.controller import PeopleController

        person, button = self._person(), self._window.person_button
        if person is None or button is None:
            return
        if self._people is not None:
            self._people.deleteLater()
        self._people = people = PeopleController(self._changes, self._parts.store, self._words, self)
        people.chosen.connect(self._give_turn)
        people.added.connect(self._welcome)
        people.renamed.connect(lambda _person: self.show_page(self._window.page))
        people.session_wanted.connect(lambda: self._turn_to("session"))
        people.guide_wanted.connect(self._guides.show)
        people.guide_over.connect(self._return_to_name)
        people.failed.connect(self.tell)
        people.open_menu(person, button)

    def _give_turn(self, person: Person) -> None:
        """It is this person's turn now; nobody else's answers, log or result stay anywhere."""
        self._renew_pages()
        self._turn_to("session")
        announce(self._window, self._words("people.switched", name=person.name))

    def _welcome(self, person: Person) -> None:
        """Somebody new goes straight to their own safety check."""
        self._give_turn(person)
        massager = self._massager()
        if massager is not None:
            self._begin_check(person, massager)

    def _return_to(self, page: str) -> None:
        self._guides.drop()
        self._turn_to(page)

    def _return_to_name(self) -> None:
        self._guides.drop()
        if (button := self._window.person_button) is not None:
            button.setFocus()

    def _use_settings(self, settings: Settings) -> None:
        stored = self._parts.store.settings()
        # A page that was made a while ago does not know whose turn it is now.
        settings = structs.replace(
            settings, current_person=stored.current_person, current_massager=stored.current_massager
        )
        try:
            self._parts.store.keep_settings(settings)
        except StoreError as error:
            self.tell(error)
        spoken_anew = settings.language != self._settings.language
        self._settings = settings
        self.settings_changed.emit(settings)
        if spoken_anew:
            self._words, self._texts = self._speak(settings)
            self._window.build(self._words)
            self._renew_pages()
            self.show_page("settings")

    def _show_first_run(self) -> None:
        # Imported when wanted: needed once, and never again at a start.
        from massage_companion.ui.first_run.controller import first_run_guide

        self._first_run = guide = first_run_guide(self._parts, self._words, self)
        guide.language_chosen.connect(self.speak_language)
        guide.finished.connect(self._check_after_first_run)
        guide.failed.connect(self.tell)
        self._guides.show(guide.screen, guide)
        guide.begin()

    def _check_after_first_run(self, person: Person, massager: Massager) -> None:
        self._settings = self._parts.store.settings()
        self._window.build(self._words)
        self._pages = self._made_pages()
        self._guides.forget()
        self._first_run = None
        self._begin_check(person, massager)

    def _begin_check(
        self, person: Person, massager: Massager, kind: str = "go_on", changes: frozenset[str] = frozenset()
    ) -> None:
        if self._parts.sessions.live is not None:
            # A guide over everything would cover the way to stop.
            self._turn_to("session")
            return
        from massage_companion.ui.check_guide import CheckGuide

        guide = CheckGuide(self._parts, self._guides, self)
        guide.over.connect(self._check_over)
        guide.failed.connect(self.tell)
        guide.begin(person, massager, (self._words, self._texts), kind, changes)

    def _check_over(self) -> None:
        self._guides.drop()
        self._turn_to("session")

    def _go_elsewhere(self, deed: Deed) -> None:
        person, massager = self._person(), self._massager()
        match deed:
            case _ if person is None:
                self._show_first_run()
            case _ if massager is None or deed is Deed.MASSAGERS:
                self._turn_to("massagers")
            case Deed.SEE_RESULT:
                self._turn_to("check")
            case Deed.DO_CHECK:
                self._answer_for(massager)
            case Deed.PRINT:
                # Imported when wanted: printing costs much and is rare.
                from massage_companion.ui.report.opening import open_report

                self._report = open_report(self._parts, person, massager, self._words, self._window)
            case _:
                self._ask_what_changed(deed)

    def _ask_what_changed(self, deed: Deed) -> None:
        """No shopping for a yes: whoever is blocked says first what has changed (DESIGN 3.8)."""
        self._turn_to("check")
        safety = None if self._pages is None else self._pages.safety
        if safety is not None:
            (safety.health_changed if deed is Deed.HEALTH_CHANGED else safety.whole_check)()

    def _check_as(self, kind: str, changes: frozenset[str]) -> None:
        person, massager = self._person(), self._massager()
        if person is not None and massager is not None:
            self._begin_check(person, massager, kind, changes)

    def _answer_for(self, massager: Massager) -> None:
        """Ask the questions that are missing, with the result for this massager at the end."""
        person = self._person()
        if person is not None:
            is_open = household.is_incomplete(self._parts.store, self._parts.checks, person)
            self._begin_check(person, massager, "missing" if is_open else "go_on")
