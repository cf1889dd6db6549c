"""How a person gets into each situation of the session screen, by keys where there are some."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from massage_companion.session.states import Action
from massage_companion.ui.session import intents
from tests.support.small_rules import HEALTHY
from tests.ui.session.session_world import World

MakeWorld = Callable[..., World]
CORD = HEALTHY.with_answer("signs", ("clumsy-hands",))
"""A person who must not use a massager."""


def key(world: World, which: Qt.Key, times: int = 1) -> None:
    """Press a key where the focus is."""
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget() or world.screen, which)


def run_session(world: World) -> None:
    """The shortest way of a healthy person into a session, by keys alone."""
    key(world, Qt.Key.Key_Space)
    world.settle()
    key(world, Qt.Key.Key_Return)
    world.settle()


def focused_text(world: World) -> str:
    focused = QApplication.focusWidget()
    if isinstance(focused, QAbstractButton):
        return focused.text()
    return focused.accessibleName() if focused is not None else ""


def offered_by_buttons(world: World) -> set[object]:
    """What all visible, usable buttons of the situation mean when they are pressed."""
    meant: list[object] = []
    world.screen.intended.disconnect(world.controller.intend)
    world.screen.intended.connect(meant.append)
    for button in world.screen.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled() and not button.isCheckable():
            button.click()
    world.screen.intended.disconnect(meant.append)
    world.screen.intended.connect(world.controller.intend)
    kinds: dict[object, object] = {
        intents.AnswerToday: "continue",
        intents.SwitchedOffAt: Action.SWITCHED_OFF,
        intents.SaveRating: "save",
        intents.NoteWrong: "done",
    }
    found: set[object] = set()
    for intent in meant:
        if isinstance(intent, intents.Press):
            found.add(intent.deed.value)
        elif isinstance(intent, intents.Act):
            found.add(intent.action)
        else:
            found.add(kinds[type(intent)])
    return found


def to_overtime(world: World) -> None:
    run_session(world)
    world.run(minutes=5, seconds=5)


def to_asking(world: World) -> None:
    run_session(world)
    world.run(minutes=1)
    world.clock.suspend(minutes=30)
    world.ticker.fire()
    world.settle()


def to_asking_after_a_pause(world: World) -> None:
    run_session(world)
    world.controller.perform(Action.PAUSE)
    world.clock.reboot(minutes=30)
    world.open()


def to_pause(world: World) -> None:
    run_session(world)
    world.controller.perform(Action.PAUSE)
    world.settle()


def to_after(world: World) -> None:
    run_session(world)
    world.controller.stop()
    world.settle()


def to_felt_wrong(world: World) -> None:
    run_session(world)
    world.controller.perform(Action.FEELS_WRONG)
    world.settle()


def to_today(world: World) -> None:
    key(world, Qt.Key.Key_Space)
    world.settle()


SITUATIONS: dict[str, Callable[[World], None]] = {
    "ready": lambda _world: None,
    "today": to_today,
    "running": run_session,
    "paused": to_pause,
    "overtime": to_overtime,
    "asking": to_asking,
    "asking after a pause": to_asking_after_a_pause,
    "after": to_after,
    "felt wrong": to_felt_wrong,
}
every_situation = pytest.mark.parametrize("reach", SITUATIONS.values(), ids=SITUATIONS.keys())
