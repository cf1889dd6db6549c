"""A very high blood pressure is a matter of the day: it stops that day, and the next day the person is asked again."""

from collections.abc import Mapping

import pytest
from msgspec import structs

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Stage
from massage_companion.session.reading import DAY_MS, HOUR_MS, Reading, shifted
from massage_companion.session.refusal import FindingStands, TodayUnanswered
from tests.support.fake_clock import NOON
from tests.support.healthy_answers import answers_from, asked_and_given, filled, real_rules
from tests.support.situation import ALL_FINE, Situation
from tests.support.small_rules import KNEADER

HIGH = {"today-body": ["pressure-180"], "today-massager": ["none"]}
FINE = {"today-body": ["none"], "today-massager": ["none"]}


def somebody(check: Mapping[str, object], today: Mapping[str, object], given: Reading = NOON) -> Situation:
    """A person of 40 with these answers in the check and these on the page before the session."""
    questions = real_rules().questionnaire
    everything = filled(questions, answers_from(questions, check), KNEADER.judged_modalities)
    answers = questions.on_path(Stage.CHECK, everything, KNEADER.judged_modalities)
    said_today = answers_from(questions, today)
    return ALL_FINE.but(rules=real_rules(), answers=answers, today=said_today, today_given=given, now=given)


def findings(situation: Situation) -> dict[str, Outcome]:
    """Which rules stand in the way, and how strictly."""
    return {
        reason.finding.rule.id: reason.finding.outcome
        for reason in situation.reasons
        if isinstance(reason, FindingStands)
    }


def test_the_check_itself_does_not_ask_for_the_plain_reading() -> None:
    assert "pressure-180" not in real_rules().questionnaire.question("body-signs").options
    assert real_rules().questionnaire.question("today-body").stage is Stage.TODAY


def test_whoever_measured_180_today_does_not_get_through_today() -> None:
    assert findings(somebody({}, HIGH)) == {"R11a": Outcome.NOT_TODAY}


def test_later_the_same_day_and_the_next_day_the_person_is_asked_again() -> None:
    measured = somebody({}, HIGH)
    for later in (2 * HOUR_MS, DAY_MS):
        asked_again = measured.but(now=shifted(NOON, later))
        assert TodayUnanswered in asked_again.reason_types
        assert not asked_again.says_yes


def test_the_next_day_with_a_usual_pressure_a_session_may_start() -> None:
    assert somebody({}, FINE, shifted(NOON, DAY_MS)).says_yes


def test_a_blank_page_before_the_session_never_lets_anybody_through() -> None:
    without = somebody({}, FINE).but(today=Answers())
    assert not without.says_yes


@pytest.mark.parametrize(
    ("check", "today", "rule"),
    [
        ({"head-signs": ["unlike-any-pain"]}, HIGH, "R11c"),
        ({"head-signs": ["scalp-jaw"]}, HIGH, "R11c"),
        ({"body-signs": ["chest-breath-faint"]}, HIGH, "R11d"),
        ({"past-month": ["body-symptoms"]}, HIGH, "R11e"),
        ({}, {**HIGH, "today-body": ["unwell", "pressure-180"]}, "R11f"),
    ],
    ids=["unlike any pain", "sore scalp", "chest pain", "blurred sight", "ill today"],
)
def test_with_another_sign_it_is_an_emergency(
    check: Mapping[str, object], today: Mapping[str, object], rule: str
) -> None:
    assert findings(somebody(check, today))[rule] is Outcome.EMERGENCY


def test_in_the_check_a_high_pressure_with_signs_is_an_emergency_at_once() -> None:
    ill = somebody({"body-signs": ["pressure-180-unwell"]}, FINE)
    assert findings(ill) == {"R11b": Outcome.EMERGENCY}


def test_a_check_from_before_the_question_moved_is_asked_to_be_completed() -> None:
    fine = somebody({}, FINE)
    assert fine.answers is not None
    old = structs.replace(fine, answers=Answers({**fine.answers.given, "body-signs": ("pressure-180",)}))
    assert not old.says_yes


def test_the_page_before_the_session_is_asked_of_everybody() -> None:
    questions = real_rules().questionnaire
    answers = filled(questions, Answers(), KNEADER.judged_modalities)
    asked = asked_and_given(questions, answers, KNEADER.judged_modalities)
    assert {"today-body", "today-massager"} <= set(asked)
