"""Limits only ever tighten each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_companion.eligibility.limits import INTENSITY_BY_WORD, Intensity, Limits
from tests.support.strategies import limits

FREE = Limits()


@given(limits, limits)
def test_it_does_not_matter_who_is_asked_first(one: Limits, other: Limits) -> None:
    assert one.tightened_by(other) == other.tightened_by(one)


@given(limits, limits, limits)
def test_it_does_not_matter_how_limits_are_grouped(one: Limits, two: Limits, three: Limits) -> None:
    assert one.tightened_by(two).tightened_by(three) == one.tightened_by(two.tightened_by(three))


@given(limits)
def test_the_same_limit_twice_is_the_same_limit(one: Limits) -> None:
    assert one.tightened_by(one) == one


@given(limits)
def test_no_limit_changes_nothing(one: Limits) -> None:
    assert one.tightened_by(FREE) == one


@given(limits, limits)
def test_what_both_together_allow_each_of_them_allows(one: Limits, other: Limits) -> None:
    both = one.tightened_by(other)
    for name in ("minutes", "sessions_per_day", "minutes_per_day", "intensity"):
        bound = getattr(both, name)
        for each in (one, other):
            assert getattr(each, name) is None or bound <= getattr(each, name)
    for each in (one, other):
        assert each.rest_minutes is None or (both.rest_minutes or 0) >= each.rest_minutes
        assert each.heat_allowed or not both.heat_allowed
        assert both.back_of_neck_only or not each.back_of_neck_only


@given(limits, limits)
def test_nothing_is_tighter_than_somebody_asked_for(one: Limits, other: Limits) -> None:
    both = one.tightened_by(other)
    for name in ("minutes", "sessions_per_day", "minutes_per_day", "rest_minutes", "intensity"):
        assert getattr(both, name) in (getattr(one, name), getattr(other, name))
    assert both.heat_allowed == (one.heat_allowed and other.heat_allowed)
    assert both.back_of_neck_only == (one.back_of_neck_only or other.back_of_neck_only)


@pytest.mark.parametrize(
    ("manual", "expected"),
    [
        (Limits(minutes=10), Limits(minutes=10, rest_minutes=60, intensity=Intensity.MEDIUM)),
        (Limits(minutes=20), Limits(minutes=15, rest_minutes=60, intensity=Intensity.MEDIUM)),
        (Limits(rest_minutes=120), Limits(minutes=15, rest_minutes=120, intensity=Intensity.MEDIUM)),
        (Limits(intensity=Intensity.LOW), Limits(minutes=15, rest_minutes=60, intensity=Intensity.LOW)),
        (Limits(intensity=Intensity.HIGH), Limits(minutes=15, rest_minutes=60, intensity=Intensity.MEDIUM)),
    ],
)
def test_a_manual_tightens_and_never_loosens(manual: Limits, expected: Limits) -> None:
    program = Limits(minutes=15, rest_minutes=60, intensity=Intensity.MEDIUM)
    assert program.tightened_by(manual) == expected


def test_levels_rise_from_low_to_high() -> None:
    assert [intensity.word for intensity in sorted(Intensity)] == ["low", "medium", "high"]


def test_levels_keep_the_numbers_by_which_records_name_them() -> None:
    assert [int(intensity) for intensity in (Intensity.LOW, Intensity.MEDIUM, Intensity.HIGH)] == [1, 2, 3]


@given(st.sampled_from(Intensity))
def test_levels_are_known_by_their_words(intensity: Intensity) -> None:
    assert INTENSITY_BY_WORD[intensity.word] is intensity
