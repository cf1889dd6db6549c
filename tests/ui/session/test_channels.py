"""Time is up: window, sound or flash, and notification, each also where the others fail."""

from collections.abc import Callable

import pytest

from massage_companion.companion.household import Person
from massage_companion.session.states import Action
from massage_companion.ui.session.channels import Around
from massage_companion.ui.session.view import AfterView, OvertimeView, PausedView
from tests.ui.session.session_world import FakeDesktop, World, start

MakeWorld = Callable[..., World]


class Broken:
    """Every channel at once, and none of them works."""

    def play(self, level: int, volume_percent: int, sound: str = "bell") -> None:
        raise OSError("no device")

    def stop(self) -> None:
        raise OSError("no device")

    def show(
        self, kind: str, title: str, text: str, actions: tuple[tuple[str, str], ...] = (), critical: bool = False
    ) -> None:
        raise ValueError("nonsense from the bus")

    def withdraw(self) -> None:
        raise ValueError("nonsense from the bus")

    def flash(self) -> None:
        raise RuntimeError("no window")

    def hold(self) -> None:
        raise RuntimeError("no bus")

    def release(self) -> None:
        raise RuntimeError("no bus")


def silent(sound: str = "silent") -> Person:
    return Person("mei", "Mei", sound=sound)


def to_zero(world: World) -> None:
    start(world)
    world.run(minutes=5)


@pytest.mark.parametrize("sound", ["bell", "chime", "wood"])
def test_the_sound_is_the_persons_own(make_world: MakeWorld, sound: str) -> None:
    world = make_world(person=silent(sound))
    to_zero(world)
    assert world.bell.sounds == [sound]
    assert world.desktop.flashes == 0


def test_somebody_who_wants_no_sound_sees_a_flash_until_the_answer(make_world: MakeWorld) -> None:
    world = make_world(person=silent())
    to_zero(world)
    assert world.bell.heard == []
    assert world.desktop.flashing
    world.run(seconds=20)
    assert world.desktop.flashes == 2
    world.controller.perform(Action.IT_IS_OFF)
    assert not world.desktop.flashing


def test_every_channel_may_fail_and_the_session_goes_on(make_world: MakeWorld) -> None:
    for person in (silent("bell"), silent()):
        broken = Broken()
        world = make_world(person=person, bell=broken, around=Around(broken, broken, broken))
        wanted: list[bool] = []
        world.controller.attention_wanted.connect(lambda wanted=wanted: wanted.append(True))
        start(world)
        world.controller.perform(Action.PAUSE)
        assert isinstance(world.controller.view, PausedView)
        world.settle()
        world.controller.perform(Action.RESUME)
        world.run(minutes=5, seconds=5)
        assert isinstance(world.controller.view, OvertimeView)
        assert wanted
        world.controller.perform(Action.IT_IS_OFF)
        assert isinstance(world.controller.view, AfterView)


@pytest.mark.parametrize("working", ["bell", "notifier", "flasher"])
def test_one_channel_that_works_is_heard_though_the_others_fail(make_world: MakeWorld, working: str) -> None:
    broken, desktop = Broken(), FakeDesktop()
    around = Around(
        notifier=desktop if working == "notifier" else broken,
        flasher=desktop if working == "flasher" else broken,
        awake=broken,
    )
    person = silent() if working == "flasher" else silent("bell")
    world = make_world(person=person, bell=None if working == "bell" else broken, around=around)
    to_zero(world)
    told = {"bell": bool(world.bell.heard), "notifier": desktop.shown, "flasher": desktop.flashing}
    assert told[working]


def test_the_screen_stays_on_from_start_to_end_and_only_then(world: World) -> None:
    assert world.desktop.awake == []
    to_zero(world)
    world.run(minutes=1)
    assert world.desktop.awake == [True]
    world.controller.perform(Action.IT_IS_OFF)
    assert world.desktop.awake == [True, False]


def test_a_controller_that_is_replaced_leaves_nothing_behind(world: World) -> None:
    to_zero(world)
    told = len(world.desktop.notices)
    world.controller.close()
    assert world.desktop.keys == []
    assert world.desktop.awake == [True, False]
    world.take_over()
    assert len(world.desktop.notices) == told + 1
    assert world.desktop.awake == [True, False, True]
