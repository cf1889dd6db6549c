"""What stops a massager is in sight when a situation comes up, in a small window and with large letters too."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from massage_companion.ui.theme import LIGHT, apply_theme
from tests.support.accessible_screen import settle
from tests.ui.session.reaching import SITUATIONS, MakeWorld
from tests.ui.session.session_world import World

SMALL_PAGE = (690, 560)
"""What is left for the page of a window of 800 x 560 beside the sidebar at twice the size of letters."""


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp, LIGHT)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("situation", ["running", "paused", "overtime", "asking"])
def test_the_control_with_the_keyboard_is_in_sight(
    make_shown: MakeWorld, qapp: QApplication, large: None, situation: str, language: str
) -> None:
    world = make_shown(language=language)
    apply_theme(qapp, LIGHT, 2.0)
    world.screen.resize(*SMALL_PAGE)
    world.settle()
    reach: Callable[[World], None] = SITUATIONS[situation]
    reach(world)
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    seen = world.screen.page.viewport()
    place = QRect(focused.mapTo(seen, focused.rect().topLeft()), focused.size())
    assert seen.rect().contains(place) or (place.height() > seen.height() and place.top() > 0)
