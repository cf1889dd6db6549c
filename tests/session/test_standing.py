"""What the screen can say before today's page and a plan: the same reasons that the gate would give."""

from massage_companion.eligibility.limits import Intensity
from massage_companion.session import gate
from massage_companion.session.gate import Standing
from massage_companion.session.refusal import CheckExpired, FindingStands, HeatNotAllowed, MinutesUsedUp, NeverChecked
from tests.support.rule_writing import said
from tests.support.situation import ALL_FINE, Situation, stop_sign, used
from tests.support.small_rules import HEALTHY, HOT_KNEADER, WARM_KNEADER


def standing(situation: Situation) -> Standing:
    return gate.standing(situation.rules, situation.case, situation.now)


def test_nothing_stands_against_a_healthy_person() -> None:
    stands = standing(ALL_FINE)
    assert stands.reasons == ()
    assert (stands.limits.minutes, stands.limits.heat_allowed) == (15, False)
    assert stands.verdict.allowed


def test_what_stands_stands_strictest_first() -> None:
    wrong = ALL_FINE.also_said(said(signs="clumsy-hands")).but(stop_signs=(stop_sign(),), taken_utc_ms=0)
    kinds = [type(reason) for reason in standing(wrong).reasons]
    assert kinds[0] is FindingStands
    assert CheckExpired in kinds
    assert standing(wrong).reasons == wrong.reasons


def test_without_a_check_it_says_so() -> None:
    assert standing(ALL_FINE.but(answers=None)).reasons[0] == NeverChecked()


def test_todays_answers_do_not_stand_before_they_are_given() -> None:
    assert standing(ALL_FINE.but(answers=HEALTHY.merged(said(today="fever")))).reasons == ()


def test_what_is_left_of_the_day_bounds_every_plan() -> None:
    assert standing(ALL_FINE.but(uses=(used(22, 300),))).limits.minutes == 8


def test_when_the_day_is_used_up_the_bounds_stay_those_of_another_day() -> None:
    used_up = standing(ALL_FINE.but(uses=(used(30, 300),)))
    assert [type(reason) for reason in used_up.reasons] == [MinutesUsedUp]
    assert used_up.limits.minutes == 15


def test_heat_that_cannot_be_switched_off_stands_before_any_plan() -> None:
    metal = ALL_FINE.also_said(said(body="implant", implant="metal"))
    assert standing(metal.but(massager=HOT_KNEADER)).reasons == (HeatNotAllowed(),)
    assert standing(metal.but(massager=WARM_KNEADER)).reasons == ()
    assert not standing(metal.but(massager=WARM_KNEADER)).limits.heat_allowed


def test_a_precaution_bounds_the_level() -> None:
    assert standing(ALL_FINE.also_said(said(age=70))).limits.intensity is Intensity.LOW
