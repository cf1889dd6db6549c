"""What is asked on the session page after sessions, what becomes of the answer, and when nothing is asked."""

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from massage_companion.companion.log_ports import CheckIn
from massage_companion.companion.looking_after import LateSigns, MorningAfter
from massage_companion.companion.ports import StoreError
from massage_companion.session.states import Action
from massage_companion.storage.words import load_words
from massage_companion.ui.looking_after.view import reminder
from tests.support.accessible_screen import focused, name_of, press, settle
from tests.support.household_values import record
from tests.ui.looking_after.looking_after_world import LookingAfterWorld
from tests.ui.session.session_world import MEI, start

AGREED = structs.replace(MEI, next_morning=True, check_ins=False)
LATE = "How have you been since 14 Nov 2026?"
MORNING = "How sore was your neck when you woke up?"


@pytest.fixture
def world(qtbot: QtBot) -> LookingAfterWorld:
    """A day after the first session."""
    world = LookingAfterWorld(qtbot)
    world.had()
    world.clock.advance(days=1)
    world.look()
    return world


@pytest.fixture
def morning(qtbot: QtBot) -> LookingAfterWorld:
    """The morning after a session, with a yes to be asked."""
    world = LookingAfterWorld(qtbot, AGREED)
    world.had()
    world.clock.advance(hours=20)
    world.look()
    return world


def test_a_check_in_says_why_and_never_takes_the_focus(world: LookingAfterWorld) -> None:
    assert LATE in world.seen()
    assert "That was your first session with Warm pillow." in world.seen()
    assert "A torn neck artery can show days or weeks later." in world.seen()
    assert name_of(focused()) == "Start session"


def test_all_fine_is_kept_and_not_asked_again(world: LookingAfterWorld) -> None:
    world.press_button("All fine")
    assert LATE not in world.seen()
    now = world.clock.read().utc_ms
    assert world.store.check_ins("mei") == (CheckIn("mei", "warm", 1, now, "fine"),)
    world.look()
    assert LATE not in world.seen()


def test_something_felt_wrong_opens_the_list_and_counts_once_it_is_told(world: LookingAfterWorld) -> None:
    world.press_button("Something felt wrong")
    assert world.wanted == [False]
    assert world.store.check_ins("mei") == ()
    assert LATE in world.seen()
    world.asking.signs_told()
    assert [each.answer for each in world.store.check_ins("mei")] == ["signs"]
    assert LATE not in world.seen()


def test_do_not_ask_again_is_for_good(world: LookingAfterWorld) -> None:
    world.press_button("Do not ask me again")
    assert world.known().check_ins is False
    assert [each.answer for each in world.store.check_ins("mei")] == ["skipped"]
    assert world.changes == ["person"]
    world.clock.advance(days=6)
    world.look()
    assert LATE not in world.seen()


def test_what_could_not_be_kept_is_told_and_asked_on(world: LookingAfterWorld) -> None:
    world.store.fails = StoreError("full", "no room")
    world.press_button("All fine")
    assert "This could not be saved. Please try again." in world.seen()
    world.store.fails = None
    world.press_button("All fine")
    assert LATE not in world.seen()


def test_nothing_is_asked_while_a_session_runs(world: LookingAfterWorld) -> None:
    start(world)
    assert LATE not in world.seen()
    world.controller.perform(Action.END)
    world.settle()
    assert LATE not in world.seen()


def test_a_new_day_is_noticed_when_the_window_is_looked_at(qtbot: QtBot) -> None:
    world = LookingAfterWorld(qtbot)
    world.had()
    world.clock.advance(hours=2)
    world.look()
    assert LATE not in world.seen()
    world.clock.advance(days=1)
    world.controller.refresh()
    assert LATE in world.seen()


def test_the_morning_after_is_rated_in_place(morning: LookingAfterWorld) -> None:
    assert MORNING in morning.seen()
    assert "with Warm pillow" in morning.seen()
    morning.press_button("Save")
    assert "Please choose a number, or press “Not now”." in morning.seen()
    morning.choose(3)
    morning.press_button("Save")
    assert MORNING not in morning.seen()
    (kept,) = morning.store.records("mei", 10)
    assert kept.sore_next == 3
    assert morning.wanted == []
    assert morning.changes == ["log"]


def test_a_neck_that_is_worse_leads_to_the_list(morning: LookingAfterWorld) -> None:
    morning.choose(4)
    morning.press_button("Save")
    assert morning.wanted == [True]
    (kept,) = morning.store.records("mei", 10)
    assert kept.sore_next == 4


def test_not_now_means_not_in_this_run(morning: LookingAfterWorld) -> None:
    morning.press_button("Not now")
    morning.clock.advance(hours=1)
    morning.look()
    assert MORNING not in morning.seen()


def test_whoever_said_no_is_not_asked(qtbot: QtBot) -> None:
    world = LookingAfterWorld(qtbot, structs.replace(AGREED, next_morning=False))
    world.had()
    world.clock.advance(hours=20)
    world.look()
    assert MORNING not in world.seen()


def after_a_session(world: LookingAfterWorld) -> None:
    world.look()
    start(world)
    world.run(minutes=1)
    world.controller.stop()
    world.settle()
    settle()


def test_after_a_session_it_asks_once_whether_it_may_ask(qtbot: QtBot) -> None:
    world = LookingAfterWorld(qtbot)
    after_a_session(world)
    assert "May we ask you tomorrow?" in world.seen()
    world.press_button("Yes, ask me")
    assert world.known().next_morning is True
    assert "We will ask the next morning." in world.seen()
    world.press_button("Skip")
    assert "We will ask" not in world.seen()
    assert world.known().next_morning is True


def test_no_answer_means_no(qtbot: QtBot) -> None:
    world = LookingAfterWorld(qtbot)
    after_a_session(world)
    world.press_button("Save")
    assert world.known().next_morning is False
    world.clock.advance(days=3)
    world.check(world.store.screenings("mei")[0].answers)
    after_a_session(world)
    assert "May we ask you tomorrow?" not in world.seen()


def test_an_answer_that_cannot_be_kept_is_told(qtbot: QtBot) -> None:
    world = LookingAfterWorld(qtbot)
    after_a_session(world)
    world.store.fails = StoreError("full", "no room")
    world.press_button("No, thank you")
    assert "This could not be saved. Please try again." in world.seen()
    world.store.fails = None
    world.press_button("No, thank you")
    assert world.known().next_morning is False


def test_another_person_never_sees_what_is_asked_of_the_first(world: LookingAfterWorld) -> None:
    ben = structs.replace(MEI, id="ben", name="Ben")
    world.store.keep_person(ben)
    world.person = ben
    world.look()
    assert LATE not in world.seen()


def test_the_card_is_reached_and_answered_by_keys(world: LookingAfterWorld) -> None:
    for _ in range(40):
        if name_of(focused()) == "All fine":
            break
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    assert [each.answer for each in world.store.check_ins("mei")] == ["fine"]
    assert name_of(focused()) == "Start session"


def test_a_notification_says_nothing_about_health() -> None:
    words = load_words("en")
    late, after = LateSigns("warm", 7, 0), MorningAfter(record())
    assert reminder(late, words).title == "How have you been since your first session?"
    assert reminder(after, words).key != reminder(late, words).key
    assert "artery" not in reminder(late, words).text
