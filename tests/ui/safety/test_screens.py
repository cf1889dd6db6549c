"""Each state of the page for somebody without eyes or mouse, with large letters, in small windows, in Chinese."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QGroupBox, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.storage.words import load_words
from massage_companion.ui.safety.intents import AskToWithdraw, ChoosePart, ChooseScreening, Deed, Part, Press
from massage_companion.ui.theme import DARK, LIGHT, apply_theme
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.fields import DropDown
from massage_companion.ui.widgets.page import Page
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
from tests.support.small_rules import WARM_KNEADER
from tests.ui.safety.safety_page import SafetyPage
from tests.ui.safety.safety_world import ON_STEROIDS, SLIP, SafetyWorld

SMALL = (800, 560)


@pytest.fixture(params=[1.0, 2.0], ids=["100 %", "200 %"])
def letters(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    """The size of letters, in the program's own dress."""
    scale: float = request.param
    apply_theme(qapp, DARK if scale == 2.0 else LIGHT, scale)
    yield scale
    apply_theme(qapp, LIGHT)


def ok(world: SafetyWorld) -> None:
    world.checked(said(age=70))
    world.add(structs.replace(WARM_KNEADER, name="A warm pillow whose name has sixty letters or very nearly so"))


def doctor_first(world: SafetyWorld) -> None:
    world.checked(days_ago=300)
    world.checked(said(body=("steroids", "numb-skin"), neck="more", pain=2), days_ago=1, changes=("medicines",))


def cleared(world: SafetyWorld) -> None:
    world.checked(ON_STEROIDS)
    world.cleared(structs.replace(SLIP, for_home=False))
    world.clock.advance(minutes=1)
    world.cleared()


def blocked(world: SafetyWorld) -> None:
    world.checked(said(signs="clumsy-hands"), rules_version="small-0", found=())


def emergency(world: SafetyWorld) -> None:
    world.checked(said(signs="sudden-dizzy"))


def near(world: SafetyWorld) -> None:
    world.checked(days_ago=350)


def stopped(world: SafetyWorld) -> None:
    cleared(world)
    world.felt_wrong()


def never(world: SafetyWorld) -> None:
    world.checks.keep("li", world.checks.begin("li"))


STATES: list[Callable[[SafetyWorld], None]] = [ok, doctor_first, cleared, blocked, emergency, near, stopped, never]
PLACES = ["yes", "withdraw", "history", "change", "slip", "slip with problems", "slip with a no"]


def go_to(page: SafetyPage, place: str) -> None:
    """Go to another part of the page, or to what opens from it."""
    controller = page.controller
    if place in ("yes", "withdraw"):
        controller._intend(ChoosePart(Part.YES))
    if place == "withdraw":
        controller._intend(AskToWithdraw(page.world.store.clearances("li")[0].id))
    if place == "history":
        controller._intend(ChoosePart(Part.HISTORY))
        controller._intend(ChooseScreening("check-2"))
    if place == "change":
        controller.health_changed()
    if place.startswith("slip"):
        controller._intend(Press(Deed.RECORD_YES))
    settle()
    if place == "slip with problems":
        controller._form.confirmed.emit()
    if place == "slip with a no":
        button(page.screen(), page.world.words("safety.slip.no")).click()
    settle()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("state", STATES)
def test_every_control_has_a_name_room_and_its_whole_text(
    qtbot: QtBot, letters: float, state: Callable[[SafetyWorld], None], language: str
) -> None:
    world = SafetyWorld(language=language)
    state(world)
    screens = SafetyPage(qtbot, world, SMALL).controller.screens
    for choice in filter(QWidget.isVisible, screens.findChildren(DropDown)):
        assert choice.mapTo(screens, choice.rect().topRight()).x() < SMALL[0]
    assert (nameless(screens), too_small(screens), clipped(screens)) == ([], [], [])


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("place", PLACES)
def test_so_has_everything_that_opens_from_it(qtbot: QtBot, letters: float, place: str, language: str) -> None:
    world = SafetyWorld(language=language)
    (cleared if place in ("yes", "withdraw") else doctor_first)(world)
    page = SafetyPage(qtbot, world, SMALL)
    go_to(page, place)
    screens = page.controller.screens
    assert (nameless(screens), too_small(screens), clipped(screens)) == ([], [], [])


@pytest.mark.parametrize("place", ["result", *PLACES])
def test_tab_visits_everything_once_in_the_order_of_reading(qtbot: QtBot, place: str) -> None:
    world = SafetyWorld()
    (cleared if place in ("yes", "withdraw") else doctor_first)(world)
    page = SafetyPage(qtbot, world, SMALL)
    go_to(page, place)
    screen = page.screen()
    press(Qt.Key.Key_Tab)
    stops = tab_round()
    assert len(set(map(id, stops))) == len(stops)
    reachable = {b for b in screen.findChildren(QAbstractButton) if b.isVisible() and b.focusPolicy().value & 1}
    one_of_many = {b for b in reachable if b.autoExclusive()}
    assert reachable - one_of_many <= set(stops)
    # The buttons at the foot of a form stand still while it scrolls.
    scrolled = [stop for stop in stops if isinstance(stop, QAbstractButton) and _scrolls(stop)]
    heights = [stop.mapTo(screen, stop.rect().topLeft()).y() for stop in scrolled]
    assert sum(later < earlier - 8 for earlier, later in pairwise([*heights, heights[0]])) == 1


def _scrolls(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and (isinstance(parent, Page) or _scrolls(parent))


def test_tab_keeps_the_order_of_reading_after_a_card_was_made_anew(qtbot: QtBot) -> None:
    world = SafetyWorld()
    cleared(world)
    world.clock.advance(minutes=1)
    world.cleared()
    page = SafetyPage(qtbot, world, (1040, 1400))
    go_to(page, "withdraw")
    page.press("Keep it")
    stops = [name_of(stop) for stop in tab_round()]
    place = stops.index("Withdraw: About steroids, Dr Chen")
    assert stops[place - 1] == stops[place + 1] == "About steroids"


def test_the_result_is_read_aloud_as_one(qtbot: QtBot) -> None:
    world = SafetyWorld()
    doctor_first(world)
    page = SafetyPage(qtbot, world)
    page.controller._screen.take_focus()
    card = focused()
    assert isinstance(card, Card)
    assert name_of(card) == "Do not start yet: your doctor has to say yes first"
    assert "Sessions are blocked until you record" in card.accessibleDescription()
    assert "Valid until 13 Nov 2027." in card.accessibleDescription()


def test_questions_are_the_names_of_their_groups(qtbot: QtBot) -> None:
    world = SafetyWorld()
    doctor_first(world)
    page = SafetyPage(qtbot, world)
    go_to(page, "slip")
    groups = [name_of(group) for group in page.screen().findChildren(QGroupBox) if group.isVisible()]
    assert "Did the doctor approve this massager, at home, knowing your diagnosis?" in groups
    assert "Which day was it given?" in groups
    page.press("Cancel")
    go_to(page, "change")
    groups = [name_of(group) for group in page.screen().findChildren(QGroupBox) if group.isVisible()]
    assert groups == ["What has changed?"]


def test_what_has_the_focus_is_in_sight(qtbot: QtBot, letters: float) -> None:
    world = SafetyWorld()
    cleared(world)
    page = SafetyPage(qtbot, world, SMALL)
    go_to(page, "withdraw")
    for stop in tab_round():
        stop.setFocus()
        settle()
        top = stop.mapTo(page.screen(), stop.rect().topLeft()).y()
        assert 0 <= top < SMALL[1] - 32, name_of(stop)


def test_every_kind_of_date_order_asks_for_the_same_parts() -> None:
    for language in ("en", "zh"):
        assert sorted(load_words(language)("safety.slip.order").split()) == ["day", "month", "year"]
