"""What the session screen needs from the world around it: a timer, a bell, a notification, a flash, a screen kept on.

None should raise, and one that does must not silence the others: ``channels.Channels`` sees to that.
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

    def play(self, level: int, volume_percent: int, sound: str = "bell") -> None:
        """Sound once. ``level`` grows from 0, ``volume_percent`` (0 to 100) is the loudest it may get.

        ``sound`` is ``bell``, ``chime`` or ``wood``.
        """
        ...

    def stop(self) -> None:
        """Be silent at once."""
        ...


class Notifier(Protocol):
    """The desktop's notifications. There is at most one about the session."""

    def show(
        self, kind: str, title: str, text: str, actions: tuple[tuple[str, str], ...] = (), critical: bool = False
    ) -> None:
        """Show a notification, in place of the one before. ``actions`` are keys and words, the main one first.

        ``kind`` is ``time_up`` or ``asking``; a critical one is meant to pass "do not disturb".
        """
        ...

    def withdraw(self) -> None:
        """Take it away, where it is still there."""
        ...


class Flasher(Protocol):
    """Shows without sound that time is up, to somebody who looks elsewhere."""

    def flash(self) -> None:
        """Begin, or go on."""
        ...

    def stop(self) -> None:
        """End at once."""
        ...


class StayAwake(Protocol):
    """Keeps the screen from going dark."""

    def hold(self) -> None:
        """From now on."""
        ...

    def release(self) -> None:
        """No longer."""
        ...
