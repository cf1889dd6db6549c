"""Programs with a running, paused or overtime session are killed at random moments. Nothing is lost but a look.

Each is followed by a start, which finds the session and asks, and by one of the three answers.
"""

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event as Waiting
from types import TracebackType
from typing import Self

import msgspec
import pytest

from massage_companion.companion.household import Person
from massage_companion.companion.ports import LiveSession
from massage_companion.companion.sessions import HEARTBEAT_MS, Sessions
from massage_companion.eligibility.screening import Screening
from massage_companion.log.record import SessionRecord
from massage_companion.session.measure import overtime_ms, used_ms
from massage_companion.session.reading import DAY_MS, HOUR_MS, MINUTE_MS, Reading, elapsed_ms
from massage_companion.session.states import (
    Asking,
    DoNotKnow,
    End,
    Ending,
    Event,
    Overtime,
    Paused,
    Running,
    State,
    StillRunning,
    SwitchedOff,
)
from massage_companion.storage.store import SqliteStore, open_store
from massage_companion.storage.system_clock import SystemClock
from tests.support.fake_clock import NOON, FakeClock
from tests.support.killed_program import SPEED, QuickClock, Scene
from tests.support.killed_truth import Said, Truth
from tests.support.small_rules import HEALTHY, KNEADER, small_rules

ROOT = Path(__file__).resolve().parents[2]
SECOND = 1_000
WRITTEN_EVERY_MS = HEARTBEAT_MS
AT_ONCE = 5


class World:
    """One data folder, its log, and a program that lives in it again and again."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._dice = random.Random(seed)
        self._day = 0
        self._logged: set[str] = set()
        self.found: Counter[str] = Counter()
        store = self._opened()
        store.keep_person(Person("lena", "Lena"))
        store.keep_massager(KNEADER)
        store.complete_check(Screening("check", "lena", HEALTHY, small_rules().version, NOON.utc_ms))
        store.close()
        command = [sys.executable, "-m", "tests.support.killed_program"]
        self._program = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, bufsize=1
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._program as program:
            program.kill()

    def turn(self) -> None:
        """A session, a kill, a start and an answer; the next turn is another day."""
        self._day += 1
        scene, kill_after_ms = self._scene()
        said = self._killed(scene, kill_after_ms)
        if said and self._dice.random() < 0.25:
            # Killed once more, while it asks.
            asked = msgspec.structs.replace(scene, session="")
            again = self._killed(asked, self._dice.randint(0, 20) * SPEED)
            assert {each.kind for each in again} <= {Asking.__name__}
        self._comes_back(scene, said)

    def _scene(self) -> tuple[Scene, int]:
        """A session and when to kill it, counted from its start by the quick clock."""
        begins_ms, real_ms = self._day * (DAY_MS + HOUR_MS), SystemClock().read().boot_ms
        scene = Scene(str(self._folder), f"session-{self._day}", begins_ms, real_ms)
        dice, second = self._dice, SECOND
        match dice.choice(["running", "paused", "resumed", "overtime"]):
            case "running":
                return scene, dice.randint(0, 55 * second)
            case "overtime":
                return scene, dice.randint(60 * second, 110 * second)
            case kind:
                pause, paused = dice.randint(2 * second, 40 * second), dice.randint(0, 40 * second)
                resume = pause + paused if kind == "resumed" else None
                scene = msgspec.structs.replace(scene, pause_ms=pause, resume_ms=resume)
                return scene, pause + paused + dice.randint(0, 15 * second)

    def _killed(self, scene: Scene, after_ms: int) -> list[Said]:
        """What a life had acknowledged when it was killed."""
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        self._program.stdin.write(msgspec.json.encode(scene).decode() + "\n")
        process = int(self._program.stdout.readline().split()[1])
        # One in ten is killed while it starts.
        said = [] if self._dice.random() < 0.1 else [self._program.stdout.readline()]
        assert said != ["gone\n"], "it did not start; its error stands above"
        Waiting().wait(after_ms / SPEED / 1_000 if said else self._dice.random() * 0.05)
        os.kill(process, signal.SIGKILL)
        while (line := self._program.stdout.readline()) != "gone\n":
            assert line
            said.append(line)
        words = [line.split() for line in said]
        return [Said(event, kind, int(at_ms)) for event, kind, at_ms in words]

    def _comes_back(self, scene: Scene, said: list[Said]) -> None:
        """The program starts again some time later, and Lena answers."""
        clock = FakeClock(QuickClock(scene).read())
        clock.advance(ms=self._dice.randint(0, 20 * MINUTE_MS))
        store = self._opened()
        sessions = Sessions(small_rules(), store, clock, _NoIds())
        found = sessions.recover()
        assert {record.id for record in store.records("lena", 1_000)} == self._logged
        if found is None:
            assert said == [], "a session that had been acknowledged is lost"
        else:
            assert found.session.id == scene.session
            self._answers(sessions, store, clock, said, found)
        assert store.live() is None
        records = store.records("lena", 1_000)
        assert len(records) == len(self._logged)
        assert {record.id for record in records} == self._logged
        store.close()

    def _answers(
        self, sessions: Sessions, store: SqliteStore, clock: FakeClock, said: list[Said], live: LiveSession
    ) -> None:
        asking = live.state
        assert isinstance(asking, Asking)
        stored = asking.interrupted
        truth = Truth(said, stored)
        _knows_what_was_written(stored, asking, said, truth)
        self.found[type(stored).__name__] += 1
        answer, off = self._answer(clock, said[-1].at_ms if said else stored.seen.boot_ms)
        clock.advance(ms=self._dice.randint(0, MINUTE_MS))
        if isinstance(answer, SwitchedOff):
            answer = SwitchedOff(elapsed_ms(off, clock.read()))
        happened = sessions.happened(answer)
        if isinstance(answer, StillRunning):
            clock.advance(ms=self._dice.randint(0, MINUTE_MS // 3))
            happened = sessions.happened(End())
        assert happened is not None
        self._logged.add(live.session.id)
        record = store.record(live.session.id)
        assert record is not None
        _is_true(record, answer, stored, truth, clock.read() if not isinstance(answer, SwitchedOff) else off)

    def _answer(self, clock: FakeClock, killed_ms: int) -> tuple[Event, Reading]:
        """What Lena says, and when the massager went off if she knows."""
        now = clock.read()
        ago_ms = self._dice.randint(0, max(0, now.boot_ms - killed_ms))
        off = FakeClock(now)
        off.advance(ms=-ago_ms)
        answers: list[Event] = [StillRunning(), SwitchedOff(0), DoNotKnow()]
        return self._dice.choice(answers), off.read()

    def _opened(self) -> SqliteStore:
        opened = open_store(self._folder, NOON)
        assert opened.set_aside is None
        return opened.store


class _NoIds:
    def new(self) -> str:
        raise AssertionError("nothing new begins")


def _known_ms(state: State, at: Reading) -> int:
    return used_ms(state, at) + overtime_ms(state, at)


def _knows_what_was_written(
    stored: Running | Paused | Overtime, asking: Asking, said: list[Said], truth: Truth
) -> None:
    """The last written look is no older than the heartbeat, and what is known until then is right to the second."""
    if said:
        assert stored.seen.boot_ms > said[-1].at_ms - WRITTEN_EVERY_MS
        assert truth.is_on != isinstance(stored, Paused)
    assert abs(_known_ms(asking, asking.found) - truth.massage_ms(stored.seen)) <= SECOND


def _is_true(
    record: SessionRecord, answer: Event, stored: Running | Paused | Overtime, truth: Truth, until: Reading
) -> None:
    """The row tells the truth to the second; of what nobody knows it tells the least and the most."""
    told = record.used_ms + record.overtime_ms
    known, away = truth.massage_ms(stored.seen), elapsed_ms(stored.seen, until)
    ran_on = truth.massage_ms(until) if truth.is_on else known + away
    if isinstance(answer, DoNotKnow):
        assert (record.ending, abs(told - known) <= SECOND) == (Ending.UNCONFIRMED, True)
        assert abs(record.at_most_ms - ran_on) <= SECOND
        return
    true_ms = truth.massage_ms(until) if isinstance(answer, SwitchedOff) else ran_on
    assert abs(told - true_ms) <= SECOND
    assert record.at_most_ms == told
    assert record.ending is (Ending.FINISHED if told >= MINUTE_MS else Ending.STOPPED_EARLY)


def lived_through(folder: Path, turns: int, seed: int) -> Counter[str]:
    """The states that were found, over as many turns in one world."""
    with World(folder, seed) as world:
        for _ in range(turns):
            world.turn()
        return world.found


def killed_times(times: int, folder: Path) -> Counter[str]:
    """The states that were found, over several worlds at once."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        lives = [
            pool.submit(lived_through, folder / str(number), times // AT_ONCE, 20_261_114 + number)
            for number in range(AT_ONCE)
        ]
        return sum((life.result() for life in lives), Counter())


@pytest.mark.parametrize("times", [60, pytest.param(300, marks=pytest.mark.window)])
def test_a_session_outlives_its_program_however_often_that_is_killed(tmp_path: Path, times: int) -> None:
    found = killed_times(times, tmp_path)
    assert set(found) == {"Running", "Paused", "Overtime"}
    assert min(found.values()) >= times // 15
    assert sum(found.values()) >= times * 0.85
