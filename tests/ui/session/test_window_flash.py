"""The flash for somebody who wants no sound: slow, short, steady where less motion is wanted, and never in the way."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.ui.session.window_flash import HALF_PULSE_MS, PULSES, WindowFlash


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    return window


def test_it_is_bright_at_most_once_a_second() -> None:
    assert 2 * HALF_PULSE_MS >= 1_000


def test_it_pulses_and_rests_by_itself(window: QWidget) -> None:
    flash = WindowFlash(window, still=lambda: False)
    flash.flash()
    seen = [flash.is_bright]
    for _ in range(3 * PULSES):
        flash._turn()  # the timer's turn, without waiting for it
        seen.append(flash.is_bright)
    assert sum(1 for before, now in pairwise(seen) if now and not before) == PULSES - 1
    assert not seen[-1]


def test_it_stands_still_where_less_motion_is_wanted(window: QWidget, qtbot: QtBot) -> None:
    flash = WindowFlash(window, still=lambda: True)
    flash.flash()
    qtbot.wait(2 * HALF_PULSE_MS + 100)
    assert flash.is_bright
    flash.stop()
    assert not flash.is_bright


def test_it_covers_the_whole_window_and_takes_no_click(window: QWidget) -> None:
    pressed: list[bool] = []
    button = QPushButton("It is off", window)
    button.setGeometry(100, 100, 100, 50)
    button.clicked.connect(lambda: pressed.append(True))
    button.show()
    flash = WindowFlash(button, still=lambda: True)
    flash.flash()
    window.resize(600, 500)
    veil = next(child for child in window.children() if isinstance(child, QWidget) and child is not button)
    assert veil.size() == window.size()
    assert veil.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == [True]


def test_stopping_twice_is_no_trouble(window: QWidget) -> None:
    flash = WindowFlash(window, still=lambda: False)
    flash.stop()
    flash.flash()
    flash.stop()
    flash.stop()
    assert not flash.is_bright
