"""Makes each page when it is first wanted, and tells them of each other's changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from massage_companion.companion.household import Person
from massage_companion.companion.words import Words
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.ui.main_window import MainWindow
from massage_companion.ui.pages.room import Floor, Room, Wishes
from massage_companion.ui.pages.session_room import SessionRoom
from massage_companion.ui.parts import Parts

if TYPE_CHECKING:
    from massage_companion.ui.pages.other_rooms import CheckRoom


class Pages(Wishes):
    """All pages, and the wishes that no page fulfils itself."""

    def __init__(
        self, parts: Parts, words: Words, texts: RuleTexts, window: MainWindow, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._floor = Floor(parts, words, texts, window, self)
        self._session: SessionRoom | None = None
        self._rooms: dict[str, Room] = {}
        self.log_changed.connect(self._log_changed)

    def shown(self, name: str, person: Person) -> QWidget:
        """The page, up to date for this person. Raises KeyError for a name that no page has."""
        return self.room(name).shown(person)

    def room(self, name: str) -> Room:
        """The page's room. Raises KeyError for a name that no page has."""
        known = self._rooms.get(name)
        if known is None:
            known = self._rooms[name] = self.session_room() if name == "session" else self._made(name)
        return known

    def session_room(self) -> SessionRoom:
        """The session page, which is there before any other: a running session needs its timer."""
        if self._session is None:
            self._session = SessionRoom(self._floor, self)
        return self._session

    def check_room(self) -> "CheckRoom":
        """The page about the safety check."""
        room = self.room("check")
        # Imported when wanted, as the page itself.
        from massage_companion.ui.pages.other_rooms import CheckRoom

        assert isinstance(room, CheckRoom)
        return room

    def close(self) -> None:
        """Let go of the timer and the bell, before the pages are made anew."""
        if self._session is not None:
            self._session.close()

    def focus(self, name: str) -> None:
        """Put the keyboard where the page begins, unless it is there already."""
        if name in self._rooms:
            self._rooms[name].take_focus()

    def _made(self, name: str) -> Room:
        # Imported when wanted: a page that is not shown must not cost anything at the start.
        if name in ("log", "trends"):
            from massage_companion.ui.pages.log_room import LogRoom, TrendsRoom

            return LogRoom(self._floor, self) if name == "log" else TrendsRoom(self._floor, self)
        if name == "settings":
            from massage_companion.ui.pages.settings_room import SettingsRoom

            return SettingsRoom(self._floor, self)
        from massage_companion.ui.pages.other_rooms import AboutRoom, CheckRoom, MassagersRoom

        if name == "check":
            return CheckRoom(self._floor, self)
        if name == "massagers":
            return MassagersRoom(self._floor, self)
        if name == "about":
            return AboutRoom(self._floor, self)
        raise KeyError(name)

    def _log_changed(self) -> None:
        """The gate hears anew what the log shows."""
        self._floor.parts.facts.forget()
