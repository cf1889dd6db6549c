"""The list of what doctors said: what for, until when, what it is worth now, and which can be taken back."""

from datetime import date

import pytest
from msgspec import structs

from massage_companion.eligibility.limits import Limits
from massage_companion.ui.safety.intents import Deed, Part
from massage_companion.ui.safety.safety_view import Looking
from massage_companion.ui.safety.view import Badge, Labelled, YesPart
from tests.support.rule_writing import said
from tests.support.small_rules import WARM_KNEADER
from tests.ui.safety.safety_world import ON_STEROIDS, SLIP, SafetyWorld


def part(world: SafetyWorld, asked: str = "") -> YesPart:
    content = world.view(Looking(part=Part.YES, asked=asked)).content
    assert isinstance(content, YesPart)
    return content


@pytest.fixture
def world() -> SafetyWorld:
    """Li has to ask a doctor first."""
    world = SafetyWorld()
    world.checked(ON_STEROIDS)
    return world


def test_before_the_first_one_it_says_so_and_offers_to_record_one(world: SafetyWorld) -> None:
    assert part(world) == YesPart("No doctor's yes is recorded yet.", (), Deed.RECORD_YES)


def test_a_yes_is_told_in_full(world: SafetyWorld) -> None:
    yes = world.cleared(structs.replace(SLIP, limits=Limits(minutes=5, heat_allowed=False)))
    (row,) = part(world).rows
    assert (row.id, row.title, row.badge) == (yes.id, "About steroids", Badge("Counts now", "ok"))
    assert row.lines == (
        Labelled("Massager:", "Shiatsu pillow"),
        Labelled("At home:", "yes, with this massager"),
        Labelled("Said by:", "Dr Chen, on 10 Nov 2026"),
        Labelled("Valid until:", "1 May 2027"),
        Labelled("Limits:", "5 minutes at most, once a day, medium level at most, heat off"),
    )
    assert row.spoken == "Withdraw: About steroids, Dr Chen"
    assert part(world).deed is None


def test_a_no_has_neither_end_nor_limits_and_cannot_be_taken_back(world: SafetyWorld) -> None:
    world.cleared(structs.replace(SLIP, for_home=False))
    (row,) = part(world).rows
    assert row.badge == Badge("No yes for home", "warning")
    assert [line.label for line in row.lines] == ["Massager:", "At home:", "Said by:"]
    assert not row.can_be_withdrawn


def test_the_question_is_asked_for_what_can_be_taken_back_and_nothing_else(world: SafetyWorld) -> None:
    yes = world.cleared()
    assert [row.asks for row in part(world, yes.id).rows] == [True]
    assert [row.asks for row in part(world, "another").rows] == [False]
    world.clearances.withdraw(yes)
    (row,) = part(world, yes.id).rows
    assert (row.badge, row.asks, row.can_be_withdrawn) == (Badge("Withdrawn", "neutral"), False, False)


def test_one_that_ran_out_says_so(world: SafetyWorld) -> None:
    world.cleared(structs.replace(SLIP, until=date(2026, 11, 14)))
    world.clock.advance(days=1)
    (row,) = part(world).rows
    assert row.badge == Badge("Ran out", "neutral")
    assert Labelled("Valid until:", "14 Nov 2026") in row.lines


def test_one_that_something_later_ended_says_why(world: SafetyWorld) -> None:
    world.cleared()
    world.clock.advance(minutes=1)
    world.cleared(structs.replace(SLIP, for_home=False))
    assert [row.badge.text for row in part(world).rows] == ["No yes for home", "Ended: a doctor said no later"]
    world.felt_wrong()
    assert part(world).rows[1].badge.text == "Ended: something felt wrong later"


def test_several_findings_stand_in_one_title_and_a_lost_rule_is_named_as_such(world: SafetyWorld) -> None:
    world.checked(said(body=("steroids", "unsure")), days_ago=1)
    world.cleared(structs.replace(SLIP, rules=frozenset({"steroids", "body-unsure"})))
    assert part(world).rows[0].title == "About body-unsure; About steroids"
    world.store.keep_clearance(structs.replace(world.cleared(), id="old", rules=frozenset({"R-that-is-gone"})))
    assert part(world).rows[0].title == "A reason that is not in the rules any more"


def test_a_massager_keeps_its_name_also_when_it_was_put_away(world: SafetyWorld) -> None:
    world.cleared()
    world.massagers[0] = structs.replace(world.massagers[0], retired=True)
    world.add(WARM_KNEADER)
    assert part(world).rows[0].lines[0] == Labelled("Massager:", "Shiatsu pillow")
    assert [each.id for each in world.view().massagers] == ["warm"]


def test_a_healthy_person_is_not_shown_an_empty_list() -> None:
    world = SafetyWorld()
    world.checked()
    assert [name for name, _ in world.view().parts] == [Part.RESULT, Part.HISTORY]
    assert world.view(Looking(part=Part.YES)).part is Part.RESULT
