"""Written people, told in plain words, and what the safety check says to each of them.

Ordinary people get through, and nobody whom the evidence stops does. On failure the test tells the person's story.
"""

import re

import pytest

from massage_companion.eligibility.outcome import OUTCOME_BY_WORD, Outcome
from massage_companion.eligibility.questionnaire import Stage
from massage_companion.eligibility.walk import Walk, is_emergency
from tests.people.people_files import (
    ORDINARY,
    Person,
    answers_not_asked,
    answers_of,
    everybody,
    people,
    person_differences,
    told,
    verdict_on,
)
from tests.support.healthy_answers import real_rules

FEWEST_PEOPLE = 280
FEWEST_ORDINARY = 80
FEWEST_STOPPED = 170
FEWEST_UNSURE = 20
ORDINARY_PER_HUNDRED = 95
AGE_IN_NAME = re.compile(r", (\d+),")


def _ended_early(person: object) -> bool:
    return isinstance(person, Person) and not person.fill and person.outcome == "emergency"


EVERYBODY = [pytest.param(person, id=f"{group}: {person.name}") for group, them in people().items() for person in them]


@pytest.mark.parametrize("person", EVERYBODY)
def test_the_check_says_what_the_evidence_says(person: Person) -> None:
    rules = real_rules()
    if list(person_differences(rules, person)):
        pytest.fail(told(rules, person), pytrace=False)


@pytest.mark.parametrize("person", EVERYBODY)
def test_a_person_answers_only_what_they_are_asked(person: Person) -> None:
    assert not answers_not_asked(real_rules(), person)


@pytest.mark.parametrize("person", EVERYBODY)
def test_a_person_rests_on_a_source_of_the_rules_they_meet(person: Person) -> None:
    rules = {rule.id: rule for rule in real_rules().rules}
    sources = {source.id for rule_id in person.rules for source in rules[rule_id].sources}
    assert person.source in sources


@pytest.mark.parametrize("person", EVERYBODY)
def test_a_person_is_told_consistently(person: Person) -> None:
    assert person.allowed == (not OUTCOME_BY_WORD[person.outcome].blocks)
    assert person.story.endswith(".")
    assert person.why.endswith(".")
    age = AGE_IN_NAME.search(person.name)
    if age is not None and "age" in person.answers:
        assert person.answers["age"] == int(age[1])


@pytest.mark.parametrize("person", [person for person in EVERYBODY if _ended_early(person.values[0])])
def test_the_check_ends_at_the_answer_that_is_an_emergency(person: Person) -> None:
    rules = real_rules()
    answers = answers_of(rules, person)
    asked = [question.id for question in rules.questionnaire.asked(Stage.CHECK, answers, person.kinds)]
    assert set(asked[: len(answers)]) == set(answers), "answered something after a question that is still open"
    assert is_emergency(rules, Walk(person.kinds, answers, None))


def test_ordinary_people_get_through() -> None:
    rules = real_rules()
    ordinary = people()[ORDINARY]
    stopped = [person.name for person in ordinary if not verdict_on(rules, person).allowed]
    through = 100 * (len(ordinary) - len(stopped)) / len(ordinary)
    assert len(ordinary) >= FEWEST_ORDINARY
    assert through >= ORDINARY_PER_HUNDRED, f"{through:.1f} of 100 ordinary people get through; stopped: {stopped}"


def test_nobody_gets_through_whom_the_evidence_stops() -> None:
    rules = real_rules()
    to_stop = [person for person in everybody() if not person.allowed]
    passed = [told(rules, person) for person in to_stop if verdict_on(rules, person).allowed]
    assert len(to_stop) >= FEWEST_STOPPED
    assert not passed, f"{len(passed)} of {len(to_stop)} get through: {''.join(passed)}"


def test_there_are_enough_people_of_every_outcome() -> None:
    outcomes = {person.outcome for person in everybody()}
    assert len(everybody()) >= FEWEST_PEOPLE
    assert outcomes == {outcome.word for outcome in Outcome}
    assert len({person.name for person in everybody()}) == len(everybody())


def test_every_rule_is_met_by_somebody() -> None:
    rules = real_rules()
    met = {finding.rule.id for person in everybody() for finding in verdict_on(rules, person).findings}
    assert {rule.id for rule in rules.rules} == met


def test_many_are_stopped_by_nothing_but_not_sure() -> None:
    unsure = [person for person in everybody() if not person.allowed and _only_unsure(person)]
    assert len(unsure) >= FEWEST_UNSURE


def _only_unsure(person: Person) -> bool:
    blocking = [rule for rule in person.rules if rule.startswith("G2-")]
    return bool(blocking) and len(blocking) == len(person.rules)
