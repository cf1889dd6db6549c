"""A program without a window that is there to be killed: `python -m tests.support.killed_program`.

It reads one scene for each line of its input and lives through it in a process of its own, which it forks, since a
start from nothing would take most of the time. That process says after each event what it has acknowledged, and goes
on until it is killed. Its clock runs quickly, so that a minute's session takes half a second.
"""

import os
import sys
from pathlib import Path
from threading import Event as Waiting

import msgspec
from msgspec import Struct

from massage_companion.companion.ports import LiveSession
from massage_companion.companion.sessions import Sessions
from massage_companion.session.plan import Plan
from massage_companion.session.reading import Reading, shifted
from massage_companion.session.states import Asking, Event, Look, Pause, Resume, StillRunning
from massage_companion.storage.store import open_store
from massage_companion.storage.system_clock import SystemClock
from tests.support.fake_clock import NOON
from tests.support.small_rules import FINE_TODAY, KNEADER, small_rules

SPEED = 120
LOOK_SECONDS = 1 / SPEED
LIVES_MS = 20_000
"""Of real time. Longer than any scene: whoever forgets to kill it must not leave it behind."""


class Scene(Struct, frozen=True):
    """One life. Times of ``pause_ms`` and ``resume_ms`` count from the start of the session, by the quick clock.

    ``begins_ms`` is the clock at ``real_ms`` of the computer's own clock. Where ``session`` is empty, it only finds
    what an earlier life left, and asks.
    """

    folder: str
    session: str
    begins_ms: int
    real_ms: int
    pause_ms: int | None = None
    resume_ms: int | None = None


class QuickClock:
    """Fulfils the port ``Clock``. The same scene gives every process the same clock; ``last`` is what it said last."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._real = SystemClock()
        self.last = NOON

    def read(self) -> Reading:
        """What the clocks say now."""
        passed_ms = (self._real.read().boot_ms - self._scene.real_ms) * SPEED
        self.last = shifted(NOON, self._scene.begins_ms + passed_ms)
        return self.last


class GivenId:
    """Fulfils the port ``Ids`` with one name, and others after it for whatever else is new."""

    def __init__(self, first: str) -> None:
        self._first = first
        self._given = 0

    def new(self) -> str:
        """The name that the scene gave; later ones are told apart by a number."""
        self._given += 1
        return self._first if self._given == 1 else f"{self._first}-{self._given}"


class _Life:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._clock = QuickClock(scene)
        opened = open_store(Path(scene.folder), self._clock.read())
        assert opened.set_aside is None
        self._sessions = Sessions(small_rules(), opened.store, self._clock, GivenId(scene.session))

    def is_lived(self) -> None:
        """Until it is killed."""
        found = self._sessions.recover()
        if not self._scene.session:
            assert found is not None
            _say("FoundUnfinished", type(found.state).__name__, self._clock.last.boot_ms)
            Waiting().wait(LIVES_MS / 1_000)
            return
        self._sessions.answer_today("lena", FINE_TODAY)
        begun = self._sessions.start("lena", KNEADER, Plan(1), sore_before=3)
        assert isinstance(begun, LiveSession), begun
        started_ms = self._clock.last.boot_ms
        _say("Start", type(begun.state).__name__, started_ms)
        deeds: list[tuple[int | None, Event]] = [(self._scene.pause_ms, Pause()), (self._scene.resume_ms, Resume())]
        for _ in range(LIVES_MS):
            Waiting().wait(LOOK_SECONDS)
            self._happens(Look())
            if deeds and deeds[0][0] is not None and self._clock.last.boot_ms - started_ms >= deeds[0][0]:
                self._happens(deeds.pop(0)[1])

    def _happens(self, event: Event) -> None:
        happened = self._sessions.happened(event)
        assert happened is not None
        _say(type(event).__name__, type(happened[0]).__name__, self._clock.last.boot_ms)
        if isinstance(happened[0], Asking):
            # The computer was too busy for half a minute of this quick clock.
            self._happens(StillRunning())


def _say(*words: object) -> None:
    # One call for the whole line: whoever is killed has said all of it or nothing.
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def main() -> None:
    """Lives through one scene after the other."""
    for line in sys.stdin:
        process = os.fork()
        if process == 0:
            _say("life", os.getpid())
            _Life(msgspec.json.decode(line, type=Scene)).is_lived()
            return
        os.waitpid(process, 0)
        _say("gone")


if __name__ == "__main__":
    main()
