"""Where the keyboard is, for what has to come into view with it. It only listens and never moves the focus."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget


def when_focus_moves(follow: Callable[[QWidget | None, QWidget | None], None]) -> None:
    """Call a method with the widget that lost the focus and the one that has it now."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.focusChanged.connect(follow)
