"""The look that the page for a doctor is drawn in, put back afterwards."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from massage_companion.ui.theme import LIGHT, apply_theme


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    """The light theme at the design's own text size."""
    apply_theme(qapp, LIGHT)
    yield
    apply_theme(qapp, LIGHT)
