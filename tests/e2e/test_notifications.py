"""Notifications against a real service (dunst) on a real desktop, and against none, a hanging and a lying one.

What runs is the program's own channel in a window of its own; see notifying_program.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.e2e.notification_services import HangingService, NonsenseService
from tests.e2e.notifying import Dunst, Notifying, wait_until
from tests.e2e.private_bus import PrivateBus
from tests.e2e.x_session import XSession

pytestmark = pytest.mark.window

FROZEN_MS = 250
"""A person notices a window that stands still for longer."""


@pytest.fixture
def bus() -> Iterator[PrivateBus]:
    with PrivateBus() as started:
        yield started


@pytest.fixture
def environment(x_session: XSession, bus: PrivateBus) -> dict[str, str]:
    return {**x_session.environment, "DBUS_SESSION_BUS_ADDRESS": bus.address}


@pytest.fixture
def dunst(x_session: XSession, environment: dict[str, str]) -> Iterator[Dunst]:
    service = Dunst(x_session, environment)
    service.start()
    yield service
    service.stop()


@pytest.fixture
def program(environment: dict[str, str], tmp_path: Path) -> Iterator[Notifying]:
    with Notifying(environment, tmp_path / "said") as started:
        yield started


def test_it_is_shown_and_taken_back(program: Notifying, dunst: Dunst) -> None:
    program.tell("show off It-is-off more 1-more-minute")
    wait_until(lambda: dunst.displayed() == 1, "a notification")
    program.tell("withdraw")
    wait_until(lambda: dunst.displayed() == 0, "no notification")
    (shown,) = dunst.history()
    assert shown["appname"]["data"] == "Massage Companion"
    assert shown["summary"]["data"] == "Time is up"
    assert shown["body"]["data"] == "Switch the massager &lt;off&gt; &amp; rest"
    assert shown["timeout"]["data"] == 0
    assert program.quit() < FROZEN_MS


def test_shown_again_and_again_it_is_still_one(program: Notifying, dunst: Dunst) -> None:
    for _ in range(5):
        program.tell("show off It-is-off")
        wait_until(lambda: dunst.displayed() == 1, "one notification")
    assert len(dunst.history()) == 0
    program.quit()


def test_a_real_press_on_it_is_its_action_and_it_goes(program: Notifying, dunst: Dunst, x_session: XSession) -> None:
    program.tell("show off It-is-off")
    wait_until(lambda: dunst.displayed() == 1, "a notification")
    window = x_session.run("xdotool", "search", "--onlyvisible", "--class", "Dunst").split()[-1]
    x_session.run("xdotool", "mousemove", "--window", window, "40", "20", "click", "2")
    program.wait_for("acted off")
    wait_until(lambda: dunst.displayed() == 0, "no notification")
    program.quit()
    assert program.said.count("acted off") == 1


def test_it_goes_with_the_program(program: Notifying, dunst: Dunst) -> None:
    program.tell("show off It-is-off")
    wait_until(lambda: dunst.displayed() == 1, "a notification")
    program.quit()
    wait_until(lambda: dunst.displayed() == 0, "no notification")


def test_a_service_that_is_restarted_shows_it_again(program: Notifying, dunst: Dunst) -> None:
    program.tell("show off It-is-off")
    wait_until(lambda: dunst.displayed() == 1, "a notification")
    dunst.stop()
    dunst.start()
    wait_until(lambda: dunst.displayed() == 1, "the notification again")
    program.tell("withdraw")
    wait_until(lambda: dunst.displayed() == 0, "no notification")
    assert program.quit() < FROZEN_MS


def test_a_program_that_was_killed_is_no_trouble_for_the_next(
    dunst: Dunst, environment: dict[str, str], tmp_path: Path
) -> None:
    with Notifying(environment, tmp_path / "first") as first:
        first.tell("show off It-is-off")
        wait_until(lambda: dunst.displayed() == 1, "a notification")
    with Notifying(environment, tmp_path / "second") as second:
        second.tell("show off It-is-off")
        # dunst lays the same words over each other, so the first one's is no longer to be seen.
        wait_until(lambda: dunst.displayed() == 1, "its own notification")
        second.quit()
        wait_until(lambda: dunst.displayed() == 0, "no notification")


def test_without_a_service_nothing_happens_and_nothing_is_said(program: Notifying) -> None:
    program.tell("show off It-is-off")
    program.tell("show off It-is-off")
    program.tell("withdraw")
    assert program.quit() < FROZEN_MS


def test_a_bus_that_breaks_down_is_no_trouble(program: Notifying, dunst: Dunst, bus: PrivateBus) -> None:
    program.tell("show off It-is-off")
    wait_until(lambda: dunst.displayed() == 1, "a notification")
    dunst.stop()
    bus.stop()
    program.tell("show off It-is-off")
    program.tell("withdraw")
    assert program.quit() < FROZEN_MS


def test_a_bus_that_stands_still_stops_nothing(program: Notifying, bus: PrivateBus, dunst: Dunst) -> None:
    with bus.standing_still():
        program.tell("show off It-is-off")
        program.tell("withdraw")
        program.tell("show off It-is-off")
    wait_until(lambda: dunst.displayed() == 1, "the notification, late")
    with bus.standing_still():
        program.tell("withdraw")
        assert program.quit() < FROZEN_MS
    wait_until(lambda: dunst.displayed() == 0, "no notification")


def test_without_a_bus_nothing_happens_and_nothing_is_said(x_session: XSession, tmp_path: Path) -> None:
    nowhere = {**x_session.environment, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/nobody"}
    with Notifying(nowhere, tmp_path / "said") as program:
        program.tell("show off It-is-off")
        program.tell("withdraw")
        assert program.quit() < FROZEN_MS


def test_a_service_that_hangs_is_asked_once_and_stops_nothing(program: Notifying, bus: PrivateBus) -> None:
    with HangingService(bus.address) as service:
        for _ in range(20):
            program.tell("show off It-is-off")
            program.tell("withdraw")
        program.tell("show off It-is-off")
        wait_until(lambda: bool(service.asked), "a question")
        assert program.quit() < FROZEN_MS
        assert service.asked == ["GetCapabilities"]


def asked_more(service: HangingService, before: int) -> bool:
    return "Notify" in service.asked[before:]


def test_a_service_that_answers_nonsense_is_not_believed(program: Notifying, bus: PrivateBus) -> None:
    with NonsenseService(bus.address) as service:
        for _ in range(3):
            before = len(service.asked)
            program.tell("show off It-is-off")
            wait_until(partial(asked_more, service, before), "a Notify")
        program.tell("withdraw")
        assert program.quit() < FROZEN_MS
    assert not any(line.startswith("acted") for line in program.said)
