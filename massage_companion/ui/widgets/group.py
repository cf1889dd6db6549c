"""A group that draws nothing of its own.

Why: to a screen reader a group box is a group with a name, which a plain widget is not; but Qt's leaves room for a
frame and a title that we draw otherwise. It must never have a title of its own: the name is the accessible one.
"""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QWidget


class Group(QGroupBox):
    """A named group without frame; `look` selects its style."""

    def __init__(self, name: str, look: str = "bare", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", look)
        self.setAccessibleName(name)
        # Neither Maximum nor Minimum: Qt would take the height before any line has wrapped for the most or the least
        # there may be. What is needed at today's width comes from the height for width.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setContentsMargins(0, 0, 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        """Give the room back that Qt takes for a frame whenever style or letters change."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setContentsMargins(0, 0, 0, 0)
