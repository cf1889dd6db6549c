"""The small window: what it shows, what it can do, and that closing it never stops anything."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.session.states import Action, Asking, Paused, Running
from massage_companion.ui.session import intents
from massage_companion.ui.session.view import AfterView, AskingView, Deed, FeltWrongView, OvertimeView
from massage_companion.ui.small_window.small_view import small_view
from massage_companion.ui.small_window.time_text import TimeText
from massage_companion.ui.small_window.window import SmallWindow, stays_on_top
from massage_companion.ui.theme import LIGHT, apply_theme
from tests.ui.session.session_world import start
from tests.ui.small_window.conftest import Desk, MakeDesk

Reach = Callable[[Desk], None]


def running(desk: Desk) -> None:
    start(desk.world)
    desk.session.intend(intents.Press(Deed.SMALL_WINDOW))


def paused(desk: Desk) -> None:
    running(desk)
    desk.session.perform(Action.PAUSE)
    desk.world.settle()


def overtime(desk: Desk) -> None:
    running(desk)
    desk.world.run(minutes=5, seconds=5)


def asking(desk: Desk) -> None:
    running(desk)
    desk.world.clock.suspend(minutes=30)
    desk.world.ticker.fire()
    desk.world.settle()


SITUATIONS = {"running": running, "paused": paused, "overtime": overtime, "asking": asking}
every_situation = pytest.mark.parametrize("reach", SITUATIONS.values(), ids=SITUATIONS.keys())


def window(desk: Desk) -> SmallWindow:
    assert desk.small.window is not None
    return desk.small.window


def shown(desk: Desk) -> list[QAbstractButton]:
    return [button for button in window(desk).findChildren(QAbstractButton) if button.isVisible()]


def button(desk: Desk, name: str) -> QAbstractButton:
    return next(each for each in shown(desk) if name in (each.text(), each.accessibleName()))


def test_it_opens_by_the_button_of_the_running_page(desk: Desk) -> None:
    running(desk)
    assert window(desk).isVisible()
    assert desk.opened == 1


def test_it_does_not_open_where_no_session_runs(desk: Desk) -> None:
    desk.small.open()
    assert desk.small.window is None
    assert desk.opened == 0


def test_it_opens_by_itself_at_the_start_where_that_is_set_and_stays_closed_once_closed(make_desk: MakeDesk) -> None:
    desk = make_desk(automatic=True)
    start(desk.world)
    window(desk).close()
    desk.world.run(minutes=1)
    assert desk.small.window is None
    assert desk.opened == 1


@every_situation
def test_its_buttons_are_what_the_page_offers(desk: Desk, reach: Reach) -> None:
    reach(desk)
    view = desk.session.view
    assert view is not None
    small = small_view(view, desk.world.words)
    assert small is not None
    assert small.actions <= view.actions
    assert len(shown(desk)) == len(small.actions) + small.asks
    entries = [entry.text() for entry in window(desk).actions() if entry.isVisible()]
    assert len(entries) == len(small.actions) + 2
    assert "Something feels wrong" in entries


@every_situation
def test_every_control_has_a_name_and_is_large_enough(desk: Desk, reach: Reach) -> None:
    reach(desk)
    QApplication.processEvents()
    for each in shown(desk):
        assert each.accessibleName() or each.text()
        assert min(each.width(), each.height()) >= 32
    texts = window(desk).findChildren(TimeText)
    assert texts[0].accessibleName()
    assert texts[0].focusPolicy() is Qt.FocusPolicy.NoFocus


@every_situation
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_is_cut_off(make_desk: MakeDesk, qapp: QApplication, reach: Reach, scale: float, language: str) -> None:
    apply_theme(qapp, LIGHT, scale)
    desk = make_desk(language=language)
    reach(desk)
    QApplication.processEvents()
    for child in window(desk).findChildren(QWidget):
        if child.isVisible():
            assert window(desk).rect().contains(child.geometry())
            assert child.width() >= child.minimumSizeHint().width() or isinstance(child, QAbstractButton)
    apply_theme(qapp, LIGHT)


def test_it_is_as_large_as_planned_while_a_session_runs(desk: Desk) -> None:
    running(desk)
    QApplication.processEvents()
    assert window(desk).width() <= 270
    assert window(desk).height() == 80


def test_pause_go_on_and_stop_by_its_buttons(desk: Desk) -> None:
    running(desk)
    button(desk, "Pause").click()
    live = desk.world.sessions.live
    assert live is not None
    assert isinstance(live.state, Paused)
    desk.world.settle()
    button(desk, "Go on").click()
    live = desk.world.sessions.live
    assert live is not None
    assert isinstance(live.state, Running)
    button(desk, "End session").click()
    assert isinstance(desk.session.view, AfterView)


@pytest.mark.parametrize("reach", [running, paused, overtime], ids=["running", "paused", "overtime"])
def test_escape_stops(desk: Desk, qtbot: QtBot, reach: Reach) -> None:
    reach(desk)
    qtbot.waitUntil(window(desk).isActiveWindow)
    QTest.keyClick(window(desk), Qt.Key.Key_Escape)
    assert isinstance(desk.session.view, AfterView)


def test_escape_on_the_question_answers_nothing_and_opens_the_large_window(desk: Desk, qtbot: QtBot) -> None:
    asking(desk)
    qtbot.waitUntil(window(desk).isActiveWindow)
    QTest.keyClick(window(desk), Qt.Key.Key_Escape)
    live = desk.world.sessions.live
    assert live is not None
    assert isinstance(live.state, Asking)
    assert desk.wanted_large == 1


def test_the_question_leads_to_the_large_window(desk: Desk) -> None:
    asking(desk)
    assert isinstance(desk.session.view, AskingView)
    button(desk, "Open").click()
    assert desk.wanted_large == 1


@every_situation
def test_the_focus_never_begins_where_something_would_feel_wrong(desk: Desk, qtbot: QtBot, reach: Reach) -> None:
    reach(desk)
    qtbot.waitUntil(window(desk).isActiveWindow)
    focused = window(desk).focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.accessibleName() != "Something feels wrong"


def test_something_feels_wrong_ends_at_once_and_brings_the_large_window(desk: Desk) -> None:
    running(desk)
    button(desk, "Something feels wrong").click()
    assert isinstance(desk.session.view, FeltWrongView)
    assert desk.small.window is None
    assert desk.wanted_large == 1


@every_situation
def test_closing_it_stops_nothing_and_brings_the_large_window(desk: Desk, reach: Reach) -> None:
    reach(desk)
    before = desk.world.sessions.live
    window(desk).close()
    assert desk.world.sessions.live == before
    assert desk.small.window is None
    assert desk.wanted_large == 1


def test_overtime_warns_and_says_it_is_off(desk: Desk) -> None:
    overtime(desk)
    view = desk.session.view
    assert isinstance(view, OvertimeView)
    small = small_view(view, desk.world.words)
    assert small is not None
    assert small.tone == "warning"
    button(desk, "It is off").click()
    assert isinstance(desk.session.view, AfterView)


def test_a_press_that_was_meant_for_pause_does_not_say_it_is_off(desk: Desk) -> None:
    running(desk)
    desk.world.run(minutes=4, seconds=55)
    while not isinstance(desk.session.view, OvertimeView):
        desk.world.run(seconds=0.1)
    button(desk, "It is off").click()
    assert isinstance(desk.session.view, OvertimeView)


def test_above_others_only_where_the_desktop_lets_a_program_ask(qtbot: QtBot, desk: Desk) -> None:
    assert stays_on_top("xcb")
    assert not stays_on_top("wayland")
    for on_top in (True, False):
        small = SmallWindow(desk.world.words, on_top)
        qtbot.addWidget(small)
        assert bool(small.windowFlags() & Qt.WindowType.WindowStaysOnTopHint) is on_top
        assert small.windowType() is Qt.WindowType.Window


def test_another_language_takes_over_without_a_trace(desk: Desk) -> None:
    running(desk)
    old = window(desk)
    desk.small.close()
    assert old.isHidden()
    assert desk.wanted_large == 0
    assert (desk.world.ticker.delay_ms or 0) > 1_000
    desk.small = type(desk.small)(desk.session, desk.world.words, lambda: False)
