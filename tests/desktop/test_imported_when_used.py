"""Starting the program must not pay for what most starts never use."""

import subprocess
import sys

import pytest

HEAVY = ("jeepney", "wakepy", "miniaudio", "PySide6.QtNetwork", "PySide6.QtWidgets")


@pytest.mark.parametrize(
    "made",
    [
        "sound import Alarm; Alarm()",
        "awake import StayAwake; StayAwake()",
        "notifications import Notifications; Notifications()",
        "suspend import SuspendSignal; SuspendSignal()",
    ],
)
def test_making_it_loads_nothing_heavy(made: str) -> None:
    lines = (
        f"from massage_companion.desktop.{made}; import sys; print(*[name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
