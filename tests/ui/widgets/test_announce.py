"""What is said to a screen reader without a key being pressed, and what stays of it."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.ui.widgets.announce import announce, describe_while_focused
from tests.support.accessible_screen import settle, show
from tests.ui.widgets.spoken import description_of


def test_an_announcement_without_a_reader_changes_nothing(qtbot: QtBot) -> None:
    button = QPushButton("End session")
    qtbot.addWidget(button)
    button.setAccessibleDescription("Ends at once")
    button.setFocus()
    announce(button, "One minute left")
    announce(button, "Time is up", urgent=True)
    assert description_of(button) == "Ends at once"


@pytest.fixture
def two_buttons(qtbot: QtBot) -> Iterator[tuple[QPushButton, QPushButton]]:
    """One with the focus, and another that can take it."""
    window = QWidget()
    first, other = QPushButton("End session", window), QPushButton("Other", window)
    first.setAccessibleDescription("Ends at once")
    show(qtbot, window)
    first.setFocus()
    yield first, other
    window.close()


def test_a_description_goes_back_when_the_focus_has_left_even_after_two(
    two_buttons: tuple[QPushButton, QPushButton],
) -> None:
    first, other = two_buttons
    for _round in range(2):
        describe_while_focused(first, "One minute left")
        describe_while_focused(first, "Time is up")
        settle()
        assert description_of(first) == "Time is up"
        other.setFocus()
        assert description_of(first) == "Time is up", "not while a reader may still be at it"
        settle()
        assert description_of(first) == "Ends at once"
        first.setFocus()


def test_a_description_that_somebody_changed_meanwhile_stays(two_buttons: tuple[QPushButton, QPushButton]) -> None:
    first, other = two_buttons
    describe_while_focused(first, "Half the time is left")
    first.setAccessibleDescription("Rest until 14:31")
    other.setFocus()
    settle()
    assert description_of(first) == "Rest until 14:31"


def test_with_a_reader_what_has_the_focus_by_then_is_described(
    two_buttons: tuple[QPushButton, QPushButton], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, other = two_buttons
    monkeypatch.setattr("massage_companion.ui.widgets.announce._AFTER_MS", 0)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    announce(first, "Paused")
    other.setFocus()
    qtbot.waitUntil(lambda: description_of(other) == "Paused")
    assert description_of(first) == "Ends at once"
