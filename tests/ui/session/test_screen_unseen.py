"""A screen that nobody sees costs next to nothing, and what is typed on a seen one is kept as it is."""

from collections.abc import Callable

from msgspec import structs
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from massage_companion.ui.session import intents
from massage_companion.ui.session.note_field import NOTE_LENGTH, NoteField
from massage_companion.ui.session.off_time_field import OffTimeField
from massage_companion.ui.session.view import AskingView, BlockedView, Deed, OvertimeView, RunningView
from massage_companion.ui.widgets.ring import TimeRing
from tests.ui.session.reaching import (
    run_session,
    to_asking,
    to_overtime,
    to_today,
)
from tests.ui.session.session_world import World

MakeWorld = Callable[..., World]


class _Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_a_hidden_screen_is_neither_looked_at_nor_painted_each_second(shown: World) -> None:
    run_session(shown)
    ring = next(ring for ring in shown.screen.findChildren(TimeRing) if ring.isVisible())
    paints = _Paints()
    shown.screen.hide()
    ring.installEventFilter(paints)
    armed = shown.ticker.armed
    for _ in range(60):
        shown.run(seconds=1)
        QApplication.processEvents()
    assert shown.ticker.armed - armed <= 7
    assert paints.count == 0


def test_a_minimised_window_counts_as_hidden_and_comes_back_with_the_right_time(shown: World) -> None:
    run_session(shown)
    shown.screen.showMinimized()
    QApplication.processEvents()
    assert (shown.ticker.delay_ms or 0) > 1_000
    shown.run(seconds=7)
    shown.screen.showNormal()
    QApplication.processEvents()
    view = shown.controller.view
    assert isinstance(view, RunningView)
    assert view.time == "04:52"
    assert (shown.ticker.delay_ms or 0) <= 1_000


def test_a_note_ends_at_five_hundred_characters(qtbot: QtBot) -> None:
    field = NoteField("Note", "")
    qtbot.addWidget(field)
    field.setPlainText("字" * (NOTE_LENGTH + 50))
    assert field.note() == "字" * NOTE_LENGTH


def test_ticks_of_today_are_gone_the_next_time(shown: World) -> None:
    to_today(shown)
    fever = next(b for b in shown.screen.findChildren(QAbstractButton) if b.isCheckable() and b.isVisible())
    fever.click()
    shown.controller.intend(intents.Press(Deed.BACK))
    shown.settle()
    to_today(shown)
    assert not any(b.isChecked() for b in shown.screen.findChildren(QAbstractButton) if b.isVisible())


def test_what_is_ticked_today_is_what_is_answered(shown: World) -> None:
    to_today(shown)
    rows = [b for b in shown.screen.findChildren(QAbstractButton) if b.isCheckable() and b.isVisible()]
    rows[0].click()
    next(b for b in shown.screen.findChildren(QAbstractButton) if b.isVisible() and b.text() == "Continue").click()
    view = shown.controller.view
    assert isinstance(view, BlockedView)
    assert shown.sessions.live is None


def test_the_time_it_went_off_stays_within_the_absence(shown: World) -> None:
    to_asking(shown)
    view = shown.controller.view
    assert isinstance(view, AskingView)
    assert view.off is not None
    told: list[int] = []
    for proposed in (view.off.earliest, view.off.latest):
        field = OffTimeField(shown.words)
        field.chosen.connect(told.append)
        field.show_time(structs.replace(view.off, proposed=proposed, offset_minutes=480))
        next(b for b in field.findChildren(QAbstractButton) if b.text() == "Use this time").click()
        field.deleteLater()
    assert told[0] == view.off.earliest
    assert 0 <= view.off.latest - told[1] < 60_000


def test_overtime_says_how_long(shown: World) -> None:
    to_overtime(shown)
    view = shown.controller.view
    assert isinstance(view, OvertimeView)
    texts = [label.text() for label in shown.screen.findChildren(QLabel) if label.isVisible()]
    assert view.text in texts
