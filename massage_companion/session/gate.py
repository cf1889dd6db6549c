"""The only place that says yes. Without the permit that it alone can make, no session starts.

It denies whenever something is missing, stale or unclear, and gives all reasons rather than the first.
"""

from functools import reduce
from typing import Final

from msgspec import Struct, structs

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Stage
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.screening import VALID_DAYS, Screening
from massage_companion.eligibility.verdict import Finding, Verdict, evaluate
from massage_companion.session.allowance import dose_reasons, minutes_left
from massage_companion.session.doctors_word import still_heard
from massage_companion.session.dose import Dose
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
    PlanTooLong,
    PlanTooStrong,
    Reason,
    StopSignOpen,
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

    ``stop_signs`` are all there ever were: an open one forbids sessions, and each one ends every earlier clearance.
    """

    massager: Massager
    screening: Screening | None
    clearances: tuple[Clearance, ...] = ()
    stop_signs: tuple[StopSign, ...] = ()
    dose: Dose = Dose()


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
    return _standing(rules, case, _answers(rules, case, Answers()), now)


def decide(rules: Rules, case: Case, today: TodayAnswers | None, plan: Plan, now: Reading) -> Permit | Refusal:
    """Whether this person may use this massager by this plan now. Pure and total."""
    fresh = today is not None and today.is_fresh(now)
    answers = _answers(rules, case, today.answers if today is not None and fresh else Answers())
    found = _standing(rules, case, answers, now)
    reasons = [*found.reasons, *_plan_reasons(case.massager, plan, found.limits)]
    open_today = rules.questionnaire.unanswered(Stage.TODAY, answers, case.massager.judged_modalities)
    if not fresh or open_today:
        reasons.append(TodayUnanswered(tuple(question.id for question in open_today)))
    if reasons:
        return Refusal(tuple(sorted(reasons, key=strictness)))
    precautions = tuple(finding for finding in found.verdict.findings if finding.outcome > Outcome.OK)
    return Permit(_THE_ONE_KEY, plan, found.limits, precautions, rules.version, now)


def is_in_date(screening: Screening, now_utc_ms: int) -> bool:
    """Whether the check is not too old and, a day of doubt aside, not of a day to come."""
    return -DAY_MS <= now_utc_ms - screening.valid_from_utc_ms < VALID_DAYS * DAY_MS


def _answers(rules: Rules, case: Case, today: Answers) -> Answers:
    """The check's answers to the check's questions, today's to today's: neither can speak over the other."""
    asked = {
        stage: frozenset(question.id for question in rules.questionnaire.questions if question.stage is stage)
        for stage in Stage
    }
    checked = case.screening.answers if case.screening is not None else Answers()
    return rules.questionnaire.readable(checked.only(asked[Stage.CHECK]).merged(today.only(asked[Stage.TODAY])))


def _standing(rules: Rules, case: Case, answers: Answers, now: Reading) -> Standing:
    massager = case.massager
    verdict = evaluate(rules, answers, massager.judged_modalities)
    case = structs.replace(case, clearances=still_heard(case.clearances, case.stop_signs))
    cleared = _cleared(verdict, case, now)
    heat_only = _only_heat_stands(verdict, cleared, massager)
    limits = _limits(case, verdict, cleared, heat_only, now)
    reasons: list[Reason] = [*_check_reasons(case, verdict, now)]
    reasons += [
        FindingStands(finding)
        for finding in verdict.findings
        if finding.outcome.blocks and finding not in cleared and not (heat_only and _is_heat_alone(finding))
    ]
    reasons += [StopSignOpen(sign.reported.utc_ms) for sign in case.stop_signs if not sign.settled]
    reasons += dose_reasons(case.dose, limits)
    if _is_always_hot(massager) and not limits.heat_allowed:
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


def _cleared(verdict: Verdict, case: Case, now: Reading) -> tuple[Finding, ...]:
    return tuple(
        finding
        for finding in verdict.findings
        if any(clearance.covers(finding, case.massager.id, now.utc_ms) for clearance in case.clearances)
    )


def _is_heat_alone(finding: Finding) -> bool:
    return finding.modalities == frozenset({Modality.HEAT}) and finding.outcome < Outcome.EMERGENCY


def _is_always_hot(massager: Massager) -> bool:
    return massager.may_heat and not massager.heat_can_be_switched_off


def _only_heat_stands(verdict: Verdict, cleared: tuple[Finding, ...], massager: Massager) -> bool:
    """Whether switching heat off takes away everything that blocks (DESIGN 3.5)."""
    blocking = [f for f in verdict.findings if f.outcome.blocks and f not in cleared]
    can_do_without = massager.heat_can_be_switched_off and len(massager.judged_modalities) > 1
    return bool(blocking) and can_do_without and all(_is_heat_alone(finding) for finding in blocking)


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
    if plan.heat and not limits.heat_allowed and not _is_always_hot(massager):
        reasons.append(HeatNotAllowed())
    return reasons
