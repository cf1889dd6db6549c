"""The look that the tests of the trends run under: light, plain size, from the left; put back afterwards."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from massage_companion.ui.theme import LIGHT, apply_theme


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    """Before and after each test."""
    apply_theme(qapp, LIGHT)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    apply_theme(qapp, LIGHT)
