"""Backup, export, deleting and putting back, through the window and Qt's own dialogs; and every action by keyboard."""

from pathlib import Path

import pytest

from massage_companion.session.states import Ending
from tests.e2e.accessible_tree import Node
from tests.e2e.conftest import StartCompanion
from tests.e2e.driver import Program
from tests.e2e.in_session import WORDS, assert_quiet, press_with_space, start_session
from tests.e2e.prepared import kept, leave_session, log_session, prepare

pytestmark = pytest.mark.window

MOST_STOPS = 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = prepare(tmp_path / "household")
    log_session(made, hours_ago=30)
    return made


def settings(program: Program) -> None:
    program.press(WORDS("window.settings"))
    program.wait_for(WORDS("data.wish.back_up"))


def name_file(program: Program, file: Path) -> None:
    """Type a path into the dialog that asks for a file."""
    program.wait_until(lambda tree: any(node.role == "text" and node.focused for node in tree.walk()), "a file's name")
    program.key("ctrl+a")
    program.type_text(str(file))
    program.key("Return")


def told(program: Program, words: str) -> None:
    program.wait_until(lambda tree: tree.all(containing=words), repr(words))


def test_a_backup_brings_back_somebody_who_was_deleted(companion: StartCompanion, folder: Path, tmp_path: Path) -> None:
    program = companion(data_folder=folder)
    settings(program)
    program.press(WORDS("data.wish.back_up"))
    backup = tmp_path / "all.zip"
    name_file(program, backup)
    told(program, WORDS("data.backup.made", file="").split("{")[0].rstrip(". "))
    assert backup.stat().st_size > 0

    program.press(WORDS("data.wish.delete_person", name="Mei"))
    program.press(WORDS("data.delete_person.understood"), "check box")
    program.wait_until(
        lambda tree: (deed := tree.find(WORDS("data.delete_person.do", name="Mei"))) and deed.enabled, ""
    )
    program.press(WORDS("data.delete_person.do", name="Mei"))
    told(program, WORDS("data.delete_person.done", name="Mei"))
    assert kept(folder).rows == ()
    program.stop()

    prepare(tmp_path / "other")
    again = companion(data_folder=tmp_path / "other")
    settings(again)
    again.press(WORDS("data.wish.restore"))
    name_file(again, backup)
    again.press(WORDS("data.restore.do"))
    told(again, WORDS("data.restore.done", file="").split(".")[0])
    assert kept(tmp_path / "other").endings == [Ending.FINISHED]
    again.wait_for(WORDS("session.ready.start"))
    assert_quiet(again)


def test_an_export_goes_out_and_comes_in_again(companion: StartCompanion, folder: Path, tmp_path: Path) -> None:
    program = companion(data_folder=folder)
    for form in ("json", "csv", "ics"):
        settings(program)
        program.press(WORDS(f"data.wish.export_{form}"))
        name_file(program, tmp_path / f"out.{form}")
        told(program, f"out.{form}")
        assert (tmp_path / f"out.{form}").stat().st_size > 0
    program.press(WORDS("data.wish.bring_in"))
    name_file(program, tmp_path / "out.json")
    told(program, WORDS("import.what"))
    program.key("Escape")
    assert len(kept(folder).rows) == 1
    assert_quiet(program)


def test_every_action_of_a_session_is_reached_by_tab_and_named_in_the_tree(
    companion: StartCompanion, tmp_path: Path
) -> None:
    folder = prepare(tmp_path / "running")
    program = companion(data_folder=folder)
    start_session(program)
    running = stops(program)
    assert reached(running, "session.running.pause", "session.running.end", "session.stop.wrong", "window.log")
    assert reached(running, "session.running.small_window", "window.settings", "felt_wrong.entry")
    press_with_space(program, "session.running.pause")
    program.wait_for(WORDS("session.paused.resume"))
    assert reached(stops(program), "session.paused.resume", "session.running.end", "session.stop.wrong")
    program.kill()
    again = companion(data_folder=folder)
    again.wait_for(WORDS("session.asking.title"))
    assert reached(stops(again), "session.asking.still_paused", "session.asking.stayed_off", "session.asking.unknown")


def test_every_action_beyond_time_is_reached_by_tab(companion: StartCompanion, tmp_path: Path) -> None:
    folder = prepare(tmp_path / "over")
    leave_session(folder, 90_000)
    program = companion(data_folder=folder)
    press_with_space(program, "session.asking.still")
    program.wait_for(WORDS("session.overtime.off"))
    assert reached(stops(program), "session.overtime.off", "session.overtime.remind", "session.stop.wrong")
    press_with_space(program, "session.overtime.off")
    program.wait_for(WORDS("session.after.skip"))
    assert reached(stops(program), "session.after.save", "session.after.skip")


def stops(program: Program) -> list[Node]:
    """Everything that Tab stops at, until it comes round. Each has a name."""
    found: list[Node] = []
    for _stop in range(MOST_STOPS):
        program.key("Tab")
        # The inside of a text field has the keyboard too, and no name of its own.
        named = [node for node in program.tree().walk() if node.focused and node.name]
        assert named, f"the keyboard is nowhere, or where nothing has a name\n{program.tree().outline()}"
        focused = named[-1]
        if any(focused.path == known.path for known in found):
            return found
        found.append(focused)
    raise AssertionError("Tab never comes round")


def reached(found: list[Node], *keys: str) -> bool:
    names = [node.name for node in found]
    missing = [WORDS(key) for key in keys if WORDS(key) not in names]
    assert not missing, f"{missing} not in {names}"
    return True
