"""What the page about the safety check is made from: small rules, a store in memory, and Li. No window."""

from datetime import date

from msgspec import structs

from massage_companion.companion.checks import SafetyChecks
from massage_companion.companion.clearances import Clearances, Slip
from massage_companion.companion.household import Person
from massage_companion.companion.sessions import Sessions
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.screening import Screening
from massage_companion.eligibility.verdict import evaluate
from massage_companion.session.massager import Massager
from massage_companion.session.reading import DAY_MS
from massage_companion.session.stop_sign import StopSign
from massage_companion.storage.words import load_words
from massage_companion.ui.safety.facts import Facts, Language, UseCases
from massage_companion.ui.safety.safety_view import Looking, safety_view
from massage_companion.ui.safety.view import SafetyView
from tests.support.changing_rules import changing_rules
from tests.support.counting_ids import CountingIds
from tests.support.fake_clock import NOON, FakeClock
from tests.support.memory_store import MemoryStore
from tests.support.rule_writing import said
from tests.support.small_rules import HEALTHY, KNEADER, small_texts

LI = Person("li", "Li")
ON_STEROIDS = said(body="steroids")
SLIP = Slip(frozenset({"steroids"}), True, "Dr Chen", date(2026, 11, 10), date(2027, 5, 1))


class SafetyWorld:
    """Li has a pillow that kneads; what has happened so far is told by the methods."""

    def __init__(self, massager: Massager = KNEADER, language: str = "en", rules_version: str = "small-1") -> None:
        self.words = load_words(language)
        self.rules = changing_rules(rules_version)
        self.store, self.clock = MemoryStore(), FakeClock()
        self.store.keep_person(LI)
        self.massagers: list[Massager] = []
        self.add(massager)
        ids = CountingIds()
        self.checks = SafetyChecks(self.rules, self.store, self.clock, ids)
        self.clearances = Clearances(self.store, self.clock, ids)
        self.sessions = Sessions(self.rules, self.store, self.clock, ids)

    def add(self, massager: Massager) -> None:
        """Another massager, which is the one in use now."""
        self.store.keep_massager(massager)
        self.massagers.append(massager)

    def checked(
        self, answers: Answers | None = None, days_ago: float = 10, rest: Answers = HEALTHY, **changes: object
    ) -> Screening:
        """Li completed a check some days ago: healthy but for these answers."""
        given = rest.merged(answers or Answers())
        verdict = evaluate(self.rules, given, self.massagers[0].judged_modalities)
        taken = Screening(
            id=f"check-{len(self.store.screenings(LI.id)) + 1}",
            person=LI.id,
            answers=given,
            rules_version=self.rules.version,
            taken_utc_ms=NOON.utc_ms - round(days_ago * DAY_MS),
            found=tuple(finding.rule.id for finding in verdict.findings),
        )
        taken = structs.replace(taken, **changes)
        self.store.complete_check(taken)
        return taken

    def cleared(self, slip: Slip = SLIP) -> Clearance:
        """The doctor's answer is recorded for the massager in use."""
        massager = self.massagers[-1]
        result = self.checks.result(LI.id, massager)
        assert result is not None
        return self.clearances.record(LI.id, massager, result.verdict, slip)

    def felt_wrong(self) -> None:
        """Something feels wrong now."""
        self.store.add_stop_sign(StopSign("sign", LI.id, self.clock.read()))

    @property
    def facts(self) -> Facts:
        """What is known about Li and the massager in use."""
        use_cases = UseCases(self.checks, self.clearances, self.sessions)
        return use_cases.facts(LI, self.massagers[-1], tuple(self.massagers))

    @property
    def language(self) -> Language:
        """The language of this world."""
        return Language(self.words, small_texts(), self.rules)

    def view(self, looking: Looking | None = None) -> SafetyView:
        """The page as a value."""
        return safety_view(self.facts, looking or Looking(), self.language)
