"""Stories of real sessions in the real window: real program, real file, real time, keyboard only.

A plan of one minute keeps them short. Where a story begins in the middle, the session was written by the program's own
store as a killed program leaves it. What ended how is read from the file on disk.
"""

import os
import signal
import time
from pathlib import Path

import pytest

from massage_companion.session.reading import MINUTE_MS
from massage_companion.session.states import Ending, Paused, Running
from tests.e2e.conftest import StartCompanion
from tests.e2e.in_session import (
    WORDS,
    answer_still_running,
    assert_quiet,
    press_with_space,
    start_session,
    wait_for_time_up,
)
from tests.e2e.prepared import SECOND_MS, kept, leave_session, let_time_pass, prepare

pytestmark = pytest.mark.window

A_SECOND = 1_000
AWAY_SECONDS = 32.0
"""A little longer than what counts as having been away."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return prepare(tmp_path / "household", minutes=1)


def test_killed_and_still_running_it_goes_on_to_zero_and_counts_beyond(companion: StartCompanion, folder: Path) -> None:
    program = companion(data_folder=folder)
    start_session(program)
    program.kill()
    left = kept(folder)
    assert left.live is not None
    assert left.rows == ()
    let_time_pass(folder, 50 * SECOND_MS)

    again = companion(data_folder=folder)
    answer_still_running(again)
    wait_for_time_up(again)
    assert kept(folder).live is not None, "time being up ends nothing by itself"
    press_with_space(again, "session.overtime.off")
    again.wait_for(WORDS("session.after.skip"))
    (row,) = kept(folder).rows
    assert row.ending is Ending.FINISHED
    assert row.used_ms == MINUTE_MS
    assert 0 < row.overtime_ms < 20 * A_SECOND
    assert row.at_most_ms == row.used_ms + row.overtime_ms
    assert_quiet(again)


def test_killed_in_overtime_and_switched_off_at_a_time(companion: StartCompanion, folder: Path) -> None:
    leave_session(folder, 4 * MINUTE_MS)
    program = companion(data_folder=folder)
    program.wait_for(WORDS("session.asking.title"))
    press_with_space(program, "session.asking.use_time")
    program.wait_for(WORDS("session.after.skip"))
    (row,) = kept(folder).rows
    assert row.ending is Ending.FINISHED
    assert row.used_ms == MINUTE_MS
    assert 2 * MINUTE_MS <= row.overtime_ms <= 4 * MINUTE_MS
    assert_quiet(program)


def test_killed_and_nobody_knows(companion: StartCompanion, folder: Path) -> None:
    leave_session(folder, 20 * SECOND_MS)
    program = companion(data_folder=folder)
    press_with_space(program, "session.asking.unknown")
    program.wait_for(WORDS("session.after.skip"))
    (row,) = kept(folder).rows
    assert row.ending is Ending.UNCONFIRMED
    assert 20 * SECOND_MS <= row.used_ms < 24 * SECOND_MS
    assert row.at_most_ms > row.used_ms
    assert_quiet(program)


def test_a_frozen_window_asks_and_the_time_of_the_body_goes_on(companion: StartCompanion, folder: Path) -> None:
    program = companion(data_folder=folder)
    start_session(program)
    os.kill(program.process_id, signal.SIGSTOP)
    time.sleep(AWAY_SECONDS)
    os.kill(program.process_id, signal.SIGCONT)
    answer_still_running(program)
    program.wait_for(WORDS("session.running.pause"))
    program.key("Escape")
    program.wait_for(WORDS("session.after.skip"))
    (row,) = kept(folder).rows
    assert row.ending is Ending.STOPPED_EARLY
    assert row.used_ms >= AWAY_SECONDS * SECOND_MS
    assert_quiet(program)


def test_a_pause_is_not_use(companion: StartCompanion, folder: Path) -> None:
    program = companion(data_folder=folder)
    start_session(program)
    press_with_space(program, "session.running.pause")
    program.wait_for(WORDS("session.paused.resume"))
    paused = kept(folder).live
    assert paused is not None
    assert isinstance(paused.state, Paused)
    press_with_space(program, "session.paused.resume")
    program.wait_for(WORDS("session.running.pause"))
    running = kept(folder).live
    assert running is not None
    assert isinstance(running.state, Running)
    assert running.state.used_before_ms == paused.state.used_ms
    assert running.state.paused_ms > 0
    press_with_space(program, "session.running.end")
    program.wait_for(WORDS("session.after.skip"))
    (row,) = kept(folder).rows
    assert (row.ending, row.overtime_ms) == (Ending.STOPPED_EARLY, 0)
    assert row.used_ms + row.paused_ms <= row.ended.boot_ms - row.started.boot_ms + A_SECOND
    assert_quiet(program)


def test_something_feels_wrong_in_the_small_window_ends_at_once_and_locks(
    companion: StartCompanion, folder: Path
) -> None:
    program = companion(data_folder=folder)
    start_session(program)
    press_with_space(program, "session.running.small_window")
    small = WORDS("small_window.title")
    program.wait_until(
        lambda tree: any(each.name.startswith(small) and each.active for each in tree.children), "small window"
    )
    for _stop in range(6):
        focused = program.tree().focused_node()
        if focused is not None and focused.name == WORDS("small_window.wrong"):
            break
        program.key("Tab")
    program.key("space")
    program.wait_for(WORDS("felt_wrong.steps.next"))
    told = kept(folder)
    assert told.endings == [Ending.FELT_WRONG]
    assert (told.live, told.stop_signs) == (None, 1)
    press_with_space(program, "felt_wrong.steps.next")
    program.wait_until(lambda tree: tree.all(containing=WORDS("felt_wrong.list.lead")), "the list")
    program.kill()

    again = companion(data_folder=folder)
    tree = again.wait_until(
        lambda seen: seen.find(WORDS("session.blocked.do_check")) or seen.find(WORDS("session.blocked.check_again")),
        "the way to a new check",
    )
    assert not any(start.enabled for start in tree.all(role="push button", name=WORDS("session.ready.start")))
    again.key("space", "Return", "alt+s")
    assert kept(folder).live is None
    assert_quiet(again)


def test_hours_beyond_the_end_are_told_as_they_were(companion: StartCompanion, folder: Path) -> None:
    leave_session(folder, 125 * MINUTE_MS, 5, most=15)
    program = companion(data_folder=folder)
    answer_still_running(program)
    wait_for_time_up(program)
    program.wait_until(lambda tree: tree.all(containing="2 hours") or tree.all(containing="120 minutes"), "two hours")
    program.wait_until(Pauses(), "the page to settle")
    program.key("Escape")
    program.wait_for(WORDS("session.after.skip"))
    (row,) = kept(folder).rows
    assert row.ending is Ending.FINISHED
    assert row.used_ms == 5 * MINUTE_MS
    assert 120 * MINUTE_MS <= row.overtime_ms < 121 * MINUTE_MS
    assert_quiet(program)


class Pauses:
    """True at the tenth look: Esc right after time is up was meant for something else."""

    def __init__(self) -> None:
        self._looks = 0

    def __call__(self, tree: object) -> bool:
        self._looks += 1
        return self._looks > 10
