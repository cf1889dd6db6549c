"""The icon goes into a real bus's tray, its menu works from there, and a tray that hangs does not stop the window.

The tray is a stand-in for the desktop's own: it keeps the list of icons as the freedesktop specification says.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from jeepney import DBusAddress, Message, new_method_call, new_method_return
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.e2e.notification_services import HangingService
from tests.e2e.private_bus import PrivateBus
from tests.e2e.x_session import XSession

pytestmark = pytest.mark.window

ROOT = Path(__file__).resolve().parents[2]
WATCHER = "org.kde.StatusNotifierWatcher"
WITHIN_SECONDS = 15.0
FROZEN_MS = 250


class TrayHost(HangingService):
    """Says that there is a tray, and remembers which icons came."""

    def __init__(self, address: str) -> None:
        super().__init__(address, WATCHER)
        self.icons: list[str] = []

    def answer(self, connection: DBusConnection, question: Message, method: str) -> None:
        if method == "RegisterStatusNotifierItem":
            self.icons.append(str(question.body[0]))
        values: dict[str, tuple[str, tuple[Any, ...]]] = {
            "Get": ("v", (("b", True),)),
            "GetAll": ("a{sv}", ({"IsStatusNotifierHostRegistered": ("b", True)},)),
        }
        connection.send(new_method_return(question, *values.get(method, ("", ()))))


@pytest.fixture
def bus() -> Iterator[PrivateBus]:
    with PrivateBus() as started:
        yield started


@contextmanager
def program(session: XSession, bus: PrivateBus, log: Path) -> Iterator[Callable[[], list[str]]]:
    """The icon's program; what it has said so far. It is ended at the end."""
    environment = {**session.environment, "DBUS_SESSION_BUS_ADDRESS": bus.address, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.e2e.tray_program"]
    with (
        log.open("w") as output,
        subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=output, stderr=output
        ) as run,
    ):
        try:
            wait_until(lambda: "ready" in log.read_text())
            yield lambda: log.read_text().splitlines()
            assert run.stdin is not None
            run.stdin.write(b"end\n")
            run.stdin.flush()
            assert run.wait(WITHIN_SECONDS) == 0
        finally:
            run.kill()


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + WITHIN_SECONDS
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def ask(address: str, icon: str, where: str, interface: str, method: str, signature: str, body: tuple[Any, ...]) -> Any:
    """Do with the icon what a tray does."""
    with open_dbus_connection(address) as tray:
        question = new_method_call(DBusAddress(where, icon, interface), method, signature, body)
        return tray.send_and_get_reply(question, timeout=WITHIN_SECONDS).body


def longest(said: list[str]) -> int:
    return int(said[-1].split()[1])


def test_the_icon_is_in_the_tray_and_its_menu_works_from_there(
    x_session: XSession, bus: PrivateBus, tmp_path: Path
) -> None:
    log = tmp_path / "said"
    with TrayHost(bus.address) as host, program(x_session, bus, log) as said:
        wait_until(lambda: "place True tray True" in said() and bool(host.icons))
        icon, menu = host.icons[0], ("/MenuBar", "com.canonical.dbusmenu")
        ask(bus.address, icon, "/StatusNotifierItem", "org.kde.StatusNotifierItem", "Activate", "ii", (0, 0))
        wait_until(lambda: "open" in said())
        _, (_, _, entries) = ask(bus.address, icon, *menu, "GetLayout", "iias", (0, -1, []))
        labels = {entry[1][1]["label"][1]: entry[1][0] for entry in entries}
        assert list(labels) == ["Open the window", "Pause", "End session", "Something feels wrong"]
        ask(bus.address, icon, *menu, "Event", "isvu", (labels["Something feels wrong"], "clicked", ("s", ""), 0))
        wait_until(lambda: "acted feels_wrong" in said())
    assert longest(log.read_text().splitlines()) < FROZEN_MS


def test_without_a_tray_there_is_no_icon_and_nothing_is_said(
    x_session: XSession, bus: PrivateBus, tmp_path: Path
) -> None:
    log = tmp_path / "said"
    with program(x_session, bus, log):
        pass
    assert [line.split()[0] for line in log.read_text().splitlines()] == ["ready", "longest"]


def test_a_tray_that_hangs_does_not_stop_the_window(x_session: XSession, bus: PrivateBus, tmp_path: Path) -> None:
    log = tmp_path / "said"
    with HangingService(bus.address, WATCHER) as host, program(x_session, bus, log):
        wait_until(lambda: "Get" in host.asked)
    said = log.read_text().splitlines()
    assert [line.split()[0] for line in said] == ["ready", "longest"]
    assert longest(said) < FROZEN_MS
