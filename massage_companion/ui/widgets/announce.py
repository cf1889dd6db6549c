"""Says something to a screen reader that the eye sees without a key being pressed.

Why: not every reader hears announcements, but all of them read the focused control when its description changes; so
both are sent, and the description goes back after a moment.
It must never be the only way something important is told.
"""

from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

# Long enough for a reader to fetch the text, short enough not to be read twice.
_DESCRIBED_MS = 3000


def announce(widget: QWidget, text: str, urgent: bool = False) -> None:
    """Speak `text` in the name of `widget`; an urgent one interrupts what is being read."""
    # Imported when something is said: making its many enums takes 6 ms, which no start should pay for.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(widget, text)
    level = QAccessible.AnnouncementPoliteness
    event.setPoliteness(level.Assertive if urgent else level.Polite)
    QAccessible.updateAccessibility(event)
    # Qt's types do not say that nothing may have the focus.
    focused = cast("QWidget | None", widget.window().focusWidget())
    if focused is not None and QAccessible.isActive():
        describe_for_a_moment(focused, text)


def describe_for_a_moment(widget: QWidget, text: str) -> None:
    """Give a control another description and take it back, unless somebody changed it meanwhile."""
    lasting = widget.accessibleDescription()
    if widget.property("describedAs") == lasting:
        lasting = str(widget.property("describedBefore"))
    widget.setProperty("describedBefore", lasting)
    widget.setProperty("describedAs", text)
    widget.setAccessibleDescription(text)

    def take_back() -> None:
        if widget.accessibleDescription() == text:
            widget.setAccessibleDescription(lasting)

    QTimer.singleShot(_DESCRIBED_MS, widget, take_back)
