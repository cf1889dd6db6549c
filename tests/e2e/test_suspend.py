"""The computer's own announcement of sleep is heard over a real bus, and only from the service that may make it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest
from jeepney import DBusAddress, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from tests.e2e.private_bus import PrivateBus
from tests.e2e.x_session import end_group

pytestmark = pytest.mark.window

ROOT = Path(__file__).resolve().parents[2]
WITHIN_SECONDS = 15.0
LISTEN = """
from PySide6.QtCore import QCoreApplication
from massage_companion.desktop.suspend import SuspendSignal

application = QCoreApplication([])
signal = SuspendSignal()
signal.about_to_sleep.connect(lambda: print("sleeps", flush=True))
signal.woke.connect(lambda: print("woke", flush=True))
signal.listen()
application.exec()
"""


@pytest.fixture
def bus() -> Iterator[PrivateBus]:
    with PrivateBus() as started:
        yield started


def announce(address: str, name: str, sleeps: bool) -> None:
    """Say it as logind does, under the name of ``name``."""
    manager = DBusAddress("/org/freedesktop/login1", interface="org.freedesktop.login1.Manager")
    with open_dbus_connection(address) as logind:
        logind.send_and_get_reply(message_bus.RequestName(name))
        logind.send(new_signal(manager, "PrepareForSleep", "b", (sleeps,)))
        logind.send_and_get_reply(message_bus.GetId())


class Listener:
    """The program under test, and what it has heard."""

    def __init__(self, address: str, log: Path) -> None:
        self._environment = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": address}
        self._log = log

    def __enter__(self) -> Self:
        with self._log.open("w") as log:
            self._program = subprocess.Popen(
                [sys.executable, "-c", LISTEN],
                cwd=ROOT,
                env=self._environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        end_group(self._program)

    @property
    def heard(self) -> list[str]:
        return self._log.read_text("utf-8").split()

    def wait_for(self, heard: list[str], seconds: float = WITHIN_SECONDS) -> bool:
        deadline = time.monotonic() + seconds
        while self.heard != heard and time.monotonic() < deadline:
            time.sleep(0.05)
        return self.heard == heard


def test_going_to_sleep_and_waking_up_are_heard_and_nobody_else_is_believed(bus: PrivateBus, tmp_path: Path) -> None:
    with Listener(bus.address, tmp_path / "heard") as listener:
        deadline = time.monotonic() + WITHIN_SECONDS
        while not listener.heard and time.monotonic() < deadline:
            announce(bus.address, "org.freedesktop.login1", True)
            time.sleep(0.2)
        before = listener.heard
        assert set(before) == {"sleeps"}
        announce(bus.address, "org.example.NotLogind", False)
        announce(bus.address, "org.freedesktop.login1", False)
        assert listener.wait_for([*before, "woke"]), listener.heard
        announce(bus.address, "org.freedesktop.login1", True)
        assert listener.wait_for([*before, "woke", "sleeps"]), listener.heard
