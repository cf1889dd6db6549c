"""What a second of a session asks of the disk: nothing. What is read anew each second costs every desk its quiet."""

from collections import Counter

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massage_companion.ui.theme import LIGHT, apply_theme
from tests.support.memory_store import MemoryStore
from tests.ui.people.household_window import HouseholdWindow
from tests.ui.session.test_announcements import passes


class AskedStore(MemoryStore):
    """Remembers what the program asks it for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        super().__init__()

    def __getattribute__(self, name: str) -> object:
        found: object = super().__getattribute__(name)
        if not name.startswith("_") and callable(found):
            self.asked.append(name)
        return found


@pytest.fixture
def house(qtbot: QtBot, qapp: QApplication) -> HouseholdWindow:
    apply_theme(qapp, LIGHT)
    return HouseholdWindow(qtbot, store=AskedStore()).open()


def asked(house: HouseholdWindow) -> Counter[str]:
    """What the store was asked for since the last time, and how often."""
    assert isinstance(house.store, AskedStore)
    counted = Counter(house.store.asked)
    house.store.asked.clear()
    return counted


def test_a_running_second_reads_nothing(house: HouseholdWindow) -> None:
    house.session_runs()
    passes(house, 2)
    assert asked(house), "the store is not watched"
    passes(house, 100)
    assert asked(house) == {"keep_live": 5}, "only the heartbeat"


def test_over_time_each_alarm_asks_for_the_volume_and_a_second_for_nothing(house: HouseholdWindow) -> None:
    house.session_runs()
    passes(house, 5 * 60 + 2)
    asked(house)
    passes(house, 100)
    assert asked(house) == {"keep_live": 5, "settings": 5}


def test_a_pause_reads_nothing(house: HouseholdWindow) -> None:
    house.session_runs()
    passes(house, 2)
    house.press("Pause")
    asked(house)
    passes(house, 180)
    assert asked(house) == {"keep_live": 3}
