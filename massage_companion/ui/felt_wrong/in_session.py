"""Puts the guide into the session page, right after a session that was ended because something felt wrong.

It must never hold up the three steps: they are shown by the session page itself, before anything here happens.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from massage_companion.companion.household import Person
from massage_companion.session.massager import Massager
from massage_companion.ui.felt_wrong.controller import FeltWrongController, Occasion
from massage_companion.ui.session.felt_wrong_page import FeltWrongPage
from massage_companion.ui.session.screen import SessionScreen
from massage_companion.ui.session.view import FeltWrongView, SessionView


class FeltWrongInSession(QObject):
    """Connect ``follow`` to the session controller's ``viewed``; ``who`` gives the person and the massager."""

    def __init__(
        self,
        screen: SessionScreen,
        controller: FeltWrongController,
        who: Callable[[], tuple[Person, Massager | None] | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._screen = screen
        self._controller = controller
        self._who = who
        self._page: FeltWrongPage | None = None

    def follow(self, view: SessionView) -> None:
        """Another view is on the session page."""
        if isinstance(view, FeltWrongView):
            self._take_place()
        elif self._controller.is_open:
            self._controller.close()

    def _take_place(self) -> None:
        if self._page is not None:
            self._page.set_call(self._controller.call_title())
            return
        # The screen makes its pages when they are first needed.
        page = self._screen.findChild(FeltWrongPage)
        if not isinstance(page, FeltWrongPage):
            return
        self._page = page
        page.host(self._controller.guide)
        page.set_call(self._controller.call_title())
        page.list_wanted.connect(self._begin)
        page.focus_wanted.connect(self._controller.guide.take_focus)
        self._controller.over.connect(page.finish)

    def _begin(self) -> None:
        who = self._who()
        if who is not None:
            person, massager = who
            self._controller.begin(Occasion(person, massager, after_session=True))
