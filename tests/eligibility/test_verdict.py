"""From answers to a verdict: every finding, the strictest first, for each modality; in doubt, no."""

import pytest

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.eligibility.modality import ALL_MODALITIES, Modality, known_or_all
from massage_companion.eligibility.outcome import OUTCOME_BY_WORD, Outcome
from massage_companion.eligibility.questionnaire import ASKED_BEFORE, Kind
from massage_companion.eligibility.verdict import AnswerGiven, Verdict, evaluate
from tests.support.rule_writing import all_of, any_of, between, one_of, question, rule, rules_of, said
from tests.support.small_rules import FINE_TODAY, HEALTHY, small_rules

KNEADING = frozenset({Modality.KNEADING})
WARM = frozenset({Modality.KNEADING, Modality.HEAT})
BOTH_STAGES = ASKED_BEFORE


def judged(answers: Answers, modalities: frozenset[Modality] = KNEADING) -> Verdict:
    return evaluate(small_rules(), answers, modalities)


def found(verdict: Verdict) -> list[str]:
    return [finding.rule.id for finding in verdict.findings]


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        pytest.param(said(), Outcome.OK, id="healthy"),
        pytest.param(said(neck="mild", pain=2), Outcome.OK, id="a tired neck"),
        pytest.param(said(age=65), Outcome.PRECAUTION, id="older"),
        pytest.param(said(neck="more", pain=5), Outcome.DOCTOR_FIRST, id="pain without a diagnosis"),
        pytest.param(said(signs="clumsy-hands"), Outcome.CONTRAINDICATED, id="a cord sign"),
        pytest.param(said(signs="sudden-dizzy"), Outcome.EMERGENCY, id="an emergency sign"),
    ],
)
def test_each_person_gets_the_outcome_of_their_strictest_finding(changed: Answers, outcome: Outcome) -> None:
    verdict = judged(HEALTHY.merged(changed))
    assert verdict.outcome is outcome
    assert verdict.allowed == (outcome <= Outcome.PRECAUTION)


def test_whoever_meets_no_rule_and_left_nothing_open_is_fine_with_every_modality() -> None:
    silent = rules_of((question("a", options=("x", "none")),))
    assert evaluate(silent, said(a="x"), WARM).outcomes == dict.fromkeys(WARM, Outcome.OK)


def test_all_reasons_are_given_and_the_strictest_comes_first() -> None:
    verdict = judged(HEALTHY.merged(said(signs=("clumsy-hands", "unsure"), age=70, neck="more", pain=8)))
    assert found(verdict) == ["cord", "severe", "signs-unsure", "undiagnosed", "older"]


def test_a_finding_shows_the_answers_that_met_it_and_no_others() -> None:
    rules = rules_of(
        (question("signs", options=("a", "b", "c", "unsure")), question("age", Kind.NUMBER, ("unsure",))),
        rule("met", Outcome.DOCTOR_FIRST, any_of(one_of("signs", "a"), one_of("signs", "b"), between("age", 5))),
        rule("both", Outcome.DOCTOR_FIRST, all_of(one_of("signs", "c"), between("age", 0, 9))),
    )
    verdict = evaluate(rules, said(signs=("a", "b", "c"), age=7), KNEADING)
    assert [finding.answers for finding in verdict.findings] == [
        (AnswerGiven("signs", ("a", "b")), AnswerGiven("age", 7)),
        (AnswerGiven("signs", ("c",)), AnswerGiven("age", 7)),
    ]


def test_an_answer_that_met_nothing_is_not_shown_as_a_reason() -> None:
    rules = rules_of(
        (question("signs"), question("body"), question("age", Kind.NUMBER, ("unsure",))),
        rule("any", Outcome.DOCTOR_FIRST, any_of(one_of("body", "risk"), between("age", 5), one_of("signs", "risk"))),
    )
    (finding,) = evaluate(rules, said(signs="risk", body="none", age=3), KNEADING).findings
    assert finding.answers == (AnswerGiven("signs", ("risk",)),)


def test_a_number_that_met_a_rule_hides_no_later_answer() -> None:
    rules = rules_of(
        (question("age", Kind.NUMBER, ("unsure",)), question("signs")),
        rule("both", Outcome.DOCTOR_FIRST, all_of(between("age", 5), one_of("signs", "risk"))),
    )
    (finding,) = evaluate(rules, said(age=7, signs="risk"), KNEADING).findings
    assert finding.answers == (AnswerGiven("age", 7), AnswerGiven("signs", ("risk",)))


class TestModalities:
    def test_heat_can_be_forbidden_while_kneading_is_only_limited(self) -> None:
        verdict = judged(HEALTHY.merged(said(body="numb-skin")), WARM)
        assert verdict.outcomes == {Modality.HEAT: Outcome.CONTRAINDICATED, Modality.KNEADING: Outcome.PRECAUTION}
        assert verdict.outcome is Outcome.CONTRAINDICATED
        assert not verdict.allowed

    def test_a_finding_names_only_the_modalities_of_this_massager(self) -> None:
        verdict = judged(HEALTHY.merged(said(body="numb-skin")), WARM)
        assert [(f.rule.id, f.modalities) for f in verdict.findings if f.outcome.blocks] == [
            ("numb-heat", frozenset({Modality.HEAT}))
        ]

    def test_what_concerns_another_kind_of_massager_does_not_count(self) -> None:
        verdict = judged(HEALTHY.merged(said(body="steroids")), frozenset({Modality.HEAT}))
        assert verdict.outcome is Outcome.OK

    def test_a_massager_that_nobody_knows_is_judged_as_all_of_them(self) -> None:
        assert known_or_all(frozenset()) == ALL_MODALITIES
        assert known_or_all(KNEADING) == KNEADING


class TestBlanks:
    def test_nothing_answered_is_never_a_yes(self) -> None:
        verdict = judged(Answers())
        assert not verdict.allowed
        assert not verdict.complete
        assert verdict.unanswered == ("signs", "age", "neck", "pain", "body", "implant")

    def test_one_blank_is_never_a_yes(self) -> None:
        for question_left_out in HEALTHY:
            verdict = judged(HEALTHY.without(question_left_out))
            assert question_left_out in verdict.unanswered
            assert not verdict.allowed
            assert verdict.outcome >= Outcome.NOT_TODAY

    def test_a_blank_counts_like_not_sure(self) -> None:
        assert judged(HEALTHY.without("signs")).outcome is Outcome.DOCTOR_FIRST
        assert judged(HEALTHY.merged(said(signs="unsure"))).outcome is Outcome.DOCTOR_FIRST

    def test_a_blank_counts_as_the_strictest_that_not_sure_would_mean(self) -> None:
        unsure = any_of(one_of("a", "unsure"))
        both = (rule("first", Outcome.CONTRAINDICATED, unsure), rule("second", Outcome.DOCTOR_FIRST, unsure))
        for rules in (both, both[::-1]):
            assert evaluate(rules_of((question("a"),), *rules), Answers(), KNEADING).outcome is Outcome.CONTRAINDICATED

    def test_a_blank_that_no_rule_speaks_of_still_blocks_the_session(self) -> None:
        silent = rules_of((question("a", options=("x", "none")), question("b")))
        assert evaluate(silent, said(b="none"), KNEADING).outcome is Outcome.NOT_TODAY

    def test_a_blank_is_no_finding_since_nobody_said_so(self) -> None:
        assert judged(Answers()).findings == ()

    def test_an_answer_that_cannot_be_read_is_a_blank(self) -> None:
        verdict = judged(HEALTHY.merged(said(neck="wonderful", age=999)))
        assert verdict.unanswered == ("age", "neck", "pain")
        assert not verdict.allowed

    def test_an_answer_to_an_unknown_question_changes_nothing(self) -> None:
        assert judged(HEALTHY.merged(said(horoscope="lucky"))) == judged(HEALTHY)


@pytest.mark.parametrize("asked", ["signs", "age", "neck", "body"])
def test_not_sure_is_never_a_yes(asked: str) -> None:
    verdict = judged(HEALTHY.merged(Answers({asked: ("unsure",), **({"pain": 0} if asked == "neck" else {})})))
    assert verdict.complete
    assert verdict.outcome >= Outcome.DOCTOR_FIRST


def test_an_answer_counts_even_where_its_question_is_not_asked_any_more() -> None:
    left_behind = HEALTHY.merged(said(pain=9))
    assert judged(left_behind).outcome is Outcome.CONTRAINDICATED


class TestStages:
    def test_todays_questions_are_not_missed_in_the_check(self) -> None:
        assert judged(HEALTHY).complete

    def test_todays_answers_count_wherever_they_are_given(self) -> None:
        assert judged(HEALTHY.merged(said(today="fever"))).outcome is Outcome.NOT_TODAY

    def test_todays_questions_are_missed_where_today_is_judged(self) -> None:
        verdict = evaluate(small_rules(), HEALTHY, KNEADING, BOTH_STAGES)
        assert verdict.unanswered == ("today",)
        assert not verdict.allowed
        assert evaluate(small_rules(), HEALTHY.merged(FINE_TODAY), KNEADING, BOTH_STAGES).allowed


def test_the_limits_of_all_findings_come_together() -> None:
    verdict = judged(HEALTHY.merged(said(age=70, body=("numb-skin", "implant"), implant="metal")), WARM)
    assert verdict.limits == Limits(
        minutes=5, sessions_per_day=1, intensity=Intensity.LOW, heat_allowed=False, back_of_neck_only=True
    )


def test_the_verdict_names_the_rules_it_was_made_with() -> None:
    assert judged(HEALTHY).rules_version == "small-1"


def test_outcomes_are_ordered_from_ok_to_emergency_and_block_from_not_today_on() -> None:
    words = ["ok", "precaution", "not_today", "doctor_first", "contraindicated", "emergency"]
    assert [outcome.word for outcome in sorted(Outcome)] == words
    assert [OUTCOME_BY_WORD[word].blocks for word in words] == [False, False, True, True, True, True]
