"""A notification reaches the service, or the tray, or nobody; it is never in the way of the window."""

import os
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from massage_companion.desktop.notice import OPEN, Notice
from massage_companion.desktop.notifications import Notifications
from tests.desktop.fake_bus import FakeBus
from tests.desktop.fake_service import says

ACTIONS = (("off", "It is off"), ("more", "1 more minute"))


class FakeBubbles(QObject):
    """A tray that remembers what it shows."""

    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.shown: Notice | None = None
        self.times = 0

    def show(self, notice: Notice) -> None:
        self.shown = notice
        self.times += 1

    def withdraw(self) -> None:
        self.shown = None


@pytest.fixture
def bubbles(qapp: object) -> FakeBubbles:
    return FakeBubbles()


@pytest.fixture
def told(bubbles: FakeBubbles) -> Iterator[Notifications]:
    made = Notifications(lambda: bubbles, has_service=True)
    yield made
    made.close()


def time_up(told: Notifications) -> None:
    told.show("time_up", "Time is up", "Switch it off", ACTIONS, critical=True)


def shown(told: Notifications, qtbot: QtBot) -> None:
    """Wait for both answers of the service: what it can do, and the number of the notification."""
    line, _ = told._service()
    with qtbot.waitSignals([line.heard, line.heard]):
        time_up(told)


def test_nothing_is_connected_before_the_first_notification(told: Notifications, bus: FakeBus, qtbot: QtBot) -> None:
    told.withdraw()
    qtbot.wait(20)
    assert not bus.has_client


def test_it_is_shown_answered_and_gone(told: Notifications, bus: FakeBus, qtbot: QtBot) -> None:
    time_up(told)
    qtbot.waitUntil(lambda: bus.names()[-1:] == ["Notify"])
    assert bus.heard[-1].body[3:6] == ("Time is up", "Switch it off", ["off", "It is off", "more", "1 more minute"])
    with qtbot.waitSignal(told.acted) as acted:
        bus.say(says("ActionInvoked", "us", (3, "more")))
    assert acted.args == ["more"]
    qtbot.waitUntil(lambda: bus.names()[-1] == "CloseNotification")


def test_it_is_withdrawn_when_the_program_ends(told: Notifications, bus: FakeBus, qtbot: QtBot) -> None:
    shown(told, qtbot)
    told.close()
    qtbot.waitUntil(lambda: bus.names()[-1] == "CloseNotification")
    qtbot.waitUntil(lambda: not bus.has_client)


def test_without_a_bus_the_tray_tells(
    told: Notifications, bubbles: FakeBubbles, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    time_up(told)
    qtbot.waitUntil(lambda: bubbles.shown is not None)
    assert bubbles.shown == Notice("time_up", "Time is up", "Switch it off", ACTIONS, True)
    with qtbot.waitSignal(told.acted) as acted:
        bubbles.acted.emit(OPEN)
    assert acted.args == [OPEN]
    assert bubbles.shown is None


def test_a_service_that_hangs_is_not_waited_for_and_the_tray_is_not_asked(
    told: Notifications, bus: FakeBus, bubbles: FakeBubbles, qtbot: QtBot
) -> None:
    del bus.answers["Notify"]
    for _ in range(5):
        time_up(told)
    qtbot.waitUntil(lambda: bus.names()[-1:] == ["Notify"])
    time_up(told)
    told.withdraw()
    assert bus.names().count("Notify") == 1
    assert bubbles.times == 0


def test_where_there_is_no_such_service_the_tray_tells_at_once(bubbles: FakeBubbles) -> None:
    told = Notifications(lambda: bubbles, has_service=False)
    told.show("half", "Half", "Fine so far?")
    assert bubbles.shown == Notice("half", "Half", "Fine so far?")
    told.close()
    assert bubbles.shown is None


def test_a_bus_that_vanishes_fails_softly_and_is_found_again(
    told: Notifications, bus: FakeBus, bubbles: FakeBubbles, qtbot: QtBot
) -> None:
    shown(told, qtbot)
    bus.hang_up()
    qtbot.waitUntil(lambda: bubbles.shown is not None)
    time_up(told)
    qtbot.waitUntil(lambda: bubbles.times == 2)


def urgency_of(bus: FakeBus, number: int, qtbot: QtBot, when: Callable[[], None]) -> int:
    """How urgent the service is told the so-manyth Notify is."""
    when()
    qtbot.waitUntil(lambda: bus.names().count("Notify") == number)
    return int(bus.heard[-1].body[6]["urgency"][1])


def test_repeated_it_stays_urgent_and_after_a_while_unanswered_it_calms_down(
    told: Notifications, bus: FakeBus, qtbot: QtBot
) -> None:
    told._calm.setInterval(150)
    assert urgency_of(bus, 1, qtbot, lambda: time_up(told)) == 2
    assert urgency_of(bus, 2, qtbot, lambda: time_up(told)) == 2
    assert urgency_of(bus, 3, qtbot, lambda: None) == 1
    assert urgency_of(bus, 4, qtbot, lambda: time_up(told)) == 1
    told.withdraw()
    assert urgency_of(bus, 5, qtbot, lambda: time_up(told)) == 2


def test_the_right_to_come_forward_is_left_where_qt_looks_for_it(
    told: Notifications, bus: FakeBus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    shown(told, qtbot)
    bus.say(says("ActivationToken", "us", (3, "token-7")))
    qtbot.waitUntil(lambda: os.environ["XDG_ACTIVATION_TOKEN"] == "token-7")
