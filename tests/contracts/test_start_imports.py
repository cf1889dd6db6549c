"""What the first page does not need is not loaded before it is painted: each module costs at every start."""

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.start_time import ready_household
from tests.contracts.sources import CHECKOUT

STARTED = """
import sys
from pathlib import Path
from massage_companion import app

def stop(application, instance, window):
    from PySide6.QtCore import QTimer
    window.grab()
    print("page", window.page, flush=True)
    print(*sorted(sys.modules), sep="\\n", flush=True)
    QTimer.singleShot(0, application.quit)

app._do_what_can_wait = stop
sys.exit(app.run_window(Path(sys.argv[1]), ["massage-companion"]))
"""

LATER = (
    "miniaudio", "jeepney", "wakepy",
    "PySide6.QtNetwork", "PySide6.QtPrintSupport", "PySide6.QtSvg",
    "massage_companion.commandline", "massage_companion.companion.exchange", "massage_companion.companion.report",
    "massage_companion.companion.household_changes", "massage_companion.desktop.tones",
    "massage_companion.desktop.tray",
    "massage_companion.log.trends", "massage_companion.storage.backup", "massage_companion.storage.content_loader",
    "massage_companion.storage.restore", "massage_companion.ui.check_guide", "massage_companion.ui.data",
    "massage_companion.ui.exchange", "massage_companion.ui.felt_wrong", "massage_companion.ui.first_run",
    "massage_companion.ui.log", "massage_companion.ui.looking_after.cards", "massage_companion.ui.pages.log_room",
    "massage_companion.ui.people.controller", "massage_companion.ui.report", "massage_companion.ui.safety",
    "massage_companion.ui.session.plan_editor", "massage_companion.ui.session.plans_page",
    "massage_companion.ui.session.running_page", "massage_companion.ui.settings", "massage_companion.ui.small_window",
    "massage_companion.ui.trends",
)  # fmt: skip


def test_the_first_page_loads_nothing_that_other_pages_need(tmp_path: Path) -> None:
    ready_household(tmp_path)
    started = subprocess.run(
        [sys.executable, "-c", STARTED, str(tmp_path)],
        cwd=CHECKOUT,
        env={"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    first, *loaded = started.stdout.splitlines()
    assert first == "page session"
    assert [name for name in loaded for later in LATER if name == later or name.startswith(f"{later}.")] == []
