"""Where a person is while no session runs. One type per stage, no flags. No Qt."""

from typing import TypeAlias

from msgspec import Struct

from massage_companion.companion.saved_plans import PlanDraft
from massage_companion.eligibility.questionnaire import Question
from massage_companion.session.plan import SavedPlan
from massage_companion.session.states import Ended


class Choosing(Struct, frozen=True):
    """At the plan."""


class AnsweringToday(Struct, frozen=True):
    """At today's page; ``missing`` are questions that had no answer when Continue was pressed."""

    questions: tuple[Question, ...]
    missing: frozenset[str] = frozenset()


class Rating(Struct, frozen=True):
    """A session is over and can be rated."""

    session: str
    ended: Ended


class FeltWrong(Struct, frozen=True):
    """A session was ended because something felt wrong; ``stored`` is False while that could not be written."""

    session: str
    stored: bool


class Dropped(Struct, frozen=True):
    """A saved plan that was just deleted, and its place in the list."""

    saved: SavedPlan
    place: int


class ArrangingPlans(Struct, frozen=True):
    """At the saved plans. ``draft`` is the one that is written; ``tried`` once saving it was wanted."""

    draft: PlanDraft | None = None
    tried: bool = False
    dropped: Dropped | None = None


Stage: TypeAlias = Choosing | AnsweringToday | Rating | FeltWrong | ArrangingPlans
