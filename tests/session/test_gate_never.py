"""The gate and any situation at all: one thing that speaks against a session is enough, whatever else is true."""

from collections.abc import Callable
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from massage_companion.eligibility.answers import Answer, Answers
from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.eligibility.screening import VALID_DAYS
from massage_companion.session.plan import Plan
from massage_companion.session.reading import DAY_MS, MINUTE_MS, Reading
from massage_companion.session.refusal import (
    CheckExpired,
    CheckIncomplete,
    FindingStands,
    HeatNotAllowed,
    MassagerRetired,
    MinutesUsedUp,
    NeverChecked,
    PlanTooLong,
    PlanTooStrong,
    Reason,
    RestNotOver,
    StopSignOpen,
    TodayUnanswered,
    strictness,
)
from tests.support.fake_clock import NOON
from tests.support.rule_writing import said
from tests.support.situation import ALL_FINE, Situation, ago, clearance, stop_sign, used
from tests.support.small_rules import HEALTHY, KNEADER, WARM_KNEADER

T = TypeVar("T")
Trouble = tuple[Callable[[Situation], Situation], type[Reason]]

YEAR_MS = VALID_DAYS * DAY_MS


def answered(**answers: str | int | tuple[str, ...]) -> Callable[[Situation], Situation]:
    return lambda situation: situation.also_said(said(**answers))


def changed(**changes: object) -> Callable[[Situation], Situation]:
    return lambda situation: situation.but(**changes)


def too_strong(situation: Situation) -> Situation:
    gentle = structs.replace(KNEADER, manual=Limits(intensity=Intensity.LOW))
    return situation.but(massager=gentle, plan=structs.replace(situation.plan, intensity=Intensity.MEDIUM))


CHECK: list[Trouble] = [
    (changed(answers=None), NeverChecked),
    (changed(answers=Answers()), CheckIncomplete),
    (changed(answers=HEALTHY.without("age")), CheckIncomplete),
    (changed(answers=HEALTHY.merged(said(neck="superb"))), CheckIncomplete),
    (changed(taken_utc_ms=NOON.utc_ms - YEAR_MS), CheckExpired),
    (changed(taken_utc_ms=NOON.utc_ms + 3 * YEAR_MS), CheckExpired),
    (answered(signs="sudden-dizzy"), FindingStands),
    (answered(signs="clumsy-hands"), FindingStands),
    (answered(signs="unsure"), FindingStands),
    (answered(age=12), FindingStands),
    (answered(body="steroids"), FindingStands),
]
TODAY: list[Trouble] = [
    (changed(today=None), TodayUnanswered),
    (changed(today=Answers()), TodayUnanswered),
    (changed(today=HEALTHY), TodayUnanswered),
    (changed(today_given=ago(31)), TodayUnanswered),
    (changed(today_given=Reading("boot-0", 0, 0, NOON.utc_ms)), TodayUnanswered),
    (changed(today=said(today="fever")), FindingStands),
    (changed(today=said(today=("damaged", "unsure"))), FindingStands),
]
DOSE: list[Trouble] = [
    (changed(uses=(used(5, 30),)), RestNotOver),
    (changed(uses=(used(5, 0),)), RestNotOver),
    (changed(uses=(used(5, 200), used(5, 300))), MinutesUsedUp),
    (changed(uses=(used(45, 1000),)), MinutesUsedUp),
]
PLAN: list[Trouble] = [
    (changed(plan=Plan(16)), PlanTooLong),
    (changed(plan=Plan(0)), PlanTooLong),
    (changed(plan=Plan(10**9)), PlanTooLong),
    (changed(plan=Plan(10, heat=True)), HeatNotAllowed),
]
MASSAGER: list[Trouble] = [
    (changed(massager=structs.replace(KNEADER, retired=True)), MassagerRetired),
    (changed(massager=structs.replace(KNEADER, manual=Limits(minutes=5))), PlanTooLong),
    (too_strong, PlanTooStrong),
]
SIGNS: list[Trouble] = [(changed(stop_signs=(stop_sign(settled=True), stop_sign())), StopSignOpen)]

no_trouble: st.SearchStrategy[Trouble | None] = st.none()
troubles = st.tuples(*(no_trouble | st.sampled_from(group) for group in (CHECK, TODAY, DOSE, PLAN, MASSAGER, SIGNS)))

REASSURANCES = [
    changed(),
    changed(clearances=(clearance("cord", "dizzy", "fever", "child", "steroids", massager="another"),)),
    changed(clearances=(clearance("cord", "dizzy", "fever", "child"),)),
    changed(clearances=(clearance("steroids", "signs-unsure", for_home=False),)),
]


@given(troubles, st.sampled_from(REASSURANCES))
def test_the_gate_says_yes_only_without_any_trouble_and_names_every_trouble(
    found: tuple[Trouble | None, ...], reassured: Callable[[Situation], Situation]
) -> None:
    situation = reassured(ALL_FINE)
    there = [trouble for trouble in found if trouble is not None]
    for change, _ in there:
        situation = change(situation)
    if not there:
        assert situation.says_yes
        return
    reasons = situation.reasons
    assert {kind for _, kind in there} <= {type(reason) for reason in reasons}
    assert list(reasons) == sorted(reasons, key=strictness)


possible: dict[str, st.SearchStrategy[Answer]] = {
    "signs": st.sampled_from([("none",), ("clumsy-hands",), ("unsure",), ("nonsense",)]),
    "age": st.sampled_from([12, 40, 70, ("unsure",)]),
    "neck": st.sampled_from([("none",), ("mild",), ("more",)]),
    "pain": st.integers(0, 10),
    "body": st.sampled_from([("none",), ("numb-skin",), ("steroids",), ("implant",)]),
    "implant": st.sampled_from([("metal",), ("pacemaker",), ("unsure",)]),
    "today": st.sampled_from([("none",), ("fever",)]),
}
bodies = st.fixed_dictionaries({}, optional=possible).map(Answers)
clocks = st.builds(
    Reading,
    st.sampled_from(["boot-1", "boot-0"]),
    st.integers(0, 3 * DAY_MS),
    st.integers(0, 3 * DAY_MS),
    st.integers(NOON.utc_ms - 2 * YEAR_MS, NOON.utc_ms + 2 * YEAR_MS),
)


def mostly(usual: T, other: st.SearchStrategy[T]) -> st.SearchStrategy[T]:
    """What lets a session start in five of six cases, so that enough of them do."""
    return st.integers(0, 5).flatmap(lambda roll: other if roll == 5 else st.just(usual))


dates = st.integers(NOON.utc_ms - 2 * YEAR_MS, NOON.utc_ms + 2 * YEAR_MS)
situations = st.builds(
    Situation,
    answers=mostly(HEALTHY, bodies | bodies.map(HEALTHY.merged) | st.none())
    | st.sampled_from(["numb-skin", "steroids"]).map(lambda body: HEALTHY.merged(said(body=body))),
    taken_utc_ms=mostly(NOON.utc_ms - DAY_MS, dates),
    clearances=st.lists(
        st.builds(
            lambda rules, home, massager: clearance(*rules, for_home=home, massager=massager),
            st.sets(st.sampled_from(["steroids", "undiagnosed", "cord", "numb-heat", "fever", "signs-unsure"])),
            mostly(True, st.just(False)),
            st.sampled_from([KNEADER.id, WARM_KNEADER.id]),
        ),
        max_size=2,
    ).map(tuple),
    stop_signs=mostly((), st.builds(stop_sign, st.booleans()).map(lambda sign: (sign,))),
    uses=st.lists(st.builds(used, st.integers(0, 30), st.integers(0, 2000)), max_size=2).map(tuple),
    massager=st.sampled_from([KNEADER, WARM_KNEADER, structs.replace(WARM_KNEADER, heat_can_be_switched_off=False)]),
    today=mostly(said(today="none"), st.none() | bodies),
    today_given=mostly(NOON, clocks),
    plan=st.builds(Plan, mostly(5, st.integers(-1, 20)), st.sampled_from(Intensity), mostly(False, st.just(True))),
    now=mostly(NOON, clocks),
)


@given(situations)
def test_no_situation_without_an_answer_and_no_permit_beyond_its_limits(situation: Situation) -> None:
    if not situation.says_yes:
        assert list(situation.reasons) == sorted(situation.reasons, key=strictness)
        return
    permit = situation.permit
    assert permit.limits.minutes is not None
    assert 1 <= permit.plan.minutes <= min(15, permit.limits.minutes)
    assert permit.limits.intensity is None or permit.plan.intensity <= permit.limits.intensity
    assert permit.limits.heat_allowed or not permit.plan.heat


@given(situations)
def test_a_yes_means_that_nothing_spoke_against_it(situation: Situation) -> None:
    if not situation.says_yes:
        return
    assert situation.answers is not None
    assert -DAY_MS <= situation.now.utc_ms - situation.taken_utc_ms < YEAR_MS
    assert all(sign.settled for sign in situation.stop_signs)
    assert situation.today is not None
    assert situation.today.get("today") == ("none",)
    assert situation.today_given.boot_id == situation.now.boot_id
    assert 0 <= situation.now.boot_ms - situation.today_given.boot_ms <= 30 * MINUTE_MS
    assert all(use.ended_ago_ms >= 60 * MINUTE_MS for use in situation.uses)
    recent = [use for use in situation.uses if use.ended_ago_ms < DAY_MS]
    assert len(recent) < 2
    assert sum(use.used_ms for use in recent) + situation.plan.planned_ms <= 30 * MINUTE_MS
    for finding in situation.permit.precautions:
        by_a_doctor = any(
            yes.covers(finding, situation.massager.id, situation.now.utc_ms) for yes in situation.clearances
        )
        heat_is_off = finding.rule.id == "numb-heat" and situation.massager is WARM_KNEADER and not situation.plan.heat
        assert not finding.outcome.blocks or by_a_doctor or heat_is_off
