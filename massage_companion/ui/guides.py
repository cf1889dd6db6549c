"""The one guide that may stand over all pages: first start, safety check, somebody new, a massager."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from massage_companion.ui.main_window import MainWindow


class Guides:
    """Shows one guide at a time; the one before is gone for good."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._screen: QWidget | None = None
        self.shown: QObject | None = None

    def show(self, screen: QWidget, guide: QObject | None = None) -> None:
        """Show a guide's screen; ``guide`` is what leads through it, where that is another object."""
        self.drop()
        self._screen, self.shown = screen, guide or screen
        self._window.show_guide(screen)

    def drop(self) -> None:
        """Take the guide away, so that the pages can be reached again."""
        if self._screen is not None and self.shown is not None:
            self._window.drop_guide(self._screen)
            self.shown.deleteLater()
        self.forget()

    def forget(self) -> None:
        """Know of no guide any more, as after the window was built anew."""
        self._screen = self.shown = None
