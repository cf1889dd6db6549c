"""The order of reasons: what is worst stands first, whatever else stands beside it."""

import itertools

from massage_companion.eligibility.limits import Intensity
from massage_companion.eligibility.modality import ALL_MODALITIES
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.verdict import Finding
from massage_companion.session.refusal import (
    CheckExpired,
    CheckIncomplete,
    FindingStands,
    HeatNotAllowed,
    MassagerRetired,
    MinutesUsedUp,
    NeverChecked,
    PhasesDoNotFit,
    PlanTooLong,
    PlanTooStrong,
    Reason,
    RestNotOver,
    StopSignOpen,
    TodayUnanswered,
    strictness,
)
from tests.support.rule_writing import any_of, one_of, rule


def stands(outcome: Outcome) -> FindingStands:
    return FindingStands(Finding(rule(outcome.word, outcome, any_of(one_of("a", "b"))), ALL_MODALITIES, ()))


STRICTEST_FIRST: tuple[Reason, ...] = (
    stands(Outcome.EMERGENCY),
    stands(Outcome.CONTRAINDICATED),
    stands(Outcome.DOCTOR_FIRST),
    stands(Outcome.NOT_TODAY),
    StopSignOpen(0),
    NeverChecked(),
    CheckExpired(0),
    CheckIncomplete(("a",)),
    MassagerRetired(),
    MinutesUsedUp(1, 2, 30),
    RestNotOver(1),
    TodayUnanswered(("a",)),
    PlanTooLong(20, 15),
    PlanTooStrong(Intensity.HIGH, Intensity.LOW),
    PhasesDoNotFit(),
    HeatNotAllowed(),
)


def test_any_two_reasons_stand_in_this_order() -> None:
    for stricter, milder in itertools.combinations(STRICTEST_FIRST, 2):
        assert strictness(stricter) < strictness(milder)


def test_every_kind_of_reason_has_its_place() -> None:
    assert {type(reason) for reason in STRICTEST_FIRST} == set(Reason.__args__)
