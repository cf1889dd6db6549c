"""The menu of people: everybody by name, the keyboard as in every menu, and why nothing can be changed now."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massage_companion.companion.household import Person
from massage_companion.ui.people.menu import PersonMenu
from tests.support.accessible_screen import focused, name_of, settle
from tests.ui.people.household_window import BEN, MEI, HouseholdWindow


def lines(menu: PersonMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_it_opens_under_the_name_with_everybody_and_marks_whose_turn_it_is(qtbot: QtBot) -> None:
    world = HouseholdWindow(qtbot).open()
    menu = world.open_menu()
    assert lines(menu) == ["Mei", "Ben", "Add a person…", "Rename Mei…"]
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Mei"]
    assert menu.activeAction().text() == "Mei"
    assert name_of(world.person_button()) == "Mei, change person"


def test_arrows_and_return_choose(qtbot: QtBot) -> None:
    world = HouseholdWindow(qtbot).open()
    menu = world.open_menu()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle()
    assert world.whose() == "Ben"
    assert world.store.settings().current_person == BEN.id


def test_esc_changes_nothing_and_leads_back(qtbot: QtBot) -> None:
    world = HouseholdWindow(qtbot).open()
    menu = world.open_menu()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    settle()
    assert world.whose() == "Mei"
    assert focused() is world.person_button()


def test_choosing_whoever_has_the_turn_leaves_the_page_alone(qtbot: QtBot) -> None:
    world = HouseholdWindow(qtbot).open()
    world.go("Log")
    world.choose("Mei")
    assert "Nothing here yet" in world.seen()


def test_a_reader_hears_names_and_which_is_marked(qtbot: QtBot) -> None:
    menu = HouseholdWindow(qtbot).open().open_menu()
    told = QAccessible.queryAccessibleInterface(menu)
    assert told.text(QAccessible.Text.Name) == "People"
    names = [told.child(place).text(QAccessible.Text.Name) for place in range(told.childCount())]
    assert names[:2] == ["Mei", "Ben"]
    assert [told.child(place).state().checked for place in range(2)] == [1, 0]


def test_a_name_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    world = HouseholdWindow(qtbot, people=(MEI, Person("two", "Tom & Ann"))).open()
    assert "Tom && Ann" in lines(world.open_menu())


def test_an_endless_name_does_not_fill_the_screen(qtbot: QtBot) -> None:
    world = HouseholdWindow(qtbot, people=(MEI, Person("long", "Wolfeschlegelsteinhausen " * 2))).open()
    assert world.open_menu().width() < QApplication.primaryScreen().size().width() / 2


def test_while_a_session_runs_it_says_why_and_leads_there(qtbot: QtBot) -> None:
    world = HouseholdWindow(qtbot).open()
    world.session_runs()
    world.go("Log")
    menu = world.open_menu()
    assert [action.text() for action in menu.actions() if action.isEnabled() and not action.isSeparator()] == [
        "A session is running. Please end it first."
    ]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle()
    assert world.whose() == "Mei"
    assert world.window.page == "session"
    assert world.sessions.live is not None
