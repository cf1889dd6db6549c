"""A small language for stories of a session, in plain text. The same story is played by several players:
the machine alone, the use cases over a database on disk, a real window. A failure shows where.

    plan 10m                             or with phases: plan left 5m, right 5m
    at 2026-11-14 23:55                  what the wall clock shows; `zone +1h` where it hangs
    start        -> running 10:00 ; nothing
    +3m          -> running 7:00         three minutes, with a look at the clock every second
    frozen 31s   -> asking 3:00          time without a look, then one
    sleep 20m    -> asking 3:00          the computer sleeps, then a look
    crash 2m     -> asking 3:00          the program is gone, starts again and finds the session
    reboot 2m    -> asking 3:00          the same with the computer; `reboot 2m wall -1h` with a wrong clock
    wall -1h     -> running 7:00         somebody sets the wall clock, then a look
    zone +8h     -> running 7:00         the same instant elsewhere (also the end of daylight saving), then a look
    pause, resume, off, wrong, look, still running, off 5m ago, don't know
    clock        -> 2026-11-15 00:01     what the wall clock shows now
    log          -> 2026-11-14 23:55 to 2026-11-15 00:05, finished 10:00
    start        -> refused rest not over until 2026-11-14 13:10
    dose         -> 10 of 30 minutes, next at 2026-11-14 13:10

Behind the arrow: the state with what is left of the plan and of the phase (running, paused) or what is known to have
been used (asking, ended); `+` is overtime. Behind the semicolon: every effect of that line, in order. The two lines at
the end need a household: a person, a safety check and a log.
"""

import itertools
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol

from massage_companion.session.plan import Phase, Plan
from massage_companion.session.reading import MINUTE_MS
from massage_companion.session.states import (
    DoNotKnow,
    Effect,
    End,
    Event,
    FeelsWrong,
    Look,
    Pause,
    Resume,
    StillRunning,
    SwitchedOff,
)

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


class Way(StrEnum):
    """How time passes."""

    WATCHED = "watched"
    FROZEN = "frozen"
    SLEEP = "sleep"
    CRASH = "crash"
    REBOOT = "reboot"


class Player(Protocol):
    """Somebody who lives through a story: the machine, the use cases, or a window."""

    def plan(self, plan: Plan) -> None:
        """What the next session is to be."""
        ...

    def start(self) -> None:
        """Start a session by that plan, or be refused."""
        ...

    def says(self, event: Event) -> None:
        """The person does something."""
        ...

    def passes(self, ms: int, way: Way, wall_by_ms: int = 0) -> None:
        """Time passes; ``wall_by_ms`` is how wrong the wall clock is after a reboot."""
        ...

    def sets_wall(self, wall: str) -> None:
        """The wall clock shows this from now on, by its present zone, as in ``2026-11-14 23:55``."""
        ...

    def moves_wall(self, by_ms: int) -> None:
        """The wall clock jumps."""
        ...

    def travels(self, offset_minutes: int) -> None:
        """The wall clock hangs elsewhere."""
        ...

    def tells(self, about: str) -> str:
        """``state``, ``clock``, ``log`` or ``dose`` in the words of a script."""
        ...

    def heard(self) -> Iterable[Effect] | None:
        """The effects since last asked; ``None`` where this player has no way to hear them."""
        ...

    def ends(self) -> None:
        """The story is over: whatever this player can check of it as a whole holds."""
        ...


def play(script: str, player: Player) -> None:
    """Plays a script. Raises AssertionError with an arrow at the first line that does not hold."""
    lines = script.splitlines()
    for number, line in enumerate(lines):
        if wrong := _wrong(line, player):
            shown = [("--> " if place == number else "    ") + text for place, text in enumerate(lines)]
            raise AssertionError("\n".join(["", *shown[: number + 1], f"    it was: {wrong}", *shown[number + 1 :]]))
    player.ends()


def _wrong(line: str, player: Player) -> str | None:
    """What is there instead of what the line says; ``None`` where it holds."""
    said, _, expected = (part.strip() for part in line.partition("->"))
    _do(said, player)
    heard = player.heard()
    if not expected:
        return None
    state, _, effects = (part.strip() for part in expected.partition(";"))
    is_state = player.tells(said if said in ("clock", "log", "dose") else "state")
    if heard is None:
        return None if is_state == state else is_state
    is_heard = _in_words(heard)
    holds = is_state == state and effects in ("", is_heard)
    return None if holds else f"{is_state} ; {is_heard}"


def _do(said: str, player: Player) -> None:
    match said.split():
        case ["plan", *_]:
            player.plan(_plan(said.removeprefix("plan ")))
        case ["at", *_]:
            player.sets_wall(said.removeprefix("at "))
        case ["start"]:
            player.start()
        case [("frozen" | "sleep" | "crash" | "reboot") as way, time]:
            player.passes(_ms(time), Way(way))
        case ["reboot", time, "wall", by]:
            player.passes(_ms(time), Way.REBOOT, _signed_ms(by))
        case ["wall", by]:
            player.moves_wall(_signed_ms(by))
        case ["zone", offset]:
            player.travels(_signed_ms(offset) // MINUTE_MS)
        case ["off", time, "ago"]:
            player.says(SwitchedOff(_ms(time)))
        case ["clock" | "log" | "dose"]:
            pass
        case [time] if time.startswith("+"):
            player.passes(_ms(time[1:]), Way.WATCHED)
        case _:
            player.says(_SAID[said])


def _plan(words: str) -> Plan:
    """``10m``, or ``left 5m, right 5m``."""
    parts = [part.strip().rpartition(" ") for part in words.split(",")]
    phases = tuple(Phase(name, _ms(time) // MINUTE_MS) for name, _, time in parts if name)
    return Plan(sum(_ms(time) for _, _, time in parts) // MINUTE_MS, phases=phases)


def _in_words(effects: Iterable[Effect]) -> str:
    runs = [(effect.value, len(list(same))) for effect, same in itertools.groupby(effects)]
    return " ".join(name if count == 1 else f"{name} x{count}" for name, count in runs) or "nothing"


def _signed_ms(time: str) -> int:
    return _ms(time[1:]) * (-1 if time[0] == "-" else 1)


def _ms(time: str) -> int:
    parts = re.findall(r"(\d+)(ms|[dhms])", time)
    assert parts, f"no duration: {time}"
    return sum(int(number) * _UNITS[unit] for number, unit in parts)
