"""The whole window over a store that may fail, three people of whom one is blocked, and a clock that jumps.

It is the program of ``app`` without its process: real use cases, real pages, the real tray menu, small window and
notification wishes. Needs a QApplication.
"""

import random
import sys
import traceback
from types import TracebackType

from msgspec import structs
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from massage_companion.companion.felt_wrong import FeltWrong
from massage_companion.companion.household import Person, Settings
from massage_companion.companion.log_facts import LogFacts
from massage_companion.companion.looking_after import LookingAfter
from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import Words
from massage_companion.desktop.tray import Tray
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.screening import Screening
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.log.facts import log_facts
from massage_companion.session.states import Action
from massage_companion.storage.words import load_words
from massage_companion.ui.desk import Desk
from massage_companion.ui.main_window import MainWindow
from massage_companion.ui.navigation import Navigation
from massage_companion.ui.session.channels import Around
from massage_companion.ui.session.controller import SessionController
from massage_companion.ui.session.view import SessionView
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import FakeClock
from tests.support.small_rules import HEALTHY, WARM_KNEADER, small_rules, small_texts
from tests.support.start_oracle import WatchedSessions, WatchedStore
from tests.support.window_parts import window_parts
from tests.ui.session.session_world import FakeBell, FakeDesktop, FakeTicker

MEI, BEN, LI = Person("mei", "Mei"), Person("ben", "Ben"), Person("li", "Li")
BLOCKED = HEALTHY.merged(Answers({"body": ("implant",), "implant": ("pacemaker",)}))
HALF_BLOCKED = HEALTHY.merged(Answers({"body": ("steroids",)}))
"""A finding that a doctor may clear."""

SHORT = structs.replace(WARM_KNEADER, id="short", name="Short pillow", manual=Limits(minutes=2))


class MenuDesk(Desk):
    """A desktop with a tray whose menu is real, and notifications that somebody may answer."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = FakeDesktop()
        self.tray: Tray | None = None
        self._session: SessionController | None = None
        self._wrong = False

    def around(self) -> Around:
        return Around(self.shown, self.shown, self.shown)

    def has_tray(self) -> bool:
        return True

    def follow(self, session: SessionController, words: Words) -> None:
        self._session = session
        self.tray = Tray(words, QIcon(), lambda: False, self)
        self.tray.acted.connect(self._perform)
        self.tray.deed_wanted.connect(self._deed)
        session.viewed.connect(self._show)

    def offer_felt_wrong(self, offered: bool) -> None:
        self._wrong = offered

    def let_go(self) -> None:
        self._session = None

    def answer(self, key: str) -> None:
        """Press something in the notification, whether it still stands there or not."""
        if self._session is not None:
            self._session.perform_from_notification(key)

    def _perform(self, action: object) -> None:
        if self._session is not None and isinstance(action, Action):
            self._session.perform(action)

    def _deed(self, deed: str) -> None:
        if deed == "feels_wrong":
            self.felt_wrong_wanted.emit()
        else:
            self.answer(deed)

    def _show(self, view: SessionView) -> None:
        if self.tray is not None:
            deeds = {deed.value for deed in view.deeds} | ({"feels_wrong"} if self._wrong else set())
            self.tray.show_actions(view.actions, deeds)


class ShakyHouse:
    """The program on a household's computer. ``mistakes`` holds every exception that nothing caught."""

    def __init__(self, dice: random.Random, painted: bool) -> None:
        self.clock, self.rules = FakeClock(), small_rules()
        self.store = WatchedStore(self.clock, self.rules)
        self.mistakes: list[str] = []
        self._painted = painted
        self._ids = CountingIds()
        self._excepthook = sys.excepthook
        sys.excepthook = self._note_mistake
        for person in (MEI, BEN, LI):
            self.store.keep_person(person)
        for massager in (WARM_KNEADER, SHORT):
            self.store.keep_massager(massager)
        for person, answers in ((MEI, HEALTHY), (BEN, BLOCKED), (LI, HALF_BLOCKED)):
            self.check(person, answers)
        self.store.keep_settings(
            Settings(language="en", current_person=dice.choice(["mei", "ben", "li"]), small_window=dice.random() < 0.4)
        )
        self._open()

    def words(self, key: str) -> str:
        """What the window calls something, in the language that it speaks now."""
        return load_words(self.store.settings().language or "en")(key)

    def check(self, person: Person, answers: Answers) -> None:
        """Somebody has completed the check, as on another day."""
        now = self.clock.read()
        self.store.complete_check(
            Screening(f"check-{self._ids.new()}", person.id, answers, self.rules.version, now.utc_ms)
        )

    def start_again(self) -> None:
        """The program was killed and starts anew."""
        self._shut()
        self.store.unreadable, self.store.fails = False, None
        self._open()

    def end(self) -> None:
        """Leave nothing behind."""
        self._shut()
        sys.excepthook = self._excepthook

    def fire_what_is_due(self) -> None:
        """The timer does what it was armed for, as often as it is due."""
        for _each in range(5):
            if self.ticker.delay_ms != 0:
                return
            self.ticker.fire()

    def _open(self) -> None:
        self.ticker, self.bell, self.desk = FakeTicker(self.clock), FakeBell(), MenuDesk()
        store, clock, ids, rules = self.store, self.clock, self._ids, self.rules
        parts = window_parts(rules, store, clock, ids, _texts_in, self.ticker, self.bell, self.desk)
        facts = LogFacts(rules, store, clock, log_facts)
        self.sessions = sessions = WatchedSessions(rules, store, clock, ids, facts)
        parts = structs.replace(
            parts,
            sessions=sessions,
            facts=facts,
            felt_wrong=FeltWrong(rules, store, clock, ids, sessions),
            looking_after=LookingAfter(store, clock, sessions),
        )
        store.today.clear()
        store.held.clear()
        self.window = MainWindow(lambda: store.live() is not None)
        self.window.setUpdatesEnabled(self._painted)
        sessions.recover()
        self.navigation = Navigation(parts, self.window, self.window)
        self.navigation.delete_all_wanted.connect(self._forget_all)
        self.navigation.open()
        self.window.show()
        self.window.activateWindow()

    def _forget_all(self) -> None:
        """What the program does before it begins anew: here the people stay, since a test needs somebody."""
        self.navigation.show_page("session")

    def _shut(self) -> None:
        """Everything of this run is gone at once, as when a process ends."""
        self.ticker.disarm()
        self.desk.let_go()
        for widget in [each for each in QApplication.topLevelWidgets() if each.parent() is None]:
            widget.blockSignals(True)
            widget.deleteLater()
        self.desk.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _note_mistake(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        del kind, trace
        if isinstance(error, StoreError) and self.store.unreadable:
            # The program says so in its window, and goes on where it can.
            self.window.tell_trouble(error.kind)
            return
        self.mistakes.append("".join(traceback.format_exception(error)))


def _texts_in(language: str) -> RuleTexts:
    """The small rules have English words only."""
    return structs.replace(small_texts(), language=language)


def top_windows() -> list[QWidget]:
    """The windows that can be used now: a menu that stands open, or a dialog, comes before all else."""
    for first in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
        if first is not None and first.isVisible():
            return [first]
    return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.isEnabled()]
