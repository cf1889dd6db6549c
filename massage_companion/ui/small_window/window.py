"""The small window: ring, time, phase, pause, stop, and the way to say that something feels wrong.

An ordinary window, so that every desktop can move, find and close it by mouse and keys. It stays above others only
where the desktop lets a program ask for that. Closing it must never stop a session.
"""

from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QHideEvent, QKeySequence, QMouseEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from massage_companion.companion.words import Words
from massage_companion.session.states import Action
from massage_companion.ui.small_window.small_view import SmallView
from massage_companion.ui.small_window.time_text import TimeText
from massage_companion.ui.theme import restyle, scaled
from massage_companion.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from massage_companion.ui.widgets.ring import SmallRing

SIZE = (260, 80)
_ON_TOP = frozenset({"xcb", "windows", "cocoa"})
"""Where a window can ask to stay above others; on Wayland only the person can, in the menu of the window."""


def stays_on_top(platform: str) -> bool:
    """Whether the small window can stay above others on this Qt platform."""
    return platform in _ON_TOP


class SmallWindow(QWidget):
    """`wanted(Action)`, `stop_wanted()` for Esc, `large_wanted()`, `closed()`, and `exposed(bool)`: can it be seen."""

    wanted = Signal(object)
    stop_wanted = Signal()
    large_wanted = Signal()
    closed = Signal()
    exposed = Signal(bool)

    def __init__(self, words: Words, on_top: bool) -> None:
        super().__init__(None, _flags(on_top))
        # The large window decides when the program ends.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(words("small_window.title"))
        self._view: SmallView | None = None
        self._ring = SmallRing()
        self._text = TimeText()
        self._buttons: dict[Action, QPushButton] = {
            Action.PAUSE: IconButton("pause", words("small_window.pause")),
            Action.RESUME: IconButton("play", words("small_window.resume")),
            Action.END: IconButton("stop", words("small_window.end"), danger=True),
            Action.IT_IS_OFF: PrimaryButton(words("small_window.off")),
            Action.FEELS_WRONG: IconButton("warning", words("small_window.wrong"), danger=True),
        }
        self._large = QuietButton(words("small_window.open"))
        self._large.setAccessibleDescription(words("small_window.open_large"))
        self._large.clicked.connect(self.large_wanted)
        self._menu_actions = {action: self._menu_action(action, button) for action, button in self._buttons.items()}
        self._add_action(words("small_window.open_large")).triggered.connect(self.large_wanted)
        self._add_action(words("small_window.close")).triggered.connect(self.close)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setAutoRepeat(False)
        escape.activated.connect(self.stop_wanted)
        self._lay_out()

    def show_view(self, view: SmallView) -> None:
        """Show a session; while nobody can see it, it is only remembered."""
        before, self._view = self._view, view
        if before is None or (before.actions, before.asks, before.tone) != (view.actions, view.asks, view.tone):
            self._offer(view)
        if self.is_exposed():
            self._show_time(view)

    def is_exposed(self) -> bool:
        """Whether anybody can see it."""
        return self.isVisible() and not self.isMinimized()

    def take_focus(self) -> None:
        """Begin with what is done most."""
        # Never first where pressing it would say that something feels wrong.
        shown = [button for button in (self._large, *self._buttons.values()) if not button.isHidden()]
        if shown:
            shown[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take it by its background and move it, where the desktop lets a program ask for that."""
        handle = self.windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and handle is not None:
            handle.startSystemMove()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_exposed()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tell_exposed()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self._tell_exposed()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _tell_exposed(self) -> None:
        if self.is_exposed() and self._view is not None:
            self._show_time(self._view)
        self.exposed.emit(self.is_exposed())

    def _show_time(self, view: SmallView) -> None:
        self._ring.set_fraction(view.fraction, view.tone)
        self._text.set_time(view.time, view.line, view.tone, view.spoken)

    def _offer(self, view: SmallView) -> None:
        """Show exactly the buttons of what can be done."""
        # Not hasFocus(): another window may be in use when the button that would have the focus goes away.
        # Qt's types do not say that nothing may have the focus.
        focused = cast("QWidget | None", self.focusWidget())
        for action, button in self._buttons.items():
            button.setVisible(action in view.actions)
            self._menu_actions[action].setVisible(action in view.actions)
        self._large.setVisible(view.asks)
        self._ring.setVisible(not view.asks)
        self.setProperty("tone", view.tone)
        restyle(self)
        if focused is not None and focused.isHidden():
            self.take_focus()

    def _menu_action(self, action: Action, button: QPushButton) -> QAction:
        button.clicked.connect(lambda: self.wanted.emit(action))
        entry = self._add_action(button.accessibleName() or button.text())
        entry.triggered.connect(lambda: self.wanted.emit(action))
        return entry

    def _add_action(self, text: str) -> QAction:
        entry = QAction(text, self)
        self.addAction(entry)
        return entry

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(10), scaled(8), scaled(8), scaled(8))
        row.setSpacing(scaled(6))
        row.addWidget(self._ring)
        row.addWidget(self._text, 1)
        row.addWidget(self._large)
        height = max(44, scaled(44))
        for action, button in self._buttons.items():
            if isinstance(button, IconButton):
                button.setFixedSize(max(36, scaled(44 if action is Action.END else 36)), height)
            row.addWidget(button)
            button.hide()
        self._large.hide()
        self.resize(scaled(SIZE[0]), scaled(SIZE[1]))


def _flags(on_top: bool) -> Qt.WindowType:
    kind = Qt.WindowType
    flags = kind.Window | kind.CustomizeWindowHint | kind.WindowTitleHint | kind.WindowCloseButtonHint
    flags |= kind.WindowMinimizeButtonHint | kind.WindowSystemMenuHint
    return flags | kind.WindowStaysOnTopHint if on_top else flags
