"""A small language for stories of a session. A story is played against the machine; a failure shows where.

    plan 10m
    start        -> running 10:00 ; nothing
    +3m          -> running 7:00         three minutes, with a look at the clock every second
    frozen 31s   -> asking 3:00          time without a look, then one
    sleep 20m    -> asking 3:00          the computer sleeps, then a look
    crash 2m     -> asking 3:00          the program is gone, starts again and finds the session
    reboot 2m    -> asking 3:00          the same with the computer; `reboot 2m wall -1h` with a wrong clock
    wall -1h     -> running 7:00         somebody sets the wall clock, then a look
    pause, resume, off, wrong, look, still running, off 5m ago, don't know

Behind the arrow: the state with what is left of the plan (running, paused) or what is known to have been used
(asking, ended); `+` is overtime. Behind the semicolon: every effect of that line, in order.
"""

import functools
import inspect
import itertools
import re
from collections.abc import Callable

from massage_companion.session import machine
from massage_companion.session.measure import overtime_ms, paused_ms, remaining_ms, used_ms
from massage_companion.session.plan import Plan
from massage_companion.session.reading import MINUTE_MS, Reading
from massage_companion.session.states import (
    DoNotKnow,
    Effect,
    End,
    Ended,
    Event,
    FeelsWrong,
    FoundUnfinished,
    Look,
    Overtime,
    Pause,
    Paused,
    Resume,
    Running,
    State,
    StillRunning,
    SwitchedOff,
)
from tests.support.fake_clock import FakeClock
from tests.support.situation import ALL_FINE

_UNITS = {"d": 24 * 60 * MINUTE_MS, "h": 60 * MINUTE_MS, "m": MINUTE_MS, "s": 1_000, "ms": 1}
_SAID: dict[str, Event] = {
    "pause": Pause(),
    "resume": Resume(),
    "off": End(),
    "wrong": FeelsWrong(),
    "look": Look(),
    "still running": StillRunning(),
    "don't know": DoNotKnow(),
}


def story(test: Callable[[], None]) -> Callable[[], None]:
    """Plays the script in the docstring of a test."""

    @functools.wraps(test)
    def play_it() -> None:
        play(inspect.cleandoc(test.__doc__ or ""))

    return play_it


def play(script: str) -> None:
    """Plays a script. Raises AssertionError with an arrow at the first line that does not hold."""
    player = _Player()
    lines = script.splitlines()
    for number, line in enumerate(lines):
        if wrong := player.play(line):
            shown = [("--> " if place == number else "    ") + text for place, text in enumerate(lines)]
            raise AssertionError("\n".join(["", *shown[: number + 1], f"    it was: {wrong}", *shown[number + 1 :]]))


class _Player:
    def __init__(self) -> None:
        self._clock = FakeClock()
        self._plan = Plan(10)
        self._state: State | None = None
        self._effects: list[Effect] = []

    def play(self, line: str) -> str | None:
        """What is there instead of what the line says; ``None`` where it holds."""
        said, _, expected = (part.strip() for part in line.partition("->"))
        self._effects = []
        self._do(said)
        if not expected:
            return None
        state, _, effects = (part.strip() for part in expected.partition(";"))
        is_state, is_effects = describe(self._now(), self._clock.read()), self._effects_in_words()
        if is_state != state or (effects and is_effects != effects):
            return f"{is_state} ; {is_effects}"
        return None

    def _now(self) -> State:
        assert self._state is not None, "the script has to start the session first"
        return self._state

    def _do(self, said: str) -> None:
        match said.split():
            case ["plan", time]:
                self._plan = Plan(_ms(time) // MINUTE_MS)
            case ["start"]:
                self._state = machine.start(ALL_FINE.but(plan=self._plan).permit, self._clock.read())
            case ["sleep", time]:
                self._clock.suspend(ms=_ms(time))
                self._step(Look())
            case ["frozen", time]:
                self._clock.advance(ms=_ms(time))
                self._step(Look())
            case ["crash", time]:
                self._clock.advance(ms=_ms(time))
                self._step(FoundUnfinished())
            case ["reboot", time, *wrong_clock]:
                self._clock.reboot(seconds=_ms(time) / 1_000)
                self._set_wall(wrong_clock)
                self._step(FoundUnfinished())
            case ["wall", _]:
                self._set_wall(said.split())
                self._step(Look())
            case ["off", time, "ago"]:
                self._step(SwitchedOff(_ms(time)))
            case [time] if time.startswith("+"):
                self._pass(_ms(time[1:]))
            case _:
                self._step(_SAID[said])

    def _step(self, event: Event) -> None:
        stepped = machine.step(self._now(), event, self._clock.read())
        self._state = stepped.state
        self._effects += stepped.effects

    def _pass(self, ms: int) -> None:
        while ms > 0:
            self._clock.advance(ms=min(1_000, ms))
            self._step(Look())
            ms -= 1_000

    def _set_wall(self, words: list[str]) -> None:
        match words:
            case ["wall", by]:
                self._clock.set_wall(self._clock.read().utc_ms + (-1 if by[0] == "-" else 1) * _ms(by[1:]))

    def _effects_in_words(self) -> str:
        runs = [(effect.value, len(list(same))) for effect, same in itertools.groupby(self._effects)]
        return " ".join(name if count == 1 else f"{name} x{count}" for name, count in runs) or "nothing"


def describe(state: State, now: Reading) -> str:
    """The state in the words of a script."""
    match state:
        case Running():
            return f"running {_clock_face(remaining_ms(state, now))}"
        case Paused():
            return f"paused {_clock_face(remaining_ms(state, now))}"
        case Overtime():
            return f"overtime +{_clock_face(overtime_ms(state, now))}"
    words = ["ended", state.ending.value] if isinstance(state, Ended) else ["asking"]
    used, over, paused = used_ms(state, now), overtime_ms(state, now), paused_ms(state, now)
    words.append(_clock_face(used))
    if over:
        words.append(f"+{_clock_face(over)}")
    if paused:
        words.append(f"paused {_clock_face(paused)}")
    if isinstance(state, Ended) and state.at_most_ms != used + over:
        words.append(f"at most {_clock_face(state.at_most_ms)}")
    return " ".join(words)


def _clock_face(ms: int) -> str:
    minutes, rest = divmod(ms, MINUTE_MS)
    seconds, ms = divmod(rest, 1_000)
    return f"{minutes}:{seconds:02d}" + (f".{ms:03d}" if ms else "")


def _ms(time: str) -> int:
    parts = re.findall(r"(\d+)(ms|[dhms])", time)
    assert parts, f"no duration: {time}"
    return sum(int(number) * _UNITS[unit] for number, unit in parts)
