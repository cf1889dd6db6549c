"""From answers to a verdict. Deny by default: a blank or "not sure" never reaches "ok".

The strictest outcome wins and every finding is kept, so that the person sees all reasons and not just the first.
"""

from functools import reduce

from msgspec import Struct

from massage_companion.eligibility.answers import Answer, Answers
from massage_companion.eligibility.condition import Condition, Truth
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Question, Stage
from massage_companion.eligibility.rules import Rule, Rules


class AnswerGiven(Struct, frozen=True):
    """An answer that met a rule: the options that count, or the number."""

    question: str
    answer: Answer


class Finding(Struct, frozen=True):
    """A rule that the answers met. ``modalities`` are those of this massager that it concerns."""

    rule: Rule
    modalities: frozenset[Modality]
    answers: tuple[AnswerGiven, ...]

    @property
    def outcome(self) -> Outcome:
        """How strictly this finding speaks."""
        return self.rule.outcome


class Verdict(Struct, frozen=True):
    """All findings, strictest first, and the outcome for each modality of the massager."""

    rules_version: str
    findings: tuple[Finding, ...]
    outcomes: dict[Modality, Outcome]
    unanswered: tuple[str, ...]

    @property
    def outcome(self) -> Outcome:
        """The strictest over all modalities."""
        return max(self.outcomes.values())

    @property
    def complete(self) -> bool:
        """Whether every question that matters has an answer."""
        return not self.unanswered

    @property
    def allowed(self) -> bool:
        """Whether the answers alone leave a session possible with every modality."""
        return self.complete and not self.outcome.blocks

    @property
    def limits(self) -> Limits:
        """The limits of all findings together."""
        return reduce(Limits.tightened_by, (finding.rule.limits for finding in self.findings), Limits())


def evaluate(
    rules: Rules,
    answers: Answers,
    modalities: frozenset[Modality],
    stages: frozenset[Stage] = frozenset({Stage.CHECK}),
) -> Verdict:
    """Judge the answers for a massager with these modalities (at least one) by the questions of these stages.

    Every answer counts, also one to a question that was not asked; one that its question does not offer counts
    as a blank. Total: it has a verdict for any answers.
    """
    answers = rules.questionnaire.readable(answers)
    findings = sorted(_findings(rules, answers, modalities), key=lambda finding: finding.outcome, reverse=True)
    unanswered = [
        question
        for stage in Stage
        if stage in stages
        for question in rules.questionnaire.unanswered(stage, answers, modalities)
    ]
    blanks = [_when_blank(rules, answers, question) for question in unanswered]
    outcomes = {
        modality: max(
            (
                Outcome.OK,
                *(finding.outcome for finding in findings if modality in finding.modalities),
                *(blank.get(modality, Outcome.OK) for blank in blanks),
            )
        )
        for modality in sorted(modalities)
    }
    return Verdict(rules.version, tuple(findings), outcomes, tuple(question.id for question in unanswered))


def _findings(rules: Rules, answers: Answers, modalities: frozenset[Modality]) -> list[Finding]:
    return [
        Finding(rule, rule.modalities & modalities, _answers_that_met(rule.condition, answers))
        for rule in rules.rules
        if rule.modalities & modalities and rule.condition.truth(answers) is Truth.YES
    ]


def _answers_that_met(condition: Condition, answers: Answers) -> tuple[AnswerGiven, ...]:
    met: dict[str, Answer] = {}
    for comparison in condition.comparisons:
        answer = answers.get(comparison.question)
        if answer is None or comparison.truth(answers) is not Truth.YES:
            continue
        if isinstance(answer, int):
            met[comparison.question] = answer
            continue
        earlier = met.get(comparison.question)
        counted = earlier if isinstance(earlier, tuple) else ()
        met[comparison.question] = tuple(
            option for option in answer if option in comparison.options or option in counted
        )
    return tuple(AnswerGiven(question, answer) for question, answer in met.items())


def _when_blank(rules: Rules, answers: Answers, question: Question) -> dict[Modality, Outcome]:
    """A blank is judged like "not sure", and always blocks the session."""
    outcomes = dict.fromkeys(question.modalities, Outcome.NOT_TODAY)
    if question.unsure is None:
        return outcomes
    if_unsure = answers.with_answer(question.id, (question.unsure,))
    for rule in rules.rules:
        if question.id in rule.condition.questions and rule.condition.truth(if_unsure) is Truth.YES:
            for modality in rule.modalities:
                outcomes[modality] = max(rule.outcome, outcomes.get(modality, Outcome.NOT_TODAY))
    return outcomes
