"""Correcting a session, adding one by hand, and the bin, as somebody does who uses the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.companion.ports import StoreError
from massage_companion.log.record import Origin
from massage_companion.session.reading import MINUTE_MS
from massage_companion.ui.log.bin_page import BinPage
from massage_companion.ui.log.edit_page import EditPage
from massage_companion.ui.log.entry_page import EntryPage
from tests.support.accessible_screen import button, name_of, press, settle, show, texts
from tests.support.household_values import ANN
from tests.support.log_world import LogWorld


@pytest.fixture
def world(qtbot: QtBot) -> LogWorld:
    world = LogWorld()
    world.logs("one", 2, note="Calm after", sore_after=3)
    world.logs("two", 26)
    show(qtbot, world.controller.screens)
    world.controller.show_for(ANN)
    return world


def page(world: LogWorld) -> QWidget:
    shown = world.controller.screens.current()
    assert shown is not None
    return shown


def edit(world: LogWorld) -> None:
    world.screen.table.setFocus()
    press(Qt.Key.Key_Return)
    assert isinstance(page(world), EditPage)


def click(world: LogWorld, group: str, name: str) -> None:
    """Press a button by its name, inside the group of that name."""
    found = [
        each
        for each in page(world).findChildren(QAbstractButton)
        if name_of(each) == name and any(name_of(above) == group for above in _above(each))
    ]
    assert len(found) == 1, (group, name, len(found))
    found[0].click()
    settle()


def _above(widget: QWidget) -> list[QWidget]:
    found = []
    while (above := widget.parentWidget()) is not None:
        found.append(above)
        widget = above
    return found


def fill(world: LogWorld, name: str, text: str) -> None:
    (field,) = [each for each in page(world).findChildren(QLineEdit) if each.accessibleName() == name]
    field.clear()
    field.insert(text)
    field.textEdited.emit(text)


def test_return_opens_what_can_be_corrected_and_says_why_the_rest_cannot(world: LogWorld) -> None:
    edit(world)
    assert "Planned: 10 minutes. Used: 10 minutes. Level: Low, heat off." in texts(page(world))
    assert "These cannot be changed" in texts(page(world))


def test_ratings_and_note_are_corrected_and_undone_by_name(world: LogWorld) -> None:
    edit(world)
    click(world, "How sore was it the next morning?", "7")
    button(page(world), "Do not note it: How sore was your neck just after?").click()
    page(world).findChildren(QPlainTextEdit)[0].setPlainText("Not so calm")
    button(page(world), "Save").click()
    row = world.row("one")
    assert (row.sore_before, row.sore_after, row.sore_next, row.note) == (4, None, 7, "Not so calm")
    assert "The session was changed." in texts(world.screen)
    button(world.screen, "Undo changing the session").click()
    assert (world.row("one").sore_after, world.row("one").note) == (3, "Calm after")


def test_saving_without_a_change_changes_nothing(world: LogWorld) -> None:
    edit(world)
    button(page(world), "Save").click()
    assert (page(world), world.changes) == (world.screen, 0)
    assert world.screen.table.hasFocus()


def test_another_massager_brings_its_name(world: LogWorld) -> None:
    edit(world)
    click(world, "Which massager was it?", "Gun")
    button(page(world), "Save").click()
    assert (world.row("one").massager, world.row("one").massager_name) == ("gun", "Gun")
    assert "Undo changing the massager" in [name_of(each) for each in world.screen.findChildren(QAbstractButton)]


def test_another_person_is_told_what_it_means_and_it_leaves_this_log(world: LogWorld) -> None:
    edit(world)
    assert "It counts for both of you for 24 hours" in texts(page(world))
    click(world, "Who was it?", "张三")
    button(page(world), "Save").click()
    assert world.shown() == ["two"]
    assert "Moved to 张三's log. It counts for your minutes too for 24 hours." in texts(world.screen)
    button(world.screen, "Undo moving it to another person").click()
    assert world.shown() == ["one", "two"]


def test_going_back_by_key_keeps_what_was_typed(world: LogWorld) -> None:
    edit(world)
    press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert page(world) is world.screen
    edit(world)
    click(world, "How sore was it the next morning?", "7")
    press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert isinstance(page(world), EditPage)
    button(page(world), "Cancel").click()
    assert world.row("one").sore_next is None


def test_what_changed_elsewhere_is_not_overwritten(world: LogWorld) -> None:
    edit(world)
    world.store.rate("one", 5, "written elsewhere")
    click(world, "How sore was your neck just after?", "1")
    button(page(world), "Save").click()
    assert "This session was changed elsewhere meanwhile." in texts(page(world))
    assert world.row("one").sore_after == 5


def test_a_full_disk_keeps_the_form_as_it_is(world: LogWorld) -> None:
    edit(world)
    click(world, "How sore was it the next morning?", "7")
    world.store.fails = StoreError("full", "no room")
    button(page(world), "Save").click()
    assert [error.kind for error in world.failures] == ["full"]
    assert isinstance(page(world), EditPage)


def open_entry(world: LogWorld) -> None:
    button(world.screen, "Add a session").click()
    assert isinstance(page(world), EntryPage)
    settle()


def type_entry(world: LogWorld, time: str = "09:00") -> None:
    open_entry(world)
    click(world, "Which massager did you use?", "Gun")
    click(world, "Which day was it?", "Today")
    fill(world, "When did it start?", time)
    fill(world, "How many minutes was it on?", "12")
    click(world, "Which level?", "High")


def test_a_session_is_added_by_hand_and_counts(world: LogWorld) -> None:
    type_entry(world)
    button(page(world), "Add").click()
    assert world.shown() == ["one", "entry-1", "two"]
    assert (world.row("entry-1").origin, world.row("entry-1").used_ms) == (Origin.MANUAL, 12 * MINUTE_MS)
    assert "The session was added. It counts for your minutes." in texts(world.screen)
    button(world.screen, "Undo adding 1 session").click()
    assert world.shown() == ["one", "two"]


def test_an_empty_form_says_what_is_missing_at_each_field(world: LogWorld) -> None:
    open_entry(world)
    button(page(world), "Add").click()
    for sentence in ("choose a massager", "choose a day", "hours and minutes", "from 1 to 240", "choose a level"):
        assert sentence in texts(page(world))
    fill(world, "How many minutes was it on?", "12")
    assert "from 1 to 240" not in texts(page(world))


def test_the_future_is_refused(world: LogWorld) -> None:
    type_entry(world, "12:01")
    button(page(world), "Add").click()
    assert "This is still to come." in texts(page(world))
    assert world.changes == 0


def test_heat_and_the_date_are_asked_only_where_they_matter(world: LogWorld) -> None:
    open_entry(world)
    assert "Was heat on?" not in texts(page(world))
    assert "The day" not in texts(page(world)).split("\n")
    click(world, "Which massager did you use?", "Kneading cushion")
    click(world, "Which day was it?", "Another day")
    assert "Was heat on?" in texts(page(world))
    assert "The day" in texts(page(world)).split("\n")
    button(page(world), "Add").click()
    assert "Please type the day, the month and the year" in texts(page(world))


def test_a_session_at_the_same_time_is_shown_before_it_is_added_anyway(world: LogWorld) -> None:
    type_entry(world, "10:05")
    button(page(world), "Add").click()
    assert "You have a session in the log for that time: Today 10:00, 10 minutes." in texts(page(world))
    assert world.changes == 0
    fill(world, "When did it start?", "10:06")
    assert "You have a session" not in texts(page(world))
    button(page(world), "Add").click()
    button(page(world), "Add it anyway").click()
    assert "entry-1" in world.shown()


def test_what_was_typed_stays_while_another_page_is_looked_at(world: LogWorld) -> None:
    type_entry(world)
    world.controller.show_for(ANN)
    assert isinstance(page(world), EntryPage)


def test_the_bin_shows_until_when_and_gives_back(world: LogWorld) -> None:
    world.screen.table.setFocus()
    press(Qt.Key.Key_Delete, Qt.Key.Key_Delete)
    button(world.screen, "Bin").click()
    assert isinstance(page(world), BinPage)
    model = page(world).findChildren(type(world.screen.table))[0].model()
    assert [model.index(row, 3).data() for row in range(model.rowCount())] == ["14 Dec 2026", "14 Dec 2026"]
    press(Qt.Key.Key_Return)
    assert (world.kept(), model.rowCount()) == (["one"], 1)
    assert "1 session is back in the log." in texts(page(world))
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert (world.kept(), model.rowCount()) == ([], 2)
    press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert "The bin is empty." in texts(page(world))
    press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert (page(world), world.shown()) == (world.screen, ["one", "two"])
