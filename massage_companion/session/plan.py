"""What the person wants to do in a session, and what the program proposes."""

from itertools import accumulate

from msgspec import Struct, structs

from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.session.reading import MINUTE_MS

STARTER_SESSIONS = 3
"""The first sessions with a massager that start low (EVIDENCE section 6, starter plan)."""

STARTER_MINUTES = 5
USUAL_MINUTES = 10
OFFERED_MINUTES = (5, 10, 15, 20)

MOST_PHASES = 10
LONGEST_PHASE_NAME = 40
"""In characters: what fits on one line beside the clock."""


class Phase(Struct, frozen=True):
    """A part of a plan, such as "left side": its name as the person typed it, and whole minutes (1 or more)."""

    name: str
    minutes: int


class Plan(Struct, frozen=True):
    """Whole minutes (1 or more), the level, and whether heat is on. Phases, where there are any, fill the minutes."""

    minutes: int
    intensity: Intensity = Intensity.LOW
    heat: bool = False
    phases: tuple[Phase, ...] = ()

    @property
    def planned_ms(self) -> int:
        """The planned time in milliseconds."""
        return self.minutes * MINUTE_MS

    @property
    def phases_fit(self) -> bool:
        """Whether the phases fill the minutes, with a name each; without phases there is nothing to fit."""
        return not self.phases or (
            len(self.phases) <= MOST_PHASES
            and all(phase.minutes >= 1 and _is_a_name(phase.name) for phase in self.phases)
            and sum(phase.minutes for phase in self.phases) == self.minutes
        )

    def phase_number(self, used_ms: int) -> int | None:
        """Which phase it is after ``used_ms`` of massage, from 0. The last one stays when time is up."""
        if not self.phases:
            return None
        ends = accumulate(phase.minutes * MINUTE_MS for phase in self.phases)
        return min(sum(end <= used_ms for end in ends), len(self.phases) - 1)


class SavedPlan(Struct, frozen=True):
    """A plan kept under a name for one massager. It is a wish like any other: the gate judges it each time."""

    id: str
    massager: str
    name: str
    plan: Plan


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


def fitted(plan: Plan, limits: Limits) -> Plan:
    """The plan made to fit limits; where it differs from ``plan``, something had to change.

    It is never longer, stronger or hotter. Shorter phases share what is left in proportion, at least a minute each, so
    that no side of the body is left out; where there are more phases than minutes, the last ones go. Phases that do not
    fill their own plan are left out: nobody can say what was meant.
    """
    minutes = max(1, plan.minutes if limits.minutes is None else min(plan.minutes, limits.minutes))
    intensity = plan.intensity if limits.intensity is None else min(plan.intensity, limits.intensity)
    phases = _shared_out(plan.phases, minutes) if plan.phases_fit else ()
    return structs.replace(
        plan, minutes=minutes, intensity=intensity, heat=plan.heat and limits.heat_allowed, phases=phases
    )


def _is_a_name(name: str) -> bool:
    return bool(name.strip()) and len(name) <= LONGEST_PHASE_NAME


def _shared_out(phases: tuple[Phase, ...], minutes: int) -> tuple[Phase, ...]:
    """The phases in ``minutes``, no more than they have: a minute each, the rest by the largest remainder."""
    kept = phases[:minutes]
    asked = [phase.minutes - 1 for phase in kept]
    total, left = sum(asked), minutes - len(kept)
    if total <= left:
        return kept
    spare = left - sum(each * left // total for each in asked)
    by_remainder = sorted(range(len(kept)), key=lambda number: -(asked[number] * left % total))
    more = frozenset(by_remainder[:spare])
    return tuple(
        structs.replace(phase, minutes=1 + asked[number] * left // total + (number in more))
        for number, phase in enumerate(kept)
    )
