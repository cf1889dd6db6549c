"""Messages above the page: they are seen and heard, and never stand between hands and what runs."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.session.states import Paused
from massage_companion.ui.theme import LIGHT, apply_theme
from massage_companion.ui.widgets.notice_bar import NoticeBar
from tests.support.accessible_screen import button, clipped, focused, name_of, nameless, press, settle, show, too_small
from tests.ui.people.household_window import HouseholdWindow

FULL = "The disk is full, so this was not saved. What was saved before is safe. Free some space, then try again."


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> Iterator[NoticeBar]:
    apply_theme(qapp, LIGHT)
    window = QWidget()
    below = QPushButton("Pause")
    layout = QVBoxLayout(window)
    made = NoticeBar("Close message")
    layout.addWidget(made)
    layout.addWidget(below)
    show(qtbot, window, (600, 400))
    below.setFocus()
    yield made
    window.deleteLater()


def press_close(bar: NoticeBar) -> None:
    """Close the newest message."""
    button(bar, "Close message").click()
    settle()


class TestTheBar:
    def test_it_takes_no_room_while_there_is_nothing_to_say(self, bar: NoticeBar) -> None:
        assert not bar.isVisible()
        bar.tell(FULL, "trouble")
        settle()
        assert bar.isVisible()
        assert not clipped(bar)
        assert not nameless(bar)
        assert not too_small(bar)
        press_close(bar)
        assert (bar.isVisible(), bar.texts) == (False, ())

    def test_the_keyboard_stays_where_it_is(self, bar: NoticeBar) -> None:
        bar.tell(FULL, "trouble")
        settle()
        assert name_of(focused()) == "Pause"
        QTest.mouseClick(button(bar, "Close message"), Qt.MouseButton.LeftButton)
        settle()
        assert (name_of(focused()), bar.texts) == ("Pause", ())

    def test_the_keyboard_gets_there_and_escape_takes_it_away(self, bar: NoticeBar) -> None:
        bar.tell(FULL, "trouble")
        settle()
        press(Qt.Key.Key_Tab)
        assert name_of(focused()) == FULL
        press(Qt.Key.Key_Tab)
        assert name_of(focused()) == "Close message"
        press(Qt.Key.Key_Escape)
        settle()
        assert (bar.texts, name_of(focused())) == ((), "Pause")

    def test_trouble_stays_and_news_goes_when_something_else_is_looked_at(self, bar: NoticeBar) -> None:
        bar.tell(FULL, "trouble")
        bar.tell("Saved.", "news")
        assert list(bar.texts) == ["Saved.", FULL]
        bar.forget_news()
        assert list(bar.texts) == [FULL]

    def test_the_same_again_is_one_message_spoken_again(self, bar: NoticeBar, heard: list[str]) -> None:
        bar.tell(FULL, "trouble")
        bar.tell("Saved.", "news")
        bar.tell(FULL, "trouble")
        assert bar.texts == (FULL, "Saved.")
        assert heard == [FULL, "Saved.", FULL]

    def test_a_mistake_that_goes_on_is_told_once(self, bar: NoticeBar, heard: list[str]) -> None:
        for _each in range(5):
            bar.tell("The program met a mistake.", "mistake")
        assert bar.texts == ("The program met a mistake.",)
        assert heard == ["The program met a mistake."]

    def test_the_page_keeps_its_room(self, bar: NoticeBar) -> None:
        for each in range(10):
            bar.tell(f"Message {each}.", "trouble")
        assert bar.texts == ("Message 9.", "Message 8.", "Message 7.")
        bar.tell("Saved.", "news")
        bar.tell("Message 10.", "trouble")
        assert bar.texts == ("Message 10.", "Message 9.", "Message 8."), "news gives way first"


class TestInTheWindow:
    def test_a_message_leaves_pause_and_stop_in_reach(self, qtbot: QtBot) -> None:
        house = HouseholdWindow(qtbot).open()
        house.session_runs()
        button(house.window, "Pause").setFocus()
        house.window.tell(FULL)
        settle()
        assert not QApplication.activeModalWidget()
        assert name_of(focused()) == "Pause"
        house.clock.advance(seconds=1)
        press(Qt.Key.Key_Space)
        assert house.sessions.live is not None
        assert isinstance(house.sessions.live.state, Paused)
        assert house.window.told == (FULL,)

    def test_news_is_gone_on_the_next_page_and_trouble_is_not(self, qtbot: QtBot) -> None:
        house = HouseholdWindow(qtbot).open()
        house.window.tell(FULL)
        house.window.tell("Saved.", trouble=False)
        house.go("Session")
        assert list(house.window.told) == ["Saved.", FULL], "the page is the same"
        house.go("Log")
        assert list(house.window.told) == [FULL]

    def test_a_page_made_later_comes_after_it_for_the_keyboard(self, qtbot: QtBot) -> None:
        house = HouseholdWindow(qtbot).open()
        house.window.tell(FULL)
        house.go("Settings")
        person = house.window.person_button
        assert person is not None
        person.setFocus()
        press(Qt.Key.Key_Backtab)
        assert name_of(focused()) == "Close message"
        press(Qt.Key.Key_Backtab)
        assert name_of(focused()) == FULL

    def test_a_new_language_takes_the_old_words_away(self, qtbot: QtBot) -> None:
        house = HouseholdWindow(qtbot).open()
        house.window.tell(FULL)
        house.window.build(house.words)
        assert house.window.told == ()
