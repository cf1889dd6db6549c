"""What every test of the window may ask for."""

import pytest
from PySide6 import QtGui
from PySide6.QtWidgets import QWidget


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every announcement, in order, as it leaves for the screen reader."""
    said: list[str] = []

    class Heard(QtGui.QAccessibleAnnouncementEvent):
        def __init__(self, widget: QWidget, text: str) -> None:
            said.append(text)
            super().__init__(widget, text)

    monkeypatch.setattr(QtGui, "QAccessibleAnnouncementEvent", Heard)
    return said
