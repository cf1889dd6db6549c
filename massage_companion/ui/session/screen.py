"""The session page: shows the one view it is given and tells what the person wants. It decides nothing.

Situations are made when they are first needed. The focus follows a new situation only where it was on this page.
"""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.session.intents import Escape, Press
from massage_companion.ui.session.situation_page import PageRoom, SituationPage
from massage_companion.ui.session.situation_pages import SituationPages
from massage_companion.ui.session.view import Deed, Notice, SessionView
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.labels import body
from massage_companion.ui.widgets.page import Page, PageHeader

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow


class SessionScreen(QWidget):
    """`intended` carries an Intent; `exposed` whether it can be seen; `looked_at` each time its window is turned to."""

    intended = Signal(object)
    exposed = Signal(bool)
    looked_at = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._pages = SituationPages(words, self._put)
        self._current: SituationPage | None = None
        self._view: SessionView | None = None
        self._notice: Notice | None = None
        self._small: QuietButton | None = None
        self.header = PageHeader(words("session.title"))
        self._notice_text = body("")
        self._notice_card = Card(" ", "warning", focusable=True)
        self._notice_card.add(self._notice_text)
        self._notice_card.hide()
        self.page = Page(words("session.title"))
        self.page.add(self.header)
        self.page.add(self._notice_card)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.setAutoRepeat(False)
        self._escape.activated.connect(lambda: self.intended.emit(Escape()))
        application = cast(QGuiApplication, QGuiApplication.instance())
        # A signal, since an override of event() would run for each event of every painted second.
        application.focusWindowChanged.connect(self._window_turned_to)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)

    def show_view(self, view: SessionView, notice: Notice | None = None) -> None:
        """Show a view, and what could not be stored above it."""
        self._show_notice(notice)
        if self._view is None or view.badge != self._view.badge:
            self.header.set_pill(view.badge.text, view.badge.tone)
        known, self._view = self._view, view
        page = self._pages.shown(view)
        if type(view) is not type(known):
            self._escape.setEnabled(bool(view.actions))
            self._offer_small_window(view)
            self._turn_to(page)

    @property
    def notice(self) -> Notice | None:
        """What is told above the view."""
        return self._notice

    def say(self, text: str, urgent: bool) -> None:
        """Speak to a screen reader."""
        announce(self, text, urgent)

    def focus_situation(self) -> None:
        """Give the focus to what matters most in this situation."""
        if self._current is not None:
            self._current.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space does the main thing where no control of this page wanted it."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier and not event.isAutoRepeat()
        if event.key() == Qt.Key.Key_Space and plain and self._current is not None:
            self._current.space_pressed()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key held down presses a button once: what comes up next must not be answered by the same press."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.isAutoRepeat():
            return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.exposed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.exposed.emit(False)

    def _window_turned_to(self, window: "QWindow | None") -> None:
        if window is not None and self.isVisible() and window is self.window().windowHandle():
            self.looked_at.emit()

    def _fit(self) -> None:
        if self._current is not None:
            self._current.fit(self._room())

    def _room(self) -> PageRoom:
        body = self.page.body
        margins = body.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        above = self.header.heightForWidth(width) + body.spacing()
        if not self._notice_card.isHidden():
            above += self._notice_card.heightForWidth(width) + body.spacing()
        return PageRoom(self.height(), width, self.height() - above - margins.top() - margins.bottom())

    def _offer_small_window(self, view: SessionView) -> None:
        """The button for the small window stands beside the title, as long as there is a time to take along."""
        offered = Deed.SMALL_WINDOW in view.deeds
        if offered and self._small is None:
            self._small = QuietButton(self._words("session.running.small_window"))
            self._small.clicked.connect(lambda: self.intended.emit(Press(Deed.SMALL_WINDOW)))
            self.header.add_action(self._small)
        if self._small is not None and self._small.isHidden() is offered:
            if self._small.hasFocus():
                self.focus_situation()
            self._small.setVisible(offered)

    def _put(self, page: SituationPage) -> None:
        page.hide()
        page.intended.connect(self.intended)
        self.page.body.addWidget(page, 1)

    def _turn_to(self, page: SituationPage) -> None:
        before = self._current
        if page is before:
            return
        # Qt's types do not say that nothing may have the focus.
        focused = cast("QWidget | None", self.window().focusWidget())
        follow = focused is None or self.isAncestorOf(focused)
        self._current = page
        for button in page.findChildren(QAbstractButton):
            button.installEventFilter(self)
        page.fit(self._room())
        page.show()
        self.page.verticalScrollBar().setValue(0)
        if follow:
            page.take_focus()
            if self._view is not None and self._view.actions:
                # Once it is laid out. What stops a massager must be in sight, however large the letters are.
                QTimer.singleShot(0, self, self._bring_into_sight)
        if before is not None:
            before.hide()
            before.leave()

    def _bring_into_sight(self) -> None:
        focused = cast("QWidget | None", self.window().focusWidget())
        if focused is not None and self.isAncestorOf(focused):
            self.page.bring_into_sight(focused)

    def _show_notice(self, notice: Notice | None) -> None:
        if notice == self._notice:
            return
        self._notice = notice
        self._notice_card.setVisible(notice is not None)
        if notice is None:
            return
        self._notice_card.set_title(notice.title)
        self._notice_card.set_summary(notice.text)
        self._notice_text.setText(notice.text)
        announce(self, f"{notice.title}. {notice.text}", urgent=True)
