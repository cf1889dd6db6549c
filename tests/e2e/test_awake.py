"""The screen is kept awake by a real request on a real bus, taken and given back exactly once, and never waited for."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import Message, new_method_return
from jeepney.io.blocking import DBusConnection

from tests.e2e.notification_services import HangingService
from tests.e2e.private_bus import PrivateBus
from tests.e2e.sound_server import run_python

pytestmark = pytest.mark.window

SCREEN = "org.freedesktop.ScreenSaver"
COOKIE = 41
WITHIN_SECONDS = 15.0

HOLD_AND_RELEASE = """
from threading import Event
from massage_companion.desktop.awake import StayAwake

awake = StayAwake()
awake.hold()
awake.hold()
Event().wait(1.0)
awake.release()
awake.release()
Event().wait(0.5)
awake.close()
"""
END_WHILE_HELD = """
from threading import Event
from massage_companion.desktop.awake import StayAwake

awake = StayAwake()
awake.hold()
Event().wait(1.0)
awake.close()
"""
HOW_LONG = """
import time
from massage_companion.desktop.awake import StayAwake

begun = time.monotonic()
awake = StayAwake()
for _ in range(20):
    awake.hold()
    awake.release()
awake.hold()
print(time.monotonic() - begun)
awake.close()
print(time.monotonic() - begun)
"""


class ScreenSaver(HangingService):
    """Grants each request, and notes which cookie comes back."""

    def __init__(self, address: str) -> None:
        super().__init__(address, SCREEN)
        self.given_back: list[object] = []

    def answer(self, connection: DBusConnection, question: Message, method: str) -> None:
        if method == "UnInhibit":
            self.given_back.append(question.body[0])
        granted = ("u", (COOKIE,)) if method == "Inhibit" else ("", ())
        connection.send(new_method_return(question, *granted))


@pytest.fixture
def bus() -> Iterator[PrivateBus]:
    with PrivateBus() as started:
        yield started


def environment(address: str, folder: Path) -> dict[str, str]:
    return {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address, "HOME": str(folder)}


@pytest.mark.parametrize("program", [HOLD_AND_RELEASE, END_WHILE_HELD], ids=["released", "ended while held"])
def test_it_is_taken_and_given_back_exactly_once(bus: PrivateBus, tmp_path: Path, program: str) -> None:
    with ScreenSaver(bus.address) as screen:
        done = run_python(program, environment(bus.address, tmp_path))
        deadline = time.monotonic() + WITHIN_SECONDS
        while not screen.given_back and time.monotonic() < deadline:
            time.sleep(0.05)
    assert screen.asked.count("Inhibit") == 1
    assert screen.given_back == [COOKIE]
    assert (done.stdout, done.stderr) == ("", "")


@pytest.mark.parametrize("there_is_a_bus", [True, False])
def test_without_a_screen_saver_nothing_happens_and_nothing_is_said(
    bus: PrivateBus, tmp_path: Path, there_is_a_bus: bool
) -> None:
    address = bus.address if there_is_a_bus else f"unix:path={tmp_path}/nobody"
    done = run_python(HOLD_AND_RELEASE, environment(address, tmp_path))
    assert (done.stdout, done.stderr) == ("", "")


def test_a_screen_saver_that_hangs_is_not_waited_for(bus: PrivateBus, tmp_path: Path) -> None:
    with HangingService(bus.address, SCREEN):
        done = run_python(HOW_LONG, environment(bus.address, tmp_path))
    held, closed = map(float, done.stdout.split())
    assert held < 0.25
    assert closed < 2.0
    assert done.stderr == ""
