"""The doctor's slip: typed word for word, refused where it is no yes, and nothing kept by accident."""

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from massage_companion.companion.ports import StoreError
from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.session.doctors_word import Heard
from tests.support.accessible_screen import button, focused, name_of, press, type_text
from tests.support.rule_writing import said
from tests.support.small_rules import KNEADER
from tests.ui.safety.safety_page import SafetyPage
from tests.ui.safety.safety_world import LI, ON_STEROIDS, SafetyWorld

SPACE, RETURN = Qt.Key.Key_Space, Qt.Key.Key_Return


def doctor_first() -> SafetyWorld:
    world = SafetyWorld()
    world.checked(ON_STEROIDS)
    return world


def fill_slip(page: SafetyPage, answer: str = "Yes, this massager at home", day: str = "10") -> None:
    """The slip of Dr Chen, typed with the keyboard from the first row on."""
    screen = page.screen()
    press(SPACE)
    button(screen, answer).setFocus()
    press(SPACE)
    fields = {name_of(field): field for field in screen.findChildren(QLineEdit)}
    typed = {
        "Who said so?": "Dr Chen",
        "Day: Which day was it given?": day,
        "Month: Which day was it given?": "11",
        "Year: Which day was it given?": "2026",
        "Day: Until when does it count?": "1",
        "Month: Until when does it count?": "5",
        "Year: Until when does it count?": "2027",
    }
    for name, text in typed.items():
        if fields[name].isVisible():
            fields[name].setFocus()
            type_text(text)


class TestADoctorsYes:
    def test_it_is_recorded_with_the_keyboard(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, doctor_first())
        page.press("Record a doctor's yes")
        assert name_of(focused()) == "About steroids"
        fill_slip(page)
        press(RETURN)
        (known,) = page.world.clearances.all(LI.id)
        assert (known.heard, known.clearance.by_whom, known.clearance.massager) == (Heard.YES, "Dr Chen", KNEADER.id)
        assert "The doctor's yes is recorded." in page.seen()
        assert "You may use it, with care" in page.seen()
        assert name_of(focused()) == "The doctor's yes is recorded."
        assert page.changes == 1

    def test_limits_and_an_open_end_are_taken_from_the_form(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, doctor_first())
        page.press("Record a doctor's yes")
        fill_slip(page)
        for name in ("The slip names no last day. Then it counts for 12 months.", "Lowest level only", "No heat"):
            page.press(name)
        for name, text in (("Minutes at most", "4"), ("Times a day at most", "2")):
            field = next(f for f in page.screen().findChildren(QLineEdit) if name_of(f) == name)
            field.setFocus()
            type_text(text)
        page.press("Record it")
        (known,) = page.world.clearances.all(LI.id)
        assert known.clearance.limits == Limits(4, 2, intensity=Intensity.LOW, heat_allowed=False)
        assert "counts until 10 Nov 2027" in page.seen()

    def test_only_findings_that_a_doctor_can_clear_are_offered(self, qtbot: QtBot) -> None:
        world = SafetyWorld()
        world.checked(said(signs="clumsy-hands", age=70, body="steroids"))
        page = SafetyPage(qtbot, world)
        page.press("Record a doctor's yes")
        rows = [b.text() for b in page.screen().findChildren(QAbstractButton) if b.text().startswith("About")]
        assert rows == ["About steroids"]
        assert "What is marked “Do not use the massager” in your result stays so" in page.seen()

    def test_the_split_between_massage_and_this_massager_is_always_told(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, doctor_first())
        page.press("Record a doctor's yes")
        assert "“Massage may help” is not a yes to this massager." in page.seen()

    def test_a_no_needs_no_end_and_no_limits_and_opens_nothing(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, doctor_first())
        page.press("Record a doctor's yes")
        fill_slip(page, "No, or only massage in general")
        assert "Sessions stay blocked" in page.seen()
        assert "Limits on the slip" not in page.seen()
        page.press("Record it")
        assert "The doctor's no is recorded." in page.seen()
        assert [known.heard for known in page.world.clearances.all(LI.id)] == [Heard.NO]
        assert "Do not start yet" in page.seen()

    def test_what_is_missing_is_said_at_each_field_and_the_first_gets_the_focus(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, doctor_first())
        page.press("Record a doctor's yes")
        page.press("Record it")
        for sentence in ("Please tick at least one", "Please choose yes or no.", "who said so", "the day, the month"):
            assert sentence in page.seen()
        assert name_of(focused()) == "About steroids"
        assert page.world.clearances.all(LI.id) == ()
        press(SPACE)
        assert "Please tick at least one" not in page.seen()

    @pytest.mark.parametrize(
        ("day", "sentence"), [("15", "This day is still to come."), ("31", "Please type the day, the month")]
    )
    def test_what_the_clearances_refuse_is_said_at_its_field(self, qtbot: QtBot, day: str, sentence: str) -> None:
        page = SafetyPage(qtbot, doctor_first())
        page.press("Record a doctor's yes")
        fill_slip(page, day=day)
        page.press("Record it")
        assert sentence in page.seen()
        assert name_of(focused()) == "Day: Which day was it given?"
        assert sentence in focused().accessibleDescription()
        assert page.world.clearances.all(LI.id) == ()

    def test_what_cannot_be_stored_is_told_and_stays_to_be_tried_again(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, doctor_first())
        page.press("Record a doctor's yes")
        fill_slip(page)
        page.world.store.fails = StoreError("full", "disk")
        page.press("Record it")
        assert [error.kind for error in page.failures] == ["full"]
        page.world.store.fails = None
        page.press("Record it")
        assert len(page.world.clearances.all(LI.id)) == 1

    def test_cancel_keeps_nothing_and_the_form_is_empty_the_next_time(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, doctor_first())
        page.press("Record a doctor's yes")
        fill_slip(page)
        page.press("Cancel")
        page.press("Record a doctor's yes")
        assert all(not field.text() for field in page.screen().findChildren(QLineEdit) if field.isVisible())
        assert page.world.clearances.all(LI.id) == ()

    def test_what_is_being_typed_stays_while_another_page_is_looked_at(self, qtbot: QtBot) -> None:
        page = SafetyPage(qtbot, doctor_first())
        page.press("Record a doctor's yes")
        fill_slip(page)
        page.show_again()
        assert any(field.text() == "Dr Chen" for field in page.screen().findChildren(QLineEdit))
        page.world.massagers[0] = structs.replace(KNEADER, name="Another name")
        page.show_again()
        assert "Do not start yet" in page.seen()
