"""What the person wants to do in a session, and what the program proposes."""

from msgspec import Struct

from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.session.reading import MINUTE_MS

STARTER_SESSIONS = 3
"""The first sessions with a massager that start low (EVIDENCE section 6, starter plan)."""

STARTER_MINUTES = 5
USUAL_MINUTES = 10
OFFERED_MINUTES = (5, 10, 15, 20)


class Plan(Struct, frozen=True):
    """Whole minutes (1 or more), the level, and whether heat is on."""

    minutes: int
    intensity: Intensity = Intensity.LOW
    heat: bool = False

    @property
    def planned_ms(self) -> int:
        """The planned time in milliseconds."""
        return self.minutes * MINUTE_MS


def proposed_plan(limits: Limits, sessions_so_far: int) -> Plan:
    """The plan to show first: short and low for the first three sessions, always inside the limits."""
    minutes = STARTER_MINUTES if sessions_so_far < STARTER_SESSIONS else USUAL_MINUTES
    if limits.minutes is not None:
        minutes = min(minutes, limits.minutes)
    return Plan(minutes)


def offered_minutes(limits: Limits) -> tuple[int, ...]:
    """The minutes to choose from; those beyond the limit are shown too, and cannot be chosen."""
    cap = limits.minutes
    if cap is None or cap in OFFERED_MINUTES:
        return OFFERED_MINUTES
    return tuple(sorted({*OFFERED_MINUTES, cap}))
