"""The plan that is chosen on screen: what limits it, and what is told about it."""

from collections.abc import Callable

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.eligibility.modality import Modality
from massage_companion.session.massager import Massager
from massage_companion.session.states import Running
from massage_companion.ui.session import intents
from massage_companion.ui.session.view import (
    BlockedView,
    Deed,
    ReadyView,
)
from tests.support.small_rules import HEALTHY, HOT_KNEADER, KNEADER, WARM_KNEADER
from tests.ui.session.session_world import World, press, start

MakeWorld = Callable[..., World]


def test_the_plan_that_is_started_is_the_one_on_screen(world: World) -> None:
    for wish in (
        intents.ChooseMinutes(10),
        intents.ChooseLevel(Intensity.MEDIUM),
        intents.ChooseHeat(True),
        intents.RateBefore(6),
    ):
        world.controller.intend(wish)
    start(world)
    live = world.sessions.live
    assert live is not None
    assert isinstance(live.state, Running)
    assert (live.state.plan.minutes, live.state.plan.intensity, live.state.plan.heat) == (10, Intensity.MEDIUM, True)
    assert live.session.sore_before == 6


def test_minutes_beyond_the_limit_cannot_be_planned(world: World) -> None:
    world.controller.intend(intents.ChooseMinutes(20))
    view = world.controller.view
    assert isinstance(view, ReadyView)
    assert view.controls.chosen_minutes == 15


def test_precautions_are_told_and_tighten_the_plan(make_world: MakeWorld) -> None:
    view = make_world(checked=HEALTHY.with_answer("age", 70)).controller.view
    assert isinstance(view, ReadyView)
    assert view.badge.text.startswith("Cleared with limits")
    assert view.cautions
    assert [bool(option.refused) for option in view.controls.levels] == [False, True, True]


def test_a_massager_that_always_heats_is_blocked_where_heat_has_to_stay_off(make_world: MakeWorld) -> None:
    metal = HEALTHY.merged(Answers({"body": ("implant",), "implant": ("metal",)}))
    view = make_world(checked=metal, massagers=(HOT_KNEADER,)).controller.view
    assert isinstance(view, BlockedView)
    assert view.deeds == (Deed.MASSAGERS,)


def test_another_massager_can_be_chosen_where_one_is_blocked(make_world: MakeWorld) -> None:
    metal = HEALTHY.merged(Answers({"body": ("implant",), "implant": ("metal",)}))
    world = make_world(checked=metal, massagers=(HOT_KNEADER, KNEADER))
    chosen: list[str] = []
    world.controller.massager_chosen.connect(chosen.append)
    world.controller.intend(intents.ChooseMassager(KNEADER.id))
    assert isinstance(world.controller.view, ReadyView)
    assert chosen == [KNEADER.id]


def test_a_household_without_a_massager_is_told_so(make_world: MakeWorld) -> None:
    view = make_world(massagers=()).controller.view
    assert isinstance(view, BlockedView)
    assert view.deeds == (Deed.MASSAGERS,)


def test_the_dose_of_the_last_day_stands_under_the_button(world: World) -> None:
    start(world)
    world.run(minutes=5, seconds=1)
    world.controller.stop()
    world.settle()
    press(world, Deed.SKIP)
    world.clock.advance(hours=2)
    world.controller.refresh()
    view = world.controller.view
    assert isinstance(view, ReadyView)
    assert view.dose == "Space starts · Today 6 of 30 minutes, 1 of 2 sessions"


def test_the_manual_tightens_what_is_offered(make_world: MakeWorld) -> None:
    short = Massager("short", "Short", "kneader", frozenset({Modality.KNEADING}), True, Limits(minutes=7))
    view = make_world(massagers=(short,)).controller.view
    assert isinstance(view, ReadyView)
    assert [option.key for option in view.controls.minutes] == [5, 7, 10, 15, 20]
    assert view.controls.minutes[2].refused == "The manual allows 7 minutes at most."


def test_heat_is_refused_with_its_reason_where_the_check_says_so(make_world: MakeWorld) -> None:
    metal = HEALTHY.merged(Answers({"body": ("implant",), "implant": ("metal",)}))
    view = make_world(checked=metal, massagers=(WARM_KNEADER,)).controller.view
    assert isinstance(view, ReadyView)
    assert view.controls.heat[0].refused == "Your safety check says: heat off."
    assert not view.controls.heat_on
