"""Every step of the guide for somebody without eyes or mouse, with large letters, in a small window, in Chinese."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QGroupBox
from pytestqt.qtbot import QtBot

from massage_companion.companion.felt_wrong import FeltWrong
from massage_companion.companion.sessions import Sessions
from massage_companion.eligibility.questionnaire import Question
from massage_companion.storage.content import load_content
from massage_companion.storage.words import load_words
from massage_companion.ui.felt_wrong.controller import FeltWrongController, Occasion
from massage_companion.ui.felt_wrong.entry import FeltWrongEntry
from massage_companion.ui.felt_wrong.guide import SymptomGuide
from massage_companion.ui.felt_wrong.screen import FeltWrongScreen
from massage_companion.ui.theme import DARK, LIGHT, apply_theme
from tests.support.accessible_screen import (
    button,
    clipped,
    name_of,
    nameless,
    press,
    settle,
    show,
    tab_round,
    texts,
    too_small,
)
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import FakeClock
from tests.support.memory_store import MemoryStore
from tests.support.small_rules import KNEADER
from tests.ui.felt_wrong.felt_wrong_world import MEI

SMALL = (800, 560)


@pytest.fixture(params=[1.0, 2.0], ids=["100 %", "200 %"])
def letters(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    """The size of letters, in the program's own dress."""
    scale: float = request.param
    apply_theme(qapp, DARK if scale == 2.0 else LIGHT, scale)
    yield scale
    apply_theme(qapp, LIGHT)


class RealGuide:
    """The guide over the rules that people get."""

    def __init__(self, qtbot: QtBot, language: str) -> None:
        content = load_content(language)
        words = load_words(language)
        clock, store = FakeClock(), MemoryStore()
        store.keep_person(MEI)
        store.keep_massager(KNEADER)
        sessions = Sessions(content.rules, store, clock, CountingIds())
        felt_wrong = FeltWrong(content.rules, store, clock, CountingIds("sign"), sessions)
        guide = SymptomGuide(words)
        self.controller = FeltWrongController(
            felt_wrong, sessions, content.rules, content.texts, words, lambda: "GB", guide
        )
        self.screen = FeltWrongScreen(guide, words)
        self.texts = content.texts
        self.words = words
        self.questions = felt_wrong.questions()
        show(qtbot, self.screen, SMALL)
        self.controller.begin(Occasion(MEI, KNEADER))
        settle()

    def answer(self, question: Question, option: str) -> None:
        """Tick one line and go on."""
        row = self.texts.questions[question.id].options[option]
        button(self.screen, row).click()
        button(self.screen, self.words("felt_wrong.list.next")).click()
        settle()

    def problems(self) -> list[str]:
        """What somebody could not read, reach or hit."""
        return [*nameless(self.screen), *too_small(self.screen), *clipped(self.screen)]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_list_and_the_mildest_advice_can_be_read_and_reached(qtbot: QtBot, letters: float, language: str) -> None:
    world = RealGuide(qtbot, language)
    for question in world.questions:
        assert world.problems() == []
        world.answer(question, "none" if question != world.questions[-2] else "sore-muscles")
    assert world.words("felt_wrong.advice.not_today.title") in texts(world.screen)
    assert world.problems() == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_advice_in_an_emergency_can_be_read_and_reached(qtbot: QtBot, letters: float, language: str) -> None:
    world = RealGuide(qtbot, language)
    world.answer(world.questions[0], "face-arm-speech")
    assert world.words("emergency.call", number="999") in texts(world.screen)
    assert world.problems() == []


def test_every_danger_on_the_first_list_is_answered_with_a_call(qtbot: QtBot) -> None:
    world = RealGuide(qtbot, "en")
    first = world.questions[0]
    for option in first.options:
        if first.role(option) is None:
            world.controller.begin(Occasion(MEI, KNEADER))
            world.answer(first, option)
            assert "Call 999 now" in texts(world.screen), option


def test_each_list_is_a_group_with_the_question_as_its_name(qtbot: QtBot) -> None:
    world = RealGuide(qtbot, "en")
    groups = [name_of(group) for group in world.screen.findChildren(QGroupBox) if group.isVisible()]
    assert world.texts.questions[world.questions[0].id].text in groups


@pytest.mark.parametrize("advice", [False, True], ids=["list", "advice"])
def test_tab_visits_everything_once(qtbot: QtBot, advice: bool) -> None:
    world = RealGuide(qtbot, "en")
    if advice:
        world.answer(world.questions[0], "sight")
    press(Qt.Key.Key_Tab)
    stops = tab_round()
    assert len(set(map(id, stops))) == len(stops)
    reachable = {b for b in world.screen.findChildren(QAbstractButton) if b.isVisible() and b.focusPolicy().value & 1}
    assert reachable <= set(stops)


def test_what_has_the_focus_is_in_sight(qtbot: QtBot) -> None:
    world = RealGuide(qtbot, "en")
    for _ in range(8):
        press(Qt.Key.Key_Down)
    row = QApplication.focusWidget()
    assert row is not None
    top = row.mapTo(world.screen, row.rect().topLeft()).y()
    assert 0 <= top <= world.screen.height() - row.height()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_way_from_every_page_has_a_name_and_room(qtbot: QtBot, letters: float, language: str) -> None:
    entry = FeltWrongEntry(load_words(language))
    show(qtbot, entry, (entry.sizeHint().width(), 80))
    assert nameless(entry) == too_small(entry) == clipped(entry) == []
    wanted: list[bool] = []
    entry.wanted.connect(lambda: wanted.append(True))
    button(entry, load_words(language)("felt_wrong.entry")).click()
    assert wanted == [True]
