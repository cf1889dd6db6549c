"""Says something to a screen reader that the eye sees without a key being pressed.

Why: not every reader hears announcements, but all of them read the focused control when its description changes; so
both are sent. The description goes back when the focus has left: a reader would say each change of it again.
It must never be the only way something important is told.
"""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_AFTER_MS = 300
"""A control that has just got the focus is read with its description: a change right then would be read twice."""


def announce(widget: QWidget, text: str, urgent: bool = False) -> None:
    """Speak `text` in the name of `widget`; an urgent one interrupts what is being read."""
    # Imported when something is said: making its many enums takes 6 ms, which no start should pay for.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(widget, text)
    level = QAccessible.AnnouncementPoliteness
    event.setPoliteness(level.Assertive if urgent else level.Polite)
    QAccessible.updateAccessibility(event)
    if QAccessible.isActive():
        QTimer.singleShot(_AFTER_MS, widget, lambda: _describe_what_has_the_focus(widget, text))


def describe_while_focused(widget: QWidget, text: str) -> None:
    """Give a control another description until the focus leaves it, unless somebody changes it meanwhile."""
    known = widget.findChild(_Description)
    if known is None:
        known = _Description(widget)
    known.show(text)


def _describe_what_has_the_focus(widget: QWidget, text: str) -> None:
    # Qt's types do not say that nothing may have the focus.
    focused = cast("QWidget | None", widget.window().focusWidget())
    if focused is not None:
        describe_while_focused(focused, text)


class _Description(QObject):
    """Remembers what the description of a control was."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._lasting = widget.accessibleDescription()
        self._shown = self._lasting
        widget.installEventFilter(self)

    def show(self, text: str) -> None:
        if self._widget.accessibleDescription() != self._shown:
            self._lasting = self._widget.accessibleDescription()
        self._shown = text
        self._widget.setAccessibleDescription(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            # Once the focus is elsewhere: only then no reader says it.
            QTimer.singleShot(0, self, self._take_back)
        return super().eventFilter(watched, event)

    def _take_back(self) -> None:
        if self._widget.hasFocus():
            return
        if self._widget.accessibleDescription() == self._shown:
            self._widget.setAccessibleDescription(self._lasting)
        self._widget.removeEventFilter(self)
        self.setParent(None)
        self.deleteLater()
