"""Two programs on one data folder, as real processes: at most one session is live, whoever was quicker.

The lock of the window keeps two programs apart; this is what holds if that lock should ever fail.
"""

import subprocess
import sys
from pathlib import Path

from massage_companion.storage.store import SqliteStore, open_store
from tests.support.fake_clock import NOON

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 5

STARTER = """
import sys
from pathlib import Path
from massage_companion.companion.ports import StoreError
from massage_companion.storage.store import open_store
from tests.support.fake_clock import NOON
from tests.support.household_values import live_session, record

store = open_store(Path(sys.argv[1]), NOON).store
print("ready", flush=True)
for line in sys.stdin:
    deed, name = line.split()
    try:
        if deed == "start":
            store.keep_live(live_session(name), "started", NOON)
        elif deed == "look":
            store.keep_live(live_session(name), "Look", NOON)
        else:
            store.finish(record(name), "End", None)
        print("done", flush=True)
    except StoreError as error:
        print(error.detail, flush=True)
"""


class Program:
    """A process with the store open, that does as it is told."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", STARTER, str(folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, cwd=ROOT,
        )  # fmt: skip
        assert self.heard() == "ready"

    def told(self, deed: str, name: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{deed} {name}\n")

    def heard(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def does(self, deed: str, name: str) -> str:
        self.told(deed, name)
        return self.heard()

    def ends(self) -> None:
        with self._process as process:
            process.kill()


def test_of_two_that_start_at_the_same_moment_one_gets_the_session(store: SqliteStore, folder: Path) -> None:
    store.close()
    programs = [Program(folder), Program(folder)]
    for number in range(ROUNDS):
        names = [f"session-{number}-{place}" for place in range(2)]
        for program, name in zip(programs, names, strict=True):
            program.told("start", name)
        said = [program.heard() for program in programs]
        assert sorted(said) == ["another session is live", "done"]
        winner = said.index("done")
        assert programs[winner].does("end", names[winner]) == "done"
    for program in programs:
        program.ends()
    opened = open_store(folder, NOON).store
    assert (len(opened.records("ann", 100)), opened.live()) == (ROUNDS, None)
    opened.close()


def test_a_session_that_another_program_ended_is_not_written_any_more(store: SqliteStore, folder: Path) -> None:
    store.close()
    first, second = Program(folder), Program(folder)
    assert first.does("start", "session-1") == "done"
    assert second.does("end", "session-1") == "done"
    assert first.does("look", "session-1") == "the session has ended"
    assert second.does("start", "session-2") == "done"
    assert first.does("look", "session-1") == "another session is live"
    assert first.does("end", "session-1") == "done"
    for program in (first, second):
        program.ends()
    opened = open_store(folder, NOON).store
    live = opened.live()
    assert [record.id for record in opened.records("ann", 100)] == ["session-1"]
    assert live is not None
    assert live.session.id == "session-2"
    opened.close()
