"""The screen offers what its view says and nothing else, with names, large enough, at every size."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from massage_companion.ui.session.view import BlockedView
from massage_companion.ui.widgets.ring import TimeRing
from tests.ui.session.reaching import (
    CORD,
    every_situation,
    offered_by_buttons,
)
from tests.ui.session.session_world import World

MakeWorld = Callable[..., World]


@every_situation
def test_the_buttons_are_exactly_what_the_view_offers(shown: World, reach: Callable[[World], None]) -> None:
    reach(shown)
    view = shown.controller.view
    assert view is not None
    assert offered_by_buttons(shown) == {deed.value for deed in view.deeds} | set(view.actions)


def test_the_buttons_of_a_block_are_exactly_its_deeds(make_shown: MakeWorld) -> None:
    for checked in (None, CORD):
        shown = make_shown(checked=checked)
        view = shown.controller.view
        assert isinstance(view, BlockedView)
        assert offered_by_buttons(shown) == {deed.value for deed in view.deeds}


@every_situation
def test_every_control_has_a_name_and_no_value_is_hidden_by_one(shown: World, reach: Callable[[World], None]) -> None:
    reach(shown)
    for child in shown.screen.findChildren(QWidget):
        if not child.isVisible():
            continue
        if child.focusPolicy() is not Qt.FocusPolicy.NoFocus and not child.objectName().startswith("qt_"):
            text = child.text() if isinstance(child, QAbstractButton) else ""
            assert text or child.accessibleName(), child
        if isinstance(child, QLabel) and not isinstance(child, TimeRing):
            assert not child.accessibleName(), child.text()


@every_situation
def test_targets_are_large_enough(shown: World, reach: Callable[[World], None]) -> None:
    reach(shown)
    QApplication.processEvents()
    for button in shown.screen.findChildren(QAbstractButton):
        if button.isVisible():
            assert min(button.width(), button.height()) >= 32, button.text()


@every_situation
@pytest.mark.parametrize("size", [(604, 560), (476, 420)])
def test_nothing_scrolls_sideways(shown: World, reach: Callable[[World], None], size: tuple[int, int]) -> None:
    reach(shown)
    shown.screen.resize(*size)
    QApplication.processEvents()
    page = shown.screen.page
    content = page.widget()
    assert content is not None
    assert content.width() <= page.viewport().width()
