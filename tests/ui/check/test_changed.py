"""A check after a change of health: it stays what it was, whichever way through its pages is taken."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from massage_companion.companion.checks import SafetyChecks
from massage_companion.companion.sessions import Sessions
from massage_companion.eligibility.screening import Screening
from massage_companion.session.stop_sign import StopSign
from massage_companion.storage.words import load_words
from massage_companion.ui.check.controller import CheckController
from tests.support.accessible_screen import press, settle, show
from tests.support.changing_rules import changing_rules
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import NOON, FakeClock
from tests.support.small_rules import HEALTHY, small_texts
from tests.ui.check.check_world import LI, CheckWorld

RETURN = Qt.Key.Key_Return
MEDICINES = frozenset({"medicines"})


class ChangedWorld(CheckWorld):
    """Li completed a check; the rules know what a change asks again."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.store.complete_check(Screening("first", LI.id, HEALTHY, "small-1", NOON.utc_ms))
        show(qtbot, self.controller.screens)

    def _new_controller(self) -> CheckController:
        clock, ids, rules = FakeClock(), CountingIds(), changing_rules()
        checks = SafetyChecks(rules, self.store, clock, ids)
        sessions = Sessions(rules, self.store, clock, ids)
        controller = CheckController(checks, sessions, LI, self.massager, small_texts(), load_words("en"))
        controller.finished.connect(self.finished.append)
        return controller

    def newest(self) -> Screening:
        """The check that was stored last."""
        return self.store.screenings(LI.id)[0]

    def to_review(self) -> None:
        """Answer what new medicines ask again."""
        self.controller.begin_changed(MEDICINES)
        settle()
        self.answer_signs()
        self.tick("None of these")
        press(RETURN)


def test_only_what_changed_is_asked_and_what_led_to_it_is_stored(qtbot: QtBot) -> None:
    world = ChangedWorld(qtbot)
    world.to_review()
    assert "Check your answers" in world.seen()
    press(RETURN)
    assert (world.newest().changes, world.newest().answers) == (("medicines",), HEALTHY)
    assert world.newest().valid_from_utc_ms == NOON.utc_ms


def test_changing_an_answer_from_the_review_keeps_what_the_check_was(qtbot: QtBot) -> None:
    world = ChangedWorld(qtbot)
    world.to_review()
    world.press_button("Change: How is your neck now?")
    world.tick("A little tired")
    press(RETURN)
    assert "How much does it hurt?" in world.seen()
    world.type_age("1")
    press(RETURN)
    assert "Check your answers" in world.seen()
    kept = world.store.draft(LI.id)
    assert kept is not None
    assert (kept.carried, kept.changes) == (True, ("medicines",))
    assert kept.visits == frozenset({"signs", "body", "neck", "neck-more"})
    press(RETURN)
    assert world.newest().changes == ("medicines",)


def test_a_whole_check_can_be_begun_with_what_changed(qtbot: QtBot) -> None:
    world = ChangedWorld(qtbot)
    world.controller.begin_anew(MEDICINES)
    settle()
    world.answer_all()
    press(RETURN)
    assert world.newest().changes == ("medicines",)


def test_something_that_feels_wrong_meanwhile_begins_the_whole_check(qtbot: QtBot) -> None:
    world = ChangedWorld(qtbot)
    world.to_review()
    world.store.add_stop_sign(StopSign("sign", LI.id, NOON))
    press(RETURN)
    assert world.newest().id == "first"
    assert "· 1 of 4 ·" in world.seen()
    assert world.ticked() == set()


def test_an_emergency_is_shown_though_something_felt_wrong_meanwhile(qtbot: QtBot) -> None:
    world = ChangedWorld(qtbot)
    world.controller.begin_changed(MEDICINES)
    settle()
    world.tick("Sudden dizziness")
    world.store.add_stop_sign(StopSign("sign", LI.id, NOON))
    press(RETURN)
    assert "Call the emergency number now" in world.seen()
    world.press_button("Done")
    assert world.finished == [None]
