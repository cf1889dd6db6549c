"""Whose turn it is: nothing of one person is shown to another, and somebody new begins with their own check."""

from collections.abc import Iterator

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massage_companion.companion.ports import StoreError
from massage_companion.session.states import End, Look
from massage_companion.ui.theme import LIGHT, apply_theme
from tests.support.accessible_screen import button, clipped, focused, name_of, nameless, press, settle, too_small
from tests.support.household_values import record
from tests.support.rule_writing import said
from tests.support.small_rules import HEALTHY
from tests.ui.people.household_window import BEN, MEI, HouseholdWindow

CORD = HEALTHY.merged(said(signs="clumsy-hands"))
SECRET = "Only Mei may read this"


class TestPrivacy:
    def test_nobody_sees_the_log_of_somebody_else(self, qtbot: QtBot) -> None:
        world = HouseholdWindow(qtbot)
        world.store.finish(structs.replace(record(person=MEI.id), note=SECRET), "End", None)
        world.open()
        world.go("Log")
        assert SECRET in world.everything()
        world.choose("Ben")
        assert SECRET not in world.everything()
        world.go("Log")
        assert "Nothing here yet" in world.seen()
        assert SECRET not in world.everything()
        assert "1 session" not in world.everything()

    def test_each_has_a_result_of_their_own(self, qtbot: QtBot) -> None:
        world = HouseholdWindow(qtbot, checked=CORD)
        world.check(BEN)
        world.open()
        told = "Your hands were clumsy lately"
        mei = world.seen()
        assert "Sessions are blocked" in mei
        world.choose("Ben")
        assert button(world.window, "Start session").isEnabled()
        assert "Sessions are blocked" not in world.everything()
        assert told not in world.everything()
        world.choose("Mei")
        assert "Sessions are blocked" in world.seen()

    def test_the_rating_of_a_session_goes_with_its_person(self, qtbot: QtBot) -> None:
        world = HouseholdWindow(qtbot)
        world.check(BEN)
        world.open()
        world.session_runs()
        world.clock.advance(minutes=2)
        world.press("End session")
        assert "How sore is your neck now?" in world.seen()
        world.choose("Ben")
        assert "How sore is your neck now?" not in world.everything()
        assert world.sessions.records(BEN.id, 10) == ()

    def test_todays_answers_are_not_taken_over(self, qtbot: QtBot) -> None:
        world = HouseholdWindow(qtbot)
        world.check(BEN)
        world.open()
        world.press("Start session")
        world.choose("Ben")
        assert button(world.window, "Start session").isEnabled()
        assert world.sessions.live is None

    def test_a_settings_page_from_before_does_not_turn_the_person_back(self, qtbot: QtBot) -> None:
        world = HouseholdWindow(qtbot).open()
        world.go("Settings")
        world.choose("Ben")
        world.go("Settings")
        world.press("Dark")
        assert world.whose() == "Ben"
        assert world.store.settings().current_person == BEN.id
        assert world.store.settings().scheme == "dark"


class TestSomebodyNew:
    def test_they_go_straight_to_their_own_check(self, qtbot: QtBot) -> None:
        world = HouseholdWindow(qtbot, people=(MEI,)).open()
        world.choose("Add a person…")
        assert "A guest is a person too." in world.seen()
        world.type_name("Ann")
        assert [person.name for person in world.store.people()] == ["Mei", "Ann"]
        assert "Safety check · 1 of" in world.seen()
        world.press("Leave for now")
        assert world.whose() == "Ann"
        assert "Do the safety check first" in world.seen()
        world.choose("Mei")
        assert button(world.window, "Start session").isEnabled()

    def test_a_name_that_is_taken_is_told_at_the_field(self, qtbot: QtBot) -> None:
        world = HouseholdWindow(qtbot).open()
        world.choose("Add a person…")
        world.type_name("BEN")
        assert "Somebody here has this name." in world.seen()
        assert focused().accessibleDescription().startswith("Somebody here has this name.")
        world.type_name("")
        assert "Please type a name." in world.seen()
        assert len(world.store.people()) == 2

    def test_cancel_leads_back_to_the_name(self, qtbot: QtBot) -> None:
        world = HouseholdWindow(qtbot).open()
        world.choose("Add a person…")
        world.press("Cancel")
        assert focused() is world.person_button()
        assert len(world.store.people()) == 2

    def test_what_was_typed_is_not_lost_by_a_key(self, qtbot: QtBot) -> None:
        world = HouseholdWindow(qtbot).open()
        world.choose("Rename Mei…")
        press(Qt.Key.Key_X, Qt.Key.Key_Escape)
        press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
        assert "What is the new name?" in world.seen()

    def test_what_cannot_be_stored_is_told_and_can_be_tried_again(self, qtbot: QtBot) -> None:
        world = HouseholdWindow(qtbot).open()
        world.choose("Add a person…")
        world.store.fails = StoreError("full", "disk")
        world.type_name("Ann")
        (told,) = world.window.told
        assert "The disk is full" in told
        assert "Who else uses a massager here?" in world.seen()
        world.store.fails = None
        world.press("Continue to the safety check")
        assert world.store.settings().current_person == world.store.people()[-1].id

    def test_without_a_massager_there_is_nothing_to_check_yet(self, qtbot: QtBot) -> None:
        world = HouseholdWindow(qtbot)
        world.store.keep_massager(structs.replace(world.store.massagers()[0], retired=True))
        world.open()
        world.choose("Add a person…")
        world.type_name("Ann")
        assert world.whose() == "Ann"
        assert "Go to Massagers" in name_of(button(world.window, "Go to Massagers"))


class TestStarting:
    def test_after_another_name_everything_says_so(self, qtbot: QtBot) -> None:
        world = HouseholdWindow(qtbot).open()
        world.choose("Rename Mei…")
        world.type_name("Mei Li")
        assert world.whose() == "Mei Li"
        assert focused() is world.person_button()
        world.go("Massagers")
        assert "is for Mei Li" in world.seen()

    def test_a_start_with_somebody_unchecked_is_no_first_start(self, qtbot: QtBot) -> None:
        world = HouseholdWindow(qtbot)
        world.store.keep_settings(structs.replace(world.store.settings(), current_person=BEN.id))
        world.open()
        assert world.whose() == "Ben"
        assert "Do the safety check first" in world.seen()
        world.choose("Mei")
        assert button(world.window, "Start session").isEnabled()

    def test_a_session_that_was_found_belongs_to_its_person(self, qtbot: QtBot) -> None:
        world = HouseholdWindow(qtbot).open()
        world.session_runs()
        world.store.keep_settings(structs.replace(world.store.settings(), current_person=BEN.id))
        world.window.hide()
        world.clock.reboot(minutes=1)
        world.open()
        assert world.whose() == "Mei"
        assert "Is the massager still running?" in world.seen()
        world.sessions.happened(End())

    def test_the_timer_of_a_session_goes_on_in_another_language(self, qtbot: QtBot) -> None:
        world = HouseholdWindow(qtbot).open()
        world.session_runs()
        world.go("Settings")
        world.press("中文")
        world.rest()
        world.clock.advance(minutes=5, seconds=1)
        world.ticker.fire()
        settle()
        assert world.bell.heard != []
        assert world.sessions.happened(Look()) is not None


@pytest.fixture(params=[1.0, 2.0], ids=["100 %", "200 %"])
def letters(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """The size of letters, in the program's own dress."""
    apply_theme(qapp, LIGHT, request.param)
    yield
    apply_theme(qapp, LIGHT)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("guide", ["add", "rename"])
def test_every_control_has_a_name_room_and_its_whole_text(
    qtbot: QtBot, letters: None, guide: str, language: str
) -> None:
    world = HouseholdWindow(qtbot, language=language).open((800, 560))
    line = world.words("people.menu.add") if guide == "add" else world.words("people.menu.rename", name="Mei")
    world.choose(line)
    assert world.words(f"people.{guide}.title") in world.seen()
    world.type_name("x" * 61)
    assert nameless(world.window) == []
    assert too_small(world.window) == []
    assert clipped(world.window) == []


def test_no_guide_covers_the_way_to_stop_a_session_that_runs(qtbot: QtBot) -> None:
    world = HouseholdWindow(qtbot).open()
    world.session_runs()
    world.go("Safety check")
    world.press("Do the whole check again")
    assert "Stop if you feel" in world.seen()
    assert button(world.window, "End session").isEnabled()
