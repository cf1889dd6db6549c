"""A change of a massager's facts is no way around the gate: what is let through never turns a no into a yes."""

from itertools import combinations

import pytest
from msgspec import structs

from massage_companion.companion.massager_entry import MassagerEntry, problems
from massage_companion.companion.massager_facts import (
    Taken,
    can_be_read,
    gained,
    is_another_to_a_doctor,
    taken,
    with_kept_facts,
)
from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import ALL_MODALITIES, Modality
from massage_companion.session import gate
from massage_companion.session.massager import Massager
from tests.support.fake_clock import NOON
from tests.support.rule_writing import said
from tests.support.situation import ALL_FINE
from tests.support.small_rules import HEALTHY, HOT_KNEADER, KNEADER, WARM_KNEADER

UNKNOWN = structs.replace(WARM_KNEADER, modalities=frozenset())
PULSE_TOO = structs.replace(KNEADER, modalities=frozenset({Modality.KNEADING, Modality.PULSE}))

EVERY_SET = [
    frozenset(some)
    for count in range(4)
    for some in combinations((Modality.KNEADING, Modality.HEAT, Modality.PULSE), count)
]
"""The empty one stands for not known."""

EVERY_MASSAGER = [
    structs.replace(KNEADER, modalities=modalities, heat_can_be_switched_off=switch)
    for modalities in EVERY_SET
    for switch in (True, False)
]
PEOPLE = [
    HEALTHY.merged(said(pads=pads, body=body))
    for pads in ("for-necks", "general", "unsure")
    for body in ("none", "numb-skin", "steroids", "unsure")
]


@pytest.mark.parametrize("answers", PEOPLE)
def test_no_edit_that_takes_nothing_turns_a_no_into_a_yes(answers: Answers) -> None:
    def is_refused(massager: Massager) -> bool:
        person = ALL_FINE.but(answers=answers, massager=massager)
        return bool(gate.standing(person.rules, person.case, NOON).reasons)

    edits = [(before, after) for before in EVERY_MASSAGER for after in EVERY_MASSAGER if not taken(before, after)]
    refused = {massager: is_refused(massager) for massager in EVERY_MASSAGER}
    assert [edit for edit in edits if refused[edit[0]] and not refused[edit[1]]] == []


def test_a_modality_that_goes_is_taken() -> None:
    assert taken(WARM_KNEADER, KNEADER) == Taken(frozenset({Modality.HEAT}))
    assert not taken(KNEADER, WARM_KNEADER)
    assert gained(KNEADER, WARM_KNEADER) == {Modality.HEAT}


def test_naming_what_nobody_knew_takes_the_rest() -> None:
    assert taken(UNKNOWN, WARM_KNEADER).modalities == ALL_MODALITIES - WARM_KNEADER.modalities
    assert not taken(WARM_KNEADER, UNKNOWN)


def test_heat_that_could_not_go_off_is_not_to_be_had_without_later() -> None:
    cooled = structs.replace(HOT_KNEADER, heat_can_be_switched_off=True)
    assert taken(HOT_KNEADER, cooled) == Taken(heat=True)
    assert not taken(cooled, HOT_KNEADER)


def test_a_wrap_that_only_warms_does_not_begin_to_work_without_heat() -> None:
    wrap = structs.replace(HOT_KNEADER, modalities=frozenset({Modality.HEAT}), heat_can_be_switched_off=True)
    assert taken(wrap, WARM_KNEADER) == Taken(heat=True)
    assert not taken(wrap, HOT_KNEADER)


def test_a_doctor_knew_the_massager_as_it_was() -> None:
    assert is_another_to_a_doctor(KNEADER, PULSE_TOO)
    assert is_another_to_a_doctor(WARM_KNEADER, structs.replace(WARM_KNEADER, heat_can_be_switched_off=False))
    renamed = structs.replace(WARM_KNEADER, name="Red one", manual_source="p. 2")
    assert not is_another_to_a_doctor(WARM_KNEADER, renamed)


def test_another_kind_keeps_what_the_massager_is_known_to_do() -> None:
    gun = MassagerEntry(kind="gun", modalities=frozenset({Modality.PERCUSSION}), name="Gun")
    kept = with_kept_facts(gun, KNEADER)
    assert kept.modalities == {Modality.PERCUSSION, Modality.KNEADING}
    assert problems(kept) == ()
    other = with_kept_facts(MassagerEntry(kind="other", modalities_unknown=True, name="It"), KNEADER)
    assert other.modalities == {Modality.KNEADING}
    assert not other.modalities_unknown
    assert with_kept_facts(gun, UNKNOWN).modalities_unknown


def test_a_massager_whose_row_is_lost_cannot_be_read() -> None:
    assert can_be_read(KNEADER)
    assert not can_be_read(Massager("m", "m", "", frozenset(), False, retired=True))
