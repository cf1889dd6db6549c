"""After an absence the person is asked; an end is stored, with what was felt."""

from collections.abc import Callable

from massage_companion.session.states import Action, Asking, Ending
from massage_companion.ui.session import intents
from massage_companion.ui.session.view import (
    AfterView,
    AskingView,
    BlockedView,
    Deed,
    FeltWrongView,
    OvertimeView,
    RunningView,
    TodayView,
)
from tests.ui.session.session_world import FINE_TODAY, MEI, World, press, start

MakeWorld = Callable[..., World]


def test_after_a_suspend_the_screen_asks_and_claims_nothing(world: World) -> None:
    start(world)
    world.run(minutes=1)
    world.clock.suspend(minutes=30)
    world.ticker.fire()
    assert isinstance(world.controller.view, AskingView)
    assert world.ticker.delay_ms is None
    assert world.store.records(MEI.id, 10) == ()


def test_a_crash_is_found_at_the_next_start(world: World) -> None:
    start(world)
    world.run(minutes=1)
    world.clock.reboot(minutes=10)
    world.open()
    assert isinstance(world.controller.view, AskingView)


def test_switched_off_on_time_is_logged_without_overtime(world: World) -> None:
    start(world)
    world.run(minutes=1)
    world.clock.suspend(minutes=30)
    world.ticker.fire()
    world.settle()
    view = world.controller.view
    assert isinstance(view, AskingView)
    assert view.off is not None
    assert view.off.at_end is not None
    world.clock.advance(minutes=3)
    world.controller.intend(intents.SwitchedOffAt(view.off.at_end))
    (record,) = world.store.records(MEI.id, 10)
    assert (record.used_ms, record.overtime_ms) == (300_000, 0)


def test_still_running_beyond_the_plan_is_overtime_at_once_and_heard(world: World) -> None:
    start(world)
    world.clock.suspend(minutes=30)
    world.ticker.fire()
    world.settle()
    heard = len(world.bell.heard)
    world.controller.perform(Action.STILL_RUNNING)
    assert isinstance(world.controller.view, OvertimeView)
    assert len(world.bell.heard) == heard + 1


def test_not_knowing_is_logged_as_a_span(world: World) -> None:
    start(world)
    world.run(minutes=1)
    world.clock.suspend(minutes=30)
    world.ticker.fire()
    world.settle()
    world.controller.perform(Action.DO_NOT_KNOW)
    view = world.controller.view
    assert isinstance(view, AfterView)
    assert view.lines[0].startswith("It ran for at least ")


def test_escape_on_the_question_answers_nothing(world: World) -> None:
    start(world)
    world.clock.suspend(minutes=30)
    world.ticker.fire()
    world.settle()
    world.controller.stop()
    live = world.sessions.live
    assert live is not None
    assert isinstance(live.state, Asking)


def test_something_feels_wrong_ends_at_once_and_blocks_until_a_new_check(world: World) -> None:
    start(world)
    world.controller.perform(Action.FEELS_WRONG)
    assert isinstance(world.controller.view, FeltWrongView)
    world.settle()
    world.controller.intend(intents.NoteWrong("Dizzy"))
    blocked = world.controller.view
    assert isinstance(blocked, BlockedView)
    assert Deed.CHECK_AGAIN in blocked.deeds
    (record,) = world.store.records(MEI.id, 10)
    assert (record.ending, record.note) == (Ending.FELT_WRONG, "Dizzy")
    assert [sign.settled for sign in world.store.stop_signs(MEI.id)] == [False]


def test_a_rating_is_kept_and_a_skipped_one_leaves_it_open(world: World) -> None:
    start(world)
    world.controller.stop()
    world.settle()
    world.controller.intend(intents.SaveRating(3, "  Better  "))
    (record,) = world.store.records(MEI.id, 10)
    assert (record.sore_after, record.note) == (3, "Better")


def test_stopping_needs_no_second_step_and_no_waiting(world: World) -> None:
    press(world, Deed.START)
    world.controller.intend(intents.AnswerToday(dict(FINE_TODAY)))
    world.controller.stop()
    assert world.sessions.live is None


def test_a_press_right_after_the_screen_changed_does_not_count(world: World) -> None:
    world.controller.intend(intents.Press(Deed.START))
    world.controller.intend(intents.AnswerToday(dict(FINE_TODAY)))
    assert isinstance(world.controller.view, TodayView)
    assert world.sessions.live is None


def test_a_second_controller_takes_a_running_session_over_as_it_is(world: World) -> None:
    start(world)
    world.run(minutes=1)
    world.controller.close()
    assert world.ticker.delay_ms is None
    world.take_over()
    view = world.controller.view
    assert isinstance(view, RunningView)
    world.run(minutes=5)
    assert isinstance(world.controller.view, OvertimeView)
