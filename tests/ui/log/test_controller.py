"""The log on the screen: found, sorted, deleted, undone; one person's at a time; everything by keyboard."""

import pytest
from msgspec import structs
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from massage_companion.companion.log_ports import Order
from massage_companion.companion.ports import StoreError
from massage_companion.session.reading import DAY_MS, MINUTE_MS, shifted
from massage_companion.session.states import Ending
from massage_companion.ui.log.filters import LogFilter, Period
from tests.support.accessible_screen import button, press, show, texts
from tests.support.fake_clock import NOON
from tests.support.household_values import ANN, BEN
from tests.support.log_world import LogWorld


@pytest.fixture
def world(qtbot: QtBot) -> LogWorld:
    """Four sessions of Ann, one long ago, and one of Ben."""
    world = LogWorld()
    world.logs("today", 2, note="Calm after")
    world.logs("wrong", 26, ending=Ending.FELT_WRONG, note="tingling", sore_before=8)
    world.logs("gun", 50, massager="gun", massager_name="Gun", used_ms=25 * MINUTE_MS, at_most_ms=25 * MINUTE_MS)
    world.logs("old", 24 * 40)
    world.logs("his", 3, person="ben", note="of Ben")
    show(qtbot, world.controller.screens)
    world.controller.show_for(ANN)
    return world


def choose(world: LogWorld, **fields: object) -> None:
    """Choose these in the filters, as a person does."""
    world.screen.filters.show_filter(structs.replace(world.screen.filters.chosen(), **fields))
    world.screen.filters.changed.emit()


def mark(world: LogWorld, *names: str) -> None:
    """Choose these rows."""
    world.screen.table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for name in names:
        index = world.screen.table.model().index(world.shown().index(name), 0)
        world.screen.table.selectionModel().select(index, flags)


def test_it_opens_with_the_last_thirty_days_and_their_sum(world: LogWorld) -> None:
    assert world.shown() == ["today", "wrong", "gun"]
    assert world.screen.filters.totals.text() == "3 sessions · 45 min"
    assert world.screen.table.chosen_sessions() == ("today",)
    assert "“Calm after”" in texts(world.screen)


def test_where_they_hold_nothing_it_opens_with_everything(qtbot: QtBot) -> None:
    world = LogWorld()
    world.logs("old", 24 * 40)
    show(qtbot, world.controller.screens)
    world.controller.show_for(ANN)
    assert world.shown() == ["old"]
    assert world.screen.filters.chosen().period is Period.ALL


def test_each_filter_narrows_and_the_sum_follows(world: LogWorld) -> None:
    choose(world, period=Period.ALL)
    assert world.shown() == ["today", "wrong", "gun", "old"]
    choose(world, massager="gun")
    assert (world.shown(), world.screen.filters.totals.text()) == (["gun"], "1 session · 25 min")
    choose(world, massager=None, ending=Ending.FELT_WRONG)
    assert world.shown() == ["wrong"]


def test_a_search_waits_for_the_last_letter_and_return_does_not(world: LogWorld, qtbot: QtBot) -> None:
    world.screen.filters.search.setFocus()
    QTest.keyClicks(world.screen.filters.search, "TING")
    assert len(world.shown()) == 3
    qtbot.waitUntil(lambda: world.shown() == ["wrong"])
    press(Qt.Key.Key_Escape)
    assert len(world.shown()) == 3
    QTest.keyClicks(world.screen.filters.search, "calm")
    press(Qt.Key.Key_Return)
    assert world.shown() == ["today"]


def test_nothing_found_offers_to_clear_the_filters(world: LogWorld) -> None:
    choose(world, text="nowhere")
    assert world.screen.table.isHidden()
    assert "Nothing found" in texts(world.screen)
    button(world.screen, "Clear filters").click()
    assert len(world.shown()) == 4
    assert world.screen.filters.chosen() == LogFilter(period=Period.ALL)


def test_own_dates_can_be_chosen(world: LogWorld) -> None:
    choose(world, period=Period.OWN)
    assert world.shown() == ["today", "wrong", "gun"]  # the last seven days are offered


def test_an_empty_log_says_so(qtbot: QtBot) -> None:
    world = LogWorld()
    show(qtbot, world.controller.screens)
    world.controller.show_for(ANN)
    assert "Nothing here yet" in texts(world.screen)
    assert world.screen.filters.isHidden()


def test_the_heads_of_columns_sort(world: LogWorld) -> None:
    world.screen.table.head_pressed.emit(2)
    assert world.shown() == ["gun", "today", "wrong"]
    world.screen.table.head_pressed.emit(4)
    assert world.shown()[0] == "wrong"
    world.screen.table.head_pressed.emit(0)
    world.screen.table.head_pressed.emit(0)
    assert world.shown() == ["gun", "wrong", "today"]


def test_the_menu_of_a_row_sorts_too(world: LogWorld) -> None:
    world.screen.table.menu_wanted.emit(QPoint(10, 10))
    (menu,) = [menu for menu in world.screen.findChildren(QMenu) if menu.isVisible()]
    (sort,) = [action for action in menu.actions() if action.text() == "Sort by"]
    submenu = sort.menu()
    assert isinstance(submenu, QMenu)
    assert len(submenu.actions()) == len(Order)
    next(each for each in submenu.actions() if each.text() == "Longest first").trigger()
    assert world.shown()[0] == "gun"
    menu.close()


def test_several_are_deleted_at_once_and_come_back_with_their_name(world: LogWorld) -> None:
    mark(world, "today", "gun")
    assert "2 sessions chosen" in texts(world.screen)
    press_in_table(world, Qt.Key.Key_Delete)
    assert (world.shown(), world.kept(removed=True)) == (["wrong"], ["today", "gun"])
    assert world.screen.filters.totals.text() == "1 session · 10 min"
    assert "2 sessions are in the bin." in texts(world.screen)
    button(world.screen, "Undo deleting 2 sessions").click()
    assert world.shown() == ["today", "wrong", "gun"]
    assert "Undone: deleting 2 sessions" in texts(world.screen)
    button(world.screen, "Redo deleting 2 sessions").click()
    assert world.shown() == ["wrong"]
    assert world.changes == 3


def press_in_table(world: LogWorld, *keys: Qt.Key) -> None:
    world.screen.table.setFocus()
    press(*keys)


def test_deleting_and_undoing_by_keyboard_alone(world: LogWorld) -> None:
    press_in_table(world, Qt.Key.Key_Down, Qt.Key.Key_Delete)
    assert world.shown() == ["today", "gun"]
    assert world.screen.table.chosen_sessions() == ("gun",)
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert world.shown() == ["today", "wrong", "gun"]
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert world.shown() == ["today", "gun"]
    press(Qt.Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    assert world.screen.filters.search.hasFocus()


def test_with_nothing_to_undo_it_says_so(world: LogWorld) -> None:
    press_in_table(world)
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert "There is nothing to undo." in texts(world.screen)


def test_deleting_the_last_one_shows_that_nothing_is_left(world: LogWorld) -> None:
    choose(world, text="calm")
    press_in_table(world, Qt.Key.Key_Delete)
    assert "Nothing found" in texts(world.screen)
    button(world.screen, "Undo deleting 1 session").click()
    assert world.shown() == ["today"]


def test_a_full_disk_is_told_and_nothing_disappears(world: LogWorld) -> None:
    world.store.fails = StoreError("full", "no room")
    press_in_table(world, Qt.Key.Key_Delete)
    assert [error.kind for error in world.failures] == ["full"]
    assert (len(world.shown()), world.changes) == (3, 0)


def test_what_changed_elsewhere_is_not_overwritten_by_undo(world: LogWorld) -> None:
    press_in_table(world, Qt.Key.Key_Delete)
    world.store.change_records((structs.replace(world.row("today"), removed_utc_ms=None),))
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert "This cannot be undone" in texts(world.screen)
    assert world.shown() == ["today", "wrong", "gun"]


def test_nothing_of_one_person_is_left_when_another_has_the_turn(world: LogWorld) -> None:
    choose(world, text="calm")
    press_in_table(world, Qt.Key.Key_Delete)
    world.controller.show_for(BEN)
    assert world.shown() == ["his"]
    everything = "\n".join(label.text() for label in world.controller.screens.findChildren(QLabel))
    assert "calm" not in everything.casefold()
    assert "Undo" not in texts(world.screen)
    press_in_table(world)
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert world.kept("ann", removed=True) == ["today"]


def test_shown_again_it_is_up_to_date_and_keeps_its_place(world: LogWorld) -> None:
    world.screen.table.choose(1)
    world.store.finish(structs.replace(world.row("gun"), id="new", started=shifted(NOON, -MINUTE_MS)), "End", None)
    world.controller.show_for(ANN)
    assert world.shown() == ["new", "today", "wrong", "gun"]
    assert world.screen.table.chosen_sessions() == ("wrong",)
    world.clock.advance(ms=DAY_MS)
    world.controller.show_for(ANN)
    assert world.screen.table.model().index(0, 0).data() == "Yesterday 11:59"


def test_a_log_that_cannot_be_read_says_why(world: LogWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(*_given: object) -> None:
        raise StoreError("damaged", "page")

    monkeypatch.setattr(world.store, "totals", damaged)
    world.controller.show_for(ANN)
    assert "The log cannot be read right now." in texts(world.screen)
    assert "damaged" in texts(world.screen)


def test_the_ways_out_and_in_are_told(world: LogWorld) -> None:
    told: list[str] = []
    world.controller.export_wanted.connect(told.append)
    world.controller.import_wanted.connect(lambda: told.append("import"))
    world.controller.report_wanted.connect(lambda: told.append("report"))
    menu = world.screen.export.menu()
    for action in menu.actions():
        action.trigger()
    button(world.screen, "Doctor's report").click()
    assert told == ["csv", "json", "ics", "import", "report"]
