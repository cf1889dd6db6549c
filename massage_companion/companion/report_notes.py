"""What has to be said beside a result: urgent first, why the check may not count, and what no check can do."""

from massage_companion.companion import moments
from massage_companion.companion.checks import Result
from massage_companion.companion.outcome_now import lifted, outcome_now
from massage_companion.companion.words import Words
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.verdict import Finding
from massage_companion.session.gate import Standing
from massage_companion.session.refusal import CheckExpired, StopSignOpen


def counts(standing: Standing) -> bool:
    """Whether the check still counts: nothing felt wrong since, and it is not out of date."""
    return not any(isinstance(reason, StopSignOpen | CheckExpired) for reason in standing.reasons)


def notes(result: Result, standing: Standing, words: Words) -> tuple[str, ...]:
    """The sentences that are true of this result, each once."""
    verdict = result.verdict
    offset = result.screening.offset_minutes
    told = [words("report.note.emergency")] if outcome_now(verdict, standing) is Outcome.EMERGENCY else []
    for reason in standing.reasons:
        if isinstance(reason, StopSignOpen):
            told.append(words("report.note.stop_sign", date=moments.day(reason.reported_utc_ms, offset, words)))
        elif isinstance(reason, CheckExpired):
            told.append(words("report.note.expired"))
    if verdict.unanswered:
        told.append(words("report.note.open"))
    told += [words(f"report.note.{name}") for name in _why_lifted(result, standing)]
    return tuple(dict.fromkeys(told))


def _why_lifted(result: Result, standing: Standing) -> tuple[str, ...]:
    """Why what would block does not: a doctor said yes, or the heat stays off."""
    gone = lifted(result.verdict, standing)
    about_heat = [finding for finding in gone if finding.modalities == frozenset({Modality.HEAT})]
    heat_off = bool(about_heat) and not standing.limits.heat_allowed
    cleared = len(gone) > len(about_heat) or (bool(about_heat) and not heat_off)
    return (*(("cleared",) if cleared else ()), *(("heat_only",) if heat_off else ()))


def remarks(findings: tuple[Finding, ...], words: Words) -> tuple[str, ...]:
    """What is true of every result: what it is, whether somebody with a licence read the rules, what it cannot do."""
    reviewed = [bool(finding.rule.reviewed_by) for finding in findings]
    told = [words("report.remark.guidance")]
    if not any(reviewed):
        told.append(words("report.remark.unreviewed"))
    elif not all(reviewed):
        told.append(words("report.remark.partly_reviewed"))
    return (*told, words("report.remark.danger"))
