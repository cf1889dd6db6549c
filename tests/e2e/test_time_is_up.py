"""Time is up while other work goes on: the whole program and a real notification service (dunst), answered there.

Dunst asks a menu program which of several actions is meant; here that is a script which finds the wanted words.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from massage_companion.session.reading import MINUTE_MS
from massage_companion.session.states import Ending
from tests.e2e.conftest import StartCompanion
from tests.e2e.driver import Program
from tests.e2e.in_session import WORDS, Settled, answer_still_running, assert_quiet, wait_for_time_up
from tests.e2e.notifying import Dunst, wait_until
from tests.e2e.prepared import SECOND_MS, kept, leave_session, prepare
from tests.e2e.x_session import XSession

pytestmark = pytest.mark.window


class AskedDunst(Dunst):
    """A notification service in which a test presses the button of these words."""

    def __init__(self, session: XSession, folder: Path) -> None:
        self._wanted, self.offered_to = folder / "wanted", folder / "offered"
        menu = folder / "menu"
        menu.write_text(f'#!/bin/sh\ntee "{self.offered_to}" | grep -F "$(cat "{self._wanted}")" | head -n 1\n')
        menu.chmod(0o700)
        (folder / "dunst").mkdir()
        (folder / "dunst" / "dunstrc").write_text(f"[global]\ndmenu = {menu}\n")
        super().__init__(session, {**session.environment, "XDG_CONFIG_HOME": str(folder)})

    def press(self, words: str) -> None:
        """Press the button of the one notification that stands there."""
        self._wanted.write_text(words)
        self._ask("context")

    def offers(self) -> str:
        """The buttons that the menu was given last."""
        return self.offered_to.read_text("utf-8")


@pytest.fixture
def dunst(x_session: XSession, tmp_path: Path) -> Iterator[AskedDunst]:
    (tmp_path / "service").mkdir()
    service = AskedDunst(x_session, tmp_path / "service")
    service.start()
    yield service
    service.stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return prepare(tmp_path / "household")


def at_zero(companion: StartCompanion, folder: Path, most: int) -> Program:
    """A session of one minute is nearly over when the program comes back; then its time is up."""
    leave_session(folder, 50 * SECOND_MS, most=most)
    program = companion(data_folder=folder)
    answer_still_running(program)
    wait_for_time_up(program)
    # What is pressed right after a change was meant for what stood there before.
    program.wait_until(Settled(WORDS("session.overtime.off")), "the page to settle")
    return program


def test_it_is_off_ends_the_session_and_the_notification_goes(
    companion: StartCompanion, folder: Path, dunst: AskedDunst
) -> None:
    program = at_zero(companion, folder, most=1)
    wait_until(lambda: dunst.displayed() == 1, "a notification")
    dunst.press(WORDS("session.notice.off"))
    program.wait_for(WORDS("session.after.skip"))
    wait_until(lambda: dunst.displayed() == 0, "no notification")
    assert WORDS("session.notice.wrong") in dunst.offers()
    assert WORDS("session.notice.more") not in dunst.offers(), "more than the permit allowed"
    (row,) = kept(folder).rows
    assert (row.ending, row.used_ms) == (Ending.FINISHED, MINUTE_MS)
    assert_quiet(program)


def test_one_minute_more_is_quiet_and_still_counts(companion: StartCompanion, folder: Path, dunst: AskedDunst) -> None:
    program = at_zero(companion, folder, most=15)
    wait_until(lambda: dunst.displayed() == 1, "a notification")
    dunst.press(WORDS("session.notice.more"))
    wait_until(lambda: dunst.displayed() == 0, "no notification")
    quiet = WORDS("session.overtime.quiet", time="").split(".")[0].strip()
    program.wait_until(lambda tree: tree.all(containing=quiet), "the quiet minute")
    assert kept(folder).live is not None
    assert_quiet(program)


def test_something_feels_wrong_ends_it_and_brings_the_list(
    companion: StartCompanion, folder: Path, dunst: AskedDunst
) -> None:
    program = at_zero(companion, folder, most=15)
    wait_until(lambda: dunst.displayed() == 1, "a notification")
    dunst.press(WORDS("session.notice.wrong"))
    program.wait_for(WORDS("felt_wrong.steps.next"))
    told = kept(folder)
    assert (told.endings, told.stop_signs) == ([Ending.FELT_WRONG], 1)
    wait_until(lambda: dunst.displayed() == 0, "no notification")
    assert_quiet(program)


def test_a_killed_program_leaves_the_question_to_the_next(
    companion: StartCompanion, folder: Path, dunst: AskedDunst
) -> None:
    program = at_zero(companion, folder, most=1)
    wait_until(lambda: dunst.displayed() == 1, "a notification")
    program.kill()
    again = companion(data_folder=folder)
    again.wait_for(WORDS("session.asking.title"))
    dunst.press(WORDS("session.notice.off"))
    assert kept(folder).live is not None, "what a dead program asked is answered in the window"
