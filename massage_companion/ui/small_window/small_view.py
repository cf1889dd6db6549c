"""What the small window shows, as a value, made from what the session page shows. No Qt.

It can do less than the large window and never more: its actions are among those that are offered there.
"""

from typing import Literal, TypeAlias

from msgspec import Struct

from massage_companion.companion.words import Words
from massage_companion.session.states import Action
from massage_companion.ui.session.view import AskingView, OvertimeView, PausedView, RunningView, SessionView

SmallTone: TypeAlias = Literal["plain", "warning"]


class SmallView(Struct, frozen=True):
    """``time`` large, ``line`` below it; ``fraction`` of the time is left. ``asks`` where only the large one helps."""

    time: str
    line: str
    spoken: str
    fraction: float
    tone: SmallTone
    actions: frozenset[Action]
    asks: bool = False


def small_view(view: SessionView, words: Words) -> SmallView | None:
    """What the small window shows; ``None`` where no session runs, so that there is nothing to show."""
    match view:
        case RunningView():
            line = view.phase or view.massager
            spoken = words("moments.join").join((view.spoken, view.phase)) if view.phase else view.spoken
            return SmallView(view.time, line, spoken, view.fraction, "plain", view.actions)
        case PausedView():
            paused = words("small_window.paused")
            return SmallView(view.time, paused, view.spoken, view.fraction, "plain", view.actions)
        case OvertimeView():
            over = words("small_window.over")
            return SmallView(view.time, over, view.spoken, 1.0, "warning", view.actions)
        case AskingView():
            asking, more = words("small_window.asking"), words("small_window.asking_more")
            wrong = view.actions & {Action.FEELS_WRONG}
            return SmallView("", asking, f"{asking} {more}", 0.0, "warning", wrong, asks=True)
        case _:
            return None
