"""The session screen by keyboard and mouse: two keys to start, one to stop, none where it is blocked."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.session.states import Asking
from massage_companion.ui.session.off_time_field import OffTimeField
from massage_companion.ui.session.view import (
    AfterView,
    BlockedView,
    RunningView,
    TodayView,
)
from tests.ui.session.reaching import (
    CORD,
    focused_text,
    key,
    run_session,
    to_after,
    to_asking,
    to_felt_wrong,
    to_overtime,
    to_pause,
    to_today,
)
from tests.ui.session.session_world import World

MakeWorld = Callable[..., World]


def test_two_keys_lead_a_healthy_person_into_a_session(shown: World) -> None:
    run_session(shown)
    assert isinstance(shown.controller.view, RunningView)


def test_space_starts_even_where_no_control_has_the_focus(shown: World) -> None:
    shown.screen.setFocus()
    QTest.keyClick(shown.screen, Qt.Key.Key_Space)
    assert isinstance(shown.controller.view, TodayView)


def test_space_on_another_control_belongs_to_that_control(shown: World) -> None:
    level = next(b for b in shown.screen.findChildren(QAbstractButton) if b.text() == "Medium")
    level.setFocus()
    QTest.keyClick(level, Qt.Key.Key_Space)
    assert level.isChecked()
    assert not isinstance(shown.controller.view, TodayView)


def test_alt_s_starts(shown: World, qtbot: QtBot) -> None:
    QTest.keyClick(shown.screen, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(shown.controller.view, TodayView))


def test_pressing_twice_quickly_answers_nothing_unread_and_starts_once(shown: World) -> None:
    key(shown, Qt.Key.Key_Space, times=2)
    assert isinstance(shown.controller.view, TodayView)
    assert shown.sessions.live is None
    shown.settle()
    key(shown, Qt.Key.Key_Space, times=2)
    assert isinstance(shown.controller.view, RunningView)
    assert [event for event, _ in shown.store.events].count("started") <= 1


def test_a_key_held_down_does_not_run_through_the_pages(shown: World) -> None:
    key(shown, Qt.Key.Key_Return)
    shown.settle()
    focused = QApplication.focusWidget()
    for _ in range(10):
        _repeat(focused, Qt.Key.Key_Return)
    assert isinstance(shown.controller.view, TodayView)


@pytest.mark.parametrize("reach", [run_session, to_pause, to_overtime], ids=["running", "paused", "overtime"])
def test_escape_stops_at_once(shown: World, reach: Callable[[World], None]) -> None:
    reach(shown)
    key(shown, Qt.Key.Key_Escape)
    assert isinstance(shown.controller.view, AfterView)
    assert shown.sessions.live is None


def test_escape_on_the_question_brings_the_focus_there_and_answers_nothing(shown: World) -> None:
    to_asking(shown)
    shown.screen.findChildren(OffTimeField)[0].setFocus()
    key(shown, Qt.Key.Key_Tab, times=3)
    key(shown, Qt.Key.Key_Escape)
    assert focused_text(shown) == "Is the massager still running?"
    live = shown.sessions.live
    assert live is not None
    assert isinstance(live.state, Asking)


@pytest.mark.parametrize("reach", [to_today, to_after, to_felt_wrong], ids=["today", "after", "felt wrong"])
def test_escape_does_nothing_where_nothing_runs(shown: World, reach: Callable[[World], None]) -> None:
    reach(shown)
    before = shown.controller.view
    key(shown, Qt.Key.Key_Escape)
    assert shown.controller.view == before


def test_no_key_and_no_click_starts_a_blocked_session(make_shown: MakeWorld) -> None:
    shown = make_shown(checked=CORD)
    chance = random.Random(20261122)
    keys = [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_S]
    modifiers = [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier]
    for _ in range(250):
        shown.settle()
        target = QApplication.focusWidget() or shown.screen
        QTest.keyClick(target, chance.choice(keys), chance.choice(modifiers))
        place = QPoint(chance.randrange(shown.screen.width()), chance.randrange(shown.screen.height()))
        hit = shown.screen.childAt(place) or shown.screen
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(shown.screen, place))
        assert shown.sessions.live is None
        assert isinstance(shown.controller.view, BlockedView)
    assert shown.store.events == []


def _repeat(widget: QWidget | None, which: Qt.Key) -> None:
    """What the system sends while a key is held down."""
    assert widget is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, which, Qt.KeyboardModifier.NoModifier, "\r", True))
