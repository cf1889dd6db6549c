"""The settings show what is set, say what a person changes, and offer only what this desktop can do."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massage_companion.companion.household import Person, Settings
from massage_companion.ui.settings.part import Offers
from massage_companion.ui.theme import DARK, LIGHT, apply_theme
from tests.support.accessible_screen import button, clipped, nameless, press, settle, tab_round, texts, too_small
from tests.ui.settings.settings_world import ANN, World


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, LIGHT)
    yield
    apply_theme(qapp, LIGHT)


def test_it_shows_what_is_set_and_says_nothing_by_itself(qtbot: QtBot) -> None:
    world = World(
        qtbot,
        Settings(volume_percent=50, notifications=False, small_window=True, tray=True, country="FR"),
        Person("p1", "Ann", sound="wood", next_morning=True, check_ins=False),
    )
    for name in ("Wood", "50%", "Open the small window when a session starts"):
        assert world.chosen(name)
    assert world.chosen("Ask the next morning how sore the neck is")
    assert not world.chosen("Show a notification when time is up")
    assert not world.chosen("Ask about late signs after a new massager")
    assert world.country.currentText() == "France"
    world.screen.show_for(Settings(country="GB"), Person("p2", "Bo", sound="chime"))
    assert world.chosen("Chime")
    assert "Questions for Bo" in texts(world.screen)
    assert "999 / 112 (United Kingdom)" in texts(world.screen)
    assert world.said == (0, 0, 0)


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("Show a notification when time is up", "notifications", False),
        ("Open the small window when a session starts", "small_window", True),
        ("Show a small icon with the minutes left in the bar of the desktop", "tray", True),
        ("Dark", "scheme", "dark"),
        ("English", "language", "en"),
        ("150%", "text_percent", 150),
    ],
)
def test_each_choice_for_the_computer_is_said_with_all_else_as_it_was(
    qtbot: QtBot, name: str, field: str, value: object
) -> None:
    before = Settings(current_person="p1", backup_folder="/there")
    world = World(qtbot, before)
    world.press(name)
    after = world.newest(world.settings)
    assert getattr(after, field) == value
    assert after.current_person == "p1"
    assert after.backup_folder == "/there"
    assert world.said == (1, 0, 0)


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Ask the next morning how sore the neck is", Person("p1", "Ann", next_morning=True)),
        ("Ask about late signs after a new massager", Person("p1", "Ann", check_ins=False)),
    ],
)
def test_each_choice_of_the_person_is_said(qtbot: QtBot, name: str, person: Person) -> None:
    world = World(qtbot)
    world.press(name)
    assert world.newest(world.people) == person
    assert world.said == (0, 1, 0)


def test_several_choices_add_up(qtbot: QtBot) -> None:
    world = World(qtbot)
    world.press("Open the small window when a session starts")
    world.press("Dark")
    assert world.newest(world.settings) == Settings(small_window=True, scheme="dark")
    world.press("Chime")
    world.press("Ask the next morning how sore the neck is")
    assert world.newest(world.people) == Person("p1", "Ann", sound="chime", next_morning=True)


def test_a_sound_and_a_volume_are_heard_while_they_are_chosen(qtbot: QtBot) -> None:
    world = World(qtbot)
    world.press("Wood")
    world.press("25%")
    world.press("Play the sound")
    assert [world.sounds.at(place) for place in range(3)] == [["wood", 80], ["wood", 25], ["wood", 25]]
    assert world.newest(world.people).sound == "wood"
    assert world.newest(world.settings).volume_percent == 25


def test_silent_says_what_happens_instead_and_asks_for_no_volume(qtbot: QtBot) -> None:
    world = World(qtbot)
    world.press("Silent")
    assert world.newest(world.people).sound == "silent"
    assert "The window flashes instead when time is up." in texts(world.screen)
    assert not world.visible("25%")
    assert not world.visible("Play the sound")
    world.press("Bell")
    assert world.visible("Play the sound")
    assert "flashes" not in texts(world.screen)


def test_that_there_is_no_sound_is_said_once_and_taken_back(qtbot: QtBot) -> None:
    world = World(qtbot)
    for _ in range(2):
        world.screen.say_sound(False)
    assert texts(world.screen).count("This computer gives no sound right now.") == 1
    world.screen.say_sound(True)
    assert "gives no sound" not in texts(world.screen)


@pytest.mark.parametrize("percent", [0, 63])
def test_a_volume_that_is_not_offered_is_still_shown(qtbot: QtBot, percent: int) -> None:
    world = World(qtbot, Settings(volume_percent=percent))
    assert world.chosen(f"{percent}%")
    assert world.said == (0, 0, 0)


def test_values_that_make_no_sense_leave_all_open(qtbot: QtBot) -> None:
    world = World(qtbot, Settings(text_percent=111, country="XX"), Person("p1", "Ann", sound="gong"))
    assert not any(world.chosen(name) for name in ("Bell", "Chime", "Wood", "Silent"))
    assert world.country.currentIndex() == 0
    assert world.said == (0, 0, 0)


def test_the_icon_is_offered_only_where_there_is_a_place_for_it(qtbot: QtBot) -> None:
    there = [False]
    world = World(qtbot, offers=Offers(has_tray=lambda: there[0], has_small_window=False))
    assert not world.visible("Show a small icon with the minutes left in the bar of the desktop")
    assert "This desktop has no place for a small icon." in texts(world.screen)
    assert "The small window cannot stay on top" in texts(world.screen)
    there[0] = True
    world.screen.show_for(Settings(), ANN)
    assert world.visible("Show a small icon with the minutes left in the bar of the desktop")
    assert "no place for a small icon" not in texts(world.screen)


def test_a_country_is_chosen_and_its_number_is_seen(qtbot: QtBot) -> None:
    world = World(qtbot)
    assert "112 (Germany)" in texts(world.screen)
    world.country.setFocus()
    QApplication.processEvents()
    place = world.country.findText("Japan")
    world.country.setCurrentIndex(place)
    world.country.activated.emit(place)
    assert world.newest(world.settings).country == "JP"
    assert "119 (Japan)" in texts(world.screen)


def test_without_a_guess_it_says_so(qtbot: QtBot) -> None:
    world = World(qtbot, offers=Offers())
    assert "Without a country" in texts(world.screen)


def test_the_wheel_over_the_countries_chooses_none(qtbot: QtBot) -> None:
    world = World(qtbot)
    at = QPointF(5, 5)
    turn = QWheelEvent(
        at,
        QPointF(world.country.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(world.country, turn)
    assert world.country.currentIndex() == 0
    assert world.said == (0, 0, 0)


def test_before_there_is_anybody_nobody_is_asked_anything(qtbot: QtBot) -> None:
    world = World(qtbot, person=None)
    assert "Questions" not in texts(world.screen)
    world.press("Dark")
    assert world.said == (1, 0, 0)


def test_everything_is_reached_and_changed_with_the_keyboard(qtbot: QtBot) -> None:
    world = World(qtbot)
    button(world.screen, "Bell").setFocus()
    stops = tab_round()
    names = [stop.accessibleName() or getattr(stop, "text", str)() for stop in stops]
    for wanted in (
        "Play the sound",
        "Show a notification when time is up",
        "Ask about late signs after a new massager",
    ):
        assert wanted in names
    assert world.country in stops
    button(world.screen, "Bell").setFocus()
    press(Qt.Key.Key_Right)
    assert world.newest(world.people).sound == "chime"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("theme", "scale"), [(LIGHT, 1.0), (DARK, 1.0), (LIGHT, 2.0)])
@pytest.mark.parametrize("sound", ["bell", "silent"])
def test_it_fits_a_small_window_and_every_control_can_be_named_and_hit(
    qtbot: QtBot, qapp: QApplication, language: str, theme: Any, scale: float, sound: str
) -> None:
    apply_theme(qapp, theme, scale)
    person = Person("p1", "Ann", sound=sound)
    # The width of the page in a window of 800 x 560, beside the sidebar.
    world = World(qtbot, person=person, language=language, size=(560, 560), offers=Offers())
    world.screen.say_sound(False)
    settle()
    assert nameless(world.screen) == []
    assert too_small(world.screen) == []
    assert clipped(world.screen) == []
