"""A window that notifies as it is told line by line, and says what came of it: the program's own channel alone.

Lines in: ``show KEY LABEL...``, ``withdraw``, ``close``, ``quit``. Lines out: ``ready``, ``acted KEY``,
``done COMMAND``, and at the end ``longest N``: for how many milliseconds the event loop stood still at most.
"""

import sys

from PySide6.QtCore import QElapsedTimer, QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from massage_companion.desktop.notifications import Notifications

TICK_MS = 10


def main() -> None:
    """Run until told to quit."""
    application = QApplication(sys.argv)
    window = QLabel("notifies")
    window.show()
    told = Notifications()
    told.acted.connect(lambda key: _say(f"acted {key}"))
    since, longest = QElapsedTimer(), [0]
    since.start()
    ticks = QTimer(application, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
    ticks.timeout.connect(lambda: longest.append(since.restart()))
    ticks.start()

    def obey() -> None:
        command, *rest = sys.stdin.readline().split() or ["quit"]
        if command == "show":
            actions = tuple(zip(rest[::2], rest[1::2], strict=True))
            told.show("time_up", "Time is up", "Switch the massager <off> & rest", actions, critical=True)
        elif command == "quit":
            told.close()
            application.quit()
        else:
            getattr(told, command)()
        _say(f"done {command}")

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(obey)
    _say("ready")
    application.exec()
    _say(f"longest {max(longest)}")


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
