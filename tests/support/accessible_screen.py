"""Walks a screen as somebody does who cannot see it or use a mouse: names, Tab order, sizes, text that fits."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

INTERACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit)
SMALLEST_TARGET = 32


def show(qtbot: QtBot, screen: QWidget, size: tuple[int, int] = (1040, 700)) -> None:
    """Put a screen up and give its window the keyboard."""
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.show()
    qtbot.waitExposed(screen)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    settle()


def settle() -> None:
    """Let layouts and postponed scrolling happen."""
    for _ in range(3):
        QApplication.processEvents()


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys one after the other, wherever the focus is."""
    for key in keys:
        QTest.keyClick(focused(), key, modifier)
        settle()


def type_text(text: str) -> None:
    """Type letters, wherever the focus is."""
    QTest.keyClicks(focused(), text)
    settle()


def focused() -> QWidget:
    """The widget that has the keyboard."""
    widget = QApplication.focusWidget()
    assert isinstance(widget, QWidget), "nothing has the focus"
    return widget


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def button(screen: QWidget, name: str) -> QAbstractButton:
    """The visible button of that name."""
    found = [b for b in screen.findChildren(QAbstractButton) if b.isVisible() and name_of(b) == name]
    assert len(found) == 1, f"{len(found)} buttons are called {name!r}: {[name_of(b) for b in _controls(screen)]}"
    return found[0]


def texts(screen: QWidget) -> str:
    """All words of labels that can be seen, line by line."""
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible() and label.text())


def nameless(screen: QWidget) -> list[str]:
    """Controls without a name; there must be none."""
    return [type(widget).__name__ for widget in _controls(screen) if not name_of(widget)]


def too_small(screen: QWidget) -> list[str]:
    """Controls that are hard to hit; there must be none."""
    return [
        f"{name_of(widget)}: {widget.width()} x {widget.height()}"
        for widget in _controls(screen)
        if min(widget.width(), widget.height()) < SMALLEST_TARGET
    ]


def clipped(screen: QWidget) -> list[str]:
    """Texts that do not fit where they stand; there must be none."""
    cut = []
    for label in screen.findChildren(QLabel):
        if label.isVisible() and label.text() and not _fits_label(label):
            cut.append(label.text())
    for control in screen.findChildren(QAbstractButton):
        if control.isVisible() and not _fits_button(control):
            cut.append(control.text())
    inside = QRect(0, 0, screen.width(), screen.height())
    for widget in _controls(screen):
        left = widget.mapTo(screen, widget.rect().topLeft()).x()
        if left < inside.left() or left + widget.width() > inside.right() + 1:
            cut.append(f"sideways out of sight: {name_of(widget)}")
    return cut


def tab_round() -> list[QWidget]:
    """Everything that the Tab key stops at, in its order, from the focus until it comes back there."""
    start = focused()
    stops = [start]
    for _ in range(200):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        if focused() is start:
            return stops
        stops.append(focused())
    raise AssertionError("the Tab key never comes back")


def _controls(screen: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in screen.findChildren(QWidget)
        if isinstance(widget, INTERACTIVE) and widget.isVisible() and widget.isEnabled()
    ]


def _fits_label(label: QLabel) -> bool:
    if label.wordWrap():
        return (
            label.height() >= label.heightForWidth(label.width()) and label.width() >= label.minimumSizeHint().width()
        )
    return label.width() >= label.sizeHint().width() and label.height() >= label.minimumSizeHint().height()


def _fits_button(control: QAbstractButton) -> bool:
    if control.hasHeightForWidth():
        return control.height() >= control.heightForWidth(control.width())
    return control.width() >= control.sizeHint().width() and control.height() >= control.sizeHint().height()
