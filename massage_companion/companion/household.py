"""People and massagers of a household, and what the program remembers about how it looks. Values only."""

from msgspec import Struct


class Person(Struct, frozen=True):
    """Somebody who uses a massager here. ``name`` is what they typed, never empty.

    ``sound`` is how time is up for them: ``bell``, ``chime``, ``wood`` or ``silent``. ``next_morning`` whether they
    agreed to be asked about soreness the morning after, ``None`` before they were asked; ``check_ins`` whether the
    program may ask about late signs 1, 3, 7 and 21 days after the first session with a massager.
    """

    id: str
    name: str
    created_utc_ms: int = 0
    sound: str = "bell"
    next_morning: bool | None = None
    check_ins: bool = True


class Settings(Struct, frozen=True):
    """What can be set. ``language`` empty means: as the desktop says; ``scheme`` is system, light or dark.

    ``text_percent`` is 100 to 200; ``volume_percent`` 0 to 100. ``country`` is the two-letter code for the emergency
    number, empty means: guess. ``backup_folder`` is where daily backups go, empty means: the program's own place.
    """

    language: str = ""
    scheme: str = "system"
    text_percent: int = 100
    volume_percent: int = 80
    current_person: str = ""
    current_massager: str = ""
    notifications: bool = True
    small_window: bool = False
    tray: bool = False
    country: str = ""
    backups: bool = True
    backup_folder: str = ""
