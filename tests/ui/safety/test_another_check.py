"""Another check: after a block nobody gets one without saying what has changed, and nothing happens by itself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from massage_companion.eligibility.modality import Modality
from massage_companion.session.massager import Massager
from tests.support.accessible_screen import focused, name_of, press, settle
from tests.support.rule_writing import said
from tests.ui.safety.safety_page import SafetyPage
from tests.ui.safety.safety_world import LI, ON_STEROIDS, SafetyWorld

DOWN, SPACE, RETURN = Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return
PULSE = Massager("tens", "TENS", "tens", frozenset({Modality.PULSE}), True)


def healthy() -> SafetyWorld:
    world = SafetyWorld()
    world.checked()
    return world


def doctor_first() -> SafetyWorld:
    world = SafetyWorld()
    world.checked(ON_STEROIDS)
    return world


class TestMyHealthHasChanged:
    def test_with_the_keyboard_alone(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, healthy())
        page.press("My health has changed")
        assert name_of(focused()) == "New or worse symptoms"
        assert "Your earlier answers stay in the history" not in page.seen()
        press(DOWN, SPACE, RETURN)
        assert page.wanted == [("changed", frozenset({"medicines"}))]
        assert "You may use your massager" in page.seen()

    def test_after_a_block_it_says_that_the_old_answers_stay(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, doctor_first())
        page.press("My health has changed")
        assert "Your earlier answers stay in the history" in page.seen()
        assert "Only what they touch is asked again." in page.seen()

    def test_nothing_has_changed_excludes_the_rest_and_does_nothing(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, doctor_first())
        page.press("My health has changed")
        press(SPACE)
        page.press("Nothing has changed")
        assert "Then the result stays as it is." in page.seen()
        ticked = [b.text() for b in page.screen().findChildren(QAbstractButton) if b.isVisible() and b.isChecked()]
        assert ticked == ["Nothing has changed"]
        page.press("Continue")
        assert page.wanted == []
        assert "Nothing has changed. The result stays as it is." in page.seen()
        assert name_of(focused()) == "Nothing has changed. The result stays as it is."

    def test_no_answer_is_not_an_answer(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, healthy())
        page.press("My health has changed")
        press(RETURN)
        assert "“Nothing has changed” is an answer too." in page.seen()
        assert page.wanted == []
        press(SPACE)
        assert "“Nothing has changed” is an answer too." not in page.seen()

    def test_back_keeps_everything_as_it_is(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, healthy())
        for leave in ("Back", "Alt+Left"):
            page.press("My health has changed")
            if leave == "Back":
                page.press("Back")
            else:
                press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
            assert "You may use your massager" in page.seen()
        assert page.wanted == []

    def test_what_was_ticked_last_time_is_not_ticked_again(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, healthy())
        page.press("My health has changed")
        press(SPACE)
        page.press("Back")
        page.press("My health has changed")
        assert not any(b.isChecked() for b in page.screen().findChildren(QAbstractButton) if b.isVisible())


class TestAnotherCheck:
    def test_whoever_is_not_blocked_goes_straight_to_it(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, healthy())
        page.press("Do the whole check again")
        assert page.wanted == [("whole", frozenset())]

    def test_whoever_is_blocked_says_first_what_has_changed(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, doctor_first())
        page.press("Do the whole check again")
        assert "Then the whole check is asked again." in page.seen()
        press(SPACE, RETURN)
        assert page.wanted == [("whole", frozenset({"new-signs"}))]

    def test_with_nothing_changed_there_is_no_other_check(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, doctor_first())
        page.press("Do the whole check again")
        page.press("Nothing has changed")
        page.press("Continue")
        assert page.wanted == []

    def test_missing_questions_are_asked_at_once_or_after_what_has_changed(self, qtbot: QtBot) -> None:
        world = healthy()
        world.add(PULSE)
        page = SafetyPage(qtbot, world)
        page.press("Answer the missing questions")
        assert page.wanted == [("missing", frozenset())]
        world.checked(said(signs="clumsy-hands"))
        page.controller.refresh()
        settle()
        page.press("Answer the missing questions")
        page.press("Nothing has changed")
        assert "Then only the missing questions are asked." in page.seen()
        page.press("Continue")
        assert page.wanted[1:] == [("missing", frozenset())]

    def test_a_change_named_with_missing_questions_is_asked_too(self, qtbot: QtBot) -> None:
        world = doctor_first()
        world.add(PULSE)
        world.checked(said(signs="clumsy-hands"))
        page = SafetyPage(qtbot, world)
        page.press("Answer the missing questions")
        press(SPACE, RETURN)
        assert page.wanted == [("changed", frozenset({"new-signs"}))]

    def test_the_first_check_and_one_left_half_way_are_gone_on_with(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, SafetyWorld())
        page.press("Do the safety check")
        page.world.checks.keep(LI.id, page.world.checks.begin(LI.id))
        page.show_again()
        page.press("Go on with the check")
        assert page.wanted == [("go_on", frozenset())] * 2

    def test_other_screens_can_want_the_same(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, doctor_first())
        page.controller.whole_check()
        settle()
        assert "What has changed?" in page.seen()
        page.press("Back")
        page.controller.health_changed()
        settle()
        assert "What has changed?" in page.seen()
        page.press("Back")
        page.controller.missing()
        settle()
        assert "What has changed?" in page.seen()
