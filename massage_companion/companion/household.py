"""People and massagers of a household, and what the program remembers about how it looks. Values only."""

from msgspec import Struct


class Person(Struct, frozen=True):
    """Somebody who uses a massager here. ``name`` is what they typed, never empty."""

    id: str
    name: str
    created_utc_ms: int = 0


class Settings(Struct, frozen=True):
    """What can be set. ``language`` empty means: as the desktop says; ``scheme`` is system, light or dark.

    ``text_percent`` is 100 to 200; ``volume_percent`` 0 to 100.
    """

    language: str = ""
    scheme: str = "system"
    text_percent: int = 100
    volume_percent: int = 80
    current_person: str = ""
    current_massager: str = ""
