"""The main job in a real window, by keyboard: a session in the log, and a block that holds.

Slow on purpose where time is the point: one session really runs for a minute.
"""

import re
from pathlib import Path

import pytest

from massage_companion.session.states import Ending
from massage_companion.storage.store import read_store
from tests.e2e.accessible_tree import Node
from tests.e2e.conftest import StartCompanion
from tests.e2e.driver import Program
from tests.e2e.journeys import Journey

pytestmark = pytest.mark.window

A_MINUTE_AND_A_BIT = 80.0


def household(folder: Path) -> tuple[str, ...]:
    """How the sessions of the first person ended, the newest first, as the file on disk says."""
    store = read_store(folder)
    assert store is not None
    try:
        person = store.people()[0]
        return tuple(row.ending.value for row in store.records(person.id, 100))
    finally:
        store.close()


def live_sessions(folder: Path) -> int:
    store = read_store(folder)
    assert store is not None
    try:
        return 0 if store.live() is None else 1
    finally:
        store.close()


def start_session(program: Program, journey: Journey) -> None:
    """From the session page over today's questions into a running session."""
    words = journey.words
    program.wait_for(words("session.ready.start"), "push button")
    journey.tab_to(words("session.ready.start"))
    program.wait_until(Settled(words("session.ready.start")), "the page to settle")
    program.key("space")
    program.wait_for(words("session.today.none"))
    journey.tab_to(words("session.today.none"))
    program.wait_until(Settled(words("session.today.none")), "today's page to settle")
    program.key("space")
    program.wait_for(words("session.running.pause"))


class Settled:
    """True once a thing has been there for some looks: a press right after a change is meant for what was before."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._seen = 0

    def __call__(self, tree: Node) -> bool:
        self._seen = self._seen + 1 if tree.find(self._name) else 0
        return self._seen >= 5


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "household"


def test_a_healthy_desk_worker_times_a_session_that_lands_in_the_log(companion: StartCompanion, folder: Path) -> None:
    program = companion(data_folder=folder)
    journey = Journey(program)
    words = journey.words
    journey.first_start("Mei", minutes="1")
    journey.answer_check({"neck-now": ("mild-tired",), "neck-pain": 2})
    journey.finish_check()
    start_session(program, journey)
    program.wait_for(words("session.overtime.off"), seconds=A_MINUTE_AND_A_BIT)
    assert live_sessions(folder) == 1, "time being up ends nothing by itself"
    journey.tab_to(words("session.overtime.off"))
    program.wait_until(Settled(words("session.overtime.off")), "the page to settle")
    program.key("space")
    program.wait_for(words("session.after.skip"))
    journey.tab_to(words("session.after.skip"))
    program.wait_until(Settled(words("session.after.skip")), "the page to settle")
    program.key("space")
    assert household(folder) == (Ending.FINISHED.value,)
    program.stop()

    again = companion(data_folder=folder)
    tree = again.wait_for_window()
    assert not any(text == words("first_run.begin") for text in tree.texts()), "the check is not asked again"
    Journey(again).tab_to(words("window.log"))
    again.key("Return")
    found = again.wait_until(lambda seen: seen.all(role="table cell"), "a row in the log")
    cells = [cell.name or cell.text or "" for cell in found.all(role="table cell")]
    assert any(re.fullmatch(r"1 minute.*", cell) for cell in cells), cells
    assert words("log.ending.finished") in cells


def test_a_person_with_cord_type_is_blocked_and_nothing_starts_a_session(
    companion: StartCompanion, folder: Path
) -> None:
    program = companion(data_folder=folder)
    journey = Journey(program)
    journey.first_start("Li")
    journey.answer_check({"told-by-doctor": ("cord-type",)})
    journey.finish_check()
    text = journey.content.texts.rules["R12"]
    tree = program.wait_until(lambda seen: any(text.why in said for said in seen.texts()), "the explanation")
    said = " ".join(tree.texts())
    assert text.next in said
    assert journey.content.texts.questions["told-by-doctor"].options["cord-type"] in said
    assert all(not node.enabled for node in tree.all(role="push button", name=journey.words("session.ready.start"))), (
        "the start button is disabled"
    )
    for _round in range(3):
        program.key("space", "Return", "alt+s", "Escape", "Tab", "space", "ctrl+Return")
    for _stop in range(25):
        program.key("Tab")
        focused = program.tree().focused_node()
        if focused is not None and focused.name not in (
            journey.words("session.blocked.health_changed"),
            journey.words("session.blocked.see_result"),
        ):
            program.key("space")
    assert live_sessions(folder) == 0
    assert household(folder) == ()
