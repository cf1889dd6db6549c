"""What is said before the result: that the check ran out, will soon, lacks answers, or is read otherwise now."""

import pytest
from msgspec import structs

from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.walk import begin
from massage_companion.session.massager import Massager
from massage_companion.ui.safety.intents import Deed
from massage_companion.ui.safety.view import Badge, Notice, ResultPart, SafetyView, Summary
from tests.support.rule_writing import said
from tests.support.small_rules import HEALTHY, WARM_KNEADER
from tests.ui.safety.safety_world import ON_STEROIDS, SafetyWorld

PULSE = Massager("tens", "TENS", "tens", frozenset({Modality.PULSE}), True)
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


class TestTime:
    @pytest.mark.parametrize(("days_ago", "is_near"), [(335, False), (335.01, True), (364.99, True)])
    def test_a_check_that_runs_out_soon_says_when(self, days_ago: float, is_near: bool) -> None:
        world = SafetyWorld()
        world.checked(days_ago=days_ago)
        assert bool(part(world).notices) == is_near
        if is_near:
            assert notice(world).title.startswith("Your safety check runs out on ")
            assert notice(world).title.endswith("You can do it again now.")
            assert deeds(world.view()) == [Deed.WHOLE_CHECK, Deed.HEALTH_CHANGED, Deed.REPORT]

    def test_one_that_ran_out_does_not_repeat_its_result(self) -> None:
        world = SafetyWorld()
        world.checked(days_ago=365)
        assert world.view().badge == Badge("Out of date", "warning")
        assert notice(world).title == "Your safety check ran out on 14 Nov 2026"
        assert summary(world).title == "Your last result does not count now"
        assert "Valid" not in str(summary(world))
        assert part(world).lists == ()
        assert part(world).quiet == ()
        assert deeds(world.view()) == [Deed.WHOLE_CHECK, Deed.REPORT]

    def test_one_of_a_day_to_come_says_that_the_clock_may_be_wrong(self) -> None:
        world = SafetyWorld()
        world.checked(days_ago=-3)
        assert "which is still to come" in notice(world).title

    def test_after_something_felt_wrong_only_a_whole_check_is_offered(self) -> None:
        world = SafetyWorld()
        world.checked(ON_STEROIDS)
        world.felt_wrong()
        assert world.view().badge == Badge("Stopped: something felt wrong", "danger")
        assert (notice(world).tone, notice(world).title) == ("danger", "Something felt wrong: Today 12:00")
        assert "yes from before" not in notice(world).text
        assert deeds(world.view()) == [Deed.WHOLE_CHECK, Deed.REPORT]

    def test_whoever_has_a_doctors_yes_is_told_that_it_ended(self) -> None:
        world = SafetyWorld()
        world.checked(ON_STEROIDS)
        world.cleared()
        world.clock.advance(minutes=1)
        world.felt_wrong()
        assert "A doctor's yes from before no longer counts." in notice(world).text


class TestOpenQuestions:
    def test_a_new_massager_says_how_many(self) -> None:
        world = SafetyWorld()
        world.checked()
        world.add(PULSE)
        assert world.view().badge == Badge("Answers missing", "warning")
        assert notice(world).title == "A new massager needs 1 more answer"
        assert summary(world).title == "There is no result for “TENS” yet"
        assert deeds(world.view()) == [Deed.MISSING, *WAYS, Deed.REPORT]

    def test_new_questions_of_the_rules_are_told_as_such(self) -> None:
        world = SafetyWorld(rules_version="small-2")
        screening = world.checked(rules_version="small-1")
        world.store.complete_check(structs.replace(screening, answers=HEALTHY.without("neck").without("age")))
        assert notice(world).title == "Your safety check needs 3 more answers"

    def test_a_stop_sign_asks_for_everything_instead(self) -> None:
        world = SafetyWorld()
        world.checked()
        world.add(PULSE)
        world.felt_wrong()
        assert deeds(world.view()) == [Deed.WHOLE_CHECK, Deed.REPORT]

    def test_a_check_that_was_left_half_way_can_be_gone_on_with(self) -> None:
        world = SafetyWorld()
        world.checks.keep("li", begin(world.rules, WARM_KNEADER.modalities))
        assert deeds(world.view()) == [Deed.GO_ON]
        world.checked()
        assert deeds(world.view()) == [*WAYS, Deed.REPORT]
        world.checks.keep("li", begin(world.rules, WARM_KNEADER.modalities))
        assert deeds(world.view()) == [Deed.GO_ON, *WAYS, Deed.REPORT]

    def test_before_the_first_check_there_is_one_thing_to_do(self) -> None:
        view = SafetyWorld().view()
        assert view.badge == Badge("Not checked yet", "neutral")
        assert deeds(view) == [Deed.DO_CHECK]
        assert view.parts == ()


class TestWhatChangedForYou:
    def test_findings_of_new_rules_are_named_with_both_versions(self) -> None:
        world = SafetyWorld(rules_version="small-2")
        world.checked(said(body="steroids", age=70), rules_version="small-1", found=("older", "no-symptoms"))
        assert notice(world).title == "What changed for you"
        assert "from small-1 to small-2" in notice(world).text
        assert notice(world).items == ("New: About steroids",)

    def test_what_no_longer_counts_is_named_too_and_rules_without_words_are_left_out(self) -> None:
        world = SafetyWorld(rules_version="small-2")
        world.checked(rules_version="small-1", found=("steroids", "no-symptoms", "mild", "R-that-is-gone"))
        assert notice(world).items == ("No longer counts: About steroids",)

    def test_what_is_the_same_is_not_news(self) -> None:
        world = SafetyWorld(rules_version="small-2")
        world.checked(ON_STEROIDS, rules_version="small-1")
        assert part(world).notices == ()

    def test_a_massager_that_does_more_is_the_reason_where_the_rules_are_the_same(self) -> None:
        world = SafetyWorld()
        world.checked(said(body="numb-skin"))
        world.add(WARM_KNEADER)
        assert notice(world).items == ("New: About numb-heat",)
        assert "does more than what you had" in notice(world).text

    def test_a_massager_that_does_less_takes_nothing_away(self) -> None:
        world = SafetyWorld(WARM_KNEADER)
        world.checked(said(body="numb-skin"))
        world.add(structs.replace(WARM_KNEADER, id="cold", modalities=frozenset({Modality.KNEADING})))
        assert part(world).notices == ()
