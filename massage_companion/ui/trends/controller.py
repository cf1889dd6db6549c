"""Leads the page of trends: reads the points of a person, computes, and shows. It changes nothing."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import Words
from massage_companion.log.point import Point
from massage_companion.session.reading import DAY_MS, MINUTE_MS, Reading
from massage_companion.ui.trends.screen import TrendsScreen
from massage_companion.ui.trends.view import Span, first_day_wanted, trends_view

PointsOf = Callable[[str, int | None], tuple[Point, ...]]
"""(person, first day) -> points, the earliest first; may raise StoreError."""


class TrendsController(QObject):
    """``page`` is the screen. ``minutes_per_day`` is the person's limit within 24 hours, ``None`` without one."""

    def __init__(
        self,
        points_of: PointsOf,
        massager_names: Callable[[], Mapping[str, str]],
        now: Callable[[], Reading],
        minutes_per_day: Callable[[str], int | None],
        words: Words,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._points_of = points_of
        self._massager_names = massager_names
        self._now = now
        self._minutes_per_day = minutes_per_day
        self._words = words
        self._person = ""
        self._span = Span.QUARTER
        self.page = TrendsScreen(words)
        self.page.span_chosen.connect(self._choose)

    def show_for(self, person: str) -> None:
        """Show the trends of a person, up to date."""
        self._person = person
        today = local_day(self._now())
        try:
            points = self._points_of(person, first_day_wanted(today))
            names, limit = self._massager_names(), self._minutes_per_day(person)
        except StoreError as error:
            self.page.show_problem(self._words(f"storage.{error.kind}"))
            return
        self.page.show_view(trends_view(points, today, self._span, names, limit, self._words))

    def _choose(self, span: Span) -> None:
        self._span = span
        self.show_for(self._person)


def local_day(now: Reading) -> int:
    """Today by the wall clock, as in ``Point.day``."""
    return (now.utc_ms + now.offset_minutes * MINUTE_MS) // DAY_MS
