"""The page about massagers in the window: adding, editing, putting away, and what a screen reader and a key can do."""

from collections.abc import Iterator

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

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
from tests.support.small_rules import KNEADER, WARM_KNEADER
from tests.ui.massagers.page_hands import EDIT, HEAT, PULSER, page, tick
from tests.ui.people.household_window import HouseholdWindow


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
        assert "There is no massager in use" in world.seen()
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
