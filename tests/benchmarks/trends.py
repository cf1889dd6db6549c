"""How long the trends of a very long log take, from its points to the painted page. Run by hand:

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.trends [ROUNDS]

Everything that the page does with 100,000 points, all of them within the year that it shows: sentences, sums, charts,
notices, layout and painting; the bar is 300 ms. Reading the points from the store is not part of it.
"""

import sys
import time
from collections.abc import Callable
from random import Random

from PySide6.QtWidgets import QApplication

from massage_companion.companion.household import Settings
from massage_companion.log.point import Point
from massage_companion.session.reading import DAY_MS, MINUTE_MS, Reading
from massage_companion.storage.words import load_words
from massage_companion.ui.appearance import dress
from massage_companion.ui.trends.controller import TrendsController
from massage_companion.ui.trends.view import Span, trends_view

BAR_MS = 300.0
TODAY = 20_600


def points_of(count: int) -> tuple[Point, ...]:
    """Sessions spread over the year before today, all rated."""
    rng = Random(1)
    made = []
    for number in range(count):
        day = TODAY - 364 + 364 * number // count
        minute = number * 7 % 1440
        before = rng.choice((3, 4, 5, 6, 7))
        at = day * DAY_MS + minute * MINUTE_MS
        after, morning = before - rng.choice((0, 1, 2)), before - rng.choice((-1, 0, 1))
        made.append(Point(day, minute, at, f"massager{number % 3}", 10 * MINUTE_MS, 1, before, after, morning))
    return tuple(sorted(made, key=lambda point: point.started_utc_ms))


def timed(deed: Callable[[], object], rounds: int) -> float:
    """The median, in milliseconds."""
    taken = []
    for _round in range(rounds):
        begun = time.perf_counter()
        deed()
        taken.append((time.perf_counter() - begun) * 1000)
    return sorted(taken)[len(taken) // 2]


def measured(application: QApplication, points: tuple[Point, ...], span: Span, rounds: int) -> tuple[float, float]:
    """Milliseconds for the whole page, and for computing what it shows."""
    words = load_words("en")

    def read(person: str, since: int | None) -> tuple[Point, ...]:
        return points

    now = Reading("boot", 0, 0, TODAY * DAY_MS)
    controller = TrendsController(read, dict, lambda: now, lambda _person: 30, words)
    controller.page.resize(844, 700)
    controller.page.show()

    def turn() -> None:
        controller.page.span_chosen.emit(span)
        application.processEvents()
        controller.page.grab()

    turn()
    return timed(turn, rounds), timed(lambda: trends_view(points, TODAY, span, {}, 30, words), rounds)


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    application = QApplication(sys.argv[:1])
    dress(application, Settings(language="en", scheme="light"))
    slowest = 0.0
    for count in (100, 1_000, 100_000):
        points = points_of(count)
        for span in Span:
            whole, sums = measured(application, points, span, rounds)
            slowest = max(slowest, whole)
            print(f"{count:7} sessions {span.name:8} {whole:6.0f} ms, of which computing {sums:6.0f} ms")
    print(f"slowest {slowest:.0f} ms (bar {BAR_MS:.0f})")
    return 0 if slowest <= BAR_MS else 1


if __name__ == "__main__":
    sys.exit(main())
