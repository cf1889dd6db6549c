"""Where something that feels wrong can be told: on the session page right after a stop, on a page of its own else.

Both are made when they are first needed: most sessions end without them. One press anywhere leads to the right one.
"""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from massage_companion.companion.felt_wrong import FeltWrong
from massage_companion.companion.household import Person
from massage_companion.companion.sessions import Sessions
from massage_companion.companion.words import Words
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.session.massager import Massager
from massage_companion.session.states import Action
from massage_companion.ui.felt_wrong.controller import FeltWrongController, Occasion
from massage_companion.ui.felt_wrong.in_session import FeltWrongInSession
from massage_companion.ui.felt_wrong.screen import FeltWrongScreen
from massage_companion.ui.session.controller import SessionController
from massage_companion.ui.session.screen import SessionScreen
from massage_companion.ui.session.view import FeltWrongView, SessionView

Who: TypeAlias = Callable[[], tuple[Person, Massager | None] | None]
"""Whose turn it is and with which massager; ``None`` before there is anybody."""


class FeltWrongPlaces(QObject):
    """``page_wanted(QWidget)`` asks to show the page of its own, ``session_wanted`` to show the session page.

    ``reported`` once something was told, in either place.
    """

    page_wanted = Signal(QWidget)
    session_wanted = Signal()
    reported = Signal()

    def __init__(
        self,
        felt_wrong: FeltWrong,
        sessions: Sessions,
        language: tuple[Rules, RuleTexts, Words],
        country: Callable[[], str],
        who: Who,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._felt_wrong = felt_wrong
        self._sessions = sessions
        self._language = language
        self._country = country
        self._who = who
        self._session: SessionController | None = None
        self._in_session: FeltWrongInSession | None = None
        self._own: tuple[FeltWrongController, FeltWrongScreen] | None = None

    def follow_session(self, screen: SessionScreen, controller: SessionController) -> None:
        """From now on a stop on this session page leads to the list."""
        self._session = controller
        controller.viewed.connect(lambda view: self._follow(screen, view))

    def tell(self, worse: bool = False) -> None:
        """Something feels wrong, said on whatever page: what runs ends at once; else the list comes first."""
        who = self._who()
        if who is None:
            return
        if self._sessions.live is not None and self._session is not None:
            self._session.perform(Action.FEELS_WRONG)
            self.session_wanted.emit()
            return
        if self._own is None:
            self._own = self._made()
        controller, screen = self._own
        self.page_wanted.emit(screen)
        person, massager = who
        controller.begin(Occasion(person, massager, worse=worse))

    def _follow(self, screen: SessionScreen, view: SessionView) -> None:
        if self._in_session is None and isinstance(view, FeltWrongView):
            controller = self._controller()
            self._in_session = FeltWrongInSession(screen, controller, self._who, self)
        if self._in_session is not None:
            self._in_session.follow(view)

    def _made(self) -> tuple[FeltWrongController, FeltWrongScreen]:
        controller = self._controller()
        controller.over.connect(lambda _note: self.session_wanted.emit())
        controller.left.connect(self.session_wanted)
        return controller, FeltWrongScreen(controller.guide, self._language[2])

    def _controller(self) -> FeltWrongController:
        rules, texts, words = self._language
        made = FeltWrongController(self._felt_wrong, self._sessions, rules, texts, words, self._country, parent=self)
        made.reported.connect(self.reported)
        return made
