"""Where the focus stands, and what a screen reader is told without a key being pressed."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.session.states import Action
from massage_companion.ui.session import intents
from massage_companion.ui.session.view import BlockedView
from massage_companion.ui.widgets.card import Card
from tests.ui.session.reaching import (
    CORD,
    focused_text,
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


def test_the_explanation_of_a_block_has_the_focus_and_is_read_as_a_whole(make_shown: MakeWorld) -> None:
    shown = make_shown(checked=CORD)
    view = shown.controller.view
    focused = QApplication.focusWidget()
    assert isinstance(view, BlockedView)
    assert isinstance(focused, Card)
    assert focused.accessibleName() == view.title
    assert focused.accessibleDescription() == view.summary


def test_the_focus_is_not_taken_from_another_page(qtbot: QtBot) -> None:
    shown = World()
    window, other = QWidget(), QPlainTextEdit()
    qtbot.addWidget(window)
    shown.screen.setParent(window)
    other.setParent(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus()
    view = shown.controller.view
    assert view is not None
    shown.controller.intend(intents.Press(next(iter(view.deeds))))
    assert QApplication.focusWidget() is other


@pytest.mark.parametrize(
    ("reach", "expected"),
    [
        (to_today, "None of these. Start session"),
        (run_session, "Pause"),
        (to_pause, "Go on"),
        (to_overtime, "It is off"),
        (to_asking, "Is the massager still running?"),
        (to_after, "Session ended"),
        (to_felt_wrong, "Switch the massager off"),
    ],
)
def test_each_situation_begins_where_it_matters(shown: World, reach: Callable[[World], None], expected: str) -> None:
    reach(shown)
    assert focused_text(shown) == expected


def test_only_what_matters_is_announced(shown: World, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "massage_companion.ui.session.screen.announce", lambda _w, text, urgent=False: said.append(text)
    )
    shown.controller.watch("screen", True)
    run_session(shown)
    shown.run(minutes=5, seconds=30)
    shown.controller.perform(Action.IT_IS_OFF)
    assert said == [
        "Session started. It ends at 12:05.",
        "Half time. Is it still comfortable? If not, lower the level or stop. 2 minutes 30 seconds left.",
        "One minute left.",
        "Time is up. Switch the massager off.",
        "Session ended.",
    ]


def test_pause_going_on_and_the_question_are_announced(shown: World, monkeypatch: pytest.MonkeyPatch) -> None:
    run_session(shown)
    said: list[str] = []
    monkeypatch.setattr(
        "massage_companion.ui.session.screen.announce", lambda _w, text, urgent=False: said.append(text)
    )
    shown.controller.perform(Action.PAUSE)
    shown.settle()
    shown.controller.perform(Action.RESUME)
    shown.clock.suspend(minutes=9)
    shown.ticker.fire()
    assert [text.split(".")[0] for text in said] == ["Paused", "Going on", "Is the massager still running?"]
