"""The page about massagers in the window: adding, editing, putting away, and what a screen reader and a key can do."""

from collections.abc import Iterator

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.eligibility.modality import Modality
from massage_companion.session.massager import Massager
from massage_companion.session.states import End
from massage_companion.ui.theme import LIGHT, apply_theme
from massage_companion.ui.widgets.card import Card
from tests.support.accessible_screen import (
    button,
    clipped,
    focused,
    name_of,
    nameless,
    press,
    settle,
    tab_round,
    too_small,
)
from tests.support.rule_writing import said
from tests.support.situation import clearance
from tests.support.small_rules import HEALTHY, HOT_KNEADER, KNEADER, WARM_KNEADER
from tests.ui.people.household_window import BEN, HouseholdWindow

PULSES = "Pulses: small electric pulses through pads (EMS, TENS)"
HEAT = "Heat: it gets warm"
EDIT = "Edit: Shiatsu pillow"
PULSER = Massager("tens", "TENS", "pulse-patch", frozenset({Modality.PULSE}), False)


def page(
    qtbot: QtBot, *massagers: Massager, language: str = "en", size: tuple[int, int] = (1040, 700)
) -> HouseholdWindow:
    world = HouseholdWindow(qtbot, massagers=massagers or (KNEADER,), language=language).open(size)
    world.go(world.words("window.massagers"))
    return world


def tick(world: HouseholdWindow, *rows: str) -> None:
    for row in rows:
        button(world.window, row).setFocus()
        press(Qt.Key.Key_Space)


class TestEditing:
    def test_a_new_modality_says_what_is_open_and_leads_to_those_questions_only(self, qtbot: QtBot) -> None:
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

    def test_the_other_person_has_open_questions_of_their_own(self, qtbot: QtBot) -> None:
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

    def test_a_doctors_yes_that_would_end_is_named_before_and_after_to_whom_it_belongs(self, qtbot: QtBot) -> None:
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

    def test_what_it_does_cannot_be_taken_away(self, qtbot: QtBot) -> None:
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

    def test_always_warm_stays_always_warm(self, qtbot: QtBot) -> None:
        world = page(qtbot, HOT_KNEADER)
        world.press("Edit: Hot pillow")
        tick(world, "Yes, the heat can be switched off")
        world.press("Save")
        assert "Until now it counted as always warm" in world.seen()
        assert world.store.massagers() == (HOT_KNEADER,)

    def test_what_nobody_knew_is_not_named_later(self, qtbot: QtBot) -> None:
        world = page(qtbot, structs.replace(HOT_KNEADER, modalities=frozenset()))
        world.press("Edit: Hot pillow")
        tick(world, "I do not know. Then it counts as doing all of these", "Kneading: it rolls or presses like thumbs")
        world.press("Save")
        assert "Until now it counted as doing everything" in world.seen()

    def test_another_kind_unticks_nothing(self, qtbot: QtBot) -> None:
        world = page(qtbot)
        world.press(EDIT)
        tick(world, "Massage gun: held in the hand, the head taps fast")
        world.press("Save")
        (kept,) = world.store.massagers()
        assert kept.modalities == {Modality.KNEADING, Modality.PERCUSSION}

    def test_it_does_not_matter_who_was_checked(self, qtbot: QtBot) -> None:
        world = HouseholdWindow(qtbot, massagers=(WARM_KNEADER,), checked=None)
        world.check(BEN)
        world.open()
        world.go("Massagers")
        assert "Safety check needed" in world.seen()
        world.press("Edit: Warm pillow")
        assert "What is ticked already stays" in world.seen()

    def test_cancel_keeps_everything_and_leads_back_to_the_button(self, qtbot: QtBot) -> None:
        world = page(qtbot)
        world.press(EDIT)
        tick(world, PULSES)
        world.press("Cancel")
        assert world.store.massagers() == (KNEADER,)
        assert name_of(focused()) == EDIT

    def test_keys_do_not_lose_what_was_ticked(self, qtbot: QtBot) -> None:
        world = page(qtbot)
        world.press(EDIT)
        press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
        assert name_of(focused()) == EDIT
        world.press(EDIT)
        tick(world, PULSES)
        press(Qt.Key.Key_Escape)
        press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
        assert button(world.window, PULSES).isChecked()


class TestAddingAndPuttingAway:
    def test_a_new_massager_stands_in_the_list_with_what_is_open(self, qtbot: QtBot) -> None:
        world = page(qtbot)
        world.press("Add a massager")
        tick(world, "Pulse patch or collar: touches the skin with pads, which may tingle", HEAT)
        world.press("Add this massager")
        assert [massager.name for massager in world.store.massagers()] == ["Shiatsu pillow", "Pulse massager"]
        assert "1 more question" in world.seen()
        assert name_of(focused()) == "Answer now: Pulse massager"
        assert world.store.settings().current_massager == ""

    def test_what_is_put_away_moves_down_and_comes_back(self, qtbot: QtBot) -> None:
        world = page(qtbot, KNEADER, PULSER)
        world.press("Put away: TENS")
        assert name_of(focused()) == "Bring back: TENS"
        assert "No session can be started with these." in world.seen()
        press(Qt.Key.Key_Return)
        assert name_of(focused()) == "Answer now: TENS"
        assert not any(massager.retired for massager in world.store.massagers())

    def test_without_any_the_session_page_says_so_and_leads_here(self, qtbot: QtBot) -> None:
        world = page(qtbot)
        world.press("Put away: Shiatsu pillow")
        assert "There is no massager in use" in world.seen()
        world.go("Session")
        assert "There is no massager yet" in world.seen()
        world.press("Go to Massagers")
        assert world.window.page == "massagers"
        assert "There is no massager in use" in world.seen()
        assert name_of(focused()) == "Bring back: Shiatsu pillow"
        world.press("Bring back: Shiatsu pillow")
        world.go("Session")
        assert button(world.window, "Start session").isEnabled()


class TestLiveSession:
    def test_nothing_can_be_pressed_and_the_reason_can_be_read(self, qtbot: QtBot) -> None:
        world = HouseholdWindow(qtbot).open()
        world.session_runs()
        world.go("Massagers")
        for name in ("Add a massager", EDIT, "Put away: Shiatsu pillow"):
            (found,) = (each for each in world.window.findChildren(QAbstractButton) if name_of(each) == name)
            assert not found.isEnabled()
        (why,) = (
            card
            for card in world.window.findChildren(Card)
            if card.isVisible() and name_of(card) == "A session is running"
        )
        assert why.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert "until it has ended" in why.accessibleDescription()
        world.clock.advance(minutes=1)
        world.sessions.happened(End())
        world.go("Massagers")
        assert button(world.window, EDIT).isEnabled()

    def test_a_session_that_began_meanwhile_refuses_too(self, qtbot: QtBot) -> None:
        world = page(qtbot)
        pressed = button(world.window, "Put away: Shiatsu pillow")
        world.session_runs()
        pressed.click()
        settle()
        assert not world.store.massagers()[0].retired


@pytest.fixture(params=[1.0, 2.0], ids=["100 %", "200 %"])
def letters(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """The size of letters, in the program's own dress."""
    apply_theme(qapp, LIGHT, request.param)
    yield
    apply_theme(qapp, LIGHT)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_control_has_a_name_room_and_its_whole_text(qtbot: QtBot, letters: None, language: str) -> None:
    endless = structs.replace(PULSER, name="A very long name that somebody gave it with great love " + "x" * 5)
    old = structs.replace(WARM_KNEADER, retired=True)
    world = page(qtbot, KNEADER, endless, old, language=language, size=(800, 560))
    words = world.words
    edit = words("massagers.page.spoken", deed=words("massagers.page.edit"), name=KNEADER.name)
    for opened in ("", edit):
        if opened:
            world.press(opened)
        assert nameless(world.window) == []
        assert too_small(world.window) == []
        assert clipped(world.window) == []


def test_tab_follows_what_the_eye_sees(qtbot: QtBot) -> None:
    world = page(qtbot, KNEADER, PULSER)
    button(world.window, "Add a massager").setFocus()
    names = [name_of(stop) for stop in tab_round()]
    assert names[:6] == [
        "Add a massager",
        EDIT,
        "Put away: Shiatsu pillow",
        "Answer now: TENS",
        "Edit: TENS",
        "Put away: TENS",
    ]


def test_a_card_is_a_group_with_the_name_and_the_state(qtbot: QtBot) -> None:
    world = page(qtbot)
    groups: dict[str, QWidget] = {name_of(card): card for card in world.window.findChildren(Card) if card.isVisible()}
    assert groups["Shiatsu pillow"].accessibleDescription() == "Cleared to use"
