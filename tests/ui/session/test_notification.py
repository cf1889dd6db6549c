"""The notification about a session: it offers what the page offers, and is gone when it is answered."""

from collections.abc import Callable

import pytest

from massage_companion.eligibility.limits import Limits
from massage_companion.session.massager import Massager
from massage_companion.session.states import Action, Ending
from massage_companion.ui.session.channels import Around
from massage_companion.ui.session.view import AfterView, FeltWrongView, OvertimeView, RunningView
from tests.support.small_rules import WARM_KNEADER
from tests.ui.session.session_world import FakeDesktop, World, start

MakeWorld = Callable[..., World]


def to_zero(world: World) -> None:
    start(world)
    world.run(minutes=5)


def test_at_zero_the_notification_offers_what_can_be_done(world: World) -> None:
    to_zero(world)
    kind, title, text, actions, critical = world.desktop.notices[-1]
    assert (kind, title, text, critical) == ("time_up", "Time is up: switch the massager off", "Is it off?", True)
    assert actions == (
        ("off", "It is off"),
        ("more", "Still on, 1 more minute"),
        ("wrong", "Something feels wrong"),
    )


def test_nothing_is_notified_while_it_runs(world: World) -> None:
    start(world)
    world.run(minutes=4, seconds=50)
    assert world.desktop.notices == []


def test_the_notification_says_whole_minutes_and_is_shown_once_for_each(world: World) -> None:
    world.controller.watch("screen", True)
    to_zero(world)
    world.run(minutes=2, seconds=30)
    assert [text for _, _, text, _, _ in world.desktop.notices] == [
        "Is it off?",
        "It has been running 1 minute longer than planned.",
        "It has been running 2 minutes longer than planned.",
    ]


@pytest.mark.parametrize("act", ["button", "notification"])
def test_the_notification_is_withdrawn_when_it_is_answered(world: World, act: str) -> None:
    to_zero(world)
    world.settle()
    if act == "button":
        world.controller.perform(Action.IT_IS_OFF)
    else:
        world.controller.perform_from_notification("off")
    assert isinstance(world.controller.view, AfterView)
    assert act == "notification" or not world.desktop.shown
    record = world.store.record(world.controller.view.session)
    assert record is not None
    assert record.ending is Ending.FINISHED


def test_one_more_minute_is_quiet_and_then_told_again(world: World) -> None:
    to_zero(world)
    world.settle()
    world.controller.perform_from_notification("more")
    heard, told = len(world.bell.heard), len(world.desktop.notices)
    view = world.controller.view
    assert isinstance(view, OvertimeView)
    assert view.quiet
    world.run(seconds=55)
    assert (len(world.bell.heard), len(world.desktop.notices)) == (heard, told)
    world.run(seconds=30)
    assert len(world.bell.heard) > heard
    assert len(world.desktop.notices) > told


def test_one_more_minute_is_offered_only_inside_the_limit(make_world: MakeWorld) -> None:
    tight = Massager("tight", "Tight", "kneader", WARM_KNEADER.modalities, True, Limits(minutes=6))
    world = make_world(massagers=(tight,))
    to_zero(world)
    assert world.desktop.keys == ["off", "more", "wrong"]
    world.run(seconds=20)
    assert world.desktop.keys == ["off", "wrong"]
    world.controller.perform_from_notification("more")
    view = world.controller.view
    assert isinstance(view, OvertimeView)
    assert not view.quiet


def test_something_feels_wrong_comes_forward_with_the_three_steps(world: World) -> None:
    wanted: list[bool] = []
    to_zero(world)
    world.controller.attention_wanted.connect(lambda: wanted.append(True))
    world.controller.perform_from_notification("wrong")
    assert isinstance(world.controller.view, FeltWrongView)
    assert wanted == [True]


def test_a_press_on_the_notification_itself_only_shows_the_window(world: World) -> None:
    wanted: list[bool] = []
    to_zero(world)
    world.controller.attention_wanted.connect(lambda: wanted.append(True))
    world.controller.perform_from_notification("default")
    assert isinstance(world.controller.view, OvertimeView)
    assert wanted == [True]


@pytest.mark.parametrize("key", ["off", "more", "wrong", "default", "", "nonsense"])
def test_a_late_or_foreign_action_does_nothing_to_a_session_that_runs(world: World, key: str) -> None:
    start(world)
    world.controller.perform_from_notification(key)
    expected = FeltWrongView if key == "wrong" else RunningView
    assert isinstance(world.controller.view, expected)


@pytest.mark.parametrize("key", ["off", "more", "wrong", "default"])
def test_no_action_does_anything_where_no_session_runs(world: World, key: str) -> None:
    before = world.controller.view
    world.controller.perform_from_notification(key)
    assert world.controller.view == before


def test_an_answer_too_quick_to_be_read_is_asked_again(world: World) -> None:
    start(world)
    world.run(minutes=4, seconds=55)
    while world.desktop.notices == []:
        world.run(seconds=0.1)
    world.controller.perform_from_notification("off")
    assert isinstance(world.controller.view, OvertimeView)
    assert len(world.desktop.notices) == 2
    world.settle()
    world.controller.perform_from_notification("off")
    assert isinstance(world.controller.view, AfterView)


def test_the_question_is_told_without_it_is_off(world: World) -> None:
    start(world)
    world.clock.suspend(minutes=20)
    world.ticker.fire()
    kind, title, _text, _actions, critical = world.desktop.notices[-1]
    assert (kind, title, critical) == ("asking", "Is the massager still running?", False)
    assert world.desktop.keys == ["wrong"]


def test_notifications_that_are_switched_off_stay_off(make_world: MakeWorld) -> None:
    desktop = FakeDesktop()
    world = make_world(around=Around(desktop, desktop, desktop, lambda: False))
    to_zero(world)
    assert desktop.notices == []
    assert world.bell.heard
