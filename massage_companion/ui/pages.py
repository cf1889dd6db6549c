"""Makes the pages beside the sidebar when they are first wanted, and brings each up to date when it is shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from massage_companion.companion.household import Person, Settings
from massage_companion.companion.household_changes import HouseholdChanges, SessionIsLiveError
from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import Words
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.ui.choice_of_household import current_massager, usable_massagers
from massage_companion.ui.main_window import MainWindow
from massage_companion.ui.parts import Parts
from massage_companion.ui.session.controller import SessionController
from massage_companion.ui.session.screen import SessionScreen
from massage_companion.ui.session.view import Deed

if TYPE_CHECKING:
    from massage_companion.ui.massagers.controller import MassagersController
    from massage_companion.ui.safety.controller import SafetyController


class Pages(QObject):
    """``elsewhere_wanted`` carries a Deed that a page cannot fulfil itself; ``settings_chosen`` new settings.

    ``check_wanted(kind, changes)`` asks for a check, in a CheckKind's word; ``safety`` leads the page about it.
    ``answers_wanted(Massager)`` asks for the questions that are missing for it; ``guide_wanted(QWidget)`` and
    ``guide_over(page)`` show a page's own guide over everything and end it.
    """

    elsewhere_wanted = Signal(object)
    settings_chosen = Signal(object)
    answers_wanted = Signal(object)
    check_wanted = Signal(str, object)
    guide_wanted = Signal(object)
    guide_over = Signal(str)
    failed = Signal(object)

    def __init__(
        self, parts: Parts, words: Words, texts: RuleTexts, window: MainWindow, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._words = words
        self._texts = texts
        self._window = window
        self._made: dict[str, QWidget] = {}
        self._session: SessionController | None = None
        self._massagers: MassagersController | None = None
        self.safety: SafetyController | None = None
        self._changes = HouseholdChanges(parts.store, parts.clock, parts.ids)

    def shown(self, name: str, person: Person) -> QWidget:
        """The page, up to date for this person. Raises KeyError for a name that no page has."""
        return {
            "session": self._session_page,
            "log": self._log_page,
            "check": self._check_page,
            "massagers": self._massagers_page,
            "settings": self._settings_page,
            "about": self._about_page,
        }[name](person)

    def close(self) -> None:
        """Let go of the timer and the bell, before the pages are made anew."""
        if self._session is not None:
            self._session.close()

    def focus(self, name: str) -> None:
        """Put the keyboard where the page begins, unless it is there already."""
        page = self._made.get(name)
        if isinstance(page, SessionScreen):
            page.focus_situation()
        elif name == "massagers" and self._massagers is not None:
            self._massagers.take_focus()
        elif page is not None:
            page.setFocus()

    def _settings(self) -> Settings:
        return self._parts.store.settings()

    def _session_page(self, person: Person) -> QWidget:
        if self._session is None:
            screen = SessionScreen(self._words)
            self._session = SessionController(
                self._parts.sessions,
                self._parts.checks,
                self._texts,
                self._words,
                screen,
                self._parts.ticker,
                self._parts.bell,
                lambda: self._settings().volume_percent,
                self,
            )
            self._session.elsewhere_wanted.connect(self.elsewhere_wanted)
            self._session.attention_wanted.connect(self._window.come_forward)
            self._session.massager_chosen.connect(self._keep_massager)
            self._made["session"] = screen
        massager = current_massager(self._parts.store, self._settings())
        self._session.show_for(person, usable_massagers(self._parts.store), "" if massager is None else massager.id)
        return self._made["session"]

    def _keep_massager(self, massager: str) -> None:
        try:
            self._changes.choose_massager(massager)
        except SessionIsLiveError:
            return  # what is shown is brought up to date by the session itself
        except StoreError as error:
            self.failed.emit(error)

    def _log_page(self, person: Person) -> QWidget:
        # Imported when wanted: a page that is not shown must not cost anything at the start.
        from massage_companion.ui.log.screen import LogScreen

        page = self._made.setdefault("log", LogScreen(self._words))
        assert isinstance(page, LogScreen)
        sessions = self._parts.sessions
        try:
            count = self._parts.store.session_count(person.id)
            page.show_log(
                lambda limit, before: sessions.records(person.id, limit, before), count, sessions.now().utc_ms
            )
        except StoreError as error:
            page.show_problem(self._words(f"storage.{error.kind}"))
        return page

    def _check_page(self, person: Person) -> QWidget:
        from massage_companion.ui.safety.controller import SafetyController

        if self.safety is None:
            parts = self._parts
            made = SafetyController(parts.checks, parts.clearances, parts.sessions, self._texts, self._words, self)
            made.check_wanted.connect(self.check_wanted)
            made.report_wanted.connect(lambda: self.elsewhere_wanted.emit(Deed.PRINT))
            made.massager_chosen.connect(self._keep_massager)
            made.failed.connect(self.failed)
            self.safety, self._made["check"] = made, made.screens
        massager = current_massager(self._parts.store, self._settings())
        self.safety.show_for(person, self._parts.store.massagers(), "" if massager is None else massager.id)
        return self._made["check"]

    def _massagers_page(self, person: Person) -> QWidget:
        from massage_companion.ui.massagers.controller import MassagersController

        if self._massagers is None:
            made = MassagersController(self._changes, self._parts.store, self._parts.sessions, self._words, self)
            made.check_wanted.connect(self.answers_wanted)
            made.guide_wanted.connect(self.guide_wanted)
            made.guide_over.connect(lambda: self.guide_over.emit("massagers"))
            made.failed.connect(self.failed)
            self._massagers, self._made["massagers"] = made, made.page
        self._massagers.show_for(person)
        return self._made["massagers"]

    def _settings_page(self, person: Person) -> QWidget:
        from massage_companion.ui.settings.screen import SettingsScreen

        if "settings" not in self._made:
            page = SettingsScreen(self._words, self._settings())
            page.changed.connect(self.settings_chosen)
            page.sound_test_wanted.connect(lambda: self._parts.bell.play(0, self._settings().volume_percent))
            self._made["settings"] = page
        return self._made["settings"]

    def _about_page(self, person: Person) -> QWidget:
        from massage_companion.ui.about.screen import AboutFacts, AboutScreen

        if "about" not in self._made:
            rules = self._parts.rules.rules
            facts = AboutFacts(
                version=self._parts.version,
                rules_version=self._parts.rules.version,
                rules_count=len(rules),
                reviewed_count=sum(1 for rule in rules if rule.reviewed_by),
                data_folder=self._parts.data_folder,
            )
            self._made["about"] = AboutScreen(self._words, facts)
        return self._made["about"]
