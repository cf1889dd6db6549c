"""What a notification says, as a value. No Qt, no bus."""

from msgspec import Struct

OPEN = "default"
"""The key of the action for a press on the notification itself."""


class Notice(Struct, frozen=True):
    """``kind`` is the program's word for it; ``actions`` are pairs of key and label, first the most important.

    ``critical`` is only for "time is over": it stays until it is answered and may break through "do not disturb".
    """

    kind: str
    title: str
    text: str
    actions: tuple[tuple[str, str], ...] = ()
    critical: bool = False
