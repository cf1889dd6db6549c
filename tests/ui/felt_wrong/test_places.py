"""One press from anywhere leads to the right place."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from massage_companion.companion.felt_wrong import FeltWrong
from massage_companion.session.states import Ending
from massage_companion.ui.felt_wrong.places import FeltWrongPlaces
from massage_companion.ui.felt_wrong.screen import FeltWrongScreen
from massage_companion.ui.session.view import BlockedView
from tests.support.accessible_screen import button, settle, show, texts
from tests.support.counting_ids import CountingIds
from tests.support.small_rules import WARM_KNEADER
from tests.ui.session.session_world import MEI, World, start


class Program(World):
    """A session page and the way to tell that something feels wrong."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self._qtbot = qtbot
        felt_wrong = FeltWrong(self.rules, self.store, self.clock, CountingIds("sign"), self.sessions)
        self.places = FeltWrongPlaces(
            felt_wrong,
            self.sessions,
            (self.rules, self.texts, self.words),
            lambda: "FR",
            lambda: (MEI, WARM_KNEADER),
            self.screen,
        )
        self.places.follow_session(self.screen, self.controller)
        self.pages: list[QWidget] = []
        self.back: list[bool] = []
        self.reports: list[bool] = []
        self.places.page_wanted.connect(self._show)
        self.places.session_wanted.connect(lambda: self.back.append(True))
        self.places.reported.connect(lambda: self.reports.append(True))
        show(qtbot, self.screen, (845, 700))

    def _show(self, page: QWidget) -> None:
        if page not in self.pages:
            show(self._qtbot, page)
        self.pages.append(page)


@pytest.fixture
def program(qtbot: QtBot) -> Program:
    return Program(qtbot)


def test_without_a_session_the_list_comes_first_on_a_page_of_its_own(program: Program) -> None:
    program.places.tell()
    settle()
    (page,) = program.pages
    assert isinstance(page, FeltWrongScreen)
    assert "Did you feel any of these?" in texts(page)
    assert program.store.stop_signs("mei") == ()
    button(page, "Nothing is wrong, go back").click()
    assert program.back == [True]
    assert program.reports == []


def test_what_is_told_there_blocks_and_leads_back_to_the_session_page(program: Program) -> None:
    program.places.tell()
    settle()
    (page,) = program.pages
    button(page, "Lost sight").click()
    button(page, "Continue").click()
    settle()
    assert "Call 112 now" in texts(page)
    assert program.reports == [True]
    program.clock.advance(seconds=5)
    button(page, "Done").click()
    assert program.back == [True]
    program.controller.refresh()
    assert isinstance(program.controller.view, BlockedView)


def test_the_second_time_nothing_of_the_first_is_ticked(program: Program) -> None:
    for _ in range(2):
        program.places.tell()
        settle()
        row = button(program.pages[-1], "Vomiting")
        assert not row.isChecked()
        row.click()
    assert program.pages[0] is program.pages[1]


def test_while_a_session_runs_it_ends_at_once_and_the_steps_are_shown(program: Program) -> None:
    start(program)
    program.run(minutes=1)
    program.places.tell()
    settle()
    assert program.pages == []
    assert program.back == [True]
    assert [record.ending for record in program.store.records("mei", 10)] == [Ending.FELT_WRONG]
    button(program.screen, "It is off. Go on").click()
    settle()
    assert "Did you feel any of these?" in texts(program.screen)
