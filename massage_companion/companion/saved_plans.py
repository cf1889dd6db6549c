"""Plans kept under a name for one massager, as a use case: keep the present one, change, delete, bring back.

A saved plan is a wish like any other. Choosing one only fills what is wanted; the gate judges it each time, so nothing
here looks at limits of a person, and nothing here may ever start a session.
"""

import unicodedata

from msgspec import Struct, structs

from massage_companion.companion.log_ports import PlanStore
from massage_companion.companion.ports import Ids
from massage_companion.eligibility.limits import Intensity
from massage_companion.session.gate import HARD_LIMITS
from massage_companion.session.plan import LONGEST_PHASE_NAME, MOST_PHASES, Phase, Plan, SavedPlan

NAME_LENGTH = 40
"""Letters of the name of a plan."""

MOST_MINUTES = HARD_LIMITS.minutes or 15
"""Longer than any session may be is not worth keeping."""


class PlanDraft(Struct, frozen=True):
    """A plan while it is written. ``minutes`` counts only without phases: where there are some, they add up.

    ``id`` is the saved plan that is changed, empty for a new one.
    """

    name: str = ""
    minutes: int = 5
    intensity: Intensity = Intensity.LOW
    heat: bool = False
    phases: tuple[Phase, ...] = ()
    id: str = ""

    @property
    def total(self) -> int:
        """Whole minutes of the plan."""
        return sum(phase.minutes for phase in self.phases) if self.phases else self.minutes

    @property
    def plan(self) -> Plan:
        """The plan as it would be kept."""
        phases = tuple(Phase(_tidy(phase.name), phase.minutes) for phase in self.phases)
        return Plan(self.total, self.intensity, self.heat, phases)


class Problem(Struct, frozen=True):
    """What keeps a draft from being kept; ``phase`` is the index of the phase it is about.

    ``what``: ``name_missing``, ``name_taken``, ``name_too_long``, ``phase_missing``, ``phase_too_long``,
    ``too_many_phases``, ``too_short``, ``too_long``.
    """

    what: str
    phase: int | None = None


def draft_of(plan: Plan, name: str = "", id: str = "") -> PlanDraft:
    """A draft that begins as a plan is."""
    return PlanDraft(name, plan.minutes, plan.intensity, plan.heat, plan.phases, id)


class SavedPlans:
    """Each change raises StoreError where it could not be stored."""

    def __init__(self, store: PlanStore, ids: Ids) -> None:
        self._store = store
        self._ids = ids

    def of(self, massager: str) -> tuple[SavedPlan, ...]:
        """The plans of a massager, in the order in which they were made."""
        return self._store.saved_plans(massager)

    def problem(self, massager: str, draft: PlanDraft) -> Problem | None:
        """The first thing that is wrong with a draft; ``None`` where it can be kept."""
        others = (each for each in self.of(massager) if each.id != draft.id)
        if not _alike(draft.name):
            return Problem("name_missing")
        if any(_alike(each.name) == _alike(draft.name) for each in others):
            return Problem("name_taken")
        if len(_tidy(draft.name)) > NAME_LENGTH:
            return Problem("name_too_long")
        return _problem_of_time(draft)

    def keep(self, massager: str, draft: PlanDraft) -> SavedPlan:
        """Keep a draft as a new plan, or in place of the one it changes. ValueError for one with a problem."""
        if self.problem(massager, draft) is not None:
            raise ValueError("the plan has a problem")
        saved = SavedPlan(draft.id or self._ids.new(), massager, _tidy(draft.name), draft.plan)
        self._store.keep_plan(saved)
        return saved

    def drop(self, saved: SavedPlan) -> None:
        """Forget a plan."""
        self._store.drop_plan(saved.id)

    def bring_back(self, saved: SavedPlan) -> None:
        """Keep a plan again that was just forgotten, as it was."""
        taken = {_alike(each.name) for each in self.of(saved.massager)}
        if _alike(saved.name) in taken:
            saved = structs.replace(saved, name=_free_name(saved.name, taken))
        self._store.keep_plan(saved)


def _problem_of_time(draft: PlanDraft) -> Problem | None:
    for number, phase in enumerate(draft.phases):
        if not _tidy(phase.name):
            return Problem("phase_missing", number)
        if len(_tidy(phase.name)) > LONGEST_PHASE_NAME:
            return Problem("phase_too_long", number)
    if len(draft.phases) > MOST_PHASES:
        return Problem("too_many_phases")
    if draft.total < 1 or any(phase.minutes < 1 for phase in draft.phases):
        return Problem("too_short")
    return Problem("too_long") if draft.total > MOST_MINUTES else None


def _free_name(name: str, taken: set[str]) -> str:
    """The name with the first number that nobody has."""
    number = 2
    while _alike(f"{name} {number}") in taken:
        number += 1
    return f"{name} {number}"


def _tidy(name: str) -> str:
    """The name without blanks that nobody sees."""
    return " ".join(name.split())


def _alike(name: str) -> str:
    """What two names that look the same have in common: letters whatever their case and width, and nothing unseen."""
    seen = "".join(letter for letter in unicodedata.normalize("NFKC", name) if unicodedata.category(letter) != "Cf")
    return unicodedata.normalize("NFKC", _tidy(seen).casefold())
