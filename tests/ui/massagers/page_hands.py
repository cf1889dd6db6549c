"""The page about massagers in the whole window, and the hands to use it."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from massage_companion.eligibility.modality import Modality
from massage_companion.session.massager import Massager
from tests.support.accessible_screen import button, press
from tests.support.small_rules import KNEADER
from tests.ui.people.household_window import HouseholdWindow

PULSES = "Pulses: small electric pulses through pads (EMS, TENS)"
HEAT = "Heat: it gets warm"
EDIT = "Edit: Shiatsu pillow"
PULSER = Massager("tens", "TENS", "pulse-patch", frozenset({Modality.PULSE}), False)


def page(
    qtbot: QtBot, *massagers: Massager, language: str = "en", size: tuple[int, int] = (1040, 700)
) -> HouseholdWindow:
    """The page of Mei, who has been through the check."""
    world = HouseholdWindow(qtbot, massagers=massagers or (KNEADER,), language=language).open(size)
    world.go(world.words("window.massagers"))
    return world


def tick(world: HouseholdWindow, *rows: str) -> None:
    """Tick or untick rows by their words, with the space bar."""
    for row in rows:
        button(world.window, row).setFocus()
        press(Qt.Key.Key_Space)
