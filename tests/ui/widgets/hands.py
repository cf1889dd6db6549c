"""What a hand does at keyboard and mouse, and how high a part becomes at a width."""

from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def press(widget: QWidget, key: Qt.Key) -> None:
    """Press and release a key in whatever has the focus inside `widget`."""
    # Qt's types do not say that nothing may have the focus.
    focused = cast("QWidget | None", widget.focusWidget())
    QTest.keyClick(focused or widget, key)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click with the left button, in the middle unless told where."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())


def show_at_width(page: QWidget, width: int) -> None:
    """Show a page of this width and just the height that its contents ask for."""
    layout = page.layout()
    assert layout is not None
    page.resize(width, layout.heightForWidth(width))
    page.show()
    page.resize(width, layout.heightForWidth(width))
