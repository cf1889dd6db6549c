"""Whether there is a place for an icon is found out without ever waiting for the desktop."""

from collections.abc import Iterator

import pytest
from jeepney import DBusAddress, HeaderFields, Message, new_signal
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from massage_companion.desktop.tray_place import TrayPlace
from tests.desktop.fake_bus import FakeBus
from tests.desktop.fake_service import moved

WATCHER = DBusAddress("/StatusNotifierWatcher", interface="org.kde.StatusNotifierWatcher")


class Desktop:
    """What Qt would say, and how often it was asked."""

    def __init__(self) -> None:
        self.has_tray = True
        self.asked = 0

    def answer(self) -> bool:
        self.asked += 1
        return self.has_tray


@pytest.fixture
def desktop() -> Desktop:
    return Desktop()


@pytest.fixture
def place(qapp: object, desktop: Desktop) -> Iterator[TrayPlace]:
    made = TrayPlace(desktop.answer, has_bus=True)
    yield made
    made.close()


def host_registered() -> Message:
    return new_signal(WATCHER, "StatusNotifierHostRegistered")


def test_a_desktop_that_answers_is_asked(place: TrayPlace, bus: FakeBus, qtbot: QtBot) -> None:
    bus.answers["Get"] = ("v", (("b", True),))
    assert not place.is_there()
    with qtbot.waitSignal(place.changed) as changed:
        place.look()
    assert changed.args == [True]
    assert place.is_there()


def test_a_desktop_that_hangs_is_never_waited_for(
    place: TrayPlace, bus: FakeBus, desktop: Desktop, qtbot: QtBot
) -> None:
    for _ in range(3):
        place.look()
        qtbot.waitUntil(lambda: "Get" in bus.names())
    assert bus.names().count("Get") == 1
    assert desktop.asked == 0
    assert not place.is_there()


def test_without_a_bus_qt_can_be_asked_at_once(
    place: TrayPlace, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "tcp:host=example.org")
    place.look()
    assert place.is_there()
    assert desktop.asked == 1


def test_other_systems_are_asked_at_once(desktop: Desktop) -> None:
    place = TrayPlace(desktop.answer, has_bus=False)
    place.look()
    assert place.is_there()
    place.close()


@pytest.mark.parametrize("said", [moved(":1.5", ""), host_registered()])
def test_coming_and_going_is_noticed(
    place: TrayPlace, bus: FakeBus, desktop: Desktop, qtbot: QtBot, said: Message
) -> None:
    bus.answers["Get"] = ("v", (("b", True),))
    with qtbot.waitSignal(place.changed):
        place.look()
    changes = QSignalSpy(place.changed)
    desktop.has_tray = False
    said.header.fields[HeaderFields.sender] = "org.freedesktop.DBus"
    with qtbot.waitSignal(place.changed):
        bus.say(said)
    assert not place.is_there()
    desktop.has_tray = True
    with qtbot.waitSignal(place.changed):
        place.look()
    assert [changes.at(at)[0] for at in range(changes.count())] == [False, True]
