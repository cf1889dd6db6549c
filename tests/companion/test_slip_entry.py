"""What is typed from a slip: nothing is guessed, and what is missing is named at its field."""

from datetime import date

import pytest
from msgspec import structs

from massage_companion.companion.slip_entry import (
    SlipEntry,
    SlipProblem,
    TypedDate,
    problem_of,
    slip_from,
    slip_problems,
)
from massage_companion.eligibility.limits import Intensity, Limits

ENTRY = SlipEntry(
    findings=frozenset({"steroids"}),
    for_home="yes",
    by_whom=" Dr Chen ",
    given=TypedDate("1", "11", "2026"),
    until=TypedDate("01", "05", "2027"),
)


def wrong(**changes: object) -> list[tuple[str, str]]:
    """Fields and sentences of what is wrong with the entry after these changes."""
    return [(each.field, each.sentence) for each in slip_problems(structs.replace(ENTRY, **changes))]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("7", "11", "2026"), date(2026, 11, 7)),
        ((" 07 ", "1", "2027"), date(2027, 1, 7)),
        (("29", "2", "2028"), date(2028, 2, 29)),
        (("１", "１１", "２０２６"), date(2026, 11, 1)),
        (("29", "2", "2027"), None),
        (("31", "4", "2027"), None),
        (("0", "4", "2027"), None),
        (("1", "13", "2027"), None),
        (("1", "1", "27"), None),
        (("1", "1", "1989"), None),
        (("1", "1", "2101"), None),
        (("", "1", "2027"), None),
        (("1", "", "2027"), None),
        (("1", "1", ""), None),
        (("one", "1", "2027"), None),
        (("-1", "1", "2027"), None),
    ],
)
def test_a_date_is_one_that_exists_and_a_slip_can_bear(typed: tuple[str, str, str], meant: date | None) -> None:
    assert TypedDate(*typed).date == meant


def test_a_full_entry_is_a_slip() -> None:
    slip = slip_from(ENTRY)
    assert slip_problems(ENTRY) == ()
    assert (slip.rules, slip.for_home, slip.by_whom) == (ENTRY.findings, True, "Dr Chen")
    assert (slip.given, slip.until, slip.limits) == (date(2026, 11, 1), date(2027, 5, 1), Limits())


def test_an_empty_entry_names_every_field_in_the_order_of_the_form() -> None:
    assert [(each.field, each.sentence) for each in slip_problems(SlipEntry())] == [
        ("findings", "nothing_cleared"),
        ("home", "no_answer"),
        ("by_whom", "no_doctor"),
        ("given", "no_date"),
        ("until", "no_last_day"),
    ]


def test_limits_are_taken_as_typed() -> None:
    entry = structs.replace(ENTRY, minutes="5", sessions_per_day=" 1", lowest_level=True, heat_off=True)
    assert slip_from(entry).limits == Limits(5, 1, intensity=Intensity.LOW, heat_allowed=False)


@pytest.mark.parametrize("text", ["0", "241", "five", "1.5", "-3"])
def test_minutes_that_are_none_are_told(text: str) -> None:
    assert slip_problems(structs.replace(ENTRY, minutes=text)) == (SlipProblem("minutes", "no_number", 1, 240),)


@pytest.mark.parametrize("text", ["0", "11", "twice"])
def test_times_a_day_that_are_none_are_told(text: str) -> None:
    assert slip_problems(structs.replace(ENTRY, sessions_per_day=text)) == (
        SlipProblem("sessions_per_day", "no_number", 1, 10),
    )


def test_the_ends_of_the_ranges_are_taken() -> None:
    for minutes, times in (("1", "1"), ("240", "10"), ("", " ")):
        assert wrong(minutes=minutes, sessions_per_day=times) == []


def test_a_slip_without_a_last_day_counts_for_twelve_months() -> None:
    assert slip_from(structs.replace(ENTRY, until=TypedDate(), no_last_day=True)).until == date(2027, 11, 1)


def test_a_name_that_is_too_long_is_told() -> None:
    assert wrong(by_whom="x" * 121) == [("by_whom", "no_doctor")]
    assert wrong(by_whom="x" * 120) == []


def test_a_no_has_nothing_to_limit_and_no_end() -> None:
    no = structs.replace(ENTRY, for_home="no", until=TypedDate("x"), minutes="many", heat_off=True)
    assert slip_problems(no) == ()
    slip = slip_from(no)
    assert (slip.for_home, slip.limits, slip.until) == (False, Limits(), date(2027, 11, 1))


def test_an_entry_with_problems_is_no_slip() -> None:
    for broken in (SlipEntry(), structs.replace(ENTRY, minutes="many")):
        with pytest.raises(ValueError, match="problems"):
            slip_from(broken)


@pytest.mark.parametrize(
    ("problem", "field"),
    [
        ("nothing_cleared", "findings"),
        ("no_doctor", "by_whom"),
        ("not_yet", "given"),
        ("before_stop_sign", "given"),
        ("no_since", "given"),
        ("too_long", "until"),
        ("over", "until"),
    ],
)
def test_everything_that_the_clearances_refuse_has_a_field(problem: str, field: str) -> None:
    assert problem_of(problem) == SlipProblem(problem_of(problem).field, problem, most=120)
    assert problem_of(problem).field == field
