"""How a check ends: by an emergency, half-way, with a result; and what happens when it cannot be stored."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from massage_companion.companion.ports import StoreError
from massage_companion.eligibility.answers import Answers
from tests.support.accessible_screen import button, focused, name_of, press, settle
from tests.support.small_rules import WARM_KNEADER
from tests.ui.check.check_world import LI, CheckWorld

DOWN, SPACE, TAB, RETURN = Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Return


def test_an_emergency_ends_the_check_at_once_though_a_question_is_open(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    world.tick("Sudden dizziness")
    assert "Call the emergency number" not in world.seen()
    press(RETURN)
    assert "Call the emergency number now" in world.seen()
    assert "About dizzy" in world.seen()
    assert name_of(focused()) == "Call the emergency number now"
    (stored,) = world.store.screenings(LI.id)
    assert stored.answers == Answers({"signs": ("sudden-dizzy",)})
    button(world.controller.screens, "Done").setFocus()
    press(RETURN)
    assert world.finished == [stored]


def test_an_emergency_is_shown_even_where_it_cannot_be_stored(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    world.tick("Sudden dizziness")
    world.store.fails = StoreError("full", "disk")
    press(RETURN)
    assert "Call the emergency number now" in world.seen()
    assert len(world.failures) == 1
    world.store.fails = None
    press(RETURN)
    assert world.finished == list(world.store.screenings(LI.id))
    assert world.finished[0] is not None


def test_whoever_leaves_with_an_emergency_ticked_is_told(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    world.tick("Sudden dizziness")
    world.press_button("Leave for now")
    assert "Call the emergency number now" in world.seen()
    assert world.left == 0


def test_leaving_half_way_keeps_the_answers_for_another_day(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    world.answer_signs()
    world.tick("A little tired")
    world.press_button("Leave for now")
    assert world.left == 1
    assert world.store.screenings(LI.id) == ()
    world.open_again()
    assert "How is your neck now?" in world.seen()
    assert world.ticked() == {"A little tired"}
    assert name_of(focused()) == "A little tired"


def test_every_page_is_kept_in_case_the_program_ends(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    world.answer_signs()
    draft = world.store.draft(LI.id)
    assert draft is not None
    assert (draft.page, draft.answers) == ("neck", Answers({"signs": ("none",), "age": 40}))


def test_heat_alone_ruled_out_is_use_with_the_heat_off(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot, WARM_KNEADER)
    world.open()
    world.answer_all("Numb skin")
    press(RETURN)
    assert "Use with care" in world.seen()
    assert "Only the heat is ruled out" in world.seen()
    assert "Heat off" in world.seen()
    assert "Heat: not for you" in world.seen()


def test_answers_of_a_finished_check_are_read_and_not_changed(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    world.answer_all("Steroids")
    press(RETURN)
    assert "Ask your doctor first" in world.seen()
    world.press_button("Review my answers")
    names = [name_of(b) for b in world.controller.screens.findChildren(QAbstractButton) if b.isVisible()]
    assert names == ["Back to the result"]
    press(RETURN)
    assert "Ask your doctor first" in world.seen()
    assert world.finished == []


def test_a_check_that_cannot_be_stored_stays_open(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    world.answer_all()
    world.store.fails = StoreError("full", "disk")
    press(RETURN)
    assert "Check your answers" in world.seen()
    assert [error.kind for error in world.failures] == ["full"]
    world.store.fails = None
    press(RETURN)
    assert "Cleared to use" in world.seen()


def test_the_result_begins_with_its_heading_for_a_screen_reader(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    world.answer_all()
    press(RETURN)
    assert QApplication.focusWidget() is not None
    assert name_of(focused()) == "You may use your massager"


def test_a_new_check_asks_only_what_the_last_one_left_open(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    world.answer_all()
    press(RETURN, RETURN)
    world.controller.begin_missing()
    settle()
    assert "Check your answers" in world.seen()
    world.controller.begin_anew()
    settle()
    assert "How old are you?" in world.seen()
    assert world.ticked() == set()
