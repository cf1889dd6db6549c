"""A whole session as a screen reader hears it: each thing once when it happens, and nothing at any other time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from massage_companion.session.plan import Phase, Plan, SavedPlan
from massage_companion.ui.theme import LIGHT, apply_theme
from tests.support.accessible_screen import settle
from tests.support.shaky_house import MEI
from tests.support.small_rules import WARM_KNEADER
from tests.ui.people.household_window import HouseholdWindow

MINUTE = 60
SIDES = Plan(10, phases=(Phase("left", 4), Phase("right", 6)))


@pytest.fixture
def house(qtbot: QtBot, qapp: QApplication) -> HouseholdWindow:
    apply_theme(qapp, LIGHT)
    return HouseholdWindow(qtbot, people=(MEI,), massagers=(WARM_KNEADER,)).open()


def passes(house: HouseholdWindow, seconds: float) -> None:
    """Time passes, and every look comes when it is due."""
    left = round(seconds * 1000)
    while (step := house.ticker.delay_ms) is not None and step <= left:
        left -= step
        house.clock.advance(ms=step)
        house.ticker.fire()
    house.clock.advance(ms=left)


def test_a_session_with_phases_a_pause_and_overtime_is_told_once_at_each_turn(
    house: HouseholdWindow, heard: list[str]
) -> None:
    choose_plan(house)
    heard.clear()
    house.press("Start session")
    passes(house, 1)
    house.press("None of these. Start session")
    assert told(heard) == ["Session started. It ends at 12:10."]
    passes(house, 4 * MINUTE - 1)
    assert told(heard) == []
    passes(house, 1)
    assert told(heard) == ["Now: right, 6 minutes."]
    passes(house, MINUTE)
    assert told(heard) == [
        "Half time. Is it still comfortable? If not, lower the level or stop. 5 minutes left.",
    ]
    passes(house, MINUTE)
    house.press("Pause")
    assert told(heard) == ["Paused. 3 minutes 59 seconds left."]
    passes(house, 5 * MINUTE)
    assert told(heard) == []
    house.press("Go on")
    assert told(heard) == ["Going on. 3 minutes 59 seconds left."]
    passes(house, 3 * MINUTE - 1)
    assert told(heard) == ["One minute left."]
    passes(house, MINUTE)
    assert told(heard) == ["Time is up. Switch the massager off."]
    passes(house, 2 * MINUTE)
    assert told(heard) == [], "the alarm is heard, and not spoken again and again"
    house.press("It is off")
    assert told(heard) == ["Session ended."]
    passes(house, 10 * MINUTE)
    assert told(heard) == []


@pytest.mark.parametrize("page", ["Log", "Settings"])
def test_on_another_page_the_same_is_told(house: HouseholdWindow, heard: list[str], page: str) -> None:
    house.press("Start session")
    passes(house, 1)
    house.press("None of these. Start session")
    house.press(page)
    heard.clear()
    passes(house, 5 * MINUTE)
    assert told(heard) == [
        "Half time. Is it still comfortable? If not, lower the level or stop. 2 minutes 30 seconds left.",
        "One minute left.",
        "Time is up. Switch the massager off.",
    ]


def test_without_a_session_nothing_is_said(house: HouseholdWindow, heard: list[str]) -> None:
    heard.clear()
    passes(house, 60 * MINUTE)
    assert told(heard) == []


def choose_plan(house: HouseholdWindow) -> None:
    """A saved plan of ten minutes in two parts."""
    house.store.keep_plan(SavedPlan("sides", WARM_KNEADER.id, "Both sides", SIDES))
    house.go("Log")
    house.go("Session")
    (box,) = [each for each in house.window.findChildren(QComboBox) if each.findText("Both sides") >= 0]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    settle()


def told(heard: list[str]) -> list[str]:
    """What was said since the last time it was asked."""
    said, heard[:] = list(heard), []
    return said
