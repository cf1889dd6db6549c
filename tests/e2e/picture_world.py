"""The real window over the real rules, with a household in memory and a clock that the caller moves."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec import structs
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QScrollArea, QWidget

from massage_companion.companion.household import Person, Settings
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.questionnaire import Stage
from massage_companion.eligibility.screening import Screening
from massage_companion.eligibility.verdict import evaluate
from massage_companion.log.record import SessionRecord
from massage_companion.session.massager import Massager
from massage_companion.session.reading import HOUR_MS
from massage_companion.storage.content import load_texts
from massage_companion.storage.words import load_words
from massage_companion.ui.appearance import dress
from massage_companion.ui.main_window import MainWindow
from massage_companion.ui.navigation import Navigation
from massage_companion.ui.small_window.window import SmallWindow
from tests.e2e import picture_logs
from tests.e2e.picture_desk import SilentBell, StillTicker, keeping
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import FakeClock
from tests.support.healthy_answers import answers_from, filled, real_rules
from tests.support.memory_store import MemoryStore
from tests.support.window_parts import window_parts

NAMES = {"en": ("Mei", "Neck and shoulder kneader"), "zh": ("小梅", "颈肩揉捏按摩器")}
OTHERS = {"en": ("Ben", "TENS unit", "Old heating pad"), "zh": ("阿明", "脉冲按摩器", "旧热敷垫")}
NOTES = {"en": "Shoulders much looser after the meeting.", "zh": "开完会按了一下，肩膀松多了。"}
KNEADER = frozenset({Modality.KNEADING, Modality.HEAT})
Part = TypeVar("Part", bound=QWidget)


class PictureWorld:
    """A window, and the hands to bring it into any state."""

    def __init__(self, application: QApplication, settings: Settings, size: tuple[int, int]) -> None:
        self.language = settings.language
        self.clock = FakeClock()
        self.store = MemoryStore()
        self.rules = real_rules()
        self.words = load_words(self.language)
        self.texts = load_texts(self.language, self.rules)
        made = window_parts(
            self.rules,
            self.store,
            self.clock,
            CountingIds(),
            lambda spoken: load_texts(spoken, self.rules),
            StillTicker(),
            SilentBell(),
            language=self.language,
        )
        self.parts = structs.replace(made, keeping=keeping(made.keeping), guessed_country=lambda: "GB")
        self.checks, self.sessions = self.parts.checks, self.parts.sessions
        self._application = application
        self._dialog: QPixmap | None = None
        self.store.keep_settings(settings)
        dress(application, settings)
        self.window = MainWindow(lambda: False)
        self.window.resize(*size)

    def person(self, **fields: object) -> Person:
        """Somebody with a kneader."""
        name, massager = NAMES[self.language]
        person = structs.replace(Person("mei", name), **fields)
        self.store.keep_person(person)
        manual = Limits(minutes=15, rest_minutes=60)
        self.store.keep_massager(Massager("kneader", massager, "kneader", KNEADER, True, manual, "p. 12"))
        return person

    def household(self) -> Person:
        """Two people, only one of them checked, and massagers of which one is new and one put away."""
        person = self.screened({})
        self.others()
        return person

    def others(self) -> None:
        """Ben, a TENS unit and a heating pad that was put away."""
        name, pulse, pad = OTHERS[self.language]
        self.store.keep_person(Person("ben", name))
        self.store.keep_massager(Massager("tens", pulse, "pulse-patch", frozenset({Modality.PULSE}), False))
        self.store.keep_massager(
            Massager("pad", pad, "heated-wrap", frozenset({Modality.HEAT}), False, Limits(), "", retired=True)
        )

    def screened(self, given: dict[str, object], **fields: object) -> Person:
        """Somebody whose check holds these answers, and "none" to all else."""
        person = self.person(**fields)
        answers = filled(self.rules.questionnaire, answers_from(self.rules.questionnaire, given), KNEADER)
        check = answers.only(frozenset(q.id for q in self.rules.questionnaire.questions if q.stage is Stage.CHECK))
        now = self.clock.read()
        found = tuple(finding.rule.id for finding in evaluate(self.rules, check, KNEADER).findings)
        taken = now.utc_ms - HOUR_MS
        self.store.complete_check(Screening("c1", person.id, check, self.rules.version, taken, found=found))
        return person

    @property
    def told(self) -> picture_logs.Told:
        """What the logs are about."""
        massagers = (("kneader", NAMES[self.language][1]), ("tens", OTHERS[self.language][1]))
        parts = (self.words("plans.left_side"), self.words("plans.right_side"))
        return picture_logs.Told("mei", massagers, NOTES[self.language], parts)

    def log(self, rows: Sequence[SessionRecord]) -> None:
        """Put these sessions into the log."""
        for row in rows:
            self.store.finish(row, "End", None)

    def open(self, page: str = "") -> None:
        """Show the window as at a start, then a page, chosen in the sidebar."""
        self.sessions.recover()
        self.navigation = Navigation(self.parts, self.window, self.window)
        self.navigation.open()
        self.window.show()
        self.settle()
        if page:
            self.press(self.words(f"window.{page}"))

    def settle(self) -> None:
        """Let the window finish its layout."""
        for _round in range(5):
            self._application.processEvents()

    def press(self, text: str, inside: QWidget | None = None) -> None:
        """Press the showing button or row of this text."""
        self.clock.advance(seconds=1)
        for button in (inside or self.window).findChildren(QAbstractButton):
            if button.isVisible() and text in (button.text(), button.accessibleName()):
                button.setFocus(Qt.FocusReason.MouseFocusReason)
                self.settle()
                button.click()
                self.settle()
                return
        raise LookupError(f"no button {text!r}")

    def tick(self, question: str, *options: str) -> None:
        """Tick lines of a list of the rules."""
        for option in options:
            self.press(self.texts.questions[question].options[option])

    def part(self, kind: type[Part], number: int = 0) -> Part:
        """A widget of this class that can be seen."""
        return [each for each in self.window.findChildren(kind) if each.isVisible()][number]

    def scroll(self, share: float) -> None:
        """Scroll every page that can be scrolled; 0 is its top and 1 its end."""
        for area in self.window.findChildren(QScrollArea):
            bar = area.verticalScrollBar()
            if area.isVisible():
                bar.setValue(round(bar.maximum() * share))
        self.settle()

    def pass_time(self, seconds: int) -> None:
        """Time passes, and the window looks at the clock as it does when it is watched."""
        for _ten in range(seconds // 10):
            self.clock.advance(seconds=10)
            self.navigation.show_page("session")
        self.clock.advance(seconds=seconds % 10)
        self.navigation.show_page("session")
        self.settle()

    def catch_dialog(self, act: Callable[[], None], answers: int = 0) -> None:
        """Do what opens a dialog and keep its picture; so many dialogs before it are accepted."""
        left = [answers]

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog) and left[0] > 0:
                left[0] -= 1
                dialog.accept()
            elif isinstance(dialog, QDialog):
                self.settle()
                self._dialog = dialog.grab()
                dialog.reject()
                timer.stop()

        timer = QTimer(interval=60)
        timer.timeout.connect(look)
        timer.start()
        act()
        self.settle()

    def picture(self) -> QPixmap:
        """What the window shows, with a menu that stands open over it; or the dialog, or the small window."""
        if self._dialog is not None:
            return self._dialog
        for window in QApplication.topLevelWidgets():
            if isinstance(window, SmallWindow) and window.isVisible():
                return window.grab()
        picture = self.window.grab()
        for menu in self.window.findChildren(QMenu):
            if menu.isVisible():
                painter = QPainter(picture)
                painter.drawPixmap(self.window.mapFromGlobal(menu.pos()), menu.grab())
                painter.end()
        return picture

    def close(self) -> None:
        """Take everything away before the next world."""
        for window in QApplication.topLevelWidgets():
            window.hide()
            window.deleteLater()
        # Without a running event loop nothing else takes them away, and each would be styled anew for the next world.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.settle()
