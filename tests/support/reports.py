"""Results of the real rules, as the page for a doctor is made of them."""

from collections.abc import Mapping
from functools import cache

from hypothesis import strategies as st

from massage_companion.companion.checks import Result
from massage_companion.companion.household import Person
from massage_companion.companion.report import ReportSubject, ResultReport, result_report
from massage_companion.companion.report_log import LogReport, log_report
from massage_companion.companion.report_log_data import Logged
from massage_companion.companion.report_whole import DoctorsReport, doctors_report
from massage_companion.companion.words import Words
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Kind
from massage_companion.eligibility.rules import Rule, Rules
from massage_companion.eligibility.screening import Screening
from massage_companion.eligibility.verdict import AnswerGiven, Finding, Verdict, evaluate
from massage_companion.session import gate
from massage_companion.session.gate import Case, Standing
from massage_companion.session.massager import Massager
from massage_companion.session.reading import DAY_MS, Reading, shifted
from massage_companion.session.refusal import FindingStands
from massage_companion.session.stop_sign import StopSign
from massage_companion.storage.content import Content, load_content
from massage_companion.storage.words import load_words
from tests.support.fake_clock import NOON
from tests.support.healthy_answers import answers_from, filled, real_rules

LI = Person("li", "Li Wei")
PILLOW = Massager(
    "pillow",
    "Warm pillow",
    "kneader",
    frozenset({Modality.KNEADING, Modality.HEAT}),
    heat_can_be_switched_off=True,
    manual=Limits(minutes=15, rest_minutes=60),
    manual_source="manual, page 4",
)
TAKEN = shifted(NOON, -DAY_MS)

FINE: dict[str, object] = {"age": 40, "neck-now": "none"}
CAREFUL: dict[str, object] = {"age": 70, "illnesses": ["diabetes"]}
DOCTOR: dict[str, object] = {"age": 40, "heart-blood": ["blood-thinner"]}
FORBIDDEN: dict[str, object] = {
    "age": 64, "told-by-doctor": ["vertebral-artery-type"], "heart-blood": ["blood-thinner"],
}  # fmt: skip
"""Three findings: one that nobody can clear here, one that a doctor can, one that asks for care."""
MANY: dict[str, object] = {
    **FORBIDDEN, "bones-skin": ["osteoporosis"], "illnesses": ["diabetes"], "age": 70,
    "heart-blood": ["blood-thinner", "heart", "high-pressure"], "heart-now": "severe-recent",
    "pressure": "not-controlled",
}  # fmt: skip
EMERGENCY: dict[str, object] = {"age": 40, "head-signs": ["face-arm-speech"]}


@cache
def content(language: str) -> Content:
    """The real rules with their words."""
    return load_content(language)


@cache
def words(language: str) -> Words:
    """All words of the program."""
    return load_words(language)


def subject(
    plain: Mapping[str, object],
    *,
    massager: Massager = PILLOW,
    person: Person = LI,
    clearances: tuple[Clearance, ...] = (),
    stop_signs: tuple[StopSign, ...] = (),
    fill: bool = True,
    now: Reading = NOON,
) -> ReportSubject:
    """A check with these answers, the rest of them healthy ones unless ``fill`` is off."""
    rules = real_rules()
    answers = answers_from(rules.questionnaire, plain)
    if fill:
        answers = filled(rules.questionnaire, answers, massager.judged_modalities)
    screening = Screening("check", person.id, answers, rules.version, TAKEN.utc_ms, 480)
    result = Result(screening, evaluate(rules, answers, massager.judged_modalities))
    standing = gate.standing(rules, Case(massager, screening, clearances, stop_signs), now)
    return ReportSubject(person, massager, result, standing)


def report(about: ReportSubject, language: str = "en") -> ResultReport:
    """The part about the check, in a language."""
    return result_report(about, content(language).texts, words(language))


def empty_log(language: str = "en") -> LogReport:
    """The part about a log that holds nothing yet."""
    logged = Logged((), (), {PILLOW.id: PILLOW.name}, gate.HARD_LIMITS, NOON)
    return log_report(logged, real_rules(), content(language).texts, words(language))


def whole(about: ReportSubject, language: str = "en", log: LogReport | None = None) -> DoctorsReport:
    """The whole report; with a log that holds nothing unless one is given."""
    told = log if log is not None else empty_log(language)
    return doctors_report(about.person, about.massager, report(about, language), told, NOON, words(language))


def unchecked(language: str = "en", log: LogReport | None = None) -> DoctorsReport:
    """The report of somebody who never did the check."""
    told = log if log is not None else empty_log(language)
    return doctors_report(LI, PILLOW, None, told, NOON, words(language))


def clearance(*rules: str) -> Clearance:
    """A doctor's yes to the pillow at home."""
    return Clearance("c", LI.id, PILLOW.id, frozenset(rules), True, "Dr Chen", TAKEN.utc_ms, TAKEN.utc_ms + 90 * DAY_MS)


def stop_sign() -> StopSign:
    """Something felt wrong just now."""
    return StopSign("sign", LI.id, NOON)


@st.composite
def subjects_with_any_findings(draw: st.DrawFn) -> ReportSubject:
    """Up to six findings of the real rules, in any mixture, for a massager of any kind."""
    rules = real_rules()
    massager = draw(st.sampled_from([PILLOW, Massager("m", "Any", "other", frozenset(), False)]))
    about = massager.judged_modalities
    candidates = [rule for rule in rules.rules if rule.modalities & about]
    met = draw(st.lists(st.sampled_from(candidates), max_size=6, unique_by=lambda rule: rule.id))
    findings = [Finding(rule, rule.modalities & about, _answers(rule, rules)) for rule in met]
    findings.sort(key=lambda finding: finding.outcome, reverse=True)
    outcomes = {
        modality: max((f.outcome for f in findings if modality in f.modalities), default=Outcome.OK)
        for modality in sorted(about)
    }
    verdict = Verdict(rules.version, tuple(findings), outcomes, ())
    screening = Screening("check", LI.id, answers_from(rules.questionnaire, {}), rules.version, TAKEN.utc_ms, 480)
    reasons = tuple(FindingStands(finding) for finding in findings if finding.outcome.blocks)
    return ReportSubject(LI, massager, Result(screening, verdict), Standing(reasons, gate.HARD_LIMITS, verdict))


def _answers(rule: Rule, rules: Rules) -> tuple[AnswerGiven, ...]:
    given = {}
    for comparison in rule.condition.comparisons:
        asked = rules.questionnaire.question(comparison.question)
        number = asked.kind is Kind.NUMBER and not comparison.options
        given[asked.id] = AnswerGiven(asked.id, comparison.at_least or 0 if number else comparison.options)
    return tuple(given.values())
