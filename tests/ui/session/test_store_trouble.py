"""A store that fails: nothing is claimed that was not written, and what matters for the body comes first."""

from collections.abc import Callable

import pytest

from massage_companion.companion.ports import StoreError
from massage_companion.session.states import Action, Ending
from massage_companion.ui.session import intents
from massage_companion.ui.session.view import (
    AfterView,
    BlockedView,
    Deed,
    FeltWrongView,
    OvertimeView,
    ReadyView,
    RunningView,
)
from tests.ui.session.session_world import FINE_TODAY, MEI, World, press, start

MakeWorld = Callable[..., World]


def test_a_start_that_could_not_be_stored_did_not_start(world: World) -> None:
    press(world, Deed.START)
    world.store.fails = StoreError("full", "no space")
    world.controller.intend(intents.AnswerToday(dict(FINE_TODAY)))
    assert isinstance(world.controller.view, ReadyView)
    assert world.sessions.live is None
    assert world.screen.notice is not None
    assert world.screen.notice.title == "The session did not start"
    world.store.fails = None
    world.settle()
    press(world, Deed.START)
    assert isinstance(world.controller.view, RunningView)
    assert world.screen.notice is None


def test_an_end_that_could_not_be_stored_says_to_switch_off_and_can_be_tried_again(world: World) -> None:
    start(world)
    world.store.fails = StoreError("full", "no space")
    world.controller.stop()
    assert isinstance(world.controller.view, RunningView)
    assert world.screen.notice is not None
    assert world.screen.notice.title.startswith("Switch the massager off")
    world.store.fails = None
    world.controller.stop()
    assert isinstance(world.controller.view, AfterView)
    assert world.screen.notice is None


def test_time_goes_on_while_nothing_can_be_stored(world: World) -> None:
    start(world)
    world.store.fails = StoreError("locked", "busy")
    world.run(minutes=5)
    assert isinstance(world.controller.view, OvertimeView)
    assert world.bell.heard == [(0, 80)]
    assert world.screen.notice is not None
    world.store.fails = None
    world.run(seconds=20)
    assert world.screen.notice is None


def test_what_to_do_now_is_shown_even_where_the_stop_could_not_be_stored(world: World) -> None:
    start(world)
    world.store.fails = StoreError("full", "no space")
    world.controller.perform(Action.FEELS_WRONG)
    view = world.controller.view
    assert isinstance(view, FeltWrongView)
    assert not view.stored
    world.settle()
    world.controller.intend(intents.NoteWrong("Dizzy"))
    assert isinstance(world.controller.view, FeltWrongView)
    world.store.fails = None
    world.controller.intend(intents.NoteWrong("Dizzy"))
    assert isinstance(world.controller.view, BlockedView)
    (record,) = world.store.records(MEI.id, 10)
    assert (record.ending, record.note) == (Ending.FELT_WRONG, "Dizzy")


def test_data_that_cannot_be_read_allows_nothing_and_can_be_tried_again(world: World) -> None:
    broken = StoreError("damaged", "no")

    def fails(_person: str) -> tuple[()]:
        raise broken

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(world.store, "screenings", fails)
        world.controller.refresh()
        view = world.controller.view
        assert isinstance(view, BlockedView)
        assert view.deeds == (Deed.TRY_AGAIN,)
    world.settle()
    press(world, Deed.TRY_AGAIN)
    assert isinstance(world.controller.view, ReadyView)
