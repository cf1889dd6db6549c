"""The first start, driven by the keyboard: each step is kept, nothing is asked twice, the language changes at once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from massage_companion.companion.first_run import FirstRun
from massage_companion.companion.household import Person
from massage_companion.companion.ports import StoreError
from massage_companion.eligibility.modality import Modality
from massage_companion.session.massager import Massager
from massage_companion.storage.words import load_words
from massage_companion.ui.first_run.controller import FirstRunController
from massage_companion.ui.theme import LIGHT, apply_theme
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
    type_text,
)
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import FakeClock
from tests.support.memory_store import MemoryStore

SPACE, RETURN, DOWN = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Down


class Guide:
    """The guide over a store in memory; a change of language is answered as the program does."""

    def __init__(self, qtbot: QtBot, store: MemoryStore | None = None, language: str = "en") -> None:
        self.qtbot = qtbot
        self.store = store if store is not None else MemoryStore()
        self.finished: list[tuple[Person, Massager]] = []
        self.failures: list[StoreError] = []
        first_run = FirstRun(self.store, FakeClock(), CountingIds())
        self.controller = FirstRunController(first_run, load_words(language))
        self.controller.language_chosen.connect(lambda code: self.controller.speak(load_words(code)))
        self.controller.finished.connect(lambda person, massager: self.finished.append((person, massager)))
        self.controller.failed.connect(self.failures.append)
        self.screen = self.controller.screen
        show(qtbot, self.screen, (800, 560))
        self.controller.begin()
        settle()

    def seen(self) -> str:
        return texts(self.screen)

    def type_name(self, name: str) -> None:
        type_text(name)
        press(RETURN)

    def to(self, step: str) -> "Guide":
        """Go to a step as quickly as possible."""
        for here in ("language", "who", "massager", "intro"):
            if here == step:
                break
            if here == "language":
                press(RETURN)
            elif here == "who":
                self.type_name("Li")
            else:
                press(DOWN, DOWN, SPACE, RETURN)
        return self


def test_from_start_to_safety_check_with_the_keyboard_alone(qtbot: QtBot) -> None:
    guide = Guide(qtbot)
    assert "1 of 4" in guide.seen()
    press(RETURN)
    guide.type_name("  Li ")
    assert "Tell us about your massager" in guide.seen()
    press(DOWN, DOWN, SPACE, RETURN)
    assert "First, a safety check" in guide.seen()
    assert guide.finished == []
    press(RETURN)
    ((person, massager),) = guide.finished
    assert person.name == "Li"
    assert (massager.kind, massager.modalities) == ("gun", frozenset({Modality.PERCUSSION}))
    assert guide.store.people() == (person,)
    assert guide.store.massagers() == (massager,)


def test_choosing_a_language_changes_every_word_at_once(qtbot: QtBot) -> None:
    guide = Guide(qtbot)
    assert "选择语言" in guide.seen()
    press(DOWN, SPACE)
    assert "第 1 步" in guide.seen()
    assert "1 of 4" not in guide.seen()
    assert name_of(focused()) == "中文"
    press(RETURN)
    assert "怎么称呼您？" in guide.seen()
    assert guide.store.settings().language == "zh"


def test_a_name_is_asked_for_in_words_until_there_is_one(qtbot: QtBot) -> None:
    guide = Guide(qtbot).to("who")
    guide.type_name("   ")
    assert "Please type a name." in guide.seen()
    assert isinstance(focused(), QLineEdit)
    assert focused().accessibleDescription() == "Please type a name."
    guide.type_name("x" * 61)
    assert "at most 60 letters" in guide.seen()
    assert guide.store.people() == ()


def test_the_massager_is_not_kept_with_a_gap(qtbot: QtBot) -> None:
    guide = Guide(qtbot).to("massager")
    press(RETURN)
    assert "Please choose a kind" in guide.seen()
    assert guide.store.massagers() == ()


@pytest.mark.parametrize(
    ("stored", "asked"),
    [("nothing", "Choose your language"), ("person", "Tell us about your massager"), ("massager", "a safety check")],
)
def test_an_interrupted_first_start_goes_on_where_it_was(qtbot: QtBot, stored: str, asked: str) -> None:
    store = MemoryStore()
    if stored != "nothing":
        store.keep_person(Person("li", "Li"))
    if stored == "massager":
        store.keep_massager(Massager("m", "Gun", "gun", frozenset({Modality.PERCUSSION}), False))
    guide = Guide(qtbot, store)
    assert asked in guide.seen()


def test_back_shows_what_was_typed_and_doing_a_step_again_adds_nothing(qtbot: QtBot) -> None:
    guide = Guide(qtbot).to("intro")
    press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert button(guide.screen, "Massage gun: held in the hand, the head taps fast").isChecked()
    button(guide.screen, "Back").click()
    settle()
    field = focused()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Li"
    press(Qt.Key.Key_End)
    type_text(" Na")
    press(RETURN, RETURN, RETURN)
    ((person, _massager),) = guide.finished
    assert person.name == "Li Na"
    assert len(guide.store.people()) == len(guide.store.massagers()) == 1


def test_what_was_typed_and_not_kept_survives_going_back(qtbot: QtBot) -> None:
    guide = Guide(qtbot).to("who")
    type_text("Wang")
    button(guide.screen, "Back").click()
    settle()
    press(RETURN)
    field = focused()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Wang"


def test_esc_leaves_nothing(qtbot: QtBot) -> None:
    Guide(qtbot).to("who")
    type_text("Wang")
    press(Qt.Key.Key_Escape)
    field = focused()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Wang"


def test_a_step_that_cannot_be_stored_stays(qtbot: QtBot) -> None:
    guide = Guide(qtbot).to("who")
    guide.store.fails = StoreError("full", "disk")
    guide.type_name("Li")
    assert "What should we call you?" in guide.seen()
    assert [error.kind for error in guide.failures] == ["full"]


def test_the_intro_says_what_the_check_is_and_what_it_cannot_do(qtbot: QtBot) -> None:
    seen = Guide(qtbot).to("intro").seen()
    for sentence in (
        "About two minutes.",
        "not medical advice",
        "No list of questions can rule every danger out.",
        "Nothing leaves this computer.",
        "Until it is done, sessions cannot be started.",
    ):
        assert sentence in seen


@pytest.fixture(params=[1.0, 2.0], ids=["100 %", "200 %"])
def letters(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """The size of letters, in the program's own dress."""
    apply_theme(qapp, LIGHT, request.param)
    yield
    apply_theme(qapp, LIGHT)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("step", ["language", "who", "massager", "intro"])
def test_every_control_has_a_name_room_and_its_whole_text(
    qtbot: QtBot, letters: None, step: str, language: str
) -> None:
    guide = Guide(qtbot, language=language).to(step)
    assert nameless(guide.screen) == []
    assert too_small(guide.screen) == []
    assert clipped(guide.screen) == []


@pytest.mark.parametrize("step", ["language", "who", "massager", "intro"])
def test_tab_visits_everything_once(qtbot: QtBot, step: str) -> None:
    guide = Guide(qtbot).to(step)
    press(Qt.Key.Key_Tab)
    stops = tab_round()
    assert len(set(map(id, stops))) == len(stops)
    tab = Qt.FocusPolicy.TabFocus
    buttons = {b for b in guide.screen.findChildren(QAbstractButton) if b.isVisible() and b.focusPolicy() & tab}
    assert buttons <= set(stops)
