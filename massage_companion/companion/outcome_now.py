"""The outcome and limits of a check once the gate has looked at clearances and at heat that can be switched off.

The page for a doctor must never say anything milder than the gate does.
"""

from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.verdict import Finding, Verdict
from massage_companion.session.gate import Standing
from massage_companion.session.refusal import CheckIncomplete, FindingStands


def outcome_now(verdict: Verdict, standing: Standing) -> Outcome:
    """The strictest outcome that still stands."""
    if any(isinstance(reason, CheckIncomplete) for reason in standing.reasons):
        return verdict.outcome
    blocking = [reason.finding.outcome for reason in standing.reasons if isinstance(reason, FindingStands)]
    if blocking:
        return max(blocking)
    return Outcome.OK if verdict.outcome is Outcome.OK else Outcome.PRECAUTION


def limits_now(verdict: Verdict, standing: Standing) -> Limits:
    """The limits that the findings set, and heat off where it is what makes a session possible; none in a block."""
    if outcome_now(verdict, standing).blocks:
        return Limits()
    heat_blocks = verdict.outcomes.get(Modality.HEAT, Outcome.OK).blocks
    if heat_blocks and not standing.limits.heat_allowed:
        return verdict.limits.tightened_by(Limits(heat_allowed=False))
    return verdict.limits


def lifted(verdict: Verdict, standing: Standing) -> tuple[Finding, ...]:
    """Findings that would block and no longer do: cleared by a doctor, or about heat that stays off."""
    standing_still = [reason.finding for reason in standing.reasons if isinstance(reason, FindingStands)]
    return tuple(finding for finding in verdict.findings if finding.outcome.blocks and finding not in standing_still)
