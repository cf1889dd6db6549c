"""What a running session costs, against a window with a label that changes once a second. Run by hand:

    python -m tests.benchmarks.hour_session [--minutes 60]

Both run side by side on a private X screen, first shown, then minimised, and shown again for the end. Prints CPU and
wake-ups of each, their ratio, and how late the program noticed that time was up. Nothing but keys goes to the program,
and no screen reader listens. The session is longer than any permit: the data folder is prepared with it.
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path

from msgspec import Struct

from massage_companion.companion.ports import LiveSession
from massage_companion.log.record import Session
from massage_companion.session.plan import Plan
from massage_companion.session.states import Live, Overtime, Running
from massage_companion.storage.store import open_store, read_store
from massage_companion.storage.system_clock import SystemClock
from tests.benchmarks.start_time import ready_household
from tests.e2e.x_session import XSession

CPU_BAR, WAKE_BAR, HIDDEN_BAR, END_BAR_MS = 1.6, 3.5, 0.3, 200
SETTLE_SECONDS = 5.0
END_SECONDS = 15.0

LABEL = """
import sys, time
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication(sys.argv)
label = QLabel("00:00")
label.setStyleSheet("font-size: 40pt")
label.setAlignment(Qt.AlignmentFlag.AlignCenter)
window = QMainWindow()
window.setCentralWidget(label)
window.setWindowTitle("One label")
window.resize(1040, 700)
window.show()
begun = time.monotonic()
timer = QTimer(singleShot=True, timerType=Qt.TimerType.PreciseTimer)
def tick():
    passed = time.monotonic() - begun
    label.setText(f"{int(passed) // 60:02d}:{int(passed) % 60:02d}")
    timer.start(int((1 - passed % 1) * 1000) + 1)
timer.timeout.connect(tick)
tick()
sys.exit(app.exec())
"""


class Cost(Struct, frozen=True):
    """CPU milliseconds and wake-ups of all threads of a process, each for one second."""

    cpu: float
    wake_ups: float


def prepared(folder: Path, minutes: int) -> None:
    """A household in which a session of so many minutes has just begun."""
    ready_household(folder)
    now = SystemClock().read()
    store = open_store(folder, now).store
    session = Session("session", "mei", "kneader", "Kneader", None, "benchmark")
    store.keep_live(LiveSession(session, Running(Plan(minutes), started=now, since=now, seen=now)), "started", now)
    store.close()


def state_in(folder: Path) -> Live:
    """The session as it was written last."""
    store = read_store(folder)
    assert store is not None
    live = store.live()
    store.close()
    assert live is not None
    return live.state


def window(session: XSession, name: str) -> str:
    """The id of a window, once it is there."""
    while True:
        found = subprocess.run(
            [session.tool("xdotool"), "search", "--onlyvisible", "--name", f"^{name}$"],
            env=session.environment, capture_output=True, text=True,
        )  # fmt: skip
        if found.stdout.strip():
            return found.stdout.split()[0]
        time.sleep(0.1)


def spent(process: int) -> tuple[int, int]:
    """CPU nanoseconds and voluntary switches so far."""
    nanoseconds = switches = 0
    for task in Path(f"/proc/{process}/task").iterdir():
        nanoseconds += int((task / "schedstat").read_text().split()[0])
        status = dict(line.split(":", 1) for line in (task / "status").read_text().splitlines())
        switches += int(status["voluntary_ctxt_switches"])
    return nanoseconds, switches


def measured(processes: dict[str, int], seconds: float) -> dict[str, Cost]:
    """What each costs while nobody touches it."""
    before, begun = {name: spent(process) for name, process in processes.items()}, time.monotonic()
    time.sleep(seconds)
    took = time.monotonic() - begun
    costs = {}
    for name, process in processes.items():
        (cpu, wake_ups), (cpu_before, wake_ups_before) = spent(process), before[name]
        costs[name] = Cost((cpu - cpu_before) / 1e6 / took, (wake_ups - wake_ups_before) / took)
    return costs


def told(how: str, costs: dict[str, Cost], label: Cost, bar: float) -> None:
    """One line for each window. ``label`` is what the ratio is against."""
    for name, cost in costs.items():
        print(f"{how:10} {name:8} {cost.cpu:7.3f} ms/s {cost.wake_ups:6.2f} wake-ups/s", end="")
        print(f"   {cost.cpu / label.cpu:5.2f} times (bar {bar})" if name == "program" else "", flush=True)


def answer_still_running(session: XSession, folder: Path) -> None:
    """The question after the start: its first answer, by the keyboard."""
    time.sleep(SETTLE_SECONDS)
    session.run("xdotool", "key", "--delay", "100", "Tab", "space")
    time.sleep(1)
    assert isinstance(state_in(folder), Running), "the session does not run: are the keys still right?"


def lateness_ms(folder: Path) -> int:
    """How long after zero the program wrote that time is up."""
    while not isinstance(state := state_in(folder), Overtime):
        time.sleep(0.1)
    late = state.seen.boot_ms - state.zero.boot_ms
    planned_ms = state.plan.planned_ms
    assert abs(state.zero.boot_ms - state.started.boot_ms - planned_ms) <= 1, "zero is not where the plan ends"
    return late


def quiet(session: XSession) -> None:
    """No screen reader: the desktop says that nobody needs the accessibility tree."""
    session.environment.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", None)
    session.run(
        "dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
        "org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status", "string:IsEnabled", "variant:boolean:false",
    )  # fmt: skip


def run(session: XSession, minutes: int) -> int:
    """Measures on a desktop of its own; the number of bars that were missed."""
    folder = session.folder / "household"
    quiet(session)
    environment = session.environment
    with subprocess.Popen([sys.executable, "-c", LABEL], env=environment) as label:
        label_window = window(session, "One label")
        prepared(folder, minutes)
        command = [sys.executable, "-m", "massage_companion", "--data-dir", str(folder)]
        with subprocess.Popen(command, env=environment) as program:
            begun, both = time.monotonic(), {"label": label.pid, "program": program.pid}
            program_window = window(session, "Massage Companion")
            answer_still_running(session, folder)
            time.sleep(SETTLE_SECONDS)
            each = (minutes * 60 - (time.monotonic() - begun) - 2 * SETTLE_SECONDS - END_SECONDS) / 2
            shown = measured(both, each)
            told("shown", shown, shown["label"], CPU_BAR)
            for number in (label_window, program_window):
                session.run("xdotool", "windowminimize", number)
            time.sleep(SETTLE_SECONDS)
            hidden = measured(both, each)
            told("minimised", hidden, shown["label"], HIDDEN_BAR)
            session.run("xdotool", "windowmap", program_window)
            late = lateness_ms(folder)
            print(f"end        noticed {late} ms after zero (bar {END_BAR_MS})")
            program.kill()
        label.kill()
    missed = (
        shown["program"].cpu > CPU_BAR * shown["label"].cpu,
        shown["program"].wake_ups > WAKE_BAR,
        hidden["program"].cpu > HIDDEN_BAR * shown["label"].cpu,
        late > END_BAR_MS,
    )
    return sum(missed)


def main() -> int:
    """Exit code 1 where a bar was missed."""
    asked = argparse.ArgumentParser(description="What a running session costs, against a label that changes.")
    asked.add_argument("--minutes", type=int, default=60)
    minutes = asked.parse_args().minutes
    with XSession() as session:
        return 1 if run(session, minutes) else 0


if __name__ == "__main__":
    sys.exit(main())
