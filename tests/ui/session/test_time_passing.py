"""A session as time passes: looks, bell, pause, overtime, and the rest afterwards."""

from collections.abc import Callable

from massage_companion.session.states import Action, Ending, Overtime
from massage_companion.ui.session.view import (
    AfterView,
    BlockedView,
    Deed,
    OvertimeView,
    PausedView,
    ReadyView,
    RunningView,
)
from tests.ui.session.session_world import World, press, start

MakeWorld = Callable[..., World]


def test_a_whole_session_looks_once_a_second_and_ends_in_overtime(world: World) -> None:
    world.controller.watch("screen", True)
    start(world)
    armed = world.ticker.armed
    world.run(minutes=5)
    assert isinstance(world.controller.view, OvertimeView)
    assert 299 <= world.ticker.armed - armed <= 303


def test_a_hidden_window_looks_every_ten_seconds_and_meets_zero_exactly(world: World) -> None:
    start(world)
    armed = world.ticker.armed
    world.run(minutes=4, seconds=58)
    assert isinstance(world.controller.view, RunningView)
    world.run(seconds=1)
    assert isinstance(world.controller.view, OvertimeView)
    assert world.ticker.armed - armed <= 32
    live = world.sessions.live
    assert live is not None
    assert isinstance(live.state, Overtime)
    assert live.state.zero.utc_ms - live.state.started.utc_ms == 300_000


def test_a_window_that_is_seen_again_shows_the_time_at_once(world: World) -> None:
    start(world)
    world.run(seconds=13)
    world.controller.watch("screen", True)
    view = world.controller.view
    assert isinstance(view, RunningView)
    assert view.time == "04:46"


def test_the_small_window_alone_keeps_the_seconds_going(world: World) -> None:
    start(world)
    world.controller.watch("small window", True)
    assert world.ticker.delay_ms is not None
    assert world.ticker.delay_ms <= 1_000
    world.controller.watch("small window", False)
    assert world.ticker.delay_ms > 1_000


def test_pause_and_going_on_keep_the_time(world: World) -> None:
    start(world)
    world.run(minutes=1)
    world.controller.perform(Action.PAUSE)
    before = world.controller.view
    assert isinstance(before, PausedView)
    world.run(minutes=20)
    world.controller.perform(Action.RESUME)
    after = world.controller.view
    assert isinstance(after, RunningView)
    assert after.time == before.time


def test_the_bell_rings_at_zero_and_louder_every_twenty_seconds(world: World) -> None:
    start(world)
    world.run(minutes=5)
    assert world.bell.heard == [(0, 80)]
    world.run(seconds=60)
    assert [level for level, _ in world.bell.heard] == [0, 1, 2, 3]


def test_reminding_later_silences_the_bell_for_a_minute_only(world: World) -> None:
    start(world)
    world.run(minutes=5)
    press(world, Deed.REMIND)
    heard = len(world.bell.heard)
    assert world.bell.stops == 1
    world.run(seconds=55)
    assert len(world.bell.heard) == heard
    assert isinstance(world.controller.view, OvertimeView)
    world.run(seconds=30)
    assert len(world.bell.heard) > heard


def test_the_window_is_wanted_at_zero_and_not_before(world: World) -> None:
    wanted: list[bool] = []
    world.controller.attention_wanted.connect(lambda: wanted.append(True))
    start(world)
    world.run(minutes=4, seconds=50)
    assert wanted == []
    world.run(seconds=10)
    assert wanted == [True]


def test_it_is_off_ends_the_overtime_and_silences_the_bell(world: World) -> None:
    start(world)
    world.run(minutes=6)
    world.controller.perform(Action.IT_IS_OFF)
    view = world.controller.view
    assert isinstance(view, AfterView)
    assert world.bell.stops == 1
    record = world.store.record(view.session)
    assert record is not None
    assert record.ending is Ending.FINISHED
    assert record.overtime_ms >= 60_000


def test_after_the_rest_the_start_button_comes_back_by_itself(world: World) -> None:
    start(world)
    world.run(minutes=5)
    world.controller.stop()
    world.settle()
    press(world, Deed.SKIP)
    assert isinstance(world.controller.view, BlockedView)
    world.run(minutes=59)
    assert isinstance(world.controller.view, BlockedView)
    world.run(minutes=1)
    assert isinstance(world.controller.view, ReadyView)
    assert world.ticker.delay_ms is None


def test_nothing_answers_in_the_first_moment_of_overtime(world: World) -> None:
    start(world)
    world.run(minutes=4, seconds=55)
    while not isinstance(world.controller.view, OvertimeView):
        world.run(seconds=0.1)
    for late_ms in (0, 300, 300):
        world.clock.advance(ms=late_ms)
        world.controller.stop()
        world.controller.perform(Action.IT_IS_OFF)
        assert isinstance(world.controller.view, OvertimeView)
    world.clock.advance(ms=200)
    world.controller.stop()
    assert isinstance(world.controller.view, AfterView)
