"""The session page with all that belongs to it: small window, tray, what felt wrong, looking after.

The parts know nothing of each other; here they are tied together. Nothing here decides anything about a session.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from massage_companion.companion.household import Person
from massage_companion.session.massager import Massager
from massage_companion.ui.choice_of_household import current_massager, usable_massagers
from massage_companion.ui.looking_after.controller import LookingAfterController
from massage_companion.ui.looking_after.reminding import Reminding
from massage_companion.ui.pages.room import Floor
from massage_companion.ui.session.controller import SessionController
from massage_companion.ui.session.screen import SessionScreen
from massage_companion.ui.session.view import FeltWrongView, OvertimeView, PausedView, RunningView, SessionView

if TYPE_CHECKING:
    from massage_companion.ui.felt_wrong.places import FeltWrongPlaces
    from massage_companion.ui.small_window.controller import SmallWindowController


class SessionRoom(QObject):
    """Fulfils ``Room``."""

    def __init__(self, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._person: Person | None = None
        self._places: FeltWrongPlaces | None = None
        self._small: SmallWindowController | None = None
        self._shown: type[object] | None = None
        parts = floor.parts
        self._screen = SessionScreen(floor.words)
        self._session = SessionController(
            parts.sessions,
            parts.checks,
            floor.texts,
            floor.words,
            self._screen,
            parts.ticker,
            parts.bell,
            lambda: parts.store.settings().volume_percent,
            self,
            plans=parts.plans,
            around=parts.desk.around(),
        )
        self._looking_after = LookingAfterController(parts.looking_after, self._screen, floor.words, self)
        self._reminding = Reminding(
            parts.looking_after,
            parts.desk.around(),
            lambda: "" if self._person is None or floor.window.isActiveWindow() else self._person.id,
            floor.words,
            self,
        )
        self._connect()

    def _connect(self) -> None:
        floor, parts, wishes = self._floor, self._floor.parts, self._floor.wishes
        self._session.elsewhere_wanted.connect(wishes.elsewhere_wanted)
        self._session.attention_wanted.connect(floor.window.come_forward)
        self._session.massager_chosen.connect(floor.keep_massager)
        self._session.log_changed.connect(wishes.log_changed)
        self._session.viewed.connect(self._follow)
        self._session.small_window_wanted.connect(self._open_small)
        self._looking_after.felt_wrong_wanted.connect(self.tell_what_felt_wrong)
        self._looking_after.person_changed.connect(wishes.person_changed)
        self._looking_after.log_changed.connect(wishes.log_changed)
        parts.desk.follow(self._session, floor.words)
        parts.desk.felt_wrong_wanted.connect(self.tell_what_felt_wrong)
        parts.desk.about_to_sleep.connect(parts.sessions.flush)

    @property
    def session(self) -> SessionController:
        """The controller of the session page."""
        return self._session

    def shown(self, person: Person) -> QWidget:
        """The page, up to date for this person."""
        self._person = person
        store = self._floor.parts.store
        massager = self._massager()
        self._looking_after.show_for(person)
        self._session.show_for(person, usable_massagers(store), "" if massager is None else massager.id)
        return self._screen

    def take_focus(self) -> None:
        """Put the keyboard on what matters most now."""
        self._screen.focus_situation()

    def close(self) -> None:
        """Let go of the timer, the bell and the small window, before the pages are made anew."""
        if self._small is not None:
            self._small.close()
        self._floor.parts.desk.let_go()
        self._session.close()

    def tell_what_felt_wrong(self, worse: bool = False) -> None:
        """Something feels wrong, said on whatever page: what runs ends at once; else the list comes first."""
        self._felt_wrong().tell(worse)

    def _massager(self) -> Massager | None:
        store = self._floor.parts.store
        return current_massager(store, store.settings())

    def _follow(self, view: SessionView) -> None:
        before, self._shown = self._shown, type(view)
        if isinstance(view, RunningView | PausedView | OvertimeView) and type(view) is before:
            # One second more: what follows reads the store, and none of it has changed.
            return
        if isinstance(view, FeltWrongView) and self._places is None:
            # Most sessions end without it. It sees the view again by the look that follows.
            self._felt_wrong()
            self._session.refresh()
        if isinstance(view, RunningView) and self._small is None and self._floor.parts.store.settings().small_window:
            self._open_small()
        self._looking_after.follow(view)
        self._floor.wishes.offered.emit()

    def _open_small(self) -> None:
        """The first time; from then on the small window's own controller hears the wish."""
        if self._small is None:
            from massage_companion.ui.small_window.controller import SmallWindowController

            store = self._floor.parts.store
            made = SmallWindowController(self._session, self._floor.words, lambda: store.settings().small_window, self)
            made.opened.connect(self._floor.window.step_aside)
            made.large_wanted.connect(self._floor.window.come_forward)
            self._small = made
            made.open()

    def _felt_wrong(self) -> "FeltWrongPlaces":
        if self._places is None:
            from massage_companion.ui.felt_wrong.places import FeltWrongPlaces

            floor, parts = self._floor, self._floor.parts
            places = FeltWrongPlaces(
                parts.felt_wrong, parts.sessions, (parts.rules, floor.texts, floor.words), parts.country,
                lambda: None if self._person is None else (self._person, self._massager()), self,
            )  # fmt: skip
            places.follow_session(self._screen, self._session)
            places.page_wanted.connect(lambda page: floor.window.show_page("felt_wrong", page))
            places.session_wanted.connect(lambda: floor.wishes.page_wanted.emit("session"))
            places.reported.connect(self._looking_after.signs_told)
            places.reported.connect(floor.wishes.log_changed)
            self._places = places
        return self._places
