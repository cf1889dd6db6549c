"""Makes the page of each situation when it is first needed; until then it is not even imported.

Why: a start shows one of them, and each costs. It must never decide which situation it is.
"""

from collections.abc import Callable
from typing import TypeVar

from massage_companion.companion.words import Words
from massage_companion.ui.session.situation_page import SituationPage
from massage_companion.ui.session.view import (
    AfterView,
    AskingView,
    BlockedView,
    FeltWrongView,
    OvertimeView,
    PausedView,
    PlansView,
    ReadyView,
    RunningView,
    SessionView,
    TodayView,
)

_Page = TypeVar("_Page", bound=SituationPage)


class SituationPages:
    """``put`` is handed each page once, when it is made."""

    def __init__(self, words: Words, put: Callable[[SituationPage], None]) -> None:
        self._words = words
        self._put = put
        self._pages: dict[type[SituationPage], SituationPage] = {}

    def shown(self, view: SessionView) -> SituationPage:
        """The page of this view, showing it."""
        page: SituationPage
        match view:
            case RunningView() | PausedView() | OvertimeView() | AskingView():
                page = self._shown_live(view)
            case ReadyView():
                from massage_companion.ui.session.ready_page import ReadyPage

                (page := self._made(ReadyPage)).show_view(view)
            case TodayView():
                from massage_companion.ui.session.today_page import TodayPage

                (page := self._made(TodayPage)).show_view(view)
            case BlockedView():
                from massage_companion.ui.session.blocked_page import BlockedPage

                (page := self._made(BlockedPage)).show_view(view)
            case AfterView():
                from massage_companion.ui.session.after_page import AfterPage

                (page := self._made(AfterPage)).show_view(view)
            case FeltWrongView():
                from massage_companion.ui.session.felt_wrong_page import FeltWrongPage

                (page := self._made(FeltWrongPage)).show_view(view)
            case PlansView():
                from massage_companion.ui.session.plans_page import PlansPage

                (page := self._made(PlansPage)).show_view(view)
        return page

    def _shown_live(self, view: RunningView | PausedView | OvertimeView | AskingView) -> SituationPage:
        page: SituationPage
        match view:
            case RunningView():
                from massage_companion.ui.session.running_page import RunningPage

                (page := self._made(RunningPage)).show_view(view)
            case PausedView():
                from massage_companion.ui.session.paused_page import PausedPage

                (page := self._made(PausedPage)).show_view(view)
            case OvertimeView():
                from massage_companion.ui.session.overtime_page import OvertimePage

                (page := self._made(OvertimePage)).show_view(view)
            case AskingView():
                from massage_companion.ui.session.asking_page import AskingPage

                (page := self._made(AskingPage)).show_view(view)
        return page

    def _made(self, kind: type[_Page]) -> _Page:
        known = self._pages.get(kind)
        if isinstance(known, kind):
            return known
        page = kind(self._words)
        self._pages[kind] = page
        self._put(page)
        return page
