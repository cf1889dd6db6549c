"""What holds for every rule set and every answers: no blank and no doubt is a yes, and more risk is never milder."""

from hypothesis import assume, given
from hypothesis import strategies as st

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.modality import ALL_MODALITIES, Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Kind, Questionnaire
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.verdict import Verdict, evaluate
from massage_companion.storage.content_checks import check_questionnaire, check_rules
from tests.support.strategies import (
    complete_answers,
    damaged_answers,
    modality_sets,
    rule_sets,
    some_answers,
)


def never_milder(before: Verdict, after: Verdict) -> bool:
    return all(after.outcomes[modality] >= outcome for modality, outcome in before.outcomes.items())


@given(rule_sets())
def test_these_rule_sets_are_such_as_the_loader_lets_through(rules: Rules) -> None:
    check_questionnaire(rules.questionnaire)
    check_rules(rules)


@given(st.data(), rule_sets(hearing_none=True), modality_sets)
def test_there_is_a_verdict_for_any_answers(data: st.DataObject, rules: Rules, modalities: frozenset[Modality]) -> None:
    verdict = evaluate(rules, data.draw(damaged_answers(rules)), modalities)
    assert set(verdict.outcomes) == modalities
    assert verdict.allowed == (verdict.complete and verdict.outcome <= Outcome.PRECAUTION)


@given(st.data(), rule_sets(), modality_sets)
def test_a_blank_is_never_a_yes(data: st.DataObject, rules: Rules, modalities: frozenset[Modality]) -> None:
    complete = data.draw(complete_answers(rules, modalities))
    assume(len(complete) > 0)
    verdict = evaluate(rules, complete.without(data.draw(st.sampled_from(sorted(complete)))), modalities)
    assert not verdict.complete
    assert not verdict.allowed
    assert verdict.outcome.blocks


@given(st.data(), rule_sets(), modality_sets)
def test_a_complete_check_leaves_no_question_open(
    data: st.DataObject, rules: Rules, modalities: frozenset[Modality]
) -> None:
    assert evaluate(rules, data.draw(complete_answers(rules, modalities)), modalities).complete


@given(st.data(), rule_sets(), modality_sets)
def test_not_sure_is_never_a_yes(data: st.DataObject, rules: Rules, modalities: frozenset[Modality]) -> None:
    answers = data.draw(complete_answers(rules, modalities))
    assume(any(answer == ("unsure",) for answer in answers.given.values()))
    verdict = evaluate(rules, answers, modalities)
    assert min(verdict.outcomes.values()) >= Outcome.DOCTOR_FIRST
    assert not verdict.allowed


@given(st.data(), rule_sets(), modality_sets)
def test_one_more_tick_never_makes_an_outcome_milder(
    data: st.DataObject, rules: Rules, modalities: frozenset[Modality]
) -> None:
    answers = data.draw(some_answers(rules))
    assume(grown := data.draw(st.sampled_from([answers, *_with_one_more_tick(rules.questionnaire, answers)])))
    assert never_milder(evaluate(rules, answers, modalities), evaluate(rules, grown, modalities))


def _with_one_more_tick(questionnaire: Questionnaire, answers: Answers) -> list[Answers]:
    grown = []
    for question in questionnaire.questions:
        answer = answers.get(question.id)
        if question.kind is not Kind.MANY or not isinstance(answer, tuple):
            continue
        ticked = tuple(option for option in answer if option != question.none)
        for option in set(question.options) - {*ticked, question.none}:
            grown.append(answers.with_answer(question.id, question.checked((*ticked, option))))
    return grown


@given(st.data(), rule_sets(), modality_sets)
def test_the_order_of_rules_does_not_matter(data: st.DataObject, rules: Rules, modalities: frozenset[Modality]) -> None:
    answers = data.draw(some_answers(rules))
    shuffled = Rules(rules.version, rules.questionnaire, tuple(data.draw(st.permutations(rules.rules))))
    one, other = evaluate(rules, answers, modalities), evaluate(shuffled, answers, modalities)
    assert one.outcomes == other.outcomes
    assert one.unanswered == other.unanswered
    assert one.limits == other.limits
    assert {finding.rule.id for finding in one.findings} == {finding.rule.id for finding in other.findings}


@given(st.data(), rule_sets(hearing_none=True), modality_sets)
def test_every_rule_that_is_met_is_shown_strictest_first_and_none_is_made_up(
    data: st.DataObject, rules: Rules, modalities: frozenset[Modality]
) -> None:
    answers = data.draw(some_answers(rules))
    verdict = evaluate(rules, answers, modalities)
    outcomes = [finding.outcome for finding in verdict.findings]
    assert outcomes == sorted(outcomes, reverse=True)
    for finding in verdict.findings:
        assert finding.modalities == finding.rule.modalities & modalities != frozenset()
        assert all(verdict.outcomes[modality] >= finding.outcome for modality in finding.modalities)
        assert finding.answers
        for given_answer in finding.answers:
            assert given_answer.question in finding.rule.condition.questions
    together = Limits()
    for finding in verdict.findings:
        together = together.tightened_by(finding.rule.limits)
    assert verdict.limits == together


@given(st.data(), rule_sets(hearing_none=True), modality_sets, modality_sets)
def test_a_massager_that_does_more_is_never_judged_more_mildly(
    data: st.DataObject, rules: Rules, modalities: frozenset[Modality], more: frozenset[Modality]
) -> None:
    answers = data.draw(some_answers(rules))
    narrow = evaluate(rules, answers, modalities)
    assert never_milder(narrow, evaluate(rules, answers, modalities | more))
    assert never_milder(narrow, evaluate(rules, answers, ALL_MODALITIES))
