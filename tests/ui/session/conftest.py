"""Worlds for the tests of the session screen: one whose screen stays hidden, one on show with the focus."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massage_companion.ui.theme import LIGHT, apply_theme, current_theme, text_scale
from tests.ui.session.session_world import World

MakeWorld = Callable[..., World]


@pytest.fixture
def make_world(qtbot: QtBot) -> MakeWorld:
    """Makes a world with World's own options; its screen is not on show."""

    def make(**options: Any) -> World:
        world = World(**options)
        qtbot.addWidget(world.screen)
        return world

    return make


@pytest.fixture
def world(make_world: MakeWorld) -> World:
    """One healthy person with one massager."""
    return make_world()


@pytest.fixture
def make_shown(make_world: MakeWorld, qtbot: QtBot, qapp: QApplication) -> MakeWorld:
    """Makes a world whose screen is on show and has the focus."""
    if current_theme() is not LIGHT or text_scale() != 1.0 or qapp.property("theme") is None:
        apply_theme(qapp, LIGHT)

    def make(**options: Any) -> World:
        world = make_world(**options)
        world.screen.resize(845, 700)
        world.screen.show()
        world.screen.activateWindow()
        qtbot.waitUntil(world.screen.isActiveWindow)
        world.screen.focus_situation()
        return world

    return make


@pytest.fixture
def shown(make_shown: MakeWorld) -> World:
    """One healthy person with one massager, before the screen."""
    return make_shown()
