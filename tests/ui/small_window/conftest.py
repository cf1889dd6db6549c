"""A session with a small window over it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massage_companion.ui.session.controller import SessionController
from massage_companion.ui.small_window.controller import SmallWindowController
from massage_companion.ui.theme import LIGHT, apply_theme, current_theme, text_scale
from tests.ui.session.session_world import World

MakeDesk = Callable[..., "Desk"]


class Desk:
    """A world, its small window, and what the large window was asked for. Its screen is not on show."""

    def __init__(self, world: World, automatic: bool) -> None:
        self.world = world
        self.automatic = automatic
        self.wanted_large = 0
        self.opened = 0
        self.small = SmallWindowController(self.session, world.words, lambda: self.automatic)
        self.small.large_wanted.connect(self._count_large)
        self.small.opened.connect(self._count_opened)

    @property
    def session(self) -> SessionController:
        return self.world.controller

    def _count_large(self) -> None:
        self.wanted_large += 1

    def _count_opened(self) -> None:
        self.opened += 1


@pytest.fixture
def make_desk(qtbot: QtBot, qapp: QApplication) -> Iterator[MakeDesk]:
    """Makes a desk; World's own options go to its world."""
    if current_theme() is not LIGHT or text_scale() != 1.0 or qapp.property("theme") is None:
        apply_theme(qapp, LIGHT)

    def make(automatic: bool = False, **options: Any) -> Desk:
        world = World(**options)
        qtbot.addWidget(world.screen)
        desk = Desk(world, automatic)
        made.append(desk)
        return desk

    made: list[Desk] = []
    yield make
    for desk in made:
        desk.small.close()


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """One healthy person with one massager."""
    return make_desk()
