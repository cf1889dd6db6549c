"""What a person wants on the session screen. No Qt.

Why: screens only tell; whether it is possible is looked up in the view that was shown, and decided by gate and machine.
An intent that the view does not offer must never do anything.
"""

from typing import TypeAlias

from msgspec import Struct

from massage_companion.companion.saved_plans import PlanDraft
from massage_companion.eligibility.limits import Intensity
from massage_companion.session.states import Action
from massage_companion.ui.session.view import (
    AskingView,
    BlockedView,
    Deed,
    OvertimeView,
    PlansView,
    ReadyView,
    SessionView,
)

SETTLE_MS = 700
"""How long a situation is on screen before a press counts: a double press must not answer what nobody has read."""


class ChooseMassager(Struct, frozen=True):
    """Use this massager."""

    massager: str


class ChooseMinutes(Struct, frozen=True):
    """Plan so many minutes."""

    minutes: int


class ChooseLevel(Struct, frozen=True):
    """Plan this level."""

    level: Intensity


class ChooseHeat(Struct, frozen=True):
    """Plan with heat or without."""

    on: bool


class RateBefore(Struct, frozen=True):
    """The neck is so sore now, 0 to 10."""

    soreness: int


class UsePlan(Struct, frozen=True):
    """Plan as this saved plan says; an empty id means none of them."""

    plan: str


class EditPlan(Struct, frozen=True):
    """Change this saved plan."""

    plan: str


class DropPlan(Struct, frozen=True):
    """Delete this saved plan."""

    plan: str


class ChangeDraft(Struct, frozen=True):
    """The plan that is written reads like this now."""

    draft: PlanDraft


class Press(Struct, frozen=True):
    """A button that needs nothing more."""

    deed: Deed


class Act(Struct, frozen=True):
    """Something that happens to the running session."""

    action: Action


class AnswerToday(Struct, frozen=True):
    """What was entered for today's questions: ids of options, or a number as it was typed."""

    entered: dict[str, tuple[str, ...] | str]


class SwitchedOffAt(Struct, frozen=True):
    """The massager went off at this instant, Unix ms."""

    utc_ms: int


class SaveRating(Struct, frozen=True):
    """How the neck is after the session, and a note."""

    soreness: int | None
    note: str


class NoteWrong(Struct, frozen=True):
    """What was felt when something felt wrong."""

    note: str


class Escape(Struct, frozen=True):
    """The safest stop that there is now."""


Intent: TypeAlias = (
    ChooseMassager
    | ChooseMinutes
    | ChooseLevel
    | ChooseHeat
    | RateBefore
    | UsePlan
    | EditPlan
    | DropPlan
    | ChangeDraft
    | Press
    | Act
    | AnswerToday
    | SwitchedOffAt
    | SaveRating
    | NoteWrong
    | Escape
)

_STOPS = frozenset({Action.END, Action.FEELS_WRONG})
_HARMLESS = frozenset({
    Deed.PLANS, Deed.NEW_PLAN, Deed.KEEP_PLAN, Deed.LEAVE_PLAN, Deed.UNDO_DROP, Deed.BACK, Deed.SMALL_WINDOW
})  # fmt: skip
"""What can be taken back by one press, or stores only what was typed."""


def is_offered(view: SessionView, intent: Intent) -> bool:
    """Whether the view lets the person do this."""
    match intent:
        case ChooseMassager(massager=massager):
            controls = view.controls if isinstance(view, (ReadyView, BlockedView)) else None
            return controls is not None and any(option.key == massager for option in controls.massagers)
        case ChooseMinutes() | ChooseLevel() | ChooseHeat() | RateBefore():
            return isinstance(view, ReadyView)
        case UsePlan(plan=plan) if isinstance(view, ReadyView):
            return not plan or any(option.key == plan for option in view.controls.plans)
        case UsePlan(plan=plan) | EditPlan(plan=plan) | DropPlan(plan=plan):
            return isinstance(view, PlansView) and any(saved.id == plan for saved in view.saved if not saved.dropped)
        case ChangeDraft():
            return isinstance(view, PlansView) and view.editor is not None
        case Press(deed=deed):
            return deed in view.deeds
        case Act(action=action):
            return action in view.actions
        case AnswerToday():
            return Deed.CONTINUE in view.deeds
        case SwitchedOffAt():
            return isinstance(view, AskingView) and Action.SWITCHED_OFF in view.actions
        case SaveRating():
            return Deed.SAVE in view.deeds
        case NoteWrong():
            return Deed.DONE in view.deeds
        case Escape():
            return bool(view.actions)


def needs_settling(intent: Intent, view: SessionView) -> bool:
    """Whether a press right after a change may have been meant for what was there before.

    Stopping never waits; but once time is up Esc says that the massager is off, and nobody may say so unread.
    """
    match intent:
        case Escape():
            return isinstance(view, OvertimeView)
        case ChooseMassager() | ChooseMinutes() | ChooseLevel() | ChooseHeat() | RateBefore():
            return False
        case UsePlan() | EditPlan() | DropPlan() | ChangeDraft():
            return False
        case Press(deed=deed):
            return deed not in _HARMLESS
        case Act(action=action):
            return action not in _STOPS
        case _:
            return True
