"""Every page of the log at every size: names, Tab order, targets, nothing cut off, nothing beside the window."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massage_companion.ui.log.filters import LogFilter
from massage_companion.ui.theme import DARK, LIGHT, apply_theme
from tests.support.accessible_screen import button, clipped, nameless, settle, show, tab_round, too_small
from tests.support.household_values import ANN
from tests.support.log_world import LogWorld

Opened = Callable[[LogWorld], object]


def _bin(world: LogWorld) -> None:
    world.screen.foot.bin_pressed.emit()


def _search_in_vain(world: LogWorld) -> None:
    world.screen.filters.show_filter(LogFilter(text="nowhere"))
    world.screen.filters.changed.emit()


OPENED: dict[str, Opened] = {
    "log": lambda world: None,
    "deleted": lambda world: world.screen.delete_wanted.emit(("s1", "s2")),
    "none found": _search_in_vain,
    "edit": lambda world: world.screen.edit_wanted.emit("s1"),
    "entry": lambda world: world.screen.add_wanted.emit(),
    "bin": _bin,
}


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    apply_theme(qapp, LIGHT)


def opened(qtbot: QtBot, language: str, size: tuple[int, int], page: str) -> LogWorld:
    world = LogWorld(language)
    for number in range(6):
        world.logs(f"s{number}", 2 + 20 * number, note="Shoulders much looser after a long meeting. " * 3)
    show(qtbot, world.controller.screens, size)
    world.controller.show_for(ANN)
    OPENED[page](world)
    settle()
    return world


@pytest.mark.parametrize("page", OPENED)
@pytest.mark.parametrize(("language", "scale", "size"), [("en", 1.0, (1040, 700)), ("zh", 1.0, (620, 480))])
def test_every_page_can_be_named_hit_and_read(
    application: QApplication, qtbot: QtBot, page: str, language: str, scale: float, size: tuple[int, int]
) -> None:
    apply_theme(application, DARK, scale)
    world = opened(qtbot, language, size, page)
    screens = world.controller.screens
    assert nameless(screens) == []
    assert too_small(screens) == []
    assert clipped(screens) == []


@pytest.mark.parametrize("page", OPENED)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_is_cut_off_at_twice_the_size(
    application: QApplication, qtbot: QtBot, page: str, language: str
) -> None:
    apply_theme(application, LIGHT, 2.0)
    world = opened(qtbot, language, (700, 560), page)
    screens = world.controller.screens
    assert clipped(screens) == []
    assert too_small(screens) == []


def test_the_tab_key_goes_once_round_and_leaves_the_table(application: QApplication, qtbot: QtBot) -> None:
    world = opened(qtbot, "en", (1040, 700), "deleted")
    screen = world.screen
    button(screen, "Add a session").setFocus()
    stops = tab_round()
    assert stops.count(screen.table) == 1
    assert stops.index(screen.filters.search) < stops.index(screen.table) < stops.index(screen.details)


def test_a_screen_reader_finds_the_table_by_name_and_its_cells_by_words(
    application: QApplication, qtbot: QtBot
) -> None:
    world = opened(qtbot, "en", (1040, 700), "log")
    table = QAccessible.queryAccessibleInterface(world.screen.table)
    assert table.text(QAccessible.Text.Name) == "Your sessions"
    assert table.role() == QAccessible.Role.Table
    spoken = {table.child(number).text(QAccessible.Text.Name) for number in range(table.childCount())}
    assert "before 4, after not noted" in spoken
    assert "When, Newest first" in spoken


def test_in_a_small_window_the_level_is_left_to_the_details(application: QApplication, qtbot: QtBot) -> None:
    apply_theme(application, LIGHT)
    world = opened(qtbot, "en", (600, 500), "log")
    table = world.screen.table
    shown = [column for column in range(6) if not table.isColumnHidden(column)]
    assert shown == [0, 1, 2, 4, 5]
    assert table.horizontalScrollBar().maximum() == 0
    world.controller.screens.resize(1040, 700)
    settle()
    assert not table.isColumnHidden(3)
