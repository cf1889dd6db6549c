"""What the session screen shows, as values: one type for each situation. No Qt.

Why: a screen that shows one whole value can be tested without a window, and never shows half of two situations.
Each view says what can be done in it; a screen must never offer anything else.
"""

from typing import TypeAlias

from msgspec import Struct

from massage_companion.session.states import Action
from massage_companion.ui.check.page_view import QuestionView
from massage_companion.ui.session.plan_views import PlansView
from massage_companion.ui.session.view_parts import (
    Badge,
    BlockTone,
    Controls,
    Deed,
    Line,
    OffTime,
    Option,
    Other,
    Tone,
)

__all__ = [
    "AfterView",
    "AskingView",
    "Badge",
    "BlockTone",
    "BlockedView",
    "Controls",
    "Deed",
    "FeltWrongView",
    "Line",
    "Notice",
    "OffTime",
    "Option",
    "Other",
    "OvertimeView",
    "PausedView",
    "PlansView",
    "ReadyView",
    "RunningView",
    "SessionView",
    "TodayView",
    "Tone",
]


class ReadyView(Struct, frozen=True):
    """A session can be started."""

    badge: Badge
    controls: Controls
    time: str
    spoken: str
    dose: str
    cautions: tuple[str, ...]
    deeds: tuple[Deed, ...] = (Deed.START,)
    actions: frozenset[Action] = frozenset()


class TodayView(Struct, frozen=True):
    """Today's page, before a session. The questions hold only what is missing, never an answer nobody gave."""

    badge: Badge
    title: str
    questions: tuple[QuestionView, ...]
    deeds: tuple[Deed, ...] = (Deed.CONTINUE, Deed.BACK)
    actions: frozenset[Action] = frozenset()


class BlockedView(Struct, frozen=True):
    """No session can be started, and why. ``wait_ms`` is set where waiting alone is enough."""

    badge: Badge
    tone: BlockTone
    title: str
    lines: tuple[Line, ...]
    source: str
    others: tuple[Other, ...]
    caption: str
    controls: Controls | None
    deeds: tuple[Deed, ...]
    wait_ms: int | None = None
    dose: str = ""
    actions: frozenset[Action] = frozenset()

    @property
    def summary(self) -> str:
        """The whole explanation after the title, as it is read aloud."""
        told = [f"{line.lead}: {line.text}" for line in self.lines]
        told += [f"{other.title}. {other.text}" for other in self.others]
        return " ".join([*told, *([self.source] if self.source else [])])


class RunningView(Struct, frozen=True):
    """The massager is on. ``fraction`` of the time is left, 0 to 1.

    ``phase`` and ``phase_left`` are empty for a plan without phases, ``comfort`` except for a minute at half time.
    """

    badge: Badge
    time: str
    caption: str
    spoken: str
    fraction: float
    massager: str
    plan: str
    actions: frozenset[Action]
    left_minutes: int = 0
    deeds: tuple[Deed, ...] = (Deed.SMALL_WINDOW,)
    phase: str = ""
    phase_left: str = ""
    comfort: str = ""


class PausedView(Struct, frozen=True):
    """The person paused and has switched the massager off."""

    badge: Badge
    time: str
    spoken: str
    fraction: float
    since: str
    massager: str
    plan: str
    actions: frozenset[Action]
    left_minutes: int = 0
    deeds: tuple[Deed, ...] = (Deed.SMALL_WINDOW,)
    phase: str = ""
    phase_left: str = ""


class OvertimeView(Struct, frozen=True):
    """Time is up and nobody has said that the massager is off. ``quiet`` says how long the sound stays off.

    ``more`` is whether one minute more is inside what the permit allowed, ``over_minutes`` whole minutes over time.
    """

    badge: Badge
    time: str
    spoken: str
    text: str
    quiet: str
    actions: frozenset[Action]
    deeds: tuple[Deed, ...]
    more: bool = False
    over_minutes: int = 0


class AskingView(Struct, frozen=True):
    """Nobody was looking for a while. ``off`` is ``None`` where the massager was already paused before that."""

    badge: Badge
    known: tuple[str, ...]
    still: str
    at_end: str
    off: OffTime | None
    stayed_off: int | None
    actions: frozenset[Action]
    deeds: tuple[Deed, ...] = ()


class AfterView(Struct, frozen=True):
    """It is over; how the neck is can be written down."""

    badge: Badge
    session: str
    lines: tuple[str, ...]
    deeds: tuple[Deed, ...] = (Deed.SAVE, Deed.SKIP)
    actions: frozenset[Action] = frozenset()


class FeltWrongView(Struct, frozen=True):
    """It was ended because something felt wrong. ``stored`` is False while that could not be written."""

    badge: Badge
    session: str
    steps: tuple[str, ...]
    signs: tuple[str, ...]
    then: str
    stored: bool
    deeds: tuple[Deed, ...] = (Deed.DONE,)
    actions: frozenset[Action] = frozenset()

    @property
    def summary(self) -> str:
        """The steps in one text, as they are read aloud."""
        return " ".join(self.steps)


SessionView: TypeAlias = (
    ReadyView
    | TodayView
    | BlockedView
    | RunningView
    | PausedView
    | OvertimeView
    | AskingView
    | AfterView
    | FeltWrongView
    | PlansView
)


class Notice(Struct, frozen=True):
    """Something that went wrong in storing, above whatever is shown."""

    title: str
    text: str
