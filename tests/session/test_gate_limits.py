"""The gate and what a session may be at most: plan, heat, a doctor's yes, and how much there was already."""

import pytest
from msgspec import structs

from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.session.massager import Massager
from massage_companion.session.plan import Plan
from massage_companion.session.refusal import (
    FindingStands,
    HeatNotAllowed,
    MassagerRetired,
    MinutesUsedUp,
    PlanTooLong,
    PlanTooStrong,
    RestNotOver,
)
from tests.support.fake_clock import NOON
from tests.support.rule_writing import any_of, one_of, rule, said
from tests.support.situation import ALL_FINE, clearance, used
from tests.support.small_rules import HOT_KNEADER, KNEADER, WARM_KNEADER, small_rules


class TestThePlan:
    @pytest.mark.parametrize("minutes", [1, 15])
    def test_whole_minutes_up_to_the_limit(self, minutes: int) -> None:
        assert ALL_FINE.but(plan=Plan(minutes)).permit.plan.minutes == minutes

    @pytest.mark.parametrize("minutes", [16, 60, 0, -5])
    def test_no_more_and_no_nonsense(self, minutes: int) -> None:
        assert ALL_FINE.but(plan=Plan(minutes)).reasons == (PlanTooLong(minutes, 15),)

    def test_the_manual_tightens(self) -> None:
        careful = Massager("c", "Careful", "pillow", KNEADER.modalities, True, manual=Limits(minutes=8))
        assert ALL_FINE.but(massager=careful).reasons == (PlanTooLong(10, 8),)

    def test_the_manual_never_loosens(self) -> None:
        generous = Massager("g", "Generous", "pillow", KNEADER.modalities, True, manual=Limits(minutes=45))
        assert ALL_FINE.but(massager=generous, plan=Plan(20)).reasons == (PlanTooLong(20, 15),)

    def test_a_level_above_the_allowed_one(self) -> None:
        older = ALL_FINE.also_said(said(age=70)).but(plan=Plan(10, Intensity.MEDIUM))
        assert older.reasons == (PlanTooStrong(Intensity.MEDIUM, Intensity.LOW),)

    def test_heat_on_a_massager_without_heat(self) -> None:
        assert ALL_FINE.but(plan=Plan(10, heat=True)).reasons == (HeatNotAllowed(),)

    def test_a_retired_massager(self) -> None:
        retired = Massager("r", "Old", "pillow", KNEADER.modalities, True, retired=True)
        assert ALL_FINE.but(massager=retired).reasons == (MassagerRetired(),)


class TestHeat:
    numb = ALL_FINE.also_said(said(body="numb-skin")).but(plan=Plan(5))
    metal = ALL_FINE.also_said(said(body="implant", implant="metal"))

    def test_forbidden_heat_that_can_be_switched_off_leaves_the_kneading(self) -> None:
        permit = self.numb.but(massager=WARM_KNEADER).permit
        assert not permit.limits.heat_allowed

    def test_it_has_to_be_off(self) -> None:
        assert self.numb.but(massager=WARM_KNEADER, plan=Plan(5, heat=True)).reasons == (HeatNotAllowed(),)

    def test_heat_that_cannot_be_switched_off_forbids_the_massager(self) -> None:
        assert FindingStands in self.numb.but(massager=HOT_KNEADER).reason_types

    def test_a_massager_that_only_heats_is_forbidden(self) -> None:
        heater = Massager("h", "Heat pad", "pad", frozenset({Modality.HEAT}), heat_can_be_switched_off=True)
        assert self.numb.but(massager=heater).reason_types == [FindingStands]

    def test_another_reason_beside_it_still_forbids(self) -> None:
        also_cord = self.numb.also_said(said(signs="clumsy-hands")).but(massager=WARM_KNEADER)
        assert also_cord.reason_types == [FindingStands, FindingStands]

    def test_an_emergency_forbids_everything_even_if_it_is_said_of_heat_alone(self) -> None:
        rules = structs.replace(
            small_rules(),
            rules=(
                *small_rules().rules,
                rule("burn", Outcome.EMERGENCY, any_of(one_of("body", "numb-skin")), frozenset({Modality.HEAT})),
            ),
        )
        assert FindingStands in self.numb.but(massager=WARM_KNEADER, rules=rules).reason_types

    def test_a_precaution_against_heat_means_off(self) -> None:
        assert self.metal.but(massager=WARM_KNEADER).says_yes
        assert self.metal.but(massager=WARM_KNEADER, plan=Plan(10, heat=True)).reasons == (HeatNotAllowed(),)
        assert self.metal.but(massager=HOT_KNEADER).reasons == (HeatNotAllowed(),)

    def test_heat_without_a_finding_is_fine(self) -> None:
        assert ALL_FINE.but(massager=WARM_KNEADER, plan=Plan(10, heat=True)).says_yes


class TestClearance:
    steroids = ALL_FINE.also_said(said(body="steroids"))
    cleared = steroids.but(clearances=(clearance("steroids"),))

    def test_a_doctors_yes_opens_the_gate(self) -> None:
        assert self.steroids.reason_types == [FindingStands]
        assert [finding.rule.id for finding in self.cleared.permit.precautions] == ["steroids"]

    def test_its_limits_hold(self) -> None:
        gentle = clearance("steroids", limits=Limits(minutes=5))
        assert self.steroids.but(clearances=(gentle,)).reasons == (PlanTooLong(10, 5),)

    def test_the_limits_of_every_one_that_is_used_hold_together(self) -> None:
        both = self.steroids.also_said(said(neck="more", pain=2)).but(
            clearances=(
                clearance("steroids", limits=Limits(minutes=8)),
                clearance("undiagnosed", limits=Limits(intensity=Intensity.LOW)),
            )
        )
        assert both.reasons == (PlanTooLong(10, 8),)
        assert both.but(plan=Plan(8)).permit.limits.intensity is Intensity.LOW

    def test_limits_of_one_that_is_not_used_do_not(self) -> None:
        unused = clearance("pregnant", limits=Limits(minutes=5))
        assert self.steroids.but(clearances=(clearance("steroids"), unused)).says_yes

    @pytest.mark.parametrize(
        "change",
        [
            {"rules": frozenset({"cord"})},
            {"massager": "another"},
            {"for_home": False},
            {"withdrawn": True},
            {"until_utc_ms": NOON.utc_ms},
            {"given_utc_ms": NOON.utc_ms + 1},
        ],
    )
    def test_a_yes_to_something_else_is_none(self, change: dict[str, object]) -> None:
        other = clearance("steroids", **change)
        assert self.steroids.but(clearances=(other,)).reason_types == [FindingStands]

    def test_no_doctor_can_clear_what_is_contraindicated_here(self) -> None:
        cord = ALL_FINE.also_said(said(signs="clumsy-hands")).but(clearances=(clearance("cord"),))
        assert cord.reason_types == [FindingStands]


class TestDose:
    def test_rest_is_a_whole_hour(self) -> None:
        assert ALL_FINE.but(uses=(used(5, 59),)).reasons == (RestNotOver(60_000),)

    def test_a_third_session_waits_until_the_first_is_a_day_ago(self) -> None:
        two = ALL_FINE.but(uses=(used(5, 120), used(5, 600)))
        assert two.reasons == (MinutesUsedUp((24 * 60 - 600) * 60_000, 2, 10),)

    def test_thirty_minutes_a_day_over_all_massagers(self) -> None:
        long_one = ALL_FINE.but(uses=(used(30, 300, "gun"),))
        assert long_one.reasons == (MinutesUsedUp((24 * 60 - 300) * 60_000, 1, 30),)

    def test_what_is_left_over_is_the_most_that_can_be_planned(self) -> None:
        mostly = ALL_FINE.but(uses=(used(22.5, 300),))
        assert mostly.reasons == (PlanTooLong(10, 7),)
        assert mostly.but(plan=Plan(7)).permit.limits.minutes == 7

    def test_the_last_minute_is_no_more_than_a_minute(self) -> None:
        nearly_all = ALL_FINE.but(uses=(used(29, 300),))
        assert nearly_all.reasons == (PlanTooLong(10, 1),)
        assert nearly_all.but(plan=Plan(1)).says_yes
