"""Everything the gate looks at, in one value: a healthy person who may start, to be changed by a test."""

from msgspec import Struct, structs

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.screening import Screening
from massage_companion.session import gate
from massage_companion.session.dose import Dose, Use
from massage_companion.session.gate import Case, Permit, Refusal, TodayAnswers
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Plan
from massage_companion.session.reading import DAY_MS, MINUTE_MS, Reading, shifted
from massage_companion.session.refusal import Reason
from massage_companion.session.stop_sign import StopSign
from tests.support.fake_clock import NOON
from tests.support.small_rules import FINE_TODAY, HEALTHY, KNEADER, small_rules

MONTH_MS = 30 * DAY_MS


class Situation(Struct, frozen=True):
    """A person, a massager, a plan and a moment. As it stands, the gate says yes."""

    answers: Answers | None = HEALTHY
    taken_utc_ms: int = NOON.utc_ms - MONTH_MS
    clearances: tuple[Clearance, ...] = ()
    stop_signs: tuple[StopSign, ...] = ()
    uses: tuple[Use, ...] = ()
    massager: Massager = KNEADER
    today: Answers | None = FINE_TODAY
    today_given: Reading = NOON
    plan: Plan = Plan(10)
    now: Reading = NOON
    rules: Rules = small_rules()
    facts: Answers = Answers()
    soreness: int | None = None

    def but(self, **changes: object) -> "Situation":
        """The same situation with these differences."""
        return structs.replace(self, **changes)

    def also_said(self, answers: Answers) -> "Situation":
        """The same person, who answered some questions of the check otherwise."""
        return self.but(answers=(self.answers or Answers()).merged(answers))

    @property
    def case(self) -> Case:
        """What the gate knows."""
        screening = None
        if self.answers is not None:
            screening = Screening("s", "p", self.answers, self.rules.version, self.taken_utc_ms)
        dose = Dose(self.uses)
        return Case(self.massager, screening, self.clearances, self.stop_signs, dose, self.facts, self.soreness)

    @property
    def decision(self) -> Permit | Refusal:
        """What the gate says."""
        today = None if self.today is None else TodayAnswers(self.today, self.today_given)
        return gate.decide(self.rules, self.case, today, self.plan, self.now)

    @property
    def says_yes(self) -> bool:
        """Whether the gate gives a permit."""
        return isinstance(self.decision, Permit)

    @property
    def permit(self) -> Permit:
        """The yes; a no fails the test."""
        decision = self.decision
        assert isinstance(decision, Permit), decision
        return decision

    @property
    def reason_types(self) -> list[type[Reason]]:
        """The kinds of reasons of the no, in order."""
        return [type(reason) for reason in self.reasons]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons of the no; a yes fails the test."""
        decision = self.decision
        assert isinstance(decision, Refusal), "the gate said yes"
        return decision.reasons


ALL_FINE = Situation()


def used(minutes: float, ended_minutes_ago: float, massager: str = "kneader") -> Use:
    """An earlier session."""
    return Use(massager, round(ended_minutes_ago * MINUTE_MS), round(minutes * MINUTE_MS))


def ago(minutes: float, now: Reading = NOON) -> Reading:
    """What the clocks said some minutes before."""
    return shifted(now, -round(minutes * MINUTE_MS))


def stop_sign(settled: bool = False) -> StopSign:
    """Something felt wrong an hour ago."""
    return StopSign("sign", "p", ago(60), settled=settled)


def clearance(*rules: str, **changes: object) -> Clearance:
    """A doctor's yes, given yesterday for half a year, to these findings."""
    usual = Clearance(
        id="c",
        person="p",
        massager=KNEADER.id,
        rules=frozenset(rules),
        for_home=True,
        by_whom="Dr Chen",
        given_utc_ms=NOON.utc_ms - DAY_MS,
        until_utc_ms=NOON.utc_ms + 6 * MONTH_MS,
    )
    return structs.replace(usual, **changes)
