"""A household of one, a store, clocks that stand still, and the session screen over it."""

from collections.abc import Callable

from massage_companion.companion.checks import SafetyChecks
from massage_companion.companion.household import Person
from massage_companion.companion.saved_plans import SavedPlans
from massage_companion.companion.sessions import Sessions
from massage_companion.companion.words import Words
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.screening import Screening
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.session.massager import Massager
from massage_companion.storage.words import load_words
from massage_companion.ui.session import intents
from massage_companion.ui.session.channels import Around
from massage_companion.ui.session.controller import SessionController
from massage_companion.ui.session.ports import Bell
from massage_companion.ui.session.screen import SessionScreen
from massage_companion.ui.session.view import Deed
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import FakeClock
from tests.support.memory_store import MemoryStore
from tests.support.small_rules import HEALTHY, WARM_KNEADER, small_rules, small_texts

MEI = Person("mei", "Mei")


class FakeTicker:
    """Fulfils the port ``Ticker``: nothing fires until the test says so. It waits while the computer is awake."""

    def __init__(self, clock: FakeClock) -> None:
        self.armed = 0
        self._clock = clock
        self._due: int | None = None
        self._look: Callable[[], None] | None = None

    @property
    def delay_ms(self) -> int | None:
        """How long until it fires; ``None`` where nothing is armed."""
        return None if self._due is None else max(0, self._due - self._clock.read().awake_ms)

    def arm(self, delay_ms: int, look: Callable[[], None]) -> None:
        self._due, self._look = self._clock.read().awake_ms + delay_ms, look
        self.armed += 1

    def disarm(self) -> None:
        self._due, self._look = None, None

    def fire(self) -> None:
        """The time is over."""
        look, self._look, self._due = self._look, None, None
        assert look is not None, "nothing is armed"
        look()


class FakeBell:
    """Fulfils the port ``Bell`` and remembers what was heard."""

    def __init__(self) -> None:
        self.heard: list[tuple[int, int]] = []
        self.sounds: list[str] = []
        self.stops = 0

    def play(self, level: int, volume_percent: int, sound: str = "bell") -> None:
        self.heard.append((level, volume_percent))
        self.sounds.append(sound)

    def stop(self) -> None:
        self.stops += 1


class FakeDesktop:
    """Fulfils ``Notifier``, ``Flasher`` and ``StayAwake``: remembers what is shown, and whether it flashes."""

    def __init__(self) -> None:
        self.notices: list[tuple[str, str, str, tuple[tuple[str, str], ...], bool]] = []
        self.shown = False
        self.flashes = 0
        self.flashing = False
        self.awake: list[bool] = []

    @property
    def keys(self) -> list[str]:
        """The keys of the actions of the notification that is shown."""
        return [key for key, _ in self.notices[-1][3]] if self.shown else []

    def show(
        self, kind: str, title: str, text: str, actions: tuple[tuple[str, str], ...] = (), critical: bool = False
    ) -> None:
        self.notices.append((kind, title, text, actions, critical))
        self.shown = True

    def withdraw(self) -> None:
        self.shown = False

    def flash(self) -> None:
        self.flashes += 1
        self.flashing = True

    def stop(self) -> None:
        self.flashing = False

    def hold(self) -> None:
        self.awake.append(True)

    def release(self) -> None:
        self.awake.append(False)


class World:
    """Everything a session screen needs, with one healthy person unless told otherwise. Needs a QApplication."""

    def __init__(
        self,
        *,
        checked: Answers | None = HEALTHY,
        massagers: tuple[Massager, ...] = (WARM_KNEADER,),
        language: str = "en",
        rules: Rules | None = None,
        texts: RuleTexts | None = None,
        person: Person = MEI,
        bell: Bell | None = None,
        around: Around | None = None,
    ) -> None:
        self.clock = FakeClock()
        self.store = MemoryStore()
        self.ticker = FakeTicker(self.clock)
        self.bell = FakeBell()
        self.desktop = FakeDesktop()
        self._played = bell or self.bell
        self.around = around or Around(self.desktop, self.desktop, self.desktop)
        self.person = person
        self.words: Words = load_words(language)
        self.rules = rules or small_rules()
        self.texts = texts or small_texts()
        self.store.keep_person(person)
        for massager in massagers:
            self.store.keep_massager(massager)
        if checked is not None:
            self.check(checked)
        self.screen = SessionScreen(self.words)
        self.open()

    def check(self, answers: Answers) -> None:
        """Complete a safety check now."""
        now = self.clock.read()
        self.store.complete_check(
            Screening(
                f"check-{now.utc_ms}", self.person.id, answers, self.rules.version, now.utc_ms, now.offset_minutes
            )
        )

    def open(self) -> None:
        """The program starts, as after a crash where a session was running."""
        ids = CountingIds(f"id-{self.clock.read().boot_ms}")
        self.sessions = Sessions(self.rules, self.store, self.clock, ids)
        self.checks = SafetyChecks(self.rules, self.store, self.clock, ids)
        self.take_over()

    def take_over(self) -> None:
        """Another controller for the same program, as after a change of language."""
        self.controller = SessionController(
            self.sessions,
            self.checks,
            self.texts,
            self.words,
            self.screen,
            self.ticker,
            self._played,
            lambda: 80,
            plans=SavedPlans(self.store, CountingIds("plan")),
            around=self.around,
        )
        self.controller.show_for(self.person, self.store.massagers(), "")
        self.settle()

    def settle(self) -> None:
        """A moment passes, so that what is on screen can be answered."""
        self.run(seconds=1)

    def run(self, *, minutes: float = 0, seconds: float = 0) -> None:
        """Time passes with the computer on, and every look comes when it is due."""
        left = round((minutes * 60 + seconds) * 1000)
        while (step := self.ticker.delay_ms) is not None and step <= left:
            left -= step
            self.clock.advance(ms=step)
            self.ticker.fire()
        self.clock.advance(ms=left)


FINE_TODAY: dict[str, tuple[str, ...] | str] = {"today": ("none",)}
"""What a healthy person enters on today's page."""


def press(world: World, deed: Deed) -> None:
    """Press a button, and let a moment pass."""
    world.controller.intend(intents.Press(deed))
    world.settle()


def start(world: World) -> None:
    """Press Start and answer today's page as a healthy person."""
    press(world, Deed.START)
    world.controller.intend(intents.AnswerToday(dict(FINE_TODAY)))
    world.settle()
