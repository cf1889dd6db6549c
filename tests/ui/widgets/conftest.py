"""The look that widget tests run under: both text sizes, put back afterwards."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from massage_companion.ui.theme import LIGHT, apply_theme


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    """The light theme at the design's own text size, before and after each test."""
    apply_theme(qapp, LIGHT)
    yield
    apply_theme(qapp, LIGHT)


@pytest.fixture(params=[1.0, 2.0], ids=["text 100 %", "text 200 %"])
def text_size(request: pytest.FixtureRequest, qapp: QApplication) -> float:
    """The test runs once at plain and once at doubled text size."""
    size = float(request.param)
    apply_theme(qapp, LIGHT, size)
    return size
