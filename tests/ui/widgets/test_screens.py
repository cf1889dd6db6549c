"""Several screens in one place."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from massage_companion.ui.widgets.screens import Screens
from tests.support.accessible_screen import settle, show
from tests.ui.widgets.spoken import role_of


def test_one_is_seen_and_the_first_one_until_another_is_chosen(qtbot: QtBot) -> None:
    screens, first, second = Screens(), QLabel("first"), QLabel("second")
    for each in (first, second, first):
        screens.add(each)
    show(qtbot, screens)
    assert screens.all() == [first, second]
    assert (first.isVisible(), second.isVisible()) == (True, False)
    screens.show_screen(second)
    assert screens.current() is second
    assert (first.isVisible(), second.isVisible()) == (False, True)
    screens.show_first()
    assert screens.current() is first


def test_one_that_is_removed_is_gone(qtbot: QtBot) -> None:
    screens, first, second = Screens(), QLabel("first"), QPushButton("second")
    screens.add(first)
    screens.add(second)
    show(qtbot, screens)
    screens.show_screen(second)
    screens.remove(second)
    settle()
    assert screens.all() == [first]
    assert first.isVisible()


def test_a_screen_reader_is_not_told_of_layers(qtbot: QtBot) -> None:
    screens = Screens()
    screens.add(QLabel("first"))
    show(qtbot, screens)
    assert role_of(screens) is not QAccessible.Role.LayeredPane
