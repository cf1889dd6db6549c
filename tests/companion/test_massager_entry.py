"""What is typed about a massager becomes a massager, or a list of what to mend; doubt counts as yes."""

import pytest
from msgspec import structs

from massage_companion.companion.massager_entry import (
    MassagerEntry,
    Problem,
    entry_of,
    massager_from,
    problems,
    with_kind,
)
from massage_companion.companion.typed_number import whole_number
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.modality import ALL_MODALITIES, Modality
from massage_companion.session.massager import Massager

GOOD = MassagerEntry(
    kind="kneader",
    modalities=frozenset({Modality.KNEADING, Modality.HEAT}),
    heat_switch="yes",
    name=" Red one ",
    minutes="15",
    rest_minutes="",
    sessions_per_day=" 2 ",
    source="Page 12",
)
NAMES = {"kneader": "Kneader", "gun": "Massage gun", "other": "My massager"}


def fields(entry: MassagerEntry) -> list[str]:
    return [problem.field for problem in problems(entry)]


def test_a_good_entry_becomes_a_massager() -> None:
    massager = massager_from(GOOD, "m1")
    assert massager == Massager(
        "m1",
        "Red one",
        "kneader",
        frozenset({Modality.KNEADING, Modality.HEAT}),
        heat_can_be_switched_off=True,
        manual=Limits(minutes=15, sessions_per_day=2),
        manual_source="Page 12",
    )
    assert massager_from(entry_of(massager), "m1", massager) == massager


def test_an_empty_entry_says_what_is_missing_in_the_order_of_the_form() -> None:
    assert fields(MassagerEntry()) == ["kind", "modalities", "name"]


def test_i_do_not_know_counts_as_every_modality_even_beside_known_ones() -> None:
    entry = structs.replace(GOOD, modalities_unknown=True)
    assert massager_from(entry, "m").judged_modalities == ALL_MODALITIES


@pytest.mark.parametrize("switch", ["no", "unsure"])
def test_heat_that_may_stay_on_counts_as_always_on(switch: str) -> None:
    entry = structs.replace(GOOD, heat_switch=switch)
    assert not massager_from(entry, "m").heat_can_be_switched_off


def test_the_heat_question_has_to_be_answered_where_it_matters() -> None:
    assert fields(structs.replace(GOOD, heat_switch="")) == ["heat"]
    only_heat = structs.replace(GOOD, modalities=frozenset({Modality.HEAT}), heat_switch="")
    assert fields(only_heat) == []
    assert not massager_from(only_heat, "m").heat_can_be_switched_off
    no_heat = structs.replace(GOOD, modalities=frozenset({Modality.KNEADING}))
    assert not massager_from(no_heat, "m").heat_can_be_switched_off


@pytest.mark.parametrize("typed", ["0", "241", "-5", "1.5", "ten", "1e3", "99999999"])
def test_a_number_that_no_manual_gives_is_a_problem(typed: str) -> None:
    assert problems(structs.replace(GOOD, minutes=typed)) == (Problem("minutes", 1, 240),)


@pytest.mark.parametrize("typed", ["1", "240", "１５"])
def test_the_ends_of_the_range_and_digits_of_any_script_count(typed: str) -> None:
    assert fields(structs.replace(GOOD, minutes=typed)) == []
    assert whole_number("１５") == 15


def test_each_number_has_a_range_of_its_own() -> None:
    assert fields(structs.replace(GOOD, rest_minutes="1441", sessions_per_day="11")) == [
        "rest_minutes",
        "sessions_per_day",
    ]
    assert fields(structs.replace(GOOD, rest_minutes="1440", sessions_per_day="10")) == []


def test_names_are_neither_blank_nor_endless() -> None:
    assert fields(structs.replace(GOOD, name="   ")) == ["name"]
    assert fields(structs.replace(GOOD, name="x" * 61)) == ["name"]
    assert fields(structs.replace(GOOD, name=" " + "x" * 60 + " ")) == []
    assert fields(structs.replace(GOOD, source="x" * 201)) == ["source"]
    assert fields(structs.replace(GOOD, source="x" * 200)) == []


def test_an_entry_with_problems_never_becomes_a_massager() -> None:
    with pytest.raises(ValueError, match="problems"):
        massager_from(MassagerEntry(), "m")


def test_what_the_form_does_not_show_stays_as_it_was() -> None:
    before = Massager(
        "m", "Old", "gun", frozenset({Modality.PERCUSSION}), False, Limits(minutes_per_day=20), "", retired=True
    )
    after = massager_from(structs.replace(GOOD, minutes=""), "m", before)
    assert after.retired
    assert after.manual == Limits(minutes_per_day=20, sessions_per_day=2)


def test_a_kind_proposes_what_is_common_and_a_name() -> None:
    entry = with_kind(MassagerEntry(kind="kneader"), NAMES)
    assert entry.modalities == {Modality.KNEADING, Modality.HEAT}
    assert entry.name == "Kneader"
    changed = with_kind(structs.replace(entry, kind="gun"), NAMES)
    assert (changed.modalities, changed.name) == (frozenset({Modality.PERCUSSION}), "Massage gun")


def test_a_typed_name_survives_another_kind() -> None:
    assert with_kind(MassagerEntry(kind="gun", name="Grandma's"), NAMES).name == "Grandma's"


def test_a_kind_that_says_nothing_counts_as_not_known() -> None:
    entry = with_kind(MassagerEntry(kind="other", modalities=frozenset({Modality.HEAT})), NAMES)
    assert entry.modalities_unknown
    assert entry.modalities == frozenset()


def test_a_massager_whose_owner_knows_nothing_is_shown_as_that() -> None:
    unknown = Massager("m", "It", "other", frozenset(), False)
    assert entry_of(unknown).modalities_unknown
    assert entry_of(unknown).heat_switch == "no"
    kneader = Massager("m", "It", "kneader", frozenset({Modality.KNEADING}), False)
    assert entry_of(kneader).heat_switch == ""
