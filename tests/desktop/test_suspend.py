"""Sleep and waking up are passed on from the bus; anything else, and having no bus at all, is silence."""

from collections.abc import Iterator

import pytest
from jeepney import DBusAddress, Message, new_method_call, new_signal
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from massage_companion.desktop.suspend import SuspendSignal
from tests.desktop.fake_bus import FakeBus

MANAGER = DBusAddress("/org/freedesktop/login1", interface="org.freedesktop.login1.Manager")
CALLED = DBusAddress("/org/freedesktop/login1", bus_name=":1.1", interface="org.freedesktop.login1.Manager")
ELSEWHERE = DBusAddress("/somewhere", interface="org.freedesktop.login1.Manager")


@pytest.fixture
def suspend(qapp: object) -> Iterator[SuspendSignal]:
    made = SuspendSignal(has_logind=True)
    yield made
    made.close()


def announced(body: tuple[object, ...], signature: str = "b", name: str = "PrepareForSleep") -> Message:
    return new_signal(MANAGER, name, signature, body)


def test_both_announcements_are_passed_on(suspend: SuspendSignal, bus: FakeBus, qtbot: QtBot) -> None:
    suspend.listen()
    suspend.listen()
    qtbot.waitUntil(lambda: bus.names() == ["Hello", "AddMatch"])
    with qtbot.waitSignal(suspend.about_to_sleep):
        bus.say(announced((True,)))
    with qtbot.waitSignal(suspend.woke):
        bus.say(announced((False,)))


def test_what_makes_no_sense_is_not_passed_on(suspend: SuspendSignal, bus: FakeBus, qtbot: QtBot) -> None:
    sleeps, wakes = QSignalSpy(suspend.about_to_sleep), QSignalSpy(suspend.woke)
    suspend.listen()
    qtbot.waitUntil(lambda: bus.names() == ["Hello", "AddMatch"])
    for message in (
        announced(("yes",), "s"),
        announced((1,), "u"),
        announced((), ""),
        announced((True, True), "bb"),
        announced((True,), name="PrepareForShutdown"),
        new_signal(ELSEWHERE, "PrepareForSleep", "b", (True,)),
        new_method_call(CALLED, "PrepareForSleep", "b", (True,)),
    ):
        bus.say(message)
    with qtbot.waitSignal(suspend.woke):
        bus.say(announced((False,)))
    assert (sleeps.count(), wakes.count()) == (0, 1)


def test_without_a_bus_nothing_happens(suspend: SuspendSignal, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus")
    suspend.listen()
    qtbot.wait(20)
    suspend.listen()
    suspend.close()


def test_a_bus_that_vanishes_is_silence_and_can_be_listened_to_again(
    suspend: SuspendSignal, bus: FakeBus, qtbot: QtBot
) -> None:
    suspend.listen()
    qtbot.waitUntil(lambda: bus.names() == ["Hello", "AddMatch"])
    bus.hang_up()
    qtbot.waitUntil(lambda: not bus.has_client)
    suspend.listen()


def test_other_systems_are_not_asked(bus: FakeBus, qtbot: QtBot) -> None:
    other = SuspendSignal(has_logind=False)
    other.listen()
    qtbot.wait(20)
    assert not bus.has_client
    other.close()
