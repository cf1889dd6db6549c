"""What today's answers mean beyond this moment. Answering again must not wipe a danger away."""

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import ALL_MODALITIES
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Stage
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.sign_questions import SORENESS
from massage_companion.eligibility.verdict import AnswerGiven, Finding, evaluate
from massage_companion.session.gate import Refusal, Standing
from massage_companion.session.refusal import FindingStands, Reason


def danger_today(rules: Rules, checked: Answers, today: Answers) -> Finding | None:
    """The strictest finding from "doctor first" on that one of today's answers brought up, "not sure" aside.

    "Not sure" blocks as long as it stands; it is no report of a danger.
    """
    findings = evaluate(rules, checked.merged(today), ALL_MODALITIES).findings
    grave = (finding for finding in findings if finding.outcome >= Outcome.DOCTOR_FIRST)
    return next((finding for finding in grave if any(_reported(rules, given) for given in finding.answers)), None)


def soreness_refused(refusal: Refusal, standing: Standing) -> bool:
    """Whether soreness forbids the session and did not stand already, before the number was given."""
    return bool(_of_soreness(refusal.reasons) - _of_soreness(standing.reasons))


def _of_soreness(reasons: tuple[Reason, ...]) -> frozenset[str]:
    return frozenset(
        reason.finding.rule.id
        for reason in reasons
        if isinstance(reason, FindingStands) and any(given.question == SORENESS for given in reason.finding.answers)
    )


def _reported(rules: Rules, given: AnswerGiven) -> bool:
    question = rules.questionnaire.question(given.question)
    if question.stage is not Stage.TODAY:
        return False
    return isinstance(given.answer, int) or any(option != question.unsure for option in given.answer)
