"""Phases and half time on screen and in words: said when they come, once, in one go."""

from collections.abc import Callable

import pytest

from massage_companion.companion.saved_plans import PlanDraft, SavedPlans
from massage_companion.session.plan import Phase
from massage_companion.session.states import Action
from massage_companion.ui.session import intents
from massage_companion.ui.session.view import PausedView, RunningView
from tests.support.counting_ids import CountingIds
from tests.support.small_rules import WARM_KNEADER
from tests.ui.session.session_world import World, start

MakeWorld = Callable[..., World]
COMFORT = "Half time. Is it still comfortable?\nIf not, lower the level or stop."


def begin(world: World, *phases: Phase) -> None:
    """Start a session by a saved plan of these phases."""
    saved = SavedPlans(world.store, CountingIds("saved")).keep(WARM_KNEADER.id, PlanDraft("Plan", phases=phases))
    world.controller.refresh()
    world.controller.intend(intents.UsePlan(saved.id))
    start(world)


def running(world: World) -> RunningView:
    view = world.controller.view
    assert isinstance(view, RunningView)
    return view


def test_the_phase_its_time_and_the_next_one_are_shown(world: World) -> None:
    begin(world, Phase("Left side", 3), Phase("Right side", 3))
    view = running(world)
    assert (view.phase, view.phase_left) == ("Left side", "3 minutes left here, next: Right side")
    world.run(minutes=2)
    assert running(world).phase_left == "Less than 1 minute left here, next: Right side"
    world.run(minutes=1)
    view = running(world)
    assert (view.phase, view.phase_left) == ("Right side", "3 minutes left here, then the session ends")


def test_a_pause_keeps_the_phase(world: World) -> None:
    begin(world, Phase("Left side", 3), Phase("Right side", 3))
    world.run(minutes=3)
    world.controller.perform(Action.PAUSE)
    view = world.controller.view
    assert isinstance(view, PausedView)
    assert view.phase == "Right side"


def test_a_plan_without_phases_shows_none(world: World) -> None:
    start(world)
    assert (running(world).phase, running(world).phase_left) == ("", "")


def test_the_question_about_comfort_stands_there_for_a_minute_from_half_time(world: World) -> None:
    start(world)
    shown = []
    for _ in range(290):
        world.run(seconds=1)
        shown.append(running(world).comfort)
    assert set(shown) == {"", COMFORT}
    assert 59 <= shown.count(COMFORT) <= 61
    assert 147 <= shown.index(COMFORT) <= 151


def test_a_new_phase_is_said_and_heard_softly(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    said = _said(monkeypatch)
    begin(world, Phase("Left side", 2), Phase("Right side", 3))
    world.run(minutes=2, seconds=2)
    assert said == ["Session started. It ends at 12:05.", "Now: Right side, 3 minutes."]
    assert world.bell.heard == [(0, 32)]


def test_half_time_and_a_new_phase_at_once_are_one_announcement(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(world, Phase("Left side", 3), Phase("Right side", 3))
    said = _said(monkeypatch)
    world.run(minutes=3, seconds=2)
    assert said == [f"Now: Right side, 3 minutes. {COMFORT.replace(chr(10), ' ')} 3 minutes left."]


def test_the_last_minute_and_a_new_phase_at_once_are_one_announcement(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(world, Phase("Left side", 4), Phase("Low neck", 1))
    said = _said(monkeypatch)
    world.run(minutes=4, seconds=2)
    assert said[-1] == "Now: Low neck, 1 minute. One minute left."


def test_a_whole_session_with_phases_says_nothing_else(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    said = _said(monkeypatch)
    world.controller.watch("screen", True)
    begin(world, Phase("Left side", 2), Phase("Right side", 2), Phase("Low neck", 2))
    world.run(minutes=7)
    world.controller.perform(Action.IT_IS_OFF)
    beginnings = [text.split(".")[0].split(",")[0] for text in said]
    assert beginnings == [
        "Session started",
        "Now: Right side",
        "Half time",
        "Now: Low neck",
        "One minute left",
        "Time is up",
        "Session ended",
    ]


def _said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(
        "massage_companion.ui.session.screen.announce", lambda _w, text, urgent=False: said.append(text)
    )
    return said
