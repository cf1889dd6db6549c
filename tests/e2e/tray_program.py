"""Puts the program's icon in the tray as soon as there is one, and says what happens; a line on its input ends it."""

import sys

from PySide6.QtCore import QElapsedTimer, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QLabel

from massage_companion.desktop.tray import Tray
from massage_companion.desktop.tray_place import TrayPlace
from massage_companion.session.states import Action
from massage_companion.storage.words import load_words

TICK_MS = 10


def main() -> None:
    """Run until told to end."""
    application = QApplication(sys.argv)
    application.setQuitOnLastWindowClosed(False)
    window = QLabel("has a tray icon")
    window.show()
    place = TrayPlace()
    tray = Tray(load_words("en"), QIcon(QPixmap(16, 16)), place.is_there)
    tray.show_actions(frozenset({Action.PAUSE, Action.END, Action.FEELS_WRONG}))
    tray.show_time("7", "7 minutes left")
    tray.open_wanted.connect(lambda: _say("open"))
    tray.acted.connect(lambda action: _say(f"acted {action}"))
    place.changed.connect(lambda there: _say(f"place {there} tray {tray.enable(there)}"))
    since, longest = QElapsedTimer(), [0]
    ticks = QTimer(application, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
    ticks.timeout.connect(lambda: longest.append(since.restart()))

    def end() -> None:
        tray.close()
        place.close()
        _say(f"longest {max(longest)}")
        application.quit()

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(end)
    since.start()
    ticks.start()
    place.look()
    _say("ready")
    application.exec()


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
