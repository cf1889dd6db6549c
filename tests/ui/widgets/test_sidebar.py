import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.sidebar import Entry, Sidebar
from tests.ui.widgets.hands import click, press
from tests.ui.widgets.spoken import description_of, name_of, role_of

TOP = (Entry("session", "Session", "session"), Entry("log", "Log", "log"), Entry("check", "Safety check", "check"))
BOTTOM = (Entry("settings", "Settings", "settings"), Entry("help", "Help", "help"))


def sidebar(qtbot: QtBot) -> Sidebar:
    bar = Sidebar(TOP, BOTTOM, here="this page")
    qtbot.addWidget(bar)
    bar.set_person("Mei", "Mei, change person")
    bar.set_current("session")
    bar.resize(bar.sizeHint().width(), 560)
    with qtbot.waitActive(bar):
        bar.show()
        bar.activateWindow()
    return bar


def buttons(bar: Sidebar) -> dict[str, QPushButton]:
    return {button.text(): button for button in bar.findChildren(QPushButton)}


def test_pressing_an_entry_tells_its_id_and_leaves_the_highlight_to_the_window(qtbot: QtBot) -> None:
    bar = sidebar(qtbot)
    with qtbot.waitSignal(bar.chosen) as told:
        click(buttons(bar)["Log"])
    assert told.args == ["log"]
    assert bar.current() == "session"


def test_the_current_page_is_said_not_only_shown(qtbot: QtBot) -> None:
    bar = sidebar(qtbot)
    assert description_of(buttons(bar)["Session"]) == "this page"
    bar.set_current("log")
    assert description_of(buttons(bar)["Session"]) == ""
    assert description_of(buttons(bar)["Log"]) == "this page"
    assert bar.current() == "log"


def test_an_unknown_page_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        sidebar(qtbot).set_current("nowhere")


def test_arrow_keys_go_round_and_return_or_space_opens(qtbot: QtBot) -> None:
    bar = sidebar(qtbot)
    told: list[str] = []
    bar.chosen.connect(told.append)
    buttons(bar)["Session"].setFocus()
    press(bar, Qt.Key.Key_Down)
    assert told == []
    press(bar, Qt.Key.Key_Return)
    for _ in range(3):
        press(bar, Qt.Key.Key_Down)
    press(bar, Qt.Key.Key_Space)
    assert told == ["log", "help"]
    press(bar, Qt.Key.Key_Down)
    assert bar.focusWidget() is bar.person_button
    press(bar, Qt.Key.Key_Up)
    assert bar.focusWidget() is buttons(bar)["Help"]


def test_every_entry_is_a_stop_of_the_tab_key(qtbot: QtBot) -> None:
    bar = sidebar(qtbot)
    bar.person_button.setFocus()
    for name in ("Session", "Log", "Safety check", "Settings", "Help"):
        press(bar, Qt.Key.Key_Tab)
        assert bar.focusWidget() is buttons(bar)[name]


def test_the_person_is_a_button_of_its_own(qtbot: QtBot) -> None:
    bar = sidebar(qtbot)
    assert name_of(bar.person_button) == "Mei, change person"
    with qtbot.waitSignal(bar.person_pressed):
        bar.person_button.click()


def test_names_give_way_in_a_narrow_window_but_stay_for_readers(qtbot: QtBot, text_size: float) -> None:
    bar = sidebar(qtbot)
    bar.fit(800)
    assert bar.is_compact() is (text_size == 2.0)
    wide = bar.sizeHint().width()
    bar.set_compact(True)
    assert bar.sizeHint().width() < 0.2 * 800
    assert bar.sizeHint().width() <= wide
    for name, button in buttons(bar).items():
        assert role_of(button) == QAccessible.Role.Button
        assert button.toolTip() == name
        assert name_of(button).startswith(name)
    bar.fit(2000)
    assert not bar.is_compact()
    assert buttons(bar)["Log"].toolTip() == ""


def test_everything_fits_the_smallest_window_with_large_targets(qtbot: QtBot, text_size: float) -> None:
    bar = sidebar(qtbot)
    bar.fit(800)
    assert bar.minimumSizeHint().height() <= 560
    bar.resize(bar.sizeHint().width(), 560)
    for button in buttons(bar).values():
        assert button.height() >= 32
        assert button.width() >= 32
        assert bar.rect().contains(button.geometry())
        assert button.mapTo(bar, QPoint(0, 0)).y() >= 0


def test_a_long_name_does_not_push_the_page_aside(qtbot: QtBot, text_size: float) -> None:
    bar = sidebar(qtbot)
    bar.set_person("Wolfeschlegelsteinhausenbergerdorff " * 3, "someone")
    assert bar.sizeHint().width() <= scaled(260) + 25


def test_it_is_as_wide_whether_or_not_an_entry_is_left_out(qtbot: QtBot) -> None:
    bar = Sidebar([Entry("log", "Log", "log")], [Entry("wrong", "Something feels wrong", "warning", urgent=True)], "")
    qtbot.addWidget(bar)
    bar.fit(2000)
    bar.show()
    with_all = bar.minimumWidth()
    bar.offer("wrong", False)
    assert bar.minimumWidth() == with_all >= bar.sizeHint().width()


def test_in_a_low_window_entries_grow_lower_and_none_is_lost(qtbot: QtBot, text_size: float) -> None:
    bar = sidebar(qtbot)
    bar.set_compact(True)
    bar.resize(bar.sizeHint().width(), bar.minimumSizeHint().height())
    bar.show()
    for button in buttons(bar).values():
        assert button.height() >= 32
        assert bar.rect().contains(button.geometry())
