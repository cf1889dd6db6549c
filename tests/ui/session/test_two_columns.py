"""Two columns are as high as their width says, whatever it was before: else a scroll bar comes and goes for ever."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.session.states import Action
from massage_companion.ui.session.two_columns import TwoColumns
from massage_companion.ui.widgets.labels import body
from tests.ui.session.reaching import run_session
from tests.ui.session.session_world import World

MakeWorld = Callable[..., World]
LONG = "A text that needs more lines the less room there is for it. " * 4


def columns(qtbot: QtBot, second_width: int = 330) -> tuple[TwoColumns, QLabel, QWidget]:
    first, second = body(LONG), body(LONG)
    made = TwoColumns(first, second, second_width)
    qtbot.addWidget(made)
    return made, first, second


def test_the_height_for_a_width_does_not_depend_on_the_present_width(qtbot: QtBot) -> None:
    made, _first, _second = columns(qtbot)
    made.show()
    asked = range(300, 1000, 37)
    made.resize(900, 400)
    QApplication.processEvents()
    wide = [made.heightForWidth(width) for width in asked]
    made.resize(350, 400)
    QApplication.processEvents()
    assert [made.heightForWidth(width) for width in asked] == wide


@pytest.mark.parametrize(("width", "beside"), [(900, True), (540, True), (400, False)])
def test_they_stand_beside_each_other_where_there_is_room(qtbot: QtBot, width: int, beside: bool) -> None:
    made, first, second = columns(qtbot)
    made.resize(width, 500)
    made.show()
    QApplication.processEvents()
    place = second.mapTo(made, second.rect().topLeft())
    assert (place.x() > first.geometry().right()) is beside
    assert (place.y() > first.geometry().bottom()) is not beside


def test_from_the_right_the_first_stands_right(qtbot: QtBot) -> None:
    made, first, second = columns(qtbot, 0)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.resize(900, 500)
    made.show()
    QApplication.processEvents()
    assert first.geometry().left() > second.geometry().right()


@pytest.mark.parametrize("width", range(596, 612, 2))
def test_no_size_of_the_window_lets_the_pages_shake(make_shown: MakeWorld, width: int) -> None:
    world = make_shown(language="zh")
    run_session(world)
    for height in range(520, 600, 8):
        world.screen.resize(width, height)
        QApplication.processEvents()
    world.controller.perform(Action.PAUSE)
    for height in range(520, 600, 8):
        world.screen.resize(width, height)
        QApplication.processEvents()
    content = world.screen.page.widget()
    assert content is not None
    assert content.width() <= world.screen.page.viewport().width()
