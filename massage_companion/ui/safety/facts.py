"""What the page about the safety check is made from: what is known about one person and one massager at one moment.

Whether the check counts is read from the gate's reasons and never worked out anew.
"""

from msgspec import Struct

from massage_companion.companion.checks import Result, SafetyChecks
from massage_companion.companion.clearances import Clearances, KnownClearance
from massage_companion.companion.household import Person
from massage_companion.companion.sessions import Sessions
from massage_companion.companion.words import Words
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.screening import VALID_DAYS, Screening
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.session.gate import Standing
from massage_companion.session.massager import Massager
from massage_companion.session.reading import DAY_MS, Reading
from massage_companion.session.refusal import CheckExpired, CheckIncomplete, FindingStands, StopSignOpen


class Language(Struct, frozen=True):
    """The words and the texts of the rules in one language, and the rules that the texts are about."""

    words: Words
    texts: RuleTexts
    rules: Rules


class Facts(Struct, frozen=True):
    """What is known. ``result`` is ``None`` before the first check; ``massagers`` are all, put away ones too."""

    person: Person
    massager: Massager
    massagers: tuple[Massager, ...]
    result: Result | None
    standing: Standing
    history: tuple[Screening, ...]
    clearances: tuple[KnownClearance, ...]
    half_way: bool
    now: Reading

    @property
    def counts(self) -> bool:
        """Whether the newest check counts: nothing felt wrong since, it is in date, and nothing is open."""
        against = StopSignOpen | CheckExpired | CheckIncomplete
        return self.result is not None and not any(isinstance(reason, against) for reason in self.standing.reasons)

    @property
    def standing_outcomes(self) -> frozenset[Outcome]:
        """The outcomes of findings that stand in the way."""
        return frozenset(r.finding.outcome for r in self.standing.reasons if isinstance(r, FindingStands))

    @property
    def is_emergency(self) -> bool:
        """Whether an answer of a check that is in date can be a sign of an emergency. Questions may be open in it."""
        old = any(isinstance(reason, CheckExpired) for reason in self.standing.reasons)
        return Outcome.EMERGENCY in self.standing_outcomes and not old

    @property
    def is_blocked(self) -> bool:
        """Whether a finding stands in the way: then a new check asks first what has changed."""
        return bool(self.standing_outcomes)

    @property
    def can_record_yes(self) -> bool:
        """Whether a doctor's yes can lift something: never while the check does not count, or in an emergency."""
        return self.counts and Outcome.DOCTOR_FIRST in self.standing_outcomes and not self.is_emergency


class UseCases(Struct, frozen=True):
    """Where the facts come from."""

    checks: SafetyChecks
    clearances: Clearances
    sessions: Sessions

    def facts(self, person: Person, massager: Massager, massagers: tuple[Massager, ...]) -> Facts:
        """What is known now. Raises StoreError."""
        return Facts(
            person=person,
            massager=massager,
            massagers=massagers,
            result=self.checks.result(person.id, massager),
            standing=self.sessions.standing(person.id, massager),
            history=self.checks.history(person.id),
            clearances=self.clearances.all(person.id),
            half_way=self.checks.half_way(person.id),
            now=self.sessions.now(),
        )


def until_utc_ms(screening: Screening) -> int:
    """The instant at which a check runs out."""
    return screening.valid_from_utc_ms + VALID_DAYS * DAY_MS
