"""From what is felt to what to do: the lists, the strictest answer, what is kept, and what is shown all the same."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from massage_companion.companion.ports import StoreError
from massage_companion.eligibility.answers import Answers
from massage_companion.session.refusal import StopSignOpen
from massage_companion.session.stop_sign import StopSign
from tests.support.accessible_screen import button, focused, name_of, press, type_text
from tests.support.fake_clock import NOON
from tests.support.small_rules import KNEADER
from tests.ui.felt_wrong.felt_wrong_world import FeltWrongWorld

LOCKED = "Sessions stay blocked until you have done the safety check again."


def blocked_by_what_was_felt(world: FeltWrongWorld) -> bool:
    """Whether the gate refuses until a new safety check."""
    reasons = world.sessions.standing("mei", KNEADER).reasons
    return any(isinstance(reason, StopSignOpen) for reason in reasons)


@pytest.fixture
def world(qtbot: QtBot) -> FeltWrongWorld:
    world = FeltWrongWorld(qtbot)
    world.tell()
    return world


def test_emergencies_are_asked_first_and_nothing_is_ticked(world: FeltWrongWorld) -> None:
    assert "Anything in your head?" in world.seen()
    assert "1 of 2 · Tick all that you feel now" in world.seen()
    assert world.ticked() == set()
    assert name_of(focused()) == "My face droops"


def test_an_emergency_is_answered_at_once_with_the_number_of_the_country(world: FeltWrongWorld) -> None:
    world.go_on("My face droops")
    assert "Call 112 now" in world.seen()
    assert "Note the time when it began. Say it when you call." in world.seen()
    assert name_of(focused()) == "Call 112 now"
    assert [sign.answers for sign in world.told] == [Answers({"head": ("stroke",)})]


def test_where_the_country_is_not_known_the_usual_numbers_are_named(qtbot: QtBot) -> None:
    world = FeltWrongWorld(qtbot, country="")
    world.tell()
    world.go_on("I see double")
    assert "Call your local emergency number now" in world.seen()
    assert "It is 112 in most of Europe, 911 in North America and 120 in mainland China." in world.seen()


def test_not_sure_does_not_take_a_danger_away(world: FeltWrongWorld) -> None:
    world.go_on("My face droops", "I am not sure")
    assert "Call 112 now" in world.seen()
    assert world.ticked() == set()


def test_the_strictest_wins_and_all_findings_are_shown_strictest_first(world: FeltWrongWorld) -> None:
    world.go_on("None of these")
    world.go_on("Sore muscles", "A burn")
    seen = world.seen()
    assert "Ask a doctor before you use it again" in seen
    assert seen.index("Title S17") < seen.index("Title S16")
    assert "Do S16." in seen


def test_nothing_is_kept_before_something_is_told(world: FeltWrongWorld) -> None:
    world.tick("My face droops")
    world.press_button("Nothing is wrong, go back")
    assert world.left == [True]
    assert world.told == ()
    assert not world.controller.is_open


def test_nothing_is_kept_where_nothing_fits(world: FeltWrongWorld) -> None:
    world.go_on("None of these")
    world.go_on("None of these")
    assert "Nothing on the list fits" in world.seen()
    assert "Why we say so" not in world.seen()
    assert world.told == ()


def test_own_words_are_kept_though_no_line_fits(world: FeltWrongWorld) -> None:
    world.go_on("None of these")
    world.tick("None of these")
    world.note().setFocus()
    type_text("My ear hums")
    world.press_button("Continue")
    assert [sign.note for sign in world.told] == ["My ear hums"]
    assert "Nothing on the list fits. If it does not pass, ask a doctor." in world.seen()
    assert LOCKED in world.seen()


def test_an_earlier_report_is_explained_even_by_none_of_these(world: FeltWrongWorld) -> None:
    world.store.add_stop_sign(StopSign("sign-1", "mei", NOON))
    world.go_on("None of these")
    world.go_on("None of these")
    assert [sign.about for sign in world.told] == ["sign-1", None]
    assert "Stop for today" in world.seen()
    assert LOCKED in world.seen()


def test_a_list_without_an_answer_keeps_the_person_there(world: FeltWrongWorld) -> None:
    world.press_button("Continue")
    assert "Please tick one line or more." in world.seen()
    assert "1 of 2" in world.seen()
    world.tick("None of these")
    assert "Please tick one line or more." not in world.seen()


def test_not_sure_counts_as_a_warning_sign(world: FeltWrongWorld) -> None:
    world.go_on("I am not sure")
    world.go_on("None of these")
    assert "Ask a doctor before you use it again" in world.seen()
    assert "You are not sure. We treat that as a warning sign." in world.seen()
    assert LOCKED in world.seen()
    assert blocked_by_what_was_felt(world)


def test_something_mild_does_not_ask_for_a_new_check(world: FeltWrongWorld) -> None:
    world.go_on("None of these")
    world.go_on("Sore muscles")
    assert "Stop for today" in world.seen()
    assert LOCKED not in world.seen()
    assert not blocked_by_what_was_felt(world)


def test_going_back_keeps_what_was_ticked(world: FeltWrongWorld) -> None:
    world.go_on("I am not sure")
    world.press_button("Back")
    assert world.ticked() == {"I am not sure"}


def test_advice_is_shown_though_it_could_not_be_kept_and_nobody_can_start(world: FeltWrongWorld) -> None:
    world.store.fails = StoreError("full", "no room")
    world.go_on("My face droops")
    assert "Call 112 now" in world.seen()
    assert "What you ticked could not be saved. Sessions stay blocked while the program is open." in world.seen()
    assert world.words("storage.full") in world.seen()
    world.store.fails = None
    assert blocked_by_what_was_felt(world)


def test_a_second_press_on_continue_does_not_take_the_advice_away(world: FeltWrongWorld) -> None:
    world.go_on("My face droops")
    world.press_button("Done")
    assert world.over == []
    press(Qt.Key.Key_Return)
    assert "Call 112 now" in world.seen()
    world.read()
    world.press_button("Done")
    assert world.over == [""]


def test_right_after_a_session_there_is_no_way_back(qtbot: QtBot) -> None:
    world = FeltWrongWorld(qtbot)
    world.tell(after_session=True)
    assert "Nothing is wrong" not in world.seen()
    world.go_on("None of these")
    world.go_on("None of these")
    assert len(world.told) == 1


def test_a_worse_neck_is_told_above_the_list(qtbot: QtBot) -> None:
    world = FeltWrongWorld(qtbot)
    world.tell(worse=True)
    assert "Your neck is worse than before the session." in world.seen()


def test_return_in_ones_own_words_is_a_new_line(world: FeltWrongWorld) -> None:
    world.go_on("None of these")
    world.note().setFocus()
    type_text("one")
    press(Qt.Key.Key_Return)
    type_text("two")
    assert world.note().toPlainText() == "one\ntwo"
    assert "2 of 2" in world.seen()


def test_all_of_it_works_with_keys_alone(world: FeltWrongWorld) -> None:
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert "2 of 2" in world.seen()
    press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert "1 of 2" in world.seen()
    press(Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert "Title S17" in world.seen()
    button(world.screen, "Done").setFocus()
    world.read()
    press(Qt.Key.Key_Return)
    assert world.over == [""]
