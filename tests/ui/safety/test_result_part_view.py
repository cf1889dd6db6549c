"""What the page says about today's result: never milder than the gate, and nothing as valid that does not count."""

import pytest
from msgspec import structs

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.session.reading import DAY_MS
from massage_companion.ui.safety.intents import Deed, Part
from massage_companion.ui.safety.view import Badge, Notice, ResultPart, SafetyView, Summary
from tests.support.fake_clock import NOON
from tests.support.rule_writing import said
from tests.support.small_rules import HEALTHY, HOT_KNEADER, WARM_KNEADER
from tests.ui.safety.safety_world import ON_STEROIDS, SLIP, SafetyWorld

WAYS = (Deed.HEALTH_CHANGED, Deed.WHOLE_CHECK)


def part(world: SafetyWorld) -> ResultPart:
    content = world.view().content
    assert isinstance(content, ResultPart)
    return content


def summary(world: SafetyWorld) -> Summary:
    shown = part(world).summary
    assert shown is not None
    return shown


def deeds(view: SafetyView) -> list[Deed]:
    """Every button of the page, in order."""
    content = view.content
    assert isinstance(content, ResultPart)
    of_notices = [notice.deed for notice in content.notices if notice.deed is not None]
    return [*of_notices, *(deed for row in (content.summary.deeds if content.summary else ()) for deed in row)]


def notice(world: SafetyWorld, place: int = 0) -> Notice:
    return part(world).notices[place]


class TestAResultThatCounts:
    def test_a_healthy_person_reads_until_when_it_is_valid(self) -> None:
        world = SafetyWorld()
        world.checked()
        assert world.view().badge == Badge("Cleared to use", "ok")
        assert summary(world).title == "You may use your massager"
        assert summary(world).small == ("Checked on 4 Nov 2026. Valid until 4 Nov 2027.",)
        assert part(world).notices == ()
        assert deeds(world.view()) == [*WAYS, Deed.REPORT]
        assert [quiet.title for quiet in part(world).quiet] == ["About no-symptoms"]

    def test_carried_answers_are_told_with_their_age(self) -> None:
        world = SafetyWorld()
        world.checked(oldest_utc_ms=NOON.utc_ms - 100 * DAY_MS)
        assert summary(world).small == (
            "Changed on 4 Nov 2026. The oldest answers are from 6 Aug 2026, so it is valid until 6 Aug 2027.",
        )

    def test_a_precaution_shows_its_limits(self) -> None:
        world = SafetyWorld()
        world.checked(said(age=70))
        assert world.view().badge == Badge("Use with care", "warning")
        assert part(world).lists[0].lines == ("10 minutes at most", "Once a day", "Lowest level only")
        assert summary(world).tone == "plain"

    def test_what_the_massager_does_is_told_apart_where_it_differs(self) -> None:
        world = SafetyWorld(WARM_KNEADER)
        world.checked(said(body="numb-skin"))
        (_limits, modalities) = part(world).lists
        assert modalities.lines == ("Kneading: with care", "Heat: not for you")
        told = {item.finding.title: item for item in part(world).findings}
        assert told["About numb-heat"].badge == Badge("Not with the heat off", "ok")
        assert told["About numb-kneading"].badge == Badge("Use with care", "warning")

    def test_a_massager_that_is_always_hot_is_named_as_the_obstacle(self) -> None:
        world = SafetyWorld(HOT_KNEADER)
        world.checked(said(body="implant", implant="metal"))
        assert notice(world).title == "Heat has to stay off, and this massager is always warm"


class TestAskYourDoctorFirst:
    def test_the_way_to_record_a_yes_is_offered(self) -> None:
        world = SafetyWorld()
        world.checked(ON_STEROIDS)
        assert world.view().badge == Badge("Ask your doctor first", "warning")
        assert summary(world).tone == "warning"
        assert summary(world).deeds == ((Deed.RECORD_YES, Deed.REPORT), WAYS)
        assert [name for name, _ in world.view().parts] == [Part.RESULT, Part.YES, Part.HISTORY]

    def test_once_it_is_recorded_the_result_says_what_holds_now(self) -> None:
        world = SafetyWorld(WARM_KNEADER)
        world.checked(ON_STEROIDS)
        world.cleared(structs.replace(SLIP, limits=Limits(minutes=4, intensity=Intensity.LOW, heat_allowed=False)))
        assert world.view().badge == Badge("Use with care", "warning")
        assert deeds(world.view()) == [*WAYS, Deed.REPORT]
        (limits, modalities) = part(world).lists
        assert limits.lines == ("4 minutes at most", "Once a day", "Lowest level only", "Heat off")
        assert modalities.lines == ("Heat: fine", "Kneading: with care")
        (item,) = part(world).findings
        assert item.badge == Badge("Your doctor said yes", "ok")
        assert item.note == "Recorded: Dr Chen, given on 10 Nov 2026, counts until 1 May 2027."

    def test_a_no_changes_nothing_but_the_list(self) -> None:
        world = SafetyWorld()
        world.checked(ON_STEROIDS)
        world.cleared(structs.replace(SLIP, for_home=False))
        assert world.view().badge == Badge("Ask your doctor first", "warning")
        assert Deed.RECORD_YES in deeds(world.view())


class TestWhatNobodyCanLiftHere:
    def test_the_card_says_so_and_no_yes_can_be_recorded(self) -> None:
        world = SafetyWorld()
        world.checked(said(signs="clumsy-hands"))
        assert summary(world).tone == "danger"
        assert deeds(world.view()) == [*WAYS, Deed.REPORT]
        (item,) = part(world).findings
        assert item.note.startswith("This program has no way around it")
        assert item.finding.next == "Ask somebody."
        assert [name for name, _ in world.view().parts] == [Part.RESULT, Part.HISTORY]

    def test_beside_it_a_yes_can_still_be_recorded_for_what_it_is_about(self) -> None:
        world = SafetyWorld()
        world.checked(said(signs="clumsy-hands", body="steroids"))
        assert summary(world).deeds == ((Deed.REPORT, Deed.RECORD_YES), WAYS)
        notes = {item.finding.title: item.note for item in part(world).findings}
        assert notes["About steroids"] == ""
        assert notes["About cord"]

    @pytest.mark.parametrize("rest", [Answers(), HEALTHY, HEALTHY.merged(ON_STEROIDS)])
    def test_in_an_emergency_what_to_do_comes_first_also_where_the_check_ended_early(self, rest: Answers) -> None:
        world = SafetyWorld()
        world.checked(said(signs="sudden-dizzy"), rest=rest)
        assert world.view().badge == Badge("Get help now", "danger")
        assert part(world).notices == ()
        assert summary(world).title == "Call the emergency number now"
        assert "120" in summary(world).lines[1]
        assert deeds(world.view()) == [Deed.WHOLE_CHECK, Deed.REPORT]

    def test_nothing_else_stands_before_an_emergency(self) -> None:
        world = SafetyWorld(rules_version="small-2")
        world.checked(said(signs="sudden-dizzy"), rules_version="small-1", found=())
        world.felt_wrong()
        assert part(world).notices == ()
        assert world.view().badge == Badge("Get help now", "danger")
        assert deeds(world.view()) == [Deed.WHOLE_CHECK, Deed.REPORT]

    def test_one_of_a_check_that_is_out_of_date_calls_nobody(self) -> None:
        world = SafetyWorld()
        world.checked(said(signs="sudden-dizzy"), days_ago=400)
        assert summary(world).title == "Your last result does not count now"
        assert deeds(world.view()) == [Deed.WHOLE_CHECK, Deed.REPORT]
