"""The only place that says yes. Without the permit that it alone can make, no session starts.

It denies whenever something is missing, stale or unclear, and gives all reasons rather than the first.
"""

from functools import reduce
from typing import Final

from msgspec import Struct, structs

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Stage
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.screening import VALID_DAYS, Screening
from massage_companion.eligibility.sign_questions import SORENESS
from massage_companion.eligibility.verdict import Finding, Verdict, evaluate
from massage_companion.session.aftermath import Aftermath, aftermath
from massage_companion.session.allowance import dose_reasons, minutes_left
from massage_companion.session.doctors_word import still_heard
from massage_companion.session.dose import Dose
from massage_companion.session.lifting import cleared_findings, is_always_hot, is_heat_alone, only_heat_stands
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Plan
from massage_companion.session.reading import DAY_MS, MINUTE_MS, Reading
from massage_companion.session.refusal import (
    CheckExpired,
    CheckIncomplete,
    FindingStands,
    HeatNotAllowed,
    MassagerRetired,
    NeverChecked,
    PhasesDoNotFit,
    PlanTooLong,
    PlanTooStrong,
    Reason,
    TodayUnanswered,
    strictness,
)
from massage_companion.session.stop_sign import StopSign

HARD_LIMITS: Final = Limits(minutes=15, sessions_per_day=2, minutes_per_day=30, rest_minutes=60)
"""DESIGN section 4; the minutes and sessions are the lowest that several sources share (EVIDENCE section 6)."""

TODAY_VALID_MS: Final = 30 * MINUTE_MS
_THE_ONE_KEY: Final = object()


class TodayAnswers(Struct, frozen=True):
    """The answers to today's page and when they were given."""

    answers: Answers
    given: Reading

    def is_fresh(self, now: Reading) -> bool:
        """Whether they still count: half an hour, measured by the clock of one boot and never by the wall clock."""
        same_boot = self.given.boot_id == now.boot_id
        return same_boot and 0 <= now.boot_ms - self.given.boot_ms <= TODAY_VALID_MS


class Case(Struct, frozen=True):
    """Everything the gate knows about one person and one massager.

    ``stop_signs`` are all there ever were, and still speak as far as the rules say. ``facts`` is what the log shows,
    ``soreness`` how sore it is right now (0 to 10), ``None`` where that was not asked.
    """

    massager: Massager
    screening: Screening | None
    clearances: tuple[Clearance, ...] = ()
    stop_signs: tuple[StopSign, ...] = ()
    dose: Dose = Dose()
    facts: Answers = Answers()
    soreness: int | None = None


class Permit:
    """A yes for one plan within limits, at one moment. Only ``decide`` can make one, and nobody can change it.

    ``precautions`` are the findings stricter than ok under which it was given.
    """

    __slots__ = ("issued", "limits", "plan", "precautions", "rules_version")

    issued: Reading
    limits: Limits
    plan: Plan
    precautions: tuple[Finding, ...]
    rules_version: str

    def __init__(
        self,
        key: object,
        plan: Plan,
        limits: Limits,
        precautions: tuple[Finding, ...],
        rules_version: str,
        issued: Reading,
    ) -> None:
        if key is not _THE_ONE_KEY:
            raise TypeError("only the gate makes permits")
        content = {"plan": plan, "limits": limits, "precautions": precautions, "rules_version": rules_version}
        for name, value in {**content, "issued": issued}.items():
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a permit cannot be changed")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("a permit cannot be changed")

    def __reduce__(self) -> str:
        raise TypeError("a permit cannot be copied")


class Refusal(Struct, frozen=True):
    """A no with every reason, strictest first."""

    reasons: tuple[Reason, ...]


class Standing(Struct, frozen=True):
    """How a person stands with a massager before today's page and a plan are known.

    ``reasons`` are those that stand already, strictest first; ``limits`` bound every plan.
    """

    reasons: tuple[Reason, ...]
    limits: Limits
    verdict: Verdict


def standing(rules: Rules, case: Case, now: Reading) -> Standing:
    """What can be said before today's answers: reasons against any session now, and the limits of one."""
    return _standing(rules, case, _said(rules, case, Answers()), now)


def decide(rules: Rules, case: Case, today: TodayAnswers | None, plan: Plan, now: Reading) -> Permit | Refusal:
    """Whether this person may use this massager by this plan now. Pure and total."""
    fresh = today is not None and today.is_fresh(now)
    said = _said(rules, case, today.answers if today is not None and fresh else Answers())
    found = _standing(rules, case, said, now)
    reasons = [*found.reasons, *_plan_reasons(case.massager, plan, found.limits)]
    open_today = rules.questionnaire.unanswered(Stage.TODAY, said, case.massager.judged_modalities)
    if not fresh or open_today:
        reasons.append(TodayUnanswered(tuple(question.id for question in open_today)))
    if reasons:
        return Refusal(tuple(sorted(reasons, key=strictness)))
    precautions = tuple(finding for finding in found.verdict.findings if finding.outcome > Outcome.OK)
    return Permit(_THE_ONE_KEY, plan, found.limits, precautions, rules.version, now)


def is_in_date(screening: Screening, now_utc_ms: int) -> bool:
    """Whether the check is not too old and, a day of doubt aside, not of a day to come."""
    return -DAY_MS <= now_utc_ms - screening.valid_from_utc_ms < VALID_DAYS * DAY_MS


def _said(rules: Rules, case: Case, today: Answers) -> Answers:
    """Each stage's answers to its own questions: none can speak over another."""
    checked = case.screening.answers if case.screening is not None else Answers()
    asked = {
        stage: frozenset(question.id for question in rules.questionnaire.questions if question.stage is stage)
        for stage in Stage
    }
    own = (
        checked.only(asked[Stage.CHECK])
        .merged(today.only(asked[Stage.TODAY]))
        .merged(case.facts.only(asked[Stage.FACT]))
    )
    return rules.questionnaire.readable(own)


def _felt(rules: Rules, case: Case, said: Answers, now: Reading) -> Aftermath:
    """What stop signs call for. Soreness of this moment is heard like one that is reported now."""
    signs = case.stop_signs
    if case.soreness is not None:
        signs = (*signs, StopSign("", "", reported=now, answers=Answers({SORENESS: case.soreness})))
    return aftermath(rules, said, signs, now)


def _standing(rules: Rules, case: Case, said: Answers, now: Reading) -> Standing:
    massager = case.massager
    felt = _felt(rules, case, said, now)
    verdict = evaluate(felt.rules, said.merged(felt.answers), massager.judged_modalities)
    case = structs.replace(case, clearances=still_heard(case.clearances, felt.grave))
    cleared = cleared_findings(verdict, case.clearances, massager, now.utc_ms)
    heat_only = only_heat_stands(verdict, cleared, massager)
    limits = _limits(case, verdict, cleared, heat_only, now)
    reasons: list[Reason] = [*_check_reasons(case, verdict, now)]
    reasons += [
        FindingStands(finding)
        for finding in verdict.findings
        if finding.outcome.blocks and finding not in cleared and not (heat_only and is_heat_alone(finding))
    ]
    reasons += felt.open
    reasons += dose_reasons(case.dose, limits)
    if is_always_hot(massager) and not limits.heat_allowed:
        reasons.append(HeatNotAllowed())
    left = minutes_left(case.dose, limits)
    if left >= 1:
        limits = limits.tightened_by(Limits(minutes=left))
    return Standing(tuple(sorted(reasons, key=strictness)), limits, verdict)


def _check_reasons(case: Case, verdict: Verdict, now: Reading) -> list[Reason]:
    reasons: list[Reason] = []
    if case.massager.retired:
        reasons.append(MassagerRetired())
    if case.screening is None:
        return [*reasons, NeverChecked()]
    if not is_in_date(case.screening, now.utc_ms):
        reasons.append(CheckExpired(case.screening.valid_from_utc_ms))
    if not verdict.complete:
        reasons.append(CheckIncomplete(verdict.unanswered))
    return reasons


def _limits(case: Case, verdict: Verdict, cleared: tuple[Finding, ...], heat_only: bool, now: Reading) -> Limits:
    used = [
        clearance.limits
        for clearance in case.clearances
        if any(clearance.covers(finding, case.massager.id, now.utc_ms) for finding in cleared)
    ]
    no_heat = heat_only or not case.massager.may_heat
    parts = [case.massager.manual, verdict.limits, *used, Limits(heat_allowed=not no_heat)]
    return reduce(Limits.tightened_by, parts, HARD_LIMITS)


def _plan_reasons(massager: Massager, plan: Plan, limits: Limits) -> list[Reason]:
    reasons: list[Reason] = []
    if limits.minutes is not None and not 1 <= plan.minutes <= limits.minutes:
        reasons.append(PlanTooLong(plan.minutes, limits.minutes))
    if limits.intensity is not None and plan.intensity > limits.intensity:
        reasons.append(PlanTooStrong(plan.intensity, limits.intensity))
    if not plan.phases_fit:
        reasons.append(PhasesDoNotFit())
    if plan.heat and not limits.heat_allowed and not is_always_hot(massager):
        reasons.append(HeatNotAllowed())
    return reasons
