"""The window: either one guide over everything, or the sidebar with a page. It decides nothing about people or rules.

Pages are made when they are first wanted, since each costs time at the start.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import Words
from massage_companion.ui.widgets.screens import Screens
from massage_companion.ui.widgets.sidebar import Entry, Sidebar

if TYPE_CHECKING:
    from massage_companion.ui.widgets.notice_bar import NoticeBar

SMALLEST = (560, 420)
USUAL = (1040, 700)


class MainWindow(QWidget):
    """``page_wanted`` carries the id of a sidebar entry; ``exposed`` says whether anybody can see the window."""

    page_wanted = Signal(str)
    person_wanted = Signal()
    exposed = Signal(bool)

    def __init__(self, session_runs: Callable[[], bool]) -> None:
        super().__init__()
        self._session_runs = session_runs
        self._words: Words | None = None
        # Never seen: it marks where the Tab key begins, so that messages come before every page. Qt orders nothing
        # after a widget that takes no focus.
        self._top = QWidget(self)
        self._top.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._top.hide()
        self._stack = Screens()
        self._pages: Screens | None = None
        self._sidebar: Sidebar | None = None
        self._notices: NoticeBar | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._stack, 1)
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)

    def build(self, words: Words) -> None:
        """Make everything anew in the language of these words; what was shown is gone."""
        for old in self._stack.all():
            self._stack.remove(old)
        self._forget_notices()
        self._words = words
        self.setWindowTitle(words("window.title"))
        shell = QWidget()
        self._sidebar = Sidebar(
            [
                Entry("session", words("window.session"), "session"),
                Entry("log", words("window.log"), "log"),
                Entry("trends", words("window.trends"), "trends"),
                Entry("check", words("window.check"), "check"),
                Entry("massagers", words("window.massagers"), "massagers"),
            ],
            [
                Entry("felt_wrong", words("felt_wrong.entry"), "warning", urgent=True),
                Entry("settings", words("window.settings"), "settings"),
                Entry("about", words("window.about"), "help"),
            ],
            words("window.here"),
        )
        self._sidebar.chosen.connect(self.page_wanted)
        self._sidebar.person_pressed.connect(self.person_wanted)
        self._pages = Screens()
        layout = QHBoxLayout(shell)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._sidebar)
        layout.addWidget(self._pages, 1)
        self._stack.add(shell)
        self._sidebar.offer("felt_wrong", False)
        self._sidebar.fit(self.width())

    def offer_felt_wrong(self, offered: bool) -> None:
        """Show the way to say that something feels wrong, or leave it out."""
        if self._sidebar is not None:
            self._sidebar.offer("felt_wrong", offered)

    def set_person(self, name: str, spoken: str) -> None:
        """Show whose session and log this is."""
        if self._sidebar is not None:
            self._sidebar.set_person(name, spoken)

    @property
    def person_button(self) -> QWidget | None:
        """The name at the top of the sidebar, under which the menu of people opens."""
        return None if self._sidebar is None else self._sidebar.person_button

    @property
    def page(self) -> str:
        """The id of the page beside the sidebar, empty before there was one."""
        return "" if self._sidebar is None else self._sidebar.current()

    def show_guide(self, guide: QWidget) -> None:
        """Show one thing alone; the pages cannot be reached until it is taken away."""
        self._stack.add(guide)
        self._stack.show_screen(guide)

    def drop_guide(self, guide: QWidget) -> None:
        """Take a guide away for good."""
        self._stack.remove(guide)

    def show_page(self, name: str, page: QWidget) -> None:
        """Show a page beside the sidebar."""
        if self._pages is None or self._sidebar is None:
            return
        if self._notices is not None and name != self.page:
            self._notices.forget_news()
        self._pages.add(page)
        self._pages.show_screen(page)
        self._stack.show_first()
        self._sidebar.set_current(name)

    def drop_pages(self) -> None:
        """Forget every page: nothing that was shown to one person is shown to another."""
        if self._pages is None:
            return
        for page in self._pages.all():
            self._pages.remove(page)

    def come_forward(self) -> None:
        """To the front and unminimised, without taking the keyboard from another program."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        QApplication.alert(self)

    def step_aside(self) -> None:
        """Make room for the small window; the large one stays in the task bar."""
        self.setWindowState(self.windowState() | Qt.WindowState.WindowMinimized)

    def is_exposed(self) -> bool:
        """Whether anybody can see it."""
        return self.isVisible() and not self.isMinimized()

    def tell(self, text: str, trouble: bool = True) -> None:
        """Say something that the person has to know, without stopping anything else; never twice at a time."""
        self._notice_bar().tell(text, "trouble" if trouble else "news")

    def tell_trouble(self, kind: str) -> None:
        """Say what could not be read or written, by a StoreError's kind: what is safe and what to do."""
        if self._words is not None:
            self.tell(self._words(f"storage.{kind}"))

    def tell_mistake(self, details: str) -> None:
        """Say that the program met a mistake of its own; ``details`` are for the maintainers."""
        if self._words is not None:
            told = self._words("window.problem.text"), self._words("window.problem.details", details=details)
            self._notice_bar().tell("\n".join(told), "mistake")

    @property
    def told(self) -> tuple[str, ...]:
        """The messages above the page, the newest first."""
        return () if self._notices is None else self._notices.texts

    def _forget_notices(self) -> None:
        notices, self._notices = self._notices, None
        if notices is not None:
            self._layout.removeWidget(notices)
            notices.hide()
            notices.deleteLater()

    def _notice_bar(self) -> "NoticeBar":
        if self._notices is None:
            # Imported when wanted: most windows never have anything to tell.
            from massage_companion.ui.widgets.notice_bar import NoticeBar

            assert self._words is not None, "nothing is told before there is a language"
            self._notices = NoticeBar(self._words("window.notice.close"), self._top)
            self._layout.insertWidget(0, self._notices)
        return self._notices

    def _may_run(self) -> bool:
        """Whether a session runs. Where nobody can tell, it is asked: a mistake in Qt's own call could end all."""
        try:
            return self._session_runs()
        except StoreError:
            return True

    def _wants_to_close(self) -> bool:
        if self._words is None or not self._may_run():
            return True
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.windowTitle())
        box.setText(self._words("window.close.title"))
        box.setInformativeText(self._words("window.close.text"))
        keep = box.addButton(self._words("window.close.keep"), QMessageBox.ButtonRole.RejectRole)
        close = box.addButton(self._words("window.close.close"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        box.deleteLater()
        return box.clickedButton() is close

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._wants_to_close():
            event.accept()
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self.exposed.emit(self.is_exposed())
        if event.type() is QEvent.Type.FontChange and self._sidebar is not None:
            self._sidebar.fit(self.width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.exposed.emit(self.is_exposed())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.exposed.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._sidebar is not None:
            self._sidebar.fit(self.width())
