"""What differs between two checks, or between what the rules said then and say now. It judges nothing itself."""

from msgspec import Struct

from massage_companion.eligibility.answers import Answer
from massage_companion.eligibility.screening import Screening
from massage_companion.eligibility.verdict import Finding, Verdict


class ChangedAnswer(Struct, frozen=True):
    """A question that was answered otherwise; ``None`` where it was not answered."""

    question: str
    before: Answer | None
    after: Answer | None


def changed_answers(earlier: Screening, later: Screening) -> tuple[ChangedAnswer, ...]:
    """The questions with another answer in the later check, in the order in which they were asked."""
    questions = dict.fromkeys([*later.answers, *earlier.answers])
    return tuple(
        ChangedAnswer(question, earlier.answers.get(question), later.answers.get(question))
        for question in questions
        if earlier.answers.get(question) != later.answers.get(question)
    )


def new_findings(screening: Screening, verdict: Verdict) -> tuple[Finding, ...]:
    """Findings that today's rules make of the stored answers and the rules of that day did not.

    What was felt since, and what the log shows, are no answers of the check.
    """
    return tuple(
        finding
        for finding in verdict.findings
        if finding.rule.id not in screening.found
        and all(given.question in screening.answers for given in finding.answers)
    )


def gone_findings(screening: Screening, verdict: Verdict) -> tuple[str, ...]:
    """Ids of rules that were met on that day and are not met today."""
    met = {finding.rule.id for finding in verdict.findings}
    return tuple(rule for rule in screening.found if rule not in met)
