"""The stop signs of the evidence (EVIDENCE section 7), row by row, by hand: each calls for what its row says."""

import tomllib
from typing import Any

import pytest

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import ALL_MODALITIES
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Kind, Question, Stage
from massage_companion.eligibility.sign_questions import FELT_WRONG_PAGE, SIGNS_BEFORE
from massage_companion.eligibility.verdict import evaluate
from massage_companion.storage.content import load_texts
from tests.content.test_texts import RULES as FOLDER
from tests.content.test_texts import grade_of
from tests.support.healthy_answers import real_rules

EMERGENCY, NEVER, DOCTOR, TODAY = (
    Outcome.EMERGENCY,
    Outcome.CONTRAINDICATED,
    Outcome.DOCTOR_FIRST,
    Outcome.NOT_TODAY,
)
ROWS = [
    # option, row, class
    ("face-arm-speech", "S01", EMERGENCY),
    ("sight", "S02", EMERGENCY),
    ("worst-pain", "S03", EMERGENCY),
    ("spinning-fall", "S04", EMERGENCY),
    ("chest-heart", "S05", EMERGENCY),
    ("weak-walk", "S06", EMERGENCY),
    ("bladder-saddle", "S07", EMERGENCY),
    ("throat-tight", "S08", EMERGENCY),
    ("throat-eased", "S08", DOCTOR),
    ("seizure", "S09", EMERGENCY),
    ("eyelid-pupil", "S10", EMERGENCY),
    ("shock", "S11", NEVER),
    ("tingle-faded", "S12", TODAY),
    ("tingle-lasts", "S12", DOCTOR),
    ("dizzy-passed", "S13", TODAY),
    ("dizzy-lasts", "S13", DOCTOR),
    ("headache-vomit", "S14", DOCTOR),
    ("more-pain", "S15", TODAY),
    ("pain-next-day", "S15", DOCTOR),
    ("sore-muscles", "S16", TODAY),
    ("red-skin", "S17", TODAY),
    ("blister", "S17", DOCTOR),
    ("small-bruise", "S18", TODAY),
    ("large-bruise", "S18", DOCTOR),
    ("hot-smell-noise", "S19", TODAY),
    ("caught-freed", "S20", TODAY),
    ("caught-tight", "S20", EMERGENCY),
    ("fever-ill", "S22", TODAY),
    ("fever-stiff-neck", "S22", EMERGENCY),
]
LISTS = [question for question in real_rules().questionnaire.questions if question.page == FELT_WRONG_PAGE]
HIGHEST_GRADE = 6.0
EMERGENCY_CALL = {"en": "emergency number", "zh": "急救电话"}


def list_of(option: str) -> Question:
    return next(question for question in LISTS if option in question.options)


def test_every_row_has_its_options_and_no_option_is_without_a_row() -> None:
    offered = [option for question in LISTS for option in question.options if question.role(option) is None]
    assert sorted(offered) == sorted(option for option, _, _ in ROWS)
    assert {row for _, row, _ in ROWS} == {f"S{number:02}" for number in range(1, 23) if number != 21}


@pytest.mark.parametrize(("option", "row", "outcome"), ROWS)
def test_each_calls_for_what_its_row_says(option: str, row: str, outcome: Outcome) -> None:
    answers = Answers({list_of(option).id: (option,)})
    verdict = evaluate(real_rules(), answers, ALL_MODALITIES, frozenset())
    assert verdict.outcome is outcome
    assert {finding.rule.id[:3] for finding in verdict.findings} == {row}


@pytest.mark.parametrize("question", LISTS, ids=lambda question: question.id)
def test_each_list_can_be_answered_with_none_and_not_sure(question: Question) -> None:
    assert (question.kind, question.none, question.unsure) == (Kind.MANY, "none", "unsure")


def test_emergencies_come_first() -> None:
    strict = [max(outcome for option, _, outcome in ROWS if option in question.options) for question in LISTS]
    assert strict == sorted(strict, reverse=True)


@pytest.mark.parametrize("language", EMERGENCY_CALL)
def test_an_emergency_says_whom_to_call(language: str) -> None:
    texts = load_texts(language, real_rules()).rules
    silent = [
        rule.id
        for rule in real_rules().rules
        if rule.id.startswith("S") and rule.outcome is EMERGENCY and EMERGENCY_CALL[language] not in texts[rule.id].next
    ]
    assert not silent


@pytest.mark.parametrize(("language", "cool", "water"), [("en", "cool", "water"), ("zh", "凉", "水")])
@pytest.mark.parametrize("rule", ["S17a", "S17b"])
def test_a_burn_is_cooled_with_water(rule: str, language: str, cool: str, water: str) -> None:
    advice = load_texts(language, real_rules()).rules[rule].next
    assert cool in advice
    assert water in advice


def test_somebody_frightened_can_read_every_line() -> None:
    texts: dict[str, Any] = tomllib.loads((FOLDER / "text" / "en.toml").read_text(encoding="utf-8"))
    lines = [line for question in LISTS for line in texts["question"][question.id]["options"].values()]
    hard = {line: grade_of(line) for line in lines if len(line.split()) >= 5 and grade_of(line) > HIGHEST_GRADE}
    assert not hard


def test_what_forbids_for_good_leaves_something_for_a_doctor_after_the_check() -> None:
    before = real_rules().questionnaire.question(SIGNS_BEFORE)
    kept = {rule.once_checked for rule in real_rules().rules if rule.once_checked is not None}
    assert kept == {option for option in before.options if before.role(option) is None}


def test_what_passes_passes_within_three_days() -> None:
    hours = {rule.lasts_hours for rule in real_rules().rules if rule.lasts_hours is not None}
    assert hours == {24, 72}


def test_no_question_of_the_check_waits_for_one_that_is_never_asked() -> None:
    later = {q.id for q in real_rules().questionnaire.questions if q.stage in {Stage.SIGN, Stage.FACT}}
    asked = [q for q in real_rules().questionnaire.questions if q.asked_when is not None]
    assert not [q.id for q in asked if q.asked_when is not None and later.intersection(q.asked_when.questions)]
