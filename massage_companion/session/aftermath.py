"""What stop signs still call for: which of their answers and rules count now, and which of them end the check.

Whatever was felt only ever adds to what speaks against a session: nothing here may make anything milder than it would
be without any report. Of several things said about one report, all count.
"""

from collections.abc import Iterable

from msgspec import Struct, structs

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.condition import Truth
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Questionnaire, Stage
from massage_companion.eligibility.rules import Rule, Rules
from massage_companion.eligibility.sign_questions import SIGNS_BEFORE
from massage_companion.session.reading import HOUR_MS, Reading, elapsed_ms
from massage_companion.session.refusal import StopSignOpen
from massage_companion.session.stop_sign import StopSign
from massage_companion.session.symptoms import Report, is_told, of_one_episode, reports_of, together


class Aftermath(Struct, frozen=True):
    """``answers`` come on top of those of the check and of today; ``rules`` leave out those of signs that are over.

    ``grave`` stop signs end every clearance from before them, and the check as long as they are not settled: ``open``.
    """

    rules: Rules
    answers: Answers = Answers()
    grave: tuple[StopSign, ...] = ()
    open: tuple[StopSignOpen, ...] = ()


class _Felt(Struct, frozen=True):
    """All that was felt, by how long it counts: until a new check, until a doctor's yes, or for some hours."""

    until_checked: Answers
    until_cleared: Answers
    for_hours: dict[int, Answers]
    settled_by_check: frozenset[str]

    def heard_by(self, rule: Rule) -> Answers:
        """What a rule about signs is judged by."""
        if rule.lasts_hours is not None:
            return self.for_hours[rule.lasts_hours]
        return self.until_checked if rule.id in self.settled_by_check else self.until_cleared


def aftermath(rules: Rules, said: Answers, signs: tuple[StopSign, ...], now: Reading) -> Aftermath:
    """What all stop signs of a person mean beside what they ``said`` in the check and on today's page. Total."""
    if not signs:
        return Aftermath(rules)
    reports = reports_of(rules.questionnaire, signs)
    about_signs = _rules_about_signs(rules)
    felt = _felt(rules.questionnaire, about_signs, said, reports, now)
    over = frozenset(rule.id for rule in about_signs if not _is_met(rule, said, felt.heard_by(rule)))
    grave = _grave(rules.questionnaire, about_signs, said, reports)
    return Aftermath(
        rules=structs.replace(rules, rules=tuple(rule for rule in rules.rules if rule.id not in over)),
        answers=together(rules.questionnaire, (felt.until_cleared, *felt.for_hours.values())),
        grave=tuple(report.sign for report in grave),
        open=_still_open(rules.questionnaire, grave, reports),
    )


def grave_signs(rules: Rules, said: Answers, signs: tuple[StopSign, ...]) -> tuple[StopSign, ...]:
    """The stop signs that end the check and every clearance from before them: all but those known to be mild."""
    reports = reports_of(rules.questionnaire, signs)
    return tuple(report.sign for report in _grave(rules.questionnaire, _rules_about_signs(rules), said, reports))


def _rules_about_signs(rules: Rules) -> tuple[Rule, ...]:
    asked = frozenset(question.id for question in rules.questionnaire.questions if question.stage is Stage.SIGN)
    return tuple(rule for rule in rules.rules if asked.intersection(rule.condition.questions))


def _felt(
    questionnaire: Questionnaire,
    about_signs: tuple[Rule, ...],
    said: Answers,
    reports: tuple[Report, ...],
    now: Reading,
) -> _Felt:
    until_checked = together(questionnaire, (report.answers for report in reports if not report.sign.settled))
    ever = together(questionnaire, (until_checked, *(report.sure for report in reports)))
    replaced = _replaced(questionnaire, about_signs)
    before = tuple(
        option
        for rule in about_signs
        if (option := replaced.get(rule.id)) and _is_met(rule, said, ever) and not _is_met(rule, said, until_checked)
    )
    hours = frozenset(rule.lasts_hours for rule in about_signs if rule.lasts_hours is not None)
    return _Felt(
        until_checked=until_checked,
        until_cleared=together(questionnaire, (ever, Answers({SIGNS_BEFORE: before} if before else {}))),
        for_hours={each: together(questionnaire, _younger_than(each, reports, now)) for each in hours},
        settled_by_check=frozenset(replaced),
    )


def _replaced(questionnaire: Questionnaire, about_signs: tuple[Rule, ...]) -> dict[str, str]:
    """By rule, what stands in its place after a check. Where nothing can, the rule itself goes on counting."""
    offered = next((each.options for each in questionnaire.questions if each.id == SIGNS_BEFORE), ())
    return {rule.id: rule.once_checked for rule in about_signs if rule.once_checked in offered and rule.once_checked}


def _younger_than(hours: int, reports: tuple[Report, ...], now: Reading) -> Iterable[Answers]:
    """Since a report dated after now (the clock was set back), no time has passed."""
    return (r.answers for r in reports if elapsed_ms(r.sign.reported, now) < hours * HOUR_MS)


def _grave(
    questionnaire: Questionnaire, about_signs: tuple[Rule, ...], said: Answers, reports: tuple[Report, ...]
) -> tuple[Report, ...]:
    everything = together(questionnaire, (report.answers for report in reports))
    met = [rule for rule in about_signs if rule.outcome >= Outcome.DOCTOR_FIRST and _is_met(rule, said, everything)]
    return tuple(
        report
        for report in reports
        if report.sign.sign is not None
        or not is_told(questionnaire, of_one_episode(report, reports))
        or any(_shares_in(rule, report) for rule in met)
    )


def _shares_in(rule: Rule, report: Report) -> bool:
    return any(part.truth(report.answers) is Truth.YES for part in rule.condition.comparisons)


def _is_met(rule: Rule, said: Answers, felt: Answers) -> bool:
    return rule.condition.truth(said.merged(felt)) is Truth.YES


def _still_open(
    questionnaire: Questionnaire, grave: tuple[Report, ...], reports: tuple[Report, ...]
) -> tuple[StopSignOpen, ...]:
    """One reason for each thing that was felt, from when it was first reported."""
    found: dict[str, StopSignOpen] = {}
    for report in grave:
        if not report.sign.settled:
            episode = of_one_episode(report, reports)
            first = min(each.sign.reported.utc_ms for each in episode if not each.sign.settled)
            found[report.episode] = StopSignOpen(first, is_told(questionnaire, episode))
    return tuple(sorted(found.values(), key=lambda reason: reason.reported_utc_ms))
