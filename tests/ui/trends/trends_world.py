"""A person's year with a massager, and the page that shows it."""

from collections.abc import Sequence
from random import Random

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from massage_companion.companion.words import Words
from massage_companion.log.point import Point
from massage_companion.session.reading import DAY_MS, MINUTE_MS, Reading
from massage_companion.storage.words import load_words
from massage_companion.ui.trends.controller import TrendsController
from tests.log.simulated_people import FIRST_DAY, session, year_of_use
from tests.support.accessible_screen import show

ENGLISH, CHINESE = load_words("en"), load_words("zh")
TODAY = FIRST_DAY + 364
NAMES = {"kneader": "Neck and shoulder kneader", "gun": "Massage gun"}


def year(seed: int = 3, moves: float = -0.008, relief: float = 2.2, usual: float = 6.5) -> tuple[Point, ...]:
    """A year that ends today, with two massagers and at several times of day."""
    rng = Random(seed)
    points = year_of_use(rng, usual=usual, spread=0.8, days=365, a_week=3.5, relief=relief, moves=moves)
    return tuple(
        replace(
            point,
            minute=minute,
            started_utc_ms=point.day * DAY_MS + minute * MINUTE_MS,
            massager=rng.choice(("kneader", "kneader", "gun")),
        )
        for point in points
        for minute in (rng.choice((420, 660, 900, 1140, 1260, 1380)),)
    )


def steadily_sore() -> tuple[Point, ...]:
    """Two months that changed nothing."""
    return tuple(session(364 - 2 * back, 6, 6, 6) for back in reversed(range(30)))


class TrendsWorld:
    """The controller over points that a test gives."""

    def __init__(self, points: Sequence[Point], words: Words = ENGLISH, limit: int | None = 30) -> None:
        self.points = tuple(points)
        self.asked: list[tuple[str, int | None]] = []
        now = Reading("boot", 0, 0, TODAY * DAY_MS + 12 * 60 * MINUTE_MS)
        self.controller = TrendsController(self._points, lambda: NAMES, lambda: now, lambda _person: limit, words)
        self.page = self.controller.page

    def _points(self, person: str, since: int | None) -> tuple[Point, ...]:
        self.asked.append((person, since))
        return tuple(point for point in self.points if since is None or point.day >= since)


def shown(qtbot: QtBot, world: TrendsWorld, size: tuple[int, int] = (844, 700)) -> TrendsWorld:
    """The page of a person in a window."""
    world.controller.show_for("mei")
    show(qtbot, world.page, size)
    return world
