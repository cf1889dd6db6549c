"""The program is started twice on one data folder: one window, one writer."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import StartCompanion
from tests.e2e.driver import ROOT, massage_companion
from tests.e2e.in_session import WORDS, assert_quiet
from tests.e2e.prepared import prepare
from tests.e2e.x_session import XSession, end_group

pytestmark = pytest.mark.window

AT_ONCE = 4


def test_a_second_start_brings_the_first_window_forward(
    companion: StartCompanion, x_session: XSession, tmp_path: Path
) -> None:
    folder = prepare(tmp_path / "household")
    program = companion(data_folder=folder)
    first = x_session.run("xdotool", "getactivewindow").strip()
    x_session.run("xdotool", "windowminimize", first)
    program.wait_until(lambda tree: not any(window.active for window in tree.children), "the window to be away")
    with massage_companion(x_session, folder) as second:
        assert second.wait_for_end() == 0
        assert second.output == WORDS("window.start.already_running") + "\n"
    program.wait_until(lambda tree: any("iconified" not in window.states for window in tree.children), "the window")
    assert first in x_session.run("xdotool", "search", "--onlyvisible", "--name", WORDS("window.title")).split()
    assert_quiet(program)


def test_of_many_starts_at_once_one_has_the_window(x_session: XSession, tmp_path: Path) -> None:
    folder = prepare(tmp_path / "household")
    command = [sys.executable, "-m", "massage_companion", "--data-dir", str(folder)]
    logs = [tmp_path / f"said-{number}" for number in range(AT_ONCE)]
    started = []
    for log in logs:
        with log.open("w") as output:
            started.append(
                subprocess.Popen(
                    command, cwd=ROOT, env=x_session.environment, stdout=output, stderr=output, start_new_session=True
                )
            )
    try:
        for _one_less in range(AT_ONCE - 1):
            ended = next_that_ends(started)
            assert ended.returncode == 0
            started.remove(ended)
        (left,) = started
        assert left.poll() is None
        said = sorted(log.read_text("utf-8") for log in logs)
        assert said == sorted(["", *[WORDS("window.start.already_running") + "\n"] * (AT_ONCE - 1)])
    finally:
        for process in started:
            end_group(process)


def next_that_ends(started: list[subprocess.Popen[bytes]]) -> subprocess.Popen[bytes]:
    """The next of these that leaves by itself."""
    for _look in range(200):
        for process in started:
            try:
                process.wait(0.05)
            except subprocess.TimeoutExpired:
                continue
            return process
    raise AssertionError("they all stay")
