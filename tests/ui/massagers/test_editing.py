"""Editing a massager: what is new is asked about, and nothing it does can be taken away."""

from msgspec import structs
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from massage_companion.eligibility.modality import Modality
from tests.support.accessible_screen import button, focused, name_of, press
from tests.support.rule_writing import said
from tests.support.situation import clearance
from tests.support.small_rules import HEALTHY, HOT_KNEADER, KNEADER, WARM_KNEADER
from tests.ui.massagers.page_hands import EDIT, HEAT, PULSER, PULSES, page, tick
from tests.ui.people.household_window import BEN, HouseholdWindow


def test_a_new_modality_says_what_is_open_and_leads_to_those_questions_only(qtbot: QtBot) -> None:
    world = page(qtbot)
    world.press(EDIT)
    assert "The safety check is only as good as these facts" in world.seen()
    tick(world, PULSES)
    world.press("Save")
    assert "This massager does something new: 1 more question." in world.seen()
    assert name_of(focused()) == "Answer now: Shiatsu pillow"
    assert "1 more answer needed" in world.seen()
    press(Qt.Key.Key_Return)
    assert "Which pads do you have?" in world.seen()
    assert "Safety check · 1 of 2" in world.seen()


def test_the_other_person_has_open_questions_of_their_own(qtbot: QtBot) -> None:
    world = HouseholdWindow(qtbot, massagers=(PULSER,))
    world.check(BEN, HEALTHY.merged(said(pads="for-necks")))
    world.open()
    world.go("Massagers")
    assert "1 more answer needed" in world.seen()
    assert "is for Mei" in world.seen()
    world.choose("Ben")
    world.go("Massagers")
    assert "Cleared to use" in world.seen()
    assert "is for Ben" in world.seen()


def test_a_doctors_yes_that_would_end_is_named_before_and_after_to_whom_it_belongs(qtbot: QtBot) -> None:
    world = HouseholdWindow(qtbot)
    for person in ("mei", "ben"):
        world.store.keep_clearance(clearance("steroids", id=person, person=person))
    world.check(BEN)
    world.open()
    world.go("Massagers")
    world.press(EDIT)
    assert "A doctor's yes to this massager is noted for you." in world.seen()
    tick(world, PULSES)
    world.press("Save")
    assert "Your doctor's yes has ended." in world.seen()
    world.choose("Ben")
    world.go("Massagers")
    assert "Your doctor's yes has ended." not in world.everything()
    world.press(EDIT)
    assert "A doctor's yes" not in world.seen()


def test_what_it_does_cannot_be_taken_away(qtbot: QtBot) -> None:
    world = page(qtbot, WARM_KNEADER)
    world.press("Edit: Warm pillow")
    assert "What is ticked already stays" in world.seen()
    tick(world, HEAT)
    world.press("Save")
    assert "This stays: heat. Please tick it again." in world.seen()
    assert "put this massager away and add it as a new one" in world.seen()
    assert world.store.massagers() == (WARM_KNEADER,)
    tick(world, HEAT, "Yes, the heat can be switched off")
    world.press("Save")
    assert world.window.page == "massagers"
    assert "Edit" in name_of(focused())


def test_always_warm_stays_always_warm(qtbot: QtBot) -> None:
    world = page(qtbot, HOT_KNEADER)
    world.press("Edit: Hot pillow")
    tick(world, "Yes, the heat can be switched off")
    world.press("Save")
    assert "Until now it counted as always warm" in world.seen()
    assert world.store.massagers() == (HOT_KNEADER,)


def test_what_nobody_knew_is_not_named_later(qtbot: QtBot) -> None:
    world = page(qtbot, structs.replace(HOT_KNEADER, modalities=frozenset()))
    world.press("Edit: Hot pillow")
    tick(world, "I do not know. Then it counts as doing all of these", "Kneading: it rolls or presses like thumbs")
    world.press("Save")
    assert "Until now it counted as doing everything" in world.seen()


def test_another_kind_unticks_nothing(qtbot: QtBot) -> None:
    world = page(qtbot)
    world.press(EDIT)
    tick(world, "Massage gun: held in the hand, the head taps fast")
    world.press("Save")
    (kept,) = world.store.massagers()
    assert kept.modalities == {Modality.KNEADING, Modality.PERCUSSION}


def test_it_does_not_matter_who_was_checked(qtbot: QtBot) -> None:
    world = HouseholdWindow(qtbot, massagers=(WARM_KNEADER,), checked=None)
    world.check(BEN)
    world.open()
    world.go("Massagers")
    assert "Safety check needed" in world.seen()
    world.press("Edit: Warm pillow")
    assert "What is ticked already stays" in world.seen()


def test_cancel_keeps_everything_and_leads_back_to_the_button(qtbot: QtBot) -> None:
    world = page(qtbot)
    world.press(EDIT)
    tick(world, PULSES)
    world.press("Cancel")
    assert world.store.massagers() == (KNEADER,)
    assert name_of(focused()) == EDIT


def test_keys_do_not_lose_what_was_ticked(qtbot: QtBot) -> None:
    world = page(qtbot)
    world.press(EDIT)
    press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert name_of(focused()) == EDIT
    world.press(EDIT)
    tick(world, PULSES)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert button(world.window, PULSES).isChecked()
