"""The tray icon shows the time, offers what the screen offers, and is never needed."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from massage_companion.desktop.notice import OPEN, Notice
from massage_companion.desktop.tray import Tray
from massage_companion.desktop.tray_messages import TrayMessages
from massage_companion.session.states import Action
from massage_companion.storage.words import load_words

# The offscreen platform, which has no tray, says this of each icon.
pytestmark = pytest.mark.qt_log_ignore("No such signal QPlatformNativeInterface", extend=True)


class Desktop:
    """A desktop whose tray can come and go."""

    def __init__(self) -> None:
        self.has_tray = True


@pytest.fixture
def desktop() -> Desktop:
    return Desktop()


@pytest.fixture
def tray(qapp: QApplication, desktop: Desktop) -> Iterator[Tray]:
    made = Tray(load_words("en"), QIcon(QPixmap(8, 8)), lambda: desktop.has_tray)
    yield made
    made.close()


def entries(tray: Tray) -> list[str]:
    return [action.text() for action in tray.menu.actions()]


def entry(tray: Tray, text: str) -> QAction:
    (found,) = (action for action in tray.menu.actions() if action.text() == text)
    return found


def test_it_is_off_until_it_is_wanted(tray: Tray) -> None:
    seen = [tray.is_shown]
    for wanted in (True, False):
        assert tray.enable(wanted) is wanted
        seen.append(tray.is_shown)
    assert seen == [False, True, False]


def test_without_a_tray_it_says_so_and_may_come_later(tray: Tray, desktop: Desktop) -> None:
    desktop.has_tray = False
    assert not tray.enable(True)
    desktop.has_tray = True
    assert tray.enable(True)


def test_it_leaves_when_the_tray_has_gone(tray: Tray, desktop: Desktop) -> None:
    tray.enable(True)
    desktop.has_tray = False
    tray.show_time("7", "7 minutes left")
    assert not tray.is_shown


def test_without_a_session_it_only_opens_the_window(tray: Tray) -> None:
    assert entries(tray) == ["Open the window"]
    opened = QSignalSpy(tray.open_wanted)
    entry(tray, "Open the window").trigger()
    assert opened.count() == 1


@pytest.mark.parametrize(
    ("actions", "offered"),
    [
        ({Action.PAUSE, Action.END, Action.FEELS_WRONG}, ["Pause", "End session", "Something feels wrong"]),
        ({Action.RESUME, Action.END, Action.FEELS_WRONG}, ["Go on", "End session", "Something feels wrong"]),
        ({Action.IT_IS_OFF, Action.FEELS_WRONG}, ["It is off", "Something feels wrong"]),
        ({Action.STILL_RUNNING, Action.SWITCHED_OFF, Action.DO_NOT_KNOW}, []),
    ],
)
def test_it_offers_what_the_screen_offers(tray: Tray, actions: set[Action], offered: list[str]) -> None:
    tray.show_actions(frozenset(actions))
    assert entries(tray) == ["Open the window", *offered]


def test_a_chosen_action_is_told(tray: Tray) -> None:
    tray.show_actions(frozenset({Action.IT_IS_OFF, Action.FEELS_WRONG}), ("remind",))
    told, deeds = QSignalSpy(tray.acted), QSignalSpy(tray.deed_wanted)
    entry(tray, "It is off").trigger()
    entry(tray, "Something feels wrong").trigger()
    entry(tray, "Remind me in 1 min").trigger()
    assert [told.at(0), told.at(1)] == [[Action.IT_IS_OFF], [Action.FEELS_WRONG]]
    assert deeds.at(0) == ["remind"]


def test_something_feels_wrong_after_a_session_is_there_once(tray: Tray) -> None:
    tray.show_actions(frozenset(), ("feels_wrong", "start"))
    assert entries(tray) == ["Open the window", "Something feels wrong"]
    deeds = QSignalSpy(tray.deed_wanted)
    entry(tray, "Something feels wrong").trigger()
    assert deeds.at(0) == ["feels_wrong"]
    tray.show_actions(frozenset({Action.FEELS_WRONG}), ("feels_wrong",))
    assert entries(tray).count("Something feels wrong") == 1


def test_the_time_is_in_the_icon_and_beside_it(tray: Tray) -> None:
    tray.show_time("7", "7 minutes left")
    tray.enable(True)
    tray.show_time("6", "6 minutes left")
    assert tray._icon is not None
    assert tray._icon.toolTip() == "6 minutes left"
    six = tray._icon.icon().pixmap(64, 64).toImage()
    tray.show_time("5", "5 minutes left")
    assert tray._icon.icon().pixmap(64, 64).toImage() != six


def test_chinese_is_spoken_too(qapp: QApplication) -> None:
    tray = Tray(load_words("zh"), QIcon(), lambda: False)
    tray.show_actions(frozenset({Action.IT_IS_OFF, Action.FEELS_WRONG}))
    assert entries(tray) == ["打开窗口", "已经关了", "感觉不对"]
    tray.close()


def test_the_bubble_shows_nothing_without_a_tray(qapp: QApplication) -> None:
    messages = TrayMessages(lambda: False)
    messages.show(Notice("half", "Half", "Fine so far?"))
    assert messages._icon is None
    messages.withdraw()


def test_a_press_on_the_bubble_opens_and_leaves_no_icon(qapp: QApplication) -> None:
    qapp.setWindowIcon(QIcon(QPixmap(8, 8)))
    messages = TrayMessages(lambda: True)
    messages.show(Notice("time_up", "Time is up", "", critical=True))
    assert messages._icon is not None
    acted = QSignalSpy(messages.acted)
    messages._icon.messageClicked.emit()
    assert acted.at(0) == [OPEN]
    assert messages._icon is None
