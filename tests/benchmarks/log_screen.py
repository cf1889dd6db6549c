"""How long the log's screen takes with 100,000 sessions against 100. Run by hand:

    python -m tests.benchmarks.log_screen [SESSIONS]

Draws offscreen, each size in a process of its own. Prints milliseconds (opening once, the rest the best of five) and
the ratio of the two sizes.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from massage_companion.companion.household import Person, Settings
from massage_companion.companion.log_ports import Order
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.session.reading import HOUR_MS, shifted
from massage_companion.storage.store import open_store
from massage_companion.storage.words import load_words
from massage_companion.ui.appearance import dress
from massage_companion.ui.log.controller import LogController
from massage_companion.ui.log.filters import EVERYTHING, LogFilter
from massage_companion.ui.log.screen import LogScreen
from tests.benchmarks.long_log import PERSON, ROUNDS, START, fill
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import FakeClock


def measure(folder: Path, sessions: int) -> dict[str, float]:
    """Milliseconds by what a person does, and peak memory in MiB."""
    application = QApplication(["", "-style", "Fusion"])
    dress(application, Settings(language="en", scheme="light"))
    store = open_store(folder, START).store
    clock = FakeClock(shifted(START, sessions * 9 * HOUR_MS))
    measured: dict[str, float] = {}

    def timed(name: str, act: Callable[[], object], rounds: int = ROUNDS) -> None:
        best = 1e9
        for _ in range(rounds):
            begun = time.perf_counter()
            act()
            controller.screens.grab()
            application.processEvents()
            best = min(best, (time.perf_counter() - begun) * 1000)
        measured[name] = best

    words = load_words("en")
    controller = LogController(store, clock, CountingIds(), RuleTexts("en", {}, {}, {}), words)
    controller.screens.resize(845, 700)
    controller.screens.show()
    application.processEvents()
    timed("open", lambda: controller.show_for(Person(PERSON, "Mei")), rounds=1)
    screen = controller.screens.all()[0]
    assert isinstance(screen, LogScreen)
    _time_everything(screen, timed)
    measured["peak MiB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    store.close()
    return measured


def _time_everything(screen: LogScreen, timed: Callable[[str, Callable[[], object]], None]) -> None:
    filters, bar = screen.filters, screen.table.verticalScrollBar()

    def choose(chosen: LogFilter) -> None:
        filters.show_filter(chosen)
        filters.changed.emit()

    def search(text: str) -> Callable[[], None]:
        return lambda: choose(LogFilter(text=text, period=EVERYTHING.period))

    def sort() -> None:
        for order in (Order.LONGEST, Order.NEWEST):
            screen.order_wanted.emit(order)

    timed("all time", lambda: choose(EVERYTHING))
    for text in ("zebra", "neck", "酸"):
        timed(f"search: {text}", search(text))
    timed("clear filters", filters.clear)
    timed("sort by length and back", sort)
    timed("three rows down", lambda: bar.setValue(bar.value() + 120))
    timed("to the end of what is read, and the next page", lambda: bar.setValue(bar.maximum()))
    timed("next row's details", lambda: screen.table.choose(screen.table.currentIndex().row() + 1))


def main() -> None:
    """Compare the two sizes."""
    if len(sys.argv) == 4:
        print(json.dumps(measure(Path(sys.argv[2]), int(sys.argv[3]))))
        return
    found: list[dict[str, float]] = []
    for sessions in (100, int(sys.argv[1]) if len(sys.argv) > 1 else 100_000):
        with tempfile.TemporaryDirectory() as folder:
            fill(Path(folder), sessions)
            command = [sys.executable, "-m", "tests.benchmarks.log_screen", "--measure", folder, str(sessions)]
            found.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    few, many = found
    for name in few:
        print(f"{name:50} {few[name]:9.2f} {many[name]:9.2f}  x {many[name] / few[name]:.2f}")


if __name__ == "__main__":
    main()
