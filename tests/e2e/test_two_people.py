"""Two people in a real window, by keyboard: a check each, and nobody is let in by the other's result."""

from pathlib import Path

import pytest

from tests.e2e.conftest import StartCompanion
from tests.e2e.driver import Program
from tests.e2e.journeys import Journey

pytestmark = pytest.mark.window


def choose(program: Program, journey: Journey, person: str, *keys: str) -> None:
    """Open the menu under the name of this person and press keys in it."""
    journey.tab_to(journey.words("window.person", name=person))
    program.key("space", *keys)


def test_somebody_new_has_a_check_of_their_own(companion: StartCompanion, tmp_path: Path) -> None:
    program = companion(data_folder=tmp_path / "household")
    journey = Journey(program)
    words = journey.words
    journey.first_start("Mei")
    journey.answer_check({})
    journey.finish_check()
    program.wait_for(words("session.ready.start"))

    choose(program, journey, "Mei", "Down", "Return")
    program.wait_for(words("people.name"), "text")
    program.type_text("Ann")
    program.key("Return")
    program.wait_for(words("check.page.leave"))
    journey.tab_to(words("check.page.leave"))
    program.key("Return")
    blocked = program.wait_until(lambda tree: tree.find(words("window.person", name="Ann")), "Ann's page")
    assert blocked.find(words("session.blocked.never_checked.title")) is not None
    starts = blocked.all(role="push button", name=words("session.ready.start"))
    assert not any(start.enabled for start in starts)

    choose(program, journey, "Ann", "Up", "Return")
    tree = program.wait_until(lambda seen: seen.find(words("window.person", name="Mei")), "Mei's page")
    assert all(start.enabled for start in tree.all(role="push button", name=words("session.ready.start")))
    assert tree.find(words("session.blocked.never_checked.title")) is None
