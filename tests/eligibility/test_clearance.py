"""A doctor's yes lifts only what it names, only for that massager, only at home, only within its time."""

import pytest
from msgspec import structs

from massage_companion.eligibility.clearance import LONGEST_DAYS, Clearance
from massage_companion.eligibility.modality import ALL_MODALITIES
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.verdict import Finding
from massage_companion.session.reading import DAY_MS
from tests.support.rule_writing import any_of, one_of, rule

GIVEN = 1_794_657_600_000
YEAR_MS = LONGEST_DAYS * DAY_MS
CLEARANCE = Clearance(
    id="c",
    person="p",
    massager="pillow",
    rules=frozenset({"steroids", "metal"}),
    for_home=True,
    by_whom="Dr Chen",
    given_utc_ms=GIVEN,
    until_utc_ms=GIVEN + 30 * DAY_MS,
)


def finding(name: str = "steroids", outcome: Outcome = Outcome.DOCTOR_FIRST) -> Finding:
    return Finding(rule(name, outcome, any_of(one_of("body", name))), ALL_MODALITIES, ())


def lifts(clearance: Clearance, massager: str = "pillow", now: int = GIVEN) -> bool:
    return clearance.covers(finding(), massager, now)


def test_it_lifts_a_doctor_first_finding_that_it_names() -> None:
    assert lifts(CLEARANCE)


def test_it_lifts_no_finding_that_it_does_not_name() -> None:
    assert not CLEARANCE.covers(finding("pregnant"), "pillow", GIVEN)


@pytest.mark.parametrize("outcome", sorted(set(Outcome) - {Outcome.DOCTOR_FIRST}))
def test_it_lifts_nothing_that_only_time_or_no_doctor_at_a_distance_can_lift(outcome: Outcome) -> None:
    assert not CLEARANCE.covers(finding(outcome=outcome), "pillow", GIVEN)


def test_it_is_for_that_massager_alone() -> None:
    assert not lifts(CLEARANCE, massager="gun")


def test_massage_may_help_is_no_yes_to_this_massager_at_home() -> None:
    assert not lifts(structs.replace(CLEARANCE, for_home=False))


def test_a_withdrawn_one_lifts_nothing() -> None:
    assert not lifts(structs.replace(CLEARANCE, withdrawn=True))


def test_it_counts_from_the_moment_it_was_given_until_just_before_its_end() -> None:
    assert not lifts(CLEARANCE, now=GIVEN - 1)
    assert lifts(CLEARANCE, now=GIVEN)
    assert lifts(CLEARANCE, now=CLEARANCE.until_utc_ms - 1)
    assert not lifts(CLEARANCE, now=CLEARANCE.until_utc_ms)


def test_it_never_counts_longer_than_twelve_months() -> None:
    assert LONGEST_DAYS == 365
    for_ever = structs.replace(CLEARANCE, until_utc_ms=GIVEN + 10 * YEAR_MS)
    assert lifts(for_ever, now=GIVEN + YEAR_MS - 1)
    assert not lifts(for_ever, now=GIVEN + YEAR_MS)


def test_where_nothing_more_is_said_it_stands_and_nobody_knows_when_it_was_typed_in() -> None:
    assert (CLEARANCE.withdrawn, CLEARANCE.recorded_utc_ms, CLEARANCE.offset_minutes) == (False, 0, 0)
