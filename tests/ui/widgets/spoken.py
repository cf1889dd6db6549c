"""What a screen reader would be told of a widget."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def name_of(widget: QWidget) -> str:
    """The accessible name."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def description_of(widget: QWidget) -> str:
    """The accessible description."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


def role_of(widget: QWidget) -> QAccessible.Role:
    """The accessible role."""
    return QAccessible.queryAccessibleInterface(widget).role()


def toggle_as_reader(widget: QWidget) -> None:
    """Tick or untick the way assistive technology does: by action, with neither mouse nor key."""
    interface = QAccessible.queryAccessibleInterface(widget).actionInterface()
    interface.doAction("Toggle" if "Toggle" in interface.actionNames() else "Press")
