"""Each screen of the check for somebody without eyes or mouse, with large letters, in small windows, in Chinese."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QGroupBox
from pytestqt.qtbot import QtBot

from massage_companion.eligibility import walk as walking
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import ALL_MODALITIES
from massage_companion.storage.content import load_content
from massage_companion.storage.words import load_words
from massage_companion.ui.check.address_box import AddressBox
from massage_companion.ui.check.page_view import page_view
from massage_companion.ui.check.screen import CheckScreen
from massage_companion.ui.theme import DARK, LIGHT, apply_theme
from tests.support.accessible_screen import (
    button,
    clipped,
    focused,
    name_of,
    nameless,
    press,
    settle,
    show,
    tab_round,
    texts,
    too_small,
)
from tests.ui.check.check_world import CheckWorld

SMALL = (800, 560)


@pytest.fixture(params=[1.0, 2.0], ids=["100 %", "200 %"])
def letters(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    """The size of letters, in the program's own dress."""
    scale: float = request.param
    apply_theme(qapp, DARK if scale == 2.0 else LIGHT, scale)
    yield scale
    apply_theme(qapp, LIGHT)


def to_screen(world: CheckWorld, which: str) -> None:
    """Go to a screen of the check."""
    world.open(SMALL)
    answers: dict[str, tuple[str, ...] | int] = {"signs": ("clumsy-hands",), "age": 70, "neck": ("none",)}
    answers["body"] = ("steroids",)
    if which == "emergency":
        answers["signs"] = ("sudden-dizzy",)
    for name, answer in answers.items():
        if which != "page":
            world.controller._answer(name, answer if isinstance(answer, tuple) else str(answer))
    while which != "page" and world.controller._walk.page is not None and world.controller._over is None:
        world.controller._continue()
    if which in ("result", "kept"):
        world.controller._finish()
    if which == "kept":
        settle()
        world.controller._read_answers()
    settle()


WHICH = ["page", "review", "result", "kept", "emergency"]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("which", WHICH)
def test_every_control_has_a_name_room_and_its_whole_text(
    qtbot: QtBot, letters: float, which: str, language: str
) -> None:
    world = CheckWorld(qtbot, language=language)
    to_screen(world, which)
    screens = world.controller.screens
    assert nameless(screens) == []
    assert too_small(screens) == []
    assert clipped(screens) == []


@pytest.mark.parametrize("which", WHICH)
def test_tab_visits_everything_once_in_the_order_of_reading(qtbot: QtBot, which: str) -> None:
    world = CheckWorld(qtbot)
    to_screen(world, which)
    screen = world.screen()
    button(screen, {"page": "Continue", "review": "Finish the check", "kept": "Back to the result"}.get(which, "Done"))
    press(Qt.Key.Key_Tab)
    stops = tab_round()
    assert len(set(map(id, stops))) == len(stops)
    reachable = {b for b in screen.findChildren(QAbstractButton) if b.isVisible() and b.focusPolicy().value & 1}
    assert reachable <= set(stops)
    heights = [stop.mapTo(screen, stop.rect().topLeft()).y() for stop in stops if isinstance(stop, QAbstractButton)]
    turns = sum(later < earlier - 8 for earlier, later in pairwise(heights))
    assert turns <= 1


def test_a_question_is_the_name_of_its_group(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    groups = [name_of(group) for group in world.screen().findChildren(QGroupBox)]
    assert groups[0] == "Do you have any of these?"
    assert "How old are you?" in groups


def test_why_we_ask_opens_and_closes_in_place(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    world.open()
    assert "They need help first." not in texts(world.controller.screens)
    world.press_button("Why we ask")
    assert "They need help first." in texts(world.controller.screens)
    assert "Limits depend on age." in texts(world.controller.screens)
    world.press_button("Hide why we ask")
    assert "They need help first." not in texts(world.controller.screens)


def test_addresses_appear_when_asked_for_as_text_to_copy(qtbot: QtBot) -> None:
    world = CheckWorld(qtbot)
    to_screen(world, "result")
    (first, *_rest) = world.screen().findChildren(AddressBox)
    assert not first.isVisible()
    world.press_button("Show addresses: About cord")
    assert first.isVisible()
    assert "https://www.nhs.uk/" in first.toPlainText()
    assert first.isReadOnly()
    first.setFocus()
    press(Qt.Key.Key_Tab)
    assert focused() is not first


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_real_question_is_cut_off(qtbot: QtBot, letters: float, language: str) -> None:
    content = load_content(language)
    words = load_words(language)
    screen = CheckScreen(words)
    show(qtbot, screen, SMALL)
    answers = Answers({})
    for question in content.rules.questionnaire.questions:
        answers = answers.with_answer(question.id, tuple(o for o in question.options if o != question.none))
    walk = walking.Walk(ALL_MODALITIES, answers, None)
    cut = []
    for page, _questions in content.rules.questionnaire.pages_asked(walk.stage, answers, ALL_MODALITIES):
        screen.show_view(page_view(content.rules, walking.jump(content.rules, walk, page.id), content.texts, words))
        settle()
        cut += clipped(screen) + nameless(screen) + too_small(screen)
    assert cut == []
