"""The states of a session, what can happen to it, and what follows. One type per state, no flags.

A state holds instants and sums, never a countdown: what remains is always derived from a reading.
"""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from massage_companion.session.plan import Plan
from massage_companion.session.reading import Reading


class Running(Struct, frozen=True, tag="running"):
    """The massager is on. ``used_before_ms`` was used before ``since``; ``seen`` is the last look at the clock."""

    plan: Plan
    started: Reading
    since: Reading
    seen: Reading
    used_before_ms: int = 0
    paused_ms: int = 0


class Paused(Struct, frozen=True, tag="paused"):
    """The person paused, and says by it that the massager is off meanwhile."""

    plan: Plan
    started: Reading
    since: Reading
    seen: Reading
    used_ms: int
    paused_before_ms: int = 0


class Overtime(Struct, frozen=True, tag="overtime"):
    """Time is up since ``zero`` and nobody has said yet that the massager is off."""

    plan: Plan
    started: Reading
    zero: Reading
    seen: Reading
    paused_ms: int = 0


class Asking(Struct, frozen=True, tag="asking"):
    """The program was away (suspend, crash, frozen) from ``interrupted.seen`` to ``found``: only the person knows."""

    interrupted: Running | Paused | Overtime
    found: Reading


class Ending(StrEnum):
    """How a session ended."""

    FINISHED = "finished"
    STOPPED_EARLY = "stopped_early"
    FELT_WRONG = "felt_wrong"
    UNCONFIRMED = "unconfirmed"


class Ended(Struct, frozen=True, tag="ended"):
    """It is over. ``used_ms`` is known massage time within the plan, ``overtime_ms`` known time beyond it.

    ``at_most_ms`` is the most it can have been where the end is not known; the gate counts that.
    """

    plan: Plan
    started: Reading
    ended: Reading
    ending: Ending
    used_ms: int
    overtime_ms: int
    paused_ms: int
    at_most_ms: int


Live: TypeAlias = Running | Paused | Overtime | Asking
State: TypeAlias = Running | Paused | Overtime | Asking | Ended


class Look(Struct, frozen=True):
    """Please look at the clock. Looks are never counted."""


class Pause(Struct, frozen=True):
    """The person pauses and switches the massager off."""


class Resume(Struct, frozen=True):
    """The person goes on after a pause."""


class End(Struct, frozen=True):
    """The person ends the session and switches the massager off: "It is off"."""


class FeelsWrong(Struct, frozen=True):
    """Something feels wrong: it ends at once."""


class FoundUnfinished(Struct, frozen=True):
    """The program starts and finds this session without an end."""


class StillRunning(Struct, frozen=True):
    """Asked what happened meanwhile, the person says that the massager ran on and runs."""


class SwitchedOff(Struct, frozen=True):
    """Asked, the person says that the massager went off ``ago_ms`` before now."""

    ago_ms: int


class DoNotKnow(Struct, frozen=True):
    """Asked, the person cannot say when it went off, only that it is off now."""


Event: TypeAlias = Look | Pause | Resume | End | FeelsWrong | FoundUnfinished | StillRunning | SwitchedOff | DoNotKnow


class Effect(StrEnum):
    """What the world should notice after a step, in the order in which it is told where several come at once.

    ``PHASE``: another phase has begun. It can come with ``HALF`` or ``LAST_MINUTE``; those two never come together.
    """

    STARTED = "started"
    PAUSED = "paused"
    RESUMED = "resumed"
    PHASE = "phase"
    HALF = "half"
    LAST_MINUTE = "last_minute"
    TIME_UP = "time_up"
    ALARM = "alarm"
    ASK = "ask"
    ENDED = "ended"


class Action(StrEnum):
    """What the person can do in a state; the screens offer exactly these."""

    PAUSE = "pause"
    RESUME = "resume"
    END = "end"
    IT_IS_OFF = "it_is_off"
    FEELS_WRONG = "feels_wrong"
    STILL_RUNNING = "still_running"
    SWITCHED_OFF = "switched_off"
    DO_NOT_KNOW = "do_not_know"
