"""The cards that ask after sessions, with large letters, in a small window, in Chinese."""

from collections.abc import Iterator

import pytest
from msgspec import structs
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massage_companion.ui.theme import DARK, LIGHT, apply_theme
from tests.support.accessible_screen import clipped, nameless, settle, too_small
from tests.ui.looking_after.looking_after_world import LookingAfterWorld
from tests.ui.session.session_world import MEI, start

SMALL = (800, 560)


@pytest.fixture(params=[1.0, 2.0], ids=["100 %", "200 %"])
def letters(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    """The size of letters, in the program's own dress."""
    scale: float = request.param
    apply_theme(qapp, DARK if scale == 2.0 else LIGHT, scale)
    yield scale
    apply_theme(qapp, LIGHT)


def problems(world: LookingAfterWorld) -> list[str]:
    return [*nameless(world.screen), *too_small(world.screen), *clipped(world.screen)]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("late", [True, False], ids=["late signs", "next morning"])
def test_what_is_asked_can_be_read_and_reached(qtbot: QtBot, letters: float, language: str, late: bool) -> None:
    world = LookingAfterWorld(qtbot, structs.replace(MEI, next_morning=True, check_ins=late), language)
    world.had()
    world.clock.advance(days=1)
    world.look(SMALL)
    question = "looking_after.late.title" if late else "looking_after.morning.title"
    assert world.words.raw(question).split("{")[0] in world.seen()
    assert problems(world) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_question_whether_to_ask_can_be_read_and_reached(qtbot: QtBot, letters: float, language: str) -> None:
    world = LookingAfterWorld(qtbot, language=language)
    world.look(SMALL)
    start(world)
    world.controller.stop()
    world.settle()
    settle()
    assert world.words("looking_after.allow.title") in world.seen()
    assert problems(world) == []
