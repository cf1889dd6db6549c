"""What changed between two checks, and what today's rules see otherwise than those of that day."""

from msgspec import structs

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.difference import ChangedAnswer, changed_answers, gone_findings, new_findings
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.screening import Screening
from massage_companion.eligibility.verdict import Verdict, evaluate
from tests.support.rule_writing import said
from tests.support.small_rules import HEALTHY, small_rules

SICK = HEALTHY.merged(said(signs="clumsy-hands", age=70))


def check(answers: Answers, *found: str) -> Screening:
    return Screening("s", "p", answers, "small-1", taken_utc_ms=0, found=found)


def judged(answers: Answers) -> Verdict:
    return evaluate(small_rules(), answers, frozenset({Modality.KNEADING}))


def test_only_what_was_answered_otherwise_is_named() -> None:
    earlier, later = check(said(signs="none", age=40, neck="mild")), check(said(signs="none", age=41, neck="more"))
    assert changed_answers(earlier, later) == (
        ChangedAnswer("age", 40, 41),
        ChangedAnswer("neck", ("mild",), ("more",)),
    )


def test_the_same_answers_differ_in_nothing() -> None:
    assert changed_answers(check(HEALTHY), check(HEALTHY)) == ()


def test_a_question_of_one_check_alone_is_named_and_those_of_the_later_check_come_first() -> None:
    earlier, later = check(said(pain=3, neck="mild")), check(said(neck="mild", body="steroids"))
    assert changed_answers(earlier, later) == (
        ChangedAnswer("body", None, ("steroids",)),
        ChangedAnswer("pain", 3, None),
    )


def test_a_finding_is_new_where_the_rules_of_that_day_did_not_make_it() -> None:
    verdict = judged(SICK)
    assert [finding.rule.id for finding in new_findings(check(SICK, "older", "no-symptoms"), verdict)] == ["cord"]
    assert new_findings(check(SICK, "cord", "older", "no-symptoms"), verdict) == ()


def test_what_was_felt_since_is_no_finding_of_new_rules() -> None:
    verdict = judged(SICK.merged(said(felt="vomiting")))
    assert "felt-vomiting" in [finding.rule.id for finding in verdict.findings]
    assert new_findings(check(SICK, "cord", "older", "no-symptoms"), verdict) == ()


def test_a_finding_is_gone_where_todays_rules_do_not_make_it() -> None:
    found = check(SICK, "withdrawn-rule", "cord", "older", "another-one")
    assert gone_findings(found, judged(SICK)) == ("withdrawn-rule", "another-one")
    assert gone_findings(structs.replace(found, found=("cord",)), judged(SICK)) == ()
