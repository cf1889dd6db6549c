"""What the session screen shows, as values: one type for each situation. No Qt.

Why: a screen that shows one whole value can be tested without a window, and never shows half of two situations.
Each view says what can be done in it; a screen must never offer anything else.
"""

from enum import StrEnum
from typing import Literal, TypeAlias

from msgspec import Struct

from massage_companion.session.states import Action
from massage_companion.ui.check.page_view import QuestionView

Tone: TypeAlias = Literal["ok", "warning", "danger", "neutral"]
BlockTone: TypeAlias = Literal["warning", "danger"]


class Deed(StrEnum):
    """What a person can do that is no event of a running session."""

    START = "start"
    CONTINUE = "continue"
    BACK = "back"
    SEE_RESULT = "see_result"
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
    """The plan and what it can be. ``heat`` is empty for a massager that cannot heat."""

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


class Line(Struct, frozen=True):
    """A sentence with a bold lead."""

    lead: str
    text: str


class Other(Struct, frozen=True):
    """A further reason, less large."""

    title: str
    text: str


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
    actions: frozenset[Action] = frozenset()

    @property
    def summary(self) -> str:
        """The whole explanation after the title, as it is read aloud."""
        told = [f"{line.lead}: {line.text}" for line in self.lines]
        told += [f"{other.title}. {other.text}" for other in self.others]
        return " ".join([*told, *([self.source] if self.source else [])])


class RunningView(Struct, frozen=True):
    """The massager is on. ``fraction`` of the time is left, 0 to 1."""

    badge: Badge
    time: str
    caption: str
    spoken: str
    fraction: float
    massager: str
    plan: str
    actions: frozenset[Action]
    deeds: tuple[Deed, ...] = ()


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
    deeds: tuple[Deed, ...] = ()


class OvertimeView(Struct, frozen=True):
    """Time is up and nobody has said that the massager is off. ``quiet`` says how long the sound stays off."""

    badge: Badge
    time: str
    spoken: str
    text: str
    quiet: str
    actions: frozenset[Action]
    deeds: tuple[Deed, ...]


class OffTime(Struct, frozen=True):
    """When it can have been switched off, in Unix ms; ``at_end`` where time was up in between."""

    earliest: int
    latest: int
    proposed: int
    offset_minutes: int
    dated: bool
    at_end: int | None = None


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
)


class Notice(Struct, frozen=True):
    """Something that went wrong in storing, above whatever is shown."""

    title: str
    text: str
