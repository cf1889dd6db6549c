"""Going through the safety check with the keyboard: no answer gets lost, no danger is unticked unseen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from tests.support.accessible_screen import button, focused, name_of, press, type_text
from tests.support.small_rules import HEALTHY
from tests.ui.check.check_world import LI, CheckWorld

DOWN, SPACE, TAB, RETURN = Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Return


def test_a_healthy_person_gets_through_with_the_keyboard_alone(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    assert name_of(focused()) == "Sudden dizziness"
    press(DOWN, DOWN, SPACE, TAB, TAB)
    type_text("40")
    press(RETURN)
    assert name_of(focused()) == "Fine"
    press(SPACE, RETURN)
    press(DOWN, DOWN, DOWN, SPACE, RETURN)
    assert "Check your answers" in world.seen()
    press(RETURN)
    assert "Cleared to use" in world.seen()
    press(RETURN)
    (screening,) = world.finished
    assert screening is not None
    assert screening.answers == HEALTHY
    assert world.store.screenings(LI.id) == (screening,)


def test_nothing_is_ticked_before_the_person_ticks_it(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    assert world.ticked() == set()


def test_an_open_question_is_named_and_gets_the_focus(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    world.tick("Clumsy hands")
    press(RETURN)
    assert "whole number from 0 to 120" in world.seen()
    assert "Please answer this one" not in world.seen()
    assert isinstance(focused(), QLineEdit)
    assert "whole number" in focused().accessibleDescription()
    assert "1 of" in world.seen()


def test_a_number_outside_its_range_is_no_answer_and_stays_to_be_mended(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    world.answer_signs(age="430")
    assert "whole number from 0 to 120" in world.seen()
    field = focused()
    assert isinstance(field, QLineEdit)
    assert field.text() == "430"
    world.type_age("43")
    press(RETURN)
    assert "How is your neck now?" in world.seen()


def test_not_sure_never_unticks_a_danger_and_none_never_stands_beside_one(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    rows = "Clumsy hands", "Not sure"
    screen = world.screen()
    first_unsure = next(row for row in screen.findChildren(QAbstractButton) if row.text() == "Not sure")
    world.tick("Clumsy hands")
    first_unsure.setFocus()
    press(SPACE)
    assert world.ticked() == set(rows)
    world.tick("None of these")
    assert world.ticked() == {"None of these"}
    world.tick("Clumsy hands")
    assert world.ticked() == {"Clumsy hands"}


def test_back_shows_the_answers_again_and_esc_loses_none(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    world.answer_signs()
    press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert world.ticked() == {"None of these"}
    press(Qt.Key.Key_Escape)
    assert world.ticked() == {"None of these"}
    assert world.left == 0
    press(RETURN)
    assert "How is your neck now?" in world.seen()


def test_return_on_the_back_button_goes_back(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    world.answer_signs()
    world.tick("Fine")
    button(world.controller.screens, "Back").setFocus()
    press(RETURN)
    assert "How old are you?" in world.seen()


def test_the_first_page_has_no_way_back(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    names = [name_of(b) for b in world.controller.screens.findChildren(QAbstractButton) if b.isVisible()]
    assert "Back" not in names


def test_a_changed_answer_leads_back_to_the_review_through_what_is_newly_asked(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    world.answer_all()
    world.press_button("Change: How is your neck now?")
    world.tick("A little tired")
    press(RETURN)
    assert "How much does it hurt?" in world.seen()
    type_text("2")
    press(RETURN)
    assert "Check your answers" in world.seen()
    assert "A little tired" in world.seen()


def test_back_from_a_change_is_the_review(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    world.answer_all()
    world.press_button("Change: How old are you?")
    world.press_button("Back")
    assert "Check your answers" in world.seen()


def test_an_answer_taken_back_is_open_in_the_review_and_stops_the_end(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    world.answer_all()
    world.press_button("Change: Do you have any of these?")
    world.tick("None of these")
    world.press_button("Back")
    assert "Not answered yet" in world.seen()
    world.press_button("Finish the check")
    assert "Do you have any of these?" in world.seen()
    assert world.store.screenings(LI.id) == ()
