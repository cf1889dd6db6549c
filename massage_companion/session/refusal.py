"""Why the gate says no. Every reason is a value of its own, so that a screen can explain each one.

A refusal never says which answer would unlock a session.
"""

from typing import TypeAlias

from msgspec import Struct

from massage_companion.eligibility.limits import Intensity
from massage_companion.eligibility.verdict import Finding


class FindingStands(Struct, frozen=True):
    """A finding of the check or of today's answers forbids it."""

    finding: Finding


class StopSignOpen(Struct, frozen=True):
    """Something felt wrong and no new check was done since. ``explained`` once the person told what it was."""

    reported_utc_ms: int
    explained: bool = False


class NeverChecked(Struct, frozen=True):
    """There is no safety check yet."""


class CheckIncomplete(Struct, frozen=True):
    """Questions that matter for this massager have no answer."""

    questions: tuple[str, ...]


class CheckExpired(Struct, frozen=True):
    """The last check is too old, or dated in the future."""

    taken_utc_ms: int


class MassagerRetired(Struct, frozen=True):
    """The massager was put away for good."""


class TodayUnanswered(Struct, frozen=True):
    """Today's page has not been answered, or too long ago."""

    questions: tuple[str, ...]


class MinutesUsedUp(Struct, frozen=True):
    """The minutes or sessions of 24 hours are used; ``wait_ms`` from now it is possible again."""

    wait_ms: int
    sessions_used: int
    minutes_used: int


class RestNotOver(Struct, frozen=True):
    """The last session was too short ago; ``wait_ms`` from now it is possible again."""

    wait_ms: int


class PlanTooLong(Struct, frozen=True):
    """More minutes than allowed."""

    minutes: int
    allowed: int


class PlanTooStrong(Struct, frozen=True):
    """A higher level than allowed."""

    intensity: Intensity
    allowed: Intensity


class PhasesDoNotFit(Struct, frozen=True):
    """The phases do not fill the minutes, or one has no name, no minute or too long a name, or there are too many."""


class HeatNotAllowed(Struct, frozen=True):
    """Heat is on where it has to be off."""


Reason: TypeAlias = (
    FindingStands
    | StopSignOpen
    | NeverChecked
    | CheckIncomplete
    | CheckExpired
    | MassagerRetired
    | TodayUnanswered
    | MinutesUsedUp
    | RestNotOver
    | PlanTooLong
    | PlanTooStrong
    | PhasesDoNotFit
    | HeatNotAllowed
)

_ORDER: tuple[type[Reason], ...] = (
    StopSignOpen,
    NeverChecked,
    CheckExpired,
    CheckIncomplete,
    MassagerRetired,
    MinutesUsedUp,
    RestNotOver,
    TodayUnanswered,
    PlanTooLong,
    PlanTooStrong,
    PhasesDoNotFit,
    HeatNotAllowed,
)


def strictness(reason: Reason) -> int:
    """A key that sorts reasons strictest first: findings by their outcome, then the others in their order."""
    return -reason.finding.outcome if isinstance(reason, FindingStands) else _ORDER.index(type(reason))
