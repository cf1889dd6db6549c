"""The whole window over small rules, a household in memory and clocks that stand still. Needs a QApplication."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.companion.checks import SafetyChecks
from massage_companion.companion.household import Person, Settings
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.screening import Screening
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Plan
from massage_companion.storage.words import load_words
from massage_companion.ui.main_window import MainWindow
from massage_companion.ui.massagers.page import MassagersPage
from massage_companion.ui.navigation import Navigation
from massage_companion.ui.people.menu import PersonMenu
from tests.support.accessible_screen import button, settle, show, texts
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import FakeClock
from tests.support.memory_store import MemoryStore
from tests.support.small_rules import FINE_TODAY, HEALTHY, KNEADER, small_rules, small_texts
from tests.support.window_parts import window_parts
from tests.ui.session.session_world import FakeBell, FakeTicker

MEI, BEN = Person("mei", "Mei"), Person("ben", "Ben")


class HouseholdWindow:
    """Mei has been through the check and has the turn; Ben, where he is there, has not."""

    def __init__(
        self,
        qtbot: QtBot,
        *,
        people: Iterable[Person] = (MEI, BEN),
        massagers: Iterable[Massager] = (KNEADER,),
        language: str = "en",
        checked: Answers | None = HEALTHY,
        store: MemoryStore | None = None,
    ) -> None:
        self.qtbot = qtbot
        self.clock, self.ids, self.store = FakeClock(), CountingIds(), store or MemoryStore()
        self.rules, self.words = small_rules(), load_words(language)
        self.checks = SafetyChecks(self.rules, self.store, self.clock, self.ids)
        self.ticker, self.bell = FakeTicker(self.clock), FakeBell()
        for person in people:
            self.store.keep_person(person)
        for massager in massagers:
            self.store.keep_massager(massager)
        if checked is not None:
            self.check(MEI, checked)
        self.store.keep_settings(Settings(language=language, current_person=MEI.id))

    def check(self, person: Person, answers: Answers = HEALTHY) -> None:
        """Somebody has completed the check."""
        now = self.clock.read()
        self.store.complete_check(
            Screening(f"check-{self.ids.new()}", person.id, answers, self.rules.version, now.utc_ms)
        )

    def open(self, size: tuple[int, int] = (1040, 700)) -> "HouseholdWindow":
        """The program starts."""
        parts = window_parts(
            self.rules, self.store, self.clock, self.ids, lambda _language: small_texts(), self.ticker, self.bell
        )
        self.sessions = parts.sessions
        self.sessions.recover()
        # It does not ask at its end: a test has nobody to answer.
        self.window = MainWindow(lambda: False)
        self.navigation = Navigation(parts, self.window, self.window)
        self.navigation.open()
        show(self.qtbot, self.window, size)
        return self

    def session_runs(self) -> None:
        """Whoever has the turn has begun a session."""
        self.sessions.answer_today(MEI.id, FINE_TODAY)
        self.sessions.start(MEI.id, self.store.massagers()[0], Plan(5), None)
        self.go("Session")

    def go(self, entry: str) -> None:
        """Choose a page in the sidebar."""
        self.press(entry)

    def press(self, name: str) -> None:
        """Press a button of that name, a while after the page was shown."""
        self.clock.advance(seconds=1)
        button(self.window, name).click()
        settle()

    def person_button(self) -> QWidget:
        """The name at the top of the sidebar."""
        found = self.window.person_button
        assert found is not None
        return found

    def open_menu(self) -> PersonMenu:
        """Open the menu of people with the keyboard."""
        self.person_button().setFocus()
        QTest.keyClick(self.person_button(), Qt.Key.Key_Space)
        settle()
        return self.menu()

    def menu(self) -> PersonMenu:
        """The menu that stands open."""
        (found,) = (menu for menu in self.window.findChildren(PersonMenu) if menu.isVisible())
        return found

    def choose(self, line: str) -> None:
        """Choose a line of the menu with the keyboard."""
        menu = self.open_menu()
        for _line in menu.actions():
            if menu.activeAction().text() == line:
                break
            QTest.keyClick(menu, Qt.Key.Key_Down)
        assert menu.activeAction().text() == line
        QTest.keyClick(menu, Qt.Key.Key_Return)
        settle()

    def type_name(self, name: str) -> None:
        """Type into the one field that is shown, in place of what stands there, and press Return."""
        (field,) = (field for field in self.window.findChildren(QLineEdit) if field.isVisible())
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Backspace)
        QTest.keyClicks(field, name)
        QTest.keyClick(field, Qt.Key.Key_Return)
        settle()

    def whose(self) -> str:
        """The name at the top of the sidebar."""
        shown = self.person_button()
        assert isinstance(shown, QAbstractButton)
        return shown.text()

    def seen(self) -> str:
        """All words of labels that can be seen."""
        return texts(self.window)

    def everything(self) -> str:
        """All words anywhere in the window, hidden ones too, with every row of every table."""
        self.rest()
        said = [label.text() for label in self.window.findChildren(QLabel)]
        said += [each.text() for each in self.window.findChildren(QAbstractButton)]
        for widget in self.window.findChildren(QWidget):
            said += [widget.accessibleName(), widget.accessibleDescription()]
        for table in self.window.findChildren(QTableView):
            said += list(_cells(table.model()))
        return "\n".join(said)

    def rest(self) -> None:
        """The program waits for the person; then what was to be deleted goes, which no test waits for."""
        settle()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def massagers(self) -> MassagersPage:
        """The page about massagers."""
        (found,) = (page for page in self.window.findChildren(MassagersPage) if page.isVisible())
        return found


def _cells(model: QAbstractItemModel) -> Iterable[str]:
    for row in range(model.rowCount(QModelIndex())):
        for column in range(model.columnCount(QModelIndex())):
            yield str(model.index(row, column).data())
