"""The history in words: every check by today's rules, what led to it, and what differs from the one before."""

import pytest
from msgspec import structs

from massage_companion.eligibility.answers import Answers
from massage_companion.ui.safety.intents import Part
from massage_companion.ui.safety.safety_view import Looking
from massage_companion.ui.safety.view import Badge, Difference, HistoryPart, HistoryRow, ScreeningDetail
from tests.support.rule_writing import said
from tests.support.small_rules import WARM_KNEADER
from tests.ui.safety.safety_world import ON_STEROIDS, SLIP, SafetyWorld


def part(world: SafetyWorld, chosen: str = "") -> HistoryPart:
    content = world.view(Looking(part=Part.HISTORY, screening=chosen)).content
    assert isinstance(content, HistoryPart)
    return content


def detail(world: SafetyWorld, chosen: str) -> ScreeningDetail:
    (opened,) = [row.detail for row in part(world, chosen).rows if row.detail is not None]
    return opened


@pytest.fixture
def world() -> SafetyWorld:
    """A first check, one after new medicines."""
    world = SafetyWorld()
    world.checked(days_ago=200)
    world.checked(ON_STEROIDS, days_ago=1, changes=("new-signs", "medicines"))
    return world


def test_the_newest_comes_first_with_date_outcome_cause_and_version(world: SafetyWorld) -> None:
    assert part(world).rows == (
        HistoryRow(
            id="check-2",
            date="Yesterday 12:00",
            badge=Badge("Ask your doctor first", "warning"),
            text="After a change: New or worse symptoms, New medicines or a new treatment · rules of that day: small-1",
        ),
        HistoryRow(
            id="check-1",
            date="28 Apr 12:00",
            badge=Badge("Cleared to use", "ok"),
            text="Whole check · rules of that day: small-1",
        ),
    )
    assert part(world).lead == "Each check as today's rules (small-1) read it for “Shiatsu pillow”."


def test_what_was_said_on_that_day_is_not_repeated(world: SafetyWorld) -> None:
    world.cleared(SLIP)
    assert part(world).rows[0].badge == Badge("Ask your doctor first", "warning")


def test_a_check_that_lacks_answers_today_says_so_unless_a_finding_forbids_it() -> None:
    world = SafetyWorld()
    world.checked(rest=Answers(), days_ago=3)
    world.checked(said(signs="sudden-dizzy"), rest=Answers(), days_ago=2)
    world.checked(said(signs="none", age=70), rest=Answers(), days_ago=1)
    assert [row.badge.text for row in part(world).rows] == ["Answers missing", "Get help now", "Answers missing"]


def test_each_massager_has_its_own_outcome() -> None:
    world = SafetyWorld()
    world.checked(said(body="numb-skin"))
    assert part(world).rows[0].badge.text == "Use with care"
    world.add(WARM_KNEADER)
    assert part(world).rows[0].badge.text == "Do not use the massager"


def test_a_check_that_only_added_answers_is_told_as_such(world: SafetyWorld) -> None:
    newest = world.checks.history("li")[0]
    first = newest.taken_utc_ms
    added = structs.replace(newest, id="check-3", changes=(), oldest_utc_ms=first, taken_utc_ms=first + 1)
    world.store.complete_check(added)
    assert part(world).rows[0].text.startswith("Missing answers")


def test_one_that_cannot_be_read_names_no_version_and_no_change_that_nobody_knows(world: SafetyWorld) -> None:
    world.checked(rest=Answers(), rules_version="", changes=("weather",))
    assert part(world).rows[0].text == "Whole check · rules of that day: not known"


def test_differences_are_told_in_words_in_the_order_asked(world: SafetyWorld) -> None:
    world.checked(said(neck="mild", pain=2, body=("steroids", "numb-skin")), days_ago=0)
    told = detail(world, "check-3")
    assert told.heading == "What differs from 13 Nov 2026"
    assert told.differences == (
        Difference("How is your neck now?", "Fine", "A little tired"),
        Difference("Is any of this true for you?", "Steroids", "Numb skin · Steroids"),
        Difference("How much does it hurt?", "not asked", "2"),
    )


def test_the_same_answers_and_the_first_check_are_told_as_such(world: SafetyWorld) -> None:
    world.checked(ON_STEROIDS, days_ago=0)
    assert detail(world, "check-3").heading == "Every answer is the same as on 13 Nov 2026."
    assert detail(world, "check-1").heading == "This was the first check."
    assert detail(world, "check-1").differences == ()


def test_all_answers_can_be_read_page_by_page(world: SafetyWorld) -> None:
    groups = detail(world, "check-2").groups
    assert [group.title for group in groups] == ["Signs", "Your neck", "Your body"]
    assert [(row.text, row.answers) for row in groups[2].rows] == [("Is any of this true for you?", ("Steroids",))]


def test_answers_to_questions_that_are_gone_are_left_out(world: SafetyWorld) -> None:
    world.checked(said(weather="rain", body="steroids"), days_ago=0)
    assert detail(world, "check-3").differences == ()
