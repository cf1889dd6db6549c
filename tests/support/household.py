"""A household without a window: people, a massager, the use cases, all over fakes."""

from massage_companion.companion.checks import SafetyChecks
from massage_companion.companion.household import Person
from massage_companion.companion.ports import LiveSession
from massage_companion.companion.sessions import Sessions
from massage_companion.eligibility import walk as walking
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.screening import Screening
from massage_companion.eligibility.walk import Walk
from massage_companion.session.gate import Refusal
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Plan
from massage_companion.session.refusal import Reason
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import FakeClock
from tests.support.memory_store import MemoryStore
from tests.support.small_rules import FINE_TODAY, HEALTHY, KNEADER, small_rules

LENA = "lena"


class Household:
    """Lena, who is healthy and has a pillow that kneads; what happens to them is told in her words."""

    def __init__(
        self,
        massager: Massager = KNEADER,
        rules: Rules | None = None,
        clock: FakeClock | None = None,
        store: MemoryStore | None = None,
    ) -> None:
        self.clock = clock or FakeClock()
        self.store = store or MemoryStore()
        self.rules = rules or small_rules()
        self.massager = massager
        self.store.keep_person(Person(LENA, "Lena"))
        self.store.keep_massager(massager)
        self.checks = SafetyChecks(self.rules, self.store, self.clock, CountingIds("check"))
        self.sessions = self.started_program()

    def started_program(self) -> Sessions:
        """The sessions as a program that has just started sees them."""
        return Sessions(self.rules, self.store, self.clock, CountingIds("session"))

    def walked(self, answers: Answers, walk: Walk | None = None) -> Walk:
        """The check, page by page, with these answers where they are asked."""
        walk = walk or self.checks.begin_anew(LENA)
        while walk.page is not None:
            for question in walking.questions_here(self.rules, walk):
                if (answer := answers.get(question.id)) is not None:
                    walk = walking.answered(walk, question, answer)
            if walking.is_emergency(self.rules, walk) or not walking.can_continue(self.rules, walk):
                return walk
            walk = walking.forward(self.rules, walk)
        return walk

    def checked(self, answers: Answers = HEALTHY) -> Screening:
        """Lena completes the check."""
        return self.checks.complete(LENA, self.walked(answers))

    def starts(self, minutes: int = 10, today: Answers = FINE_TODAY) -> LiveSession | Refusal:
        """Lena answers today's page and presses Start."""
        self.sessions.answer_today(LENA, today)
        return self.sessions.start(LENA, self.massager, Plan(minutes), sore_before=3)

    def running(self, minutes: int = 10) -> LiveSession:
        """Lena starts and it runs; a refusal fails the test."""
        live = self.starts(minutes)
        assert isinstance(live, LiveSession), live
        return live

    def refused(self, minutes: int = 10, today: Answers = FINE_TODAY) -> tuple[Reason, ...]:
        """Lena may not start, for these reasons."""
        refusal = self.starts(minutes, today)
        assert isinstance(refusal, Refusal), "it started"
        return refusal.reasons
