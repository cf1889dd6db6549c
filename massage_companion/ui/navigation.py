"""Which screen is shown when: the first start, the safety check, the pages. It ties screens to use cases.

It never starts a session and never says that somebody may: the session page asks the gate.
"""

from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QObject, Signal

from massage_companion.companion.household import Person, Settings
from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import Words
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.session.massager import Massager
from massage_companion.ui import choice_of_household as household
from massage_companion.ui.errands import Errands, Way
from massage_companion.ui.guides import Guides
from massage_companion.ui.main_window import MainWindow
from massage_companion.ui.pages.pages import Pages
from massage_companion.ui.parts import Parts
from massage_companion.ui.people.turns import Turns
from massage_companion.ui.widgets.announce import announce

if TYPE_CHECKING:
    from massage_companion.ui.first_run.controller import FirstRunController


class Navigation(QObject):
    """Shows the right screen. ``settings_changed`` carries new settings that concern the look of the application.

    ``restore_wanted(Path)`` and ``delete_all_wanted`` ask for the program to begin anew.
    """

    settings_changed = Signal(object)
    language_spoken = Signal(str)
    restore_wanted = Signal(object)
    delete_all_wanted = Signal()

    def __init__(self, parts: Parts, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._window = window
        self._settings = parts.store.settings()
        self._words, self._texts = self._speak(self._settings)
        self._current_person: Person | None = None
        self._current_massager: Massager | None = None
        self._pages: Pages | None = None
        self._errands: Errands | None = None
        self._guides = Guides(window)
        self._first_run: FirstRunController | None = None
        self._turns = Turns(parts, window, self._guides, self)
        self._turns.given.connect(self._give_turn)
        self._turns.added.connect(self._welcome)
        self._turns.renamed.connect(lambda: self.show_page(self._window.page))
        self._turns.session_wanted.connect(lambda: self.turn_to("session"))
        self._turns.failed.connect(self.tell)
        window.page_wanted.connect(self.show_page)
        window.person_wanted.connect(self._open_people)

    def open(self) -> None:
        """Show what the person needs now: a running session first, then what is still missing, then the session."""
        self._window.build(self._words)
        self._pages = self._made_pages()
        if self._parts.sessions.live is not None or household.first_steps_done(self._parts.store, self._parts.checks):
            self.turn_to("session")
        else:
            self.show_first_run()

    def show_page(self, name: str) -> None:
        """Show a page of the sidebar for the person chosen."""
        person = self.person()
        if self._pages is None or person is None:
            return
        if name == "felt_wrong":
            self._pages.session_room().tell_what_felt_wrong()
            return
        self._window.set_person(person.name, self._words("window.person", name=person.name))
        self._window.show_page(name, self._pages.shown(name, person))

    def turn_to(self, name: str) -> None:
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
        way = Way(self.person, self.massager, self.turn_to, self.show_first_run)
        self._errands = errands = Errands(
            self._parts, (self._words, self._texts), self._window, self._guides, way, pages
        )
        errands.serve(pages)
        errands.brought_in.connect(self._brought_in)
        errands.failed.connect(self.tell)
        pages.settings_chosen.connect(self._use_settings)
        pages.guide_wanted.connect(self._guides.show)
        pages.guide_over.connect(self._return_to)
        pages.page_wanted.connect(self.turn_to)
        pages.failed.connect(self.tell)
        pages.offered.connect(self._offer)
        pages.restore_wanted.connect(self.restore_wanted)
        pages.delete_all_wanted.connect(self.delete_all_wanted)
        pages.person_deleted.connect(self._part_with)
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

    def person(self) -> Person | None:
        """Whose turn it is; while nothing can be read, who had it last."""
        parts = self._parts
        with suppress(StoreError):
            self._current_person = household.person_in_turn(parts.store, parts.store.settings(), parts.sessions.live)
        return self._current_person

    def massager(self) -> Massager | None:
        """The massager used last; while nothing can be read, the one known last."""
        with suppress(StoreError):
            self._current_massager = household.current_massager(self._parts.store, self._parts.store.settings())
        return self._current_massager

    def _open_people(self) -> None:
        if (person := self.person()) is not None:
            self._turns.open_menu(person, self._words)

    def _give_turn(self, person: Person) -> None:
        """It is this person's turn now; nobody else's answers, log or result stay anywhere."""
        self._renew_pages()
        self.turn_to("session")
        announce(self._window, self._words("people.switched", name=person.name))

    def _welcome(self, person: Person) -> None:
        """Somebody new goes straight to their own safety check."""
        self._give_turn(person)
        massager = self.massager()
        if massager is not None:
            self._begin_check(person, massager)

    def _begin_check(self, person: Person, massager: Massager) -> None:
        if self._errands is not None:
            self._errands.begin_check(person, massager)

    def _brought_in(self) -> None:
        """Something came in from a file: every page is read anew."""
        self._parts.facts.forget()
        page = self._window.page
        self._renew_pages()
        self.turn_to(page or "session")
        self._window.tell(self._words("import.done"), trouble=False)

    def _part_with(self, name: str) -> None:
        """Everything about somebody is gone: the next one has the turn, or the program begins as on its first day."""
        self._parts.facts.forget()
        if self.person() is None:
            self.open()
        else:
            self._renew_pages()
            self.turn_to("session")
        self._window.tell(self._words("data.delete_person.done", name=name), trouble=False)

    def _return_to(self, page: str) -> None:
        self._guides.drop()
        self.turn_to(page)

    def _offer(self) -> None:
        """Whether something that feels wrong can be told now, from every page."""
        person = self.person()
        try:
            offered = person is not None and self._parts.felt_wrong.is_offered(person.id)
        except StoreError:
            # Where nothing can be read it is offered: it leads to what to do.
            offered = True
        self._window.offer_felt_wrong(offered)
        self._parts.desk.offer_felt_wrong(offered)

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
        self._parts.desk.use(settings)
        if spoken_anew:
            self._words, self._texts = self._speak(settings)
            # One may still stand behind a page that something urgent brought forward.
            self._guides.drop()
            self._window.build(self._words)
            self._renew_pages()
            self.show_page("settings")

    def show_first_run(self) -> None:
        """Who, which massager, and the safety check."""
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
