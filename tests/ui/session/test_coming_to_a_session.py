"""From the start button over today's page to a session, or to the reason why not."""

from collections.abc import Callable

from massage_companion.eligibility.limits import Intensity
from massage_companion.session.states import Action
from massage_companion.ui.session import intents
from massage_companion.ui.session.view import (
    BlockedView,
    Deed,
    ReadyView,
    RunningView,
    TodayView,
)
from tests.support.small_rules import HEALTHY
from tests.ui.session.session_world import FINE_TODAY, World, press

MakeWorld = Callable[..., World]


def test_a_healthy_person_is_one_page_away_from_a_session(world: World) -> None:
    assert isinstance(world.controller.view, ReadyView)
    press(world, Deed.START)
    assert isinstance(world.controller.view, TodayView)
    assert world.sessions.live is None
    world.controller.intend(intents.AnswerToday(dict(FINE_TODAY)))
    assert isinstance(world.controller.view, RunningView)
    assert world.sessions.live is not None


def test_an_open_question_of_today_keeps_the_page_and_starts_nothing(world: World) -> None:
    press(world, Deed.START)
    world.controller.intend(intents.AnswerToday({}))
    view = world.controller.view
    assert isinstance(view, TodayView)
    assert [bool(question.problem) for question in view.questions] == [True]
    assert world.sessions.live is None


def test_fever_today_blocks_with_the_reason_until_it_is_answered_anew(world: World) -> None:
    press(world, Deed.START)
    world.controller.intend(intents.AnswerToday({"today": ("fever",)}))
    view = world.controller.view
    assert isinstance(view, BlockedView)
    assert view.deeds == (Deed.ANSWER_AGAIN,)
    world.controller.refresh()
    assert isinstance(world.controller.view, BlockedView)
    world.settle()
    press(world, Deed.ANSWER_AGAIN)
    assert isinstance(world.controller.view, TodayView)


def test_going_back_from_today_starts_nothing(world: World) -> None:
    press(world, Deed.START)
    press(world, Deed.BACK)
    assert isinstance(world.controller.view, ReadyView)
    assert world.sessions.live is None


def test_without_a_check_the_way_leads_to_the_check(make_world: MakeWorld) -> None:
    world = make_world(checked=None)
    view = world.controller.view
    assert isinstance(view, BlockedView)
    assert view.deeds == (Deed.DO_CHECK,)
    wanted: list[object] = []
    world.controller.elsewhere_wanted.connect(wanted.append)
    press(world, Deed.DO_CHECK)
    assert wanted == [Deed.DO_CHECK]


def test_a_check_done_elsewhere_unblocks_on_refresh(make_world: MakeWorld) -> None:
    world = make_world(checked=None)
    world.check(HEALTHY)
    world.controller.refresh()
    assert isinstance(world.controller.view, ReadyView)


def test_no_intent_of_any_kind_starts_a_blocked_session(make_world: MakeWorld) -> None:
    world = make_world(checked=HEALTHY.with_answer("signs", ("clumsy-hands",)))
    everything: list[intents.Intent] = [
        *(intents.Press(deed) for deed in Deed),
        *(intents.Act(action) for action in Action),
        intents.AnswerToday(dict(FINE_TODAY)),
        intents.ChooseMinutes(5),
        intents.ChooseLevel(Intensity.LOW),
        intents.ChooseHeat(False),
        intents.RateBefore(3),
        intents.SwitchedOffAt(0),
        intents.SaveRating(1, ""),
        intents.NoteWrong(""),
        intents.Escape(),
    ]
    for intent in everything:
        world.controller.intend(intent)
        assert isinstance(world.controller.view, BlockedView)
        assert world.sessions.live is None
