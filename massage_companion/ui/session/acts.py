"""What each action of a running session is to the machine. No Qt."""

from typing import Final

from massage_companion.session.states import (
    Action,
    DoNotKnow,
    End,
    Event,
    FeelsWrong,
    Pause,
    Resume,
    StillRunning,
)

EVENTS: Final[dict[Action, tuple[Event, str]]] = {
    Action.PAUSE: (Pause(), "pause"),
    Action.RESUME: (Resume(), "resume"),
    Action.END: (End(), "end"),
    Action.IT_IS_OFF: (End(), "end"),
    Action.FEELS_WRONG: (FeelsWrong(), "end"),
    Action.STILL_RUNNING: (StillRunning(), "answer"),
    Action.DO_NOT_KNOW: (DoNotKnow(), "answer"),
}
"""The event of each action that needs nothing more, and what is told where it cannot be stored."""
