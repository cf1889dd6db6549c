"""Something feels wrong in a session: it ends at once, three steps, the list, the advice, and nobody can start."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from massage_companion.companion.felt_wrong import FeltWrong
from massage_companion.companion.ports import StoreError
from massage_companion.eligibility.answers import Answers
from massage_companion.session.states import Action, Ending
from massage_companion.ui.felt_wrong.controller import FeltWrongController
from massage_companion.ui.felt_wrong.guide import SymptomGuide
from massage_companion.ui.felt_wrong.in_session import FeltWrongInSession
from massage_companion.ui.session.view import BlockedView, FeltWrongView
from tests.support.accessible_screen import button, focused, name_of, press, settle, show, texts
from tests.support.counting_ids import CountingIds
from tests.support.small_rules import WARM_KNEADER
from tests.ui.session.session_world import MEI, World, start


@pytest.fixture
def world(qtbot: QtBot) -> World:
    """A session that runs, with the guide in its place."""
    world = World()
    felt_wrong = FeltWrong(world.rules, world.store, world.clock, CountingIds("sign"), world.sessions)
    guide = SymptomGuide(world.words, lambda _title, _text, _parent: True)
    controller = FeltWrongController(
        felt_wrong, world.sessions, world.rules, world.texts, world.words, lambda: "FR", guide, world.screen
    )
    place = FeltWrongInSession(world.screen, controller, lambda: (MEI, WARM_KNEADER), world.screen)
    world.controller.viewed.connect(place.follow)
    show(qtbot, world.screen, (845, 700))
    world.screen.focus_situation()
    start(world)
    world.run(minutes=2)
    return world


def stop(world: World) -> None:
    """Something feels wrong, and a moment passes."""
    world.controller.perform(Action.FEELS_WRONG)
    world.settle()
    settle()


def go_on(world: World, *rows: str) -> None:
    """Tick rows and press Continue."""
    for row in rows:
        button(world.screen, row).click()
    button(world.screen, "Continue").click()
    settle()


def test_the_three_steps_come_first_with_whom_to_call(world: World) -> None:
    stop(world)
    seen = texts(world.screen)
    assert "1   Switch it off. If you can, pull the plug." in seen
    assert "Call 112 if you see one of these" in seen
    assert "Did you feel any of these?" not in seen
    assert name_of(focused()) == "Switch the massager off"
    assert [record.ending for record in world.store.records("mei", 10)] == [Ending.FELT_WRONG]


def test_then_the_list_then_the_advice_then_sessions_are_blocked(world: World) -> None:
    stop(world)
    button(world.screen, "It is off. Go on").click()
    settle()
    assert name_of(focused()) == "Lost sight"
    assert "Nothing is wrong, go back" not in texts(world.screen)
    go_on(world, "Lost sight")
    assert name_of(focused()) == "Call 112 now"
    (note,) = [field for field in world.screen.findChildren(QPlainTextEdit) if field.isVisible()]
    assert "Felt: Lost sight" in note.toPlainText()
    assert "Massager: Warm pillow" in note.toPlainText()
    world.settle()
    button(world.screen, "Done").click()
    assert isinstance(world.controller.view, BlockedView)
    told, bare = world.store.stop_signs("mei")
    assert (told.about, told.answers) == (bare.id, Answers({"felt": ("lost-sight",)}))
    assert bare.session == told.session


def test_own_words_stand_in_the_log(world: World) -> None:
    stop(world)
    button(world.screen, "It is off. Go on").click()
    settle()
    go_on(world, "None of these")
    button(world.screen, "Sore muscles").click()
    guide = world.screen.findChild(SymptomGuide)
    assert isinstance(guide, SymptomGuide)
    guide.written.emit("A dull ache")
    button(world.screen, "Continue").click()
    settle()
    world.settle()
    button(world.screen, "Done").click()
    assert [record.note for record in world.store.records("mei", 10)] == ["A dull ache"]


def test_all_of_it_goes_by_keys(world: World) -> None:
    stop(world)
    press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    press(Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert "Call 112 now" in texts(world.screen)


def test_looking_elsewhere_and_back_keeps_what_was_ticked(world: World) -> None:
    stop(world)
    button(world.screen, "It is off. Go on").click()
    settle()
    button(world.screen, "Vomiting").click()
    world.controller.refresh()
    assert button(world.screen, "Vomiting").isChecked()


def test_coming_back_to_the_page_the_keyboard_is_at_the_list(world: World) -> None:
    stop(world)
    button(world.screen, "It is off. Go on").click()
    settle()
    world.screen.page.setFocus()
    world.screen.focus_situation()
    assert name_of(focused()) == "Lost sight"


def test_advice_comes_even_where_the_end_cannot_be_stored_and_done_tries_again(world: World) -> None:
    world.store.fails = StoreError("full", "no room")
    stop(world)
    assert "This could not be written down yet." in texts(world.screen)
    button(world.screen, "It is off. Go on").click()
    settle()
    go_on(world, "An electric shock")
    go_on(world, "None of these")
    seen = texts(world.screen)
    assert "Stop. See a doctor soon" in seen
    assert "What you ticked could not be saved." in seen
    world.settle()
    button(world.screen, "Done").click()
    assert isinstance(world.controller.view, FeltWrongView)
    assert "Switch the massager off" in texts(world.screen)
    world.store.fails = None
    button(world.screen, "Done").click()
    assert isinstance(world.controller.view, BlockedView)
    assert [record.ending for record in world.store.records("mei", 10)] == [Ending.FELT_WRONG]


def test_nothing_of_it_stays_on_the_page_afterwards(world: World) -> None:
    stop(world)
    button(world.screen, "It is off. Go on").click()
    settle()
    go_on(world, "Lost sight")
    world.settle()
    button(world.screen, "Done").click()
    settle()
    assert "Call 112" not in texts(world.screen)
    assert QApplication.focusWidget() is not None
