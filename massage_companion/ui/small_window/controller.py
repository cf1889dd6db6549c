"""Opens, feeds and closes the small window. It asks the session for everything and decides nothing about one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from massage_companion.companion.words import Words
from massage_companion.ui.session.controller import SessionController
from massage_companion.ui.session.view import AskingView, OvertimeView, PausedView, RunningView, SessionView
from massage_companion.ui.small_window.small_view import small_view
from massage_companion.ui.small_window.window import SmallWindow, stays_on_top

_VIEWER = "small"
_LIVE = (RunningView, PausedView, OvertimeView, AskingView)


class SmallWindowController(QObject):
    """``opened`` lets the large window step aside, ``large_wanted`` brings it back.

    ``automatic`` is asked at the start of each session whether the small window opens by itself.
    """

    opened = Signal()
    large_wanted = Signal()

    def __init__(
        self, session: SessionController, words: Words, automatic: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._words = words
        self._automatic = automatic
        self._window: SmallWindow | None = None
        self._was_live = isinstance(session.view, _LIVE)
        session.viewed.connect(self.follow)
        session.small_window_wanted.connect(self.open)

    @property
    def window(self) -> SmallWindow | None:
        """The small window, while it is open."""
        return self._window

    def follow(self, view: SessionView) -> None:
        """Another view is on the session page."""
        begins, self._was_live = not self._was_live and isinstance(view, RunningView), isinstance(view, _LIVE)
        if self._window is not None:
            shown = small_view(view, self._words)
            if shown is None:
                self._window.close()
            else:
                self._window.show_view(shown)
        elif begins and self._automatic():
            self.open()

    def open(self) -> None:
        """Show the small window, or bring it forward; nothing happens where no session runs."""
        view = self._session.view
        shown = None if view is None else small_view(view, self._words)
        if shown is None:
            return
        if self._window is None:
            self._window = self._made()
            self._window.show_view(shown)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        self._window.take_focus()
        self.opened.emit()

    def close(self) -> None:
        """Let go of it, as before another one takes over in another language."""
        window, self._window = self._window, None
        if window is not None:
            window.blockSignals(True)
            window.close()
            window.deleteLater()
            self._session.watch(_VIEWER, False)
        self._session.viewed.disconnect(self.follow)
        self._session.small_window_wanted.disconnect(self.open)

    def _made(self) -> SmallWindow:
        window = SmallWindow(self._words, stays_on_top(QGuiApplication.platformName()))
        window.wanted.connect(self._session.perform)
        window.stop_wanted.connect(self._stop)
        window.large_wanted.connect(self.large_wanted)
        window.exposed.connect(lambda seen: self._session.watch(_VIEWER, seen))
        window.closed.connect(self._closed)
        return window

    def _stop(self) -> None:
        """Stop at once; a question can only be answered in the large window."""
        asks = isinstance(self._session.view, AskingView)
        self._session.stop()
        if asks:
            self.large_wanted.emit()

    def _closed(self) -> None:
        window, self._window = self._window, None
        if window is not None:
            window.deleteLater()
            self._session.watch(_VIEWER, False)
            self.large_wanted.emit()
