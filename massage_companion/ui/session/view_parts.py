"""The parts of which the views of the session screen are made, as values. No Qt.

A part says what is shown and what can be done; it must never know where it stands.
"""

from enum import StrEnum
from typing import Literal, TypeAlias

from msgspec import Struct

Tone: TypeAlias = Literal["ok", "warning", "danger", "neutral"]
BlockTone: TypeAlias = Literal["warning", "danger"]


class Deed(StrEnum):
    """What a person can do that is no event of a running session."""

    START = "start"
    CONTINUE = "continue"
    BACK = "back"
    SEE_RESULT = "see_result"
    SEE_TRENDS = "see_trends"
    PRINT = "print"
    HEALTH_CHANGED = "health_changed"
    DO_CHECK = "do_check"
    CHECK_AGAIN = "check_again"
    ANSWER_AGAIN = "answer_again"
    MASSAGERS = "massagers"
    TRY_AGAIN = "try_again"
    REMIND = "remind"
    SAVE = "save"
    SKIP = "skip"
    DONE = "done"
    SMALL_WINDOW = "small_window"
    PLANS = "plans"
    NEW_PLAN = "new_plan"
    KEEP_PLAN = "keep_plan"
    LEAVE_PLAN = "leave_plan"
    UNDO_DROP = "undo_drop"


class Badge(Struct, frozen=True):
    """The state beside the title."""

    text: str
    tone: Tone


class Option(Struct, frozen=True):
    """One of few to choose from; ``refused`` is why it cannot be chosen, empty where it can."""

    key: str | int | bool
    text: str
    spoken: str = ""
    refused: str = ""


class Controls(Struct, frozen=True):
    """The plan and what it can be. ``heat`` is empty for a massager that cannot heat.

    ``plans`` are the saved ones, ``plan`` the id of the one in use; ``phases`` is what the plan is made of and
    ``becomes`` what limits have changed in it, both in words.
    """

    massagers: tuple[Option, ...]
    massager: str
    details: str
    minutes: tuple[Option, ...]
    chosen_minutes: int
    levels: tuple[Option, ...]
    level: int
    heat: tuple[Option, ...]
    heat_on: bool
    sore: int | None = None
    plans: tuple[Option, ...] = ()
    plan: str = ""
    phases: str = ""
    becomes: str = ""


class Line(Struct, frozen=True):
    """A sentence with a bold lead."""

    lead: str
    text: str


class Other(Struct, frozen=True):
    """A further reason, less large."""

    title: str
    text: str


class OffTime(Struct, frozen=True):
    """When it can have been switched off, in Unix ms; ``at_end`` where time was up in between."""

    earliest: int
    latest: int
    proposed: int
    offset_minutes: int
    dated: bool
    at_end: int | None = None
