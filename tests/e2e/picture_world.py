"""The real window over the real rules, with a household in memory and a clock that the caller moves."""

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu

from massage_companion.companion.checks import SafetyChecks
from massage_companion.companion.clearances import Clearances
from massage_companion.companion.household import Person, Settings
from massage_companion.companion.sessions import Sessions
from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.questionnaire import Stage
from massage_companion.eligibility.screening import Screening
from massage_companion.eligibility.verdict import evaluate
from massage_companion.log.record import SessionRecord
from massage_companion.session.massager import Massager
from massage_companion.session.reading import HOUR_MS, MINUTE_MS, shifted
from massage_companion.session.states import Ending
from massage_companion.storage.content import load_texts
from massage_companion.storage.words import load_words
from massage_companion.ui.appearance import dress
from massage_companion.ui.main_window import MainWindow
from massage_companion.ui.navigation import Navigation
from massage_companion.ui.parts import Parts
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import FakeClock
from tests.support.healthy_answers import answers_from, filled, real_rules
from tests.support.memory_store import MemoryStore

NAMES = {"en": ("Mei", "Neck and shoulder kneader"), "zh": ("小梅", "颈肩揉捏按摩器")}
KNEADER = frozenset({Modality.KNEADING, Modality.HEAT})
_PAST = (
    # hours ago, minutes, seconds over, sore before, sore after, level, how it ended
    (26.5, 15, 0, 5, 2, Intensity.MEDIUM, Ending.FINISHED),
    (49.0, 10, 4, 4, 3, Intensity.LOW, Ending.FINISHED),
    (66.3, 6, 0, 4, 5, Intensity.LOW, Ending.FELT_WRONG),
    (90.1, 15, 92, 6, 3, Intensity.MEDIUM, Ending.FINISHED),
    (120.7, 12, 0, 5, 4, Intensity.LOW, Ending.STOPPED_EARLY),
    (140.2, 10, 9, 3, 2, Intensity.MEDIUM, Ending.FINISHED),
    (165.0, 15, 0, 4, None, Intensity.LOW, Ending.UNCONFIRMED),
)


class SilentBell:
    """A bell for pictures."""

    def play(self, level: int, volume_percent: int) -> None: ...

    def stop(self) -> None: ...


class StillTicker:
    """A timer that the caller replaces by looking."""

    def arm(self, delay_ms: int, look: object) -> None: ...

    def disarm(self) -> None: ...


class PictureWorld:
    """A window, and the hands to bring it into any state."""

    def __init__(self, application: QApplication, settings: Settings, size: tuple[int, int]) -> None:
        self.language = settings.language
        self.clock = FakeClock()
        self.store = MemoryStore()
        self.rules = real_rules()
        self.words = load_words(self.language)
        self._ids = CountingIds()
        self.checks = SafetyChecks(self.rules, self.store, self.clock, self._ids)
        self.sessions = Sessions(self.rules, self.store, self.clock, self._ids)
        self._application = application
        self._settings = settings
        self.store.keep_settings(settings)
        dress(application, settings)
        self.window = MainWindow(lambda: False)
        self.window.resize(*size)

    def person(self) -> Person:
        """Somebody with a kneader."""
        name, massager = NAMES[self.language]
        person = Person("mei", name)
        self.store.keep_person(person)
        manual = Limits(minutes=15, rest_minutes=60)
        self.store.keep_massager(Massager("kneader", massager, "kneader", KNEADER, True, manual, "p. 12"))
        return person

    def household(self) -> Person:
        """Two people, only one of them checked, and massagers of which one is new and one put away."""
        person = self.screened({})
        others = {"en": ("Ben", "TENS unit", "Old heating pad"), "zh": ("阿明", "脉冲按摩器", "旧热敷垫")}
        name, pulse, pad = others[self.language]
        self.store.keep_person(Person("ben", name))
        self.store.keep_massager(Massager("tens", pulse, "pulse-patch", frozenset({Modality.PULSE}), False))
        self.store.keep_massager(
            Massager("pad", pad, "heated-wrap", frozenset({Modality.HEAT}), False, Limits(), "", retired=True)
        )
        return person

    def screened(self, given: dict[str, object]) -> Person:
        """Somebody whose check holds these answers, and "none" to all else."""
        person = self.person()
        answers = filled(self.rules.questionnaire, answers_from(self.rules.questionnaire, given), KNEADER)
        check = answers.only(frozenset(q.id for q in self.rules.questionnaire.questions if q.stage is Stage.CHECK))
        now = self.clock.read()
        found = tuple(finding.rule.id for finding in evaluate(self.rules, check, KNEADER).findings)
        taken = now.utc_ms - HOUR_MS
        self.store.complete_check(Screening("c1", person.id, check, self.rules.version, taken, found=found))
        return person

    def with_log(self, person: Person) -> None:
        """Seven earlier sessions."""
        for number, (ago, minutes, over, before, after, level, ending) in enumerate(_PAST):
            started = shifted(self.clock.read(), -round(ago * HOUR_MS))
            used, overtime = minutes * MINUTE_MS, over * 1000
            at_most = used + overtime + (9 * MINUTE_MS if ending is Ending.UNCONFIRMED else 0)
            note = self.words("log.intensity.low") if number == 3 else ""
            row = SessionRecord(
                f"s{number}", person.id, "kneader", NAMES[self.language][1], started, shifted(started, used + overtime),
                15, level, number % 2 == 0, ending, used, overtime, 0, at_most, before, after, note,
            )  # fmt: skip
            self.store.finish(row, "End", None)

    def open(self, page: str = "") -> None:
        """Show the window as at a start, then a page."""
        parts = Parts(
            store=self.store,
            clock=self.clock,
            ids=self._ids,
            rules=self.rules,
            checks=self.checks,
            sessions=self.sessions,
            words_in=load_words,
            texts_in=lambda language: load_texts(language, self.rules),
            ticker=StillTicker(),
            bell=SilentBell(),
            clearances=Clearances(self.store, self.clock, self._ids),
            write_file=lambda path, content: None,
            desktop_language=self.language,
            version="0.1.0",
            data_folder="~/.local/share/massage-companion",
        )
        self.sessions.recover()
        self.navigation = Navigation(parts, self.window, self.window)
        self.navigation.open()
        self.window.show()
        if page:
            self.navigation.show_page(page)
        self.settle()

    def settle(self) -> None:
        """Let the window finish its layout."""
        for _round in range(5):
            self._application.processEvents()

    def press(self, text: str) -> None:
        """Press the showing button or row of this text."""
        from PySide6.QtWidgets import QAbstractButton

        self.clock.advance(seconds=1)
        for button in self.window.findChildren(QAbstractButton):
            if button.isVisible() and text in (button.text(), button.accessibleName()):
                button.click()
                self.settle()
                return
        raise LookupError(f"no button {text!r}")

    def pass_time(self, seconds: int) -> None:
        """Time passes, and the window looks at the clock as it does when it is watched."""
        for _ten in range(seconds // 10):
            self.clock.advance(seconds=10)
            self.navigation.show_page("session")
        self.clock.advance(seconds=seconds % 10)
        self.navigation.show_page("session")
        self.settle()

    def picture(self) -> QPixmap:
        """What the window shows, with a menu that stands open over it."""
        picture = self.window.grab()
        for menu in self.window.findChildren(QMenu):
            if menu.isVisible():
                painter = QPainter(picture)
                painter.drawPixmap(self.window.mapFromGlobal(menu.pos()), menu.grab())
                painter.end()
        return picture
