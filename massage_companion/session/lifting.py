"""What takes a finding out of the way: a doctor's yes, or heat that stays off. Nothing else does."""

from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.verdict import Finding, Verdict
from massage_companion.session.massager import Massager


def cleared_findings(
    verdict: Verdict, clearances: tuple[Clearance, ...], massager: Massager, now_utc_ms: int
) -> tuple[Finding, ...]:
    """The findings that a clearance for this massager covers now."""
    return tuple(
        finding
        for finding in verdict.findings
        if any(clearance.covers(finding, massager.id, now_utc_ms) for clearance in clearances)
    )


def is_heat_alone(finding: Finding) -> bool:
    """Whether a finding is about nothing but heat, and no emergency."""
    return finding.modalities == frozenset({Modality.HEAT}) and finding.outcome < Outcome.EMERGENCY


def is_always_hot(massager: Massager) -> bool:
    """Whether it may heat and cannot do without."""
    return massager.may_heat and not massager.heat_can_be_switched_off


def only_heat_stands(verdict: Verdict, cleared: tuple[Finding, ...], massager: Massager) -> bool:
    """Whether switching heat off takes away everything that blocks (DESIGN 3.5)."""
    blocking = [f for f in verdict.findings if f.outcome.blocks and f not in cleared]
    can_do_without = massager.heat_can_be_switched_off and len(massager.judged_modalities) > 1
    return bool(blocking) and can_do_without and all(is_heat_alone(finding) for finding in blocking)
