"""A process that is killed at any moment loses nothing that it had acknowledged, and leaves a sound file."""

import random
import signal
import subprocess
import sys
from pathlib import Path

import msgspec

from massage_companion.session.states import Running
from massage_companion.storage.store import SqliteStore, open_store
from tests.support.fake_clock import NOON
from tests.support.household_values import live_session, record

ROOT = Path(__file__).resolve().parents[2]
TIMES = 50

WRITER = """
import sys
from pathlib import Path
import msgspec
from massage_companion.companion.ports import LiveSession
from massage_companion.log.record import SessionRecord
from massage_companion.storage.store import open_store
from massage_companion.storage.system_clock import SystemClock

clock = SystemClock()
opened = open_store(Path(sys.argv[1]), clock.read())
assert opened.set_aside is None
store, first = opened.store, int(sys.argv[2])
live = msgspec.json.decode(sys.argv[3], type=LiveSession)
record = msgspec.json.decode(sys.argv[4], type=SessionRecord)
left = store.live()
if left is not None:
    store.finish(msgspec.structs.replace(record, id=left.session.id), "DoNotKnow", None)
    print("ended", left.session.id, flush=True)
for number in range(first, first + 100_000):
    name = f"session-{number}"
    begun = LiveSession(msgspec.structs.replace(live.session, id=name), live.state)
    store.keep_live(begun, "started", clock.read())
    print("begun", name, flush=True)
    for _ in range(3):
        store.keep_live(begun, "Look", clock.read())
    store.finish(msgspec.structs.replace(record, id=name), "End", None)
    print("ended", name, flush=True)
"""


def killed(folder: Path, first: int, after_lines: int) -> list[list[str]]:
    """What a writing process had acknowledged when it was killed."""
    values = [msgspec.json.encode(value).decode() for value in (live_session(), record())]
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(first), *values], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(after_lines)]
        writer.send_signal(signal.SIGKILL)
        said += writer.stdout.readlines()
    return [line.split() for line in said if line.endswith("\n")]


def test_nothing_acknowledged_is_lost_by_kill_at_any_moment(store: SqliteStore, folder: Path) -> None:
    store.close()
    dice = random.Random(20261114)
    acknowledged: set[str] = set()
    for turn in range(TIMES):
        said = killed(folder, 1000 * turn, dice.randint(1, 40))
        assert said
        acknowledged |= {name for word, name in said if word == "ended"}
        begun = {name for word, name in said if word == "begun"}
        opened = open_store(folder, NOON)
        assert opened.set_aside is None
        logged = {row.id for row in opened.store.records("ann", 1_000_000)}
        live = opened.store.live()
        lives = set() if live is None else {live.session.id}
        opened.store.close()
        assert acknowledged <= logged
        assert begun <= logged | lives
        assert not lives & logged
        assert live is None or isinstance(live.state, Running)
    assert len(acknowledged) > TIMES
