"""What hands can reach at a window: keys, letters, buttons, and where the keyboard is now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMessageBox, QWidget

KEYS = (
    *[Qt.Key.Key_Tab] * 4, *[Qt.Key.Key_Space] * 4, *[Qt.Key.Key_Return] * 3, *[Qt.Key.Key_Escape] * 2,
    Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_PageDown, Qt.Key.Key_Enter, Qt.Key.Key_F10,
)  # fmt: skip
CHORDS = (
    (Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier), (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier),
)  # fmt: skip
LETTERS = "Ann 张三 0123456789 =\"'%_\\-é"
KINDS = ("full", "read_only", "locked", "damaged", "gone", "other")
NOTICE_KEYS = ("off", "more", "wrong", "default", "nobody-offered-this")


def buttons_of(window: QWidget) -> list[QAbstractButton]:
    return [button for button in window.findChildren(QAbstractButton) if button.isVisible() and button.isEnabled()]


def is_box(dialog: QDialog) -> bool:
    """Whether it asks something. The others of Qt itself are about files and printers, which a test has none of."""
    return isinstance(dialog, QMessageBox)


def name_of(button: QAbstractButton) -> str:
    return button.accessibleName() or button.text()


def with_keyboard(window: QWidget) -> QWidget:
    for widget in (QApplication.activePopupWidget(), QApplication.focusWidget(), QApplication.activeModalWidget()):
        if widget is not None and widget.isVisible():
            return widget
    return window
