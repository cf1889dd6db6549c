"""What surrounds the window in pictures: no sound, no timer, and files that are only made up."""

from pathlib import Path

from msgspec import structs

from massage_companion.companion.backups import Part, Restorable, Safekeeping
from massage_companion.ui.parts import Keeping

FOREIGN = """day,time,length (min),pain before,pain after,remarks
03.11.2026,20:15,10,6,4,after work
05.11.2026,21:00,15,5,3,
07.11.2026,08:30,10,5,,quick one
09.11.2026,nonsense,10,5,4,
"""


class SilentBell:
    """A bell for pictures."""

    def play(self, level: int, volume_percent: int, sound: str = "bell") -> None: ...

    def stop(self) -> None: ...


class StillTicker:
    """A timer that the caller replaces by looking."""

    def arm(self, delay_ms: int, look: object) -> None: ...

    def disarm(self) -> None: ...


def keeping(plain: Keeping) -> Keeping:
    """A backup with a little of everything, and a table of another program whatever file is read."""
    found = Restorable(1_793_880_000_000, 0, "0.1.0", Part(2, 0, 0), Part(2, 1, 0), Part(3, 0, 1), Part(120, 0, 14))
    return structs.replace(
        plain,
        safekeeping=Safekeeping(lambda place: None, lambda place: found),
        read_file=lambda place, most: FOREIGN.encode(),
        backups_folder=lambda chosen: Path(chosen or "~/.local/share/massage-companion/backups"),
    )
