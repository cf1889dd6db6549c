"""What the session screen needs from the world around it: a timer and a bell.

Both must never raise: a session goes on without them.
"""

from collections.abc import Callable
from typing import Protocol


class Ticker(Protocol):
    """One single-shot timer."""

    def arm(self, delay_ms: int, look: Callable[[], None]) -> None:
        """Call ``look`` once in ``delay_ms`` (0 or more), in place of whatever was armed before."""
        ...

    def disarm(self) -> None:
        """Forget what was armed."""
        ...


class Bell(Protocol):
    """The sound that says: time is up."""

    def play(self, level: int, volume_percent: int) -> None:
        """Sound once. ``level`` grows from 0, ``volume_percent`` (0 to 100) is the loudest it may get."""
        ...

    def stop(self) -> None:
        """Be silent at once."""
        ...
