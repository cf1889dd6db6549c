"""Sleep and waking up are passed on from the bus; anything else, and having no bus at all, is silence."""

from collections.abc import Iterator, Mapping

import pytest
from jeepney import DBusAddress, Message, new_method_call, new_signal
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from massage_companion.desktop.bus_places import BusPlace
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


def test_without_a_bus_it_is_tried_once_for_each_session(qapp: object, qtbot: QtBot) -> None:
    tried: list[str] = []

    def nowhere(environment: Mapping[str, str]) -> BusPlace | None:
        tried.append("tried")
        return BusPlace("/nowhere/bus")

    suspend = SuspendSignal(nowhere, has_logind=True)
    for _second in range(5):
        suspend.listen()
        qtbot.wait(1)
    assert tried == ["tried"]
    suspend.close()
    suspend.listen()
    assert tried == ["tried"] * 2
    suspend.close()


def test_a_bus_that_vanishes_is_silence_and_the_next_session_listens_again(
    suspend: SuspendSignal, bus: FakeBus, qtbot: QtBot
) -> None:
    suspend.listen()
    qtbot.waitUntil(lambda: bus.names() == ["Hello", "AddMatch"])
    bus.hang_up()
    qtbot.waitUntil(lambda: not bus.has_client)
    bus.let_in_again()
    suspend.listen()
    qtbot.wait(20)
    assert not bus.has_client
    suspend.close()
    suspend.listen()
    qtbot.waitUntil(lambda: bus.names() == ["Hello", "AddMatch"] * 2)


def test_other_systems_are_not_asked(bus: FakeBus, qtbot: QtBot) -> None:
    other = SuspendSignal(has_logind=False)
    other.listen()
    qtbot.wait(20)
    assert not bus.has_client
    other.close()
