"""How long the program takes to its window, against a bare Qt window in the same run. Run by hand:

    python -m tests.benchmarks.start_time [ROUNDS]

Starts both in turn on a private X screen and waits until each has a visible window; prints medians, their ratio and
the peak memory. Compare ratios only: the milliseconds of one machine change within an afternoon. Measure an
installed package for honest numbers: a checkout without .pyc files compiles at every start.
"""

import re
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from massage_companion.companion.household import Person
from massage_companion.eligibility.screening import Screening
from massage_companion.session.massager import Massager
from massage_companion.storage.store import open_store
from massage_companion.storage.system_clock import SystemClock
from tests.e2e.picture_world import KNEADER
from tests.e2e.x_session import XSession
from tests.support.healthy_answers import answers_from, filled, real_rules

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("bare"))
window.setWindowTitle("Massage Companion")
window.resize(1040, 700)
window.show()
sys.exit(app.exec())
"""


def ready_household(folder: Path) -> None:
    """Somebody who may use a massager, so that the start ends at the session page."""
    store = open_store(folder, SystemClock().read()).store
    rules = real_rules()
    store.keep_person(Person("mei", "Mei"))
    store.keep_massager(Massager("kneader", "Kneader", "u-kneader", KNEADER, True))
    answers = filled(rules.questionnaire, answers_from(rules.questionnaire, {}), KNEADER)
    store.complete_check(Screening("c1", "mei", answers, rules.version, SystemClock().read().utc_ms))
    store.close()


def start_once(session: XSession, command: list[str]) -> tuple[float, float]:
    """Milliseconds to a visible window, and peak memory in MiB then."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=session.folder, env=session.environment, stderr=subprocess.DEVNULL)
    while not _is_visible(session):
        time.sleep(0.002)
    took = (time.perf_counter() - begun) * 1000
    status = Path(f"/proc/{process.pid}/status").read_text()
    peak = re.search(r"VmHWM:\s+(\d+)", status)
    process.kill()
    process.wait()
    return took, int(peak[1]) / 1024 if peak else 0.0


def _is_visible(session: XSession) -> bool:
    looked = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", "^Massage Companion$"],
        env=session.environment,
        capture_output=True,
    )
    return bool(looked.stdout.strip())


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with XSession() as session:
        folder = session.folder / "household"
        ready_household(folder)
        commands = {
            "bare window": [sys.executable, "-c", BARE],
            "program": [sys.executable, "-m", "massage_companion", "--data-dir", str(folder)],
        }
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for number in range(rounds + 1):
            for name, command in commands.items():
                measured = start_once(session, command)
                if number:
                    taken[name].append(measured)
    middle = {name: tuple(median(values) for values in zip(*pairs, strict=True)) for name, pairs in taken.items()}
    for name, (milliseconds, memory) in middle.items():
        print(f"{name:12} {milliseconds:6.0f} ms {memory:6.1f} MiB")
    bare, program = middle["bare window"], middle["program"]
    print(f"ratio        {program[0] / bare[0]:6.2f}    {program[1] / bare[1]:6.2f}     (bars: 1.35 and 1.30)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
