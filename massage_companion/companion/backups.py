"""Backups as people see them: what is in one, what coming back to it would change, what went wrong.

The files themselves belong to the storage; this says in words what they hold.
"""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from massage_companion.companion import moments
from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import Words


class Part(Struct, frozen=True):
    """How many things of one kind both hold, only the backup holds, and only the present data holds."""

    both: int
    only_backup: int
    only_present: int


class Restorable(Struct, frozen=True):
    """What a backup holds beside what is there now."""

    made_utc_ms: int
    offset_minutes: int
    program_version: str
    people: Part
    massagers: Part
    checks: Part
    sessions: Part


class Safekeeping(Struct, frozen=True):
    """How the window reaches backups. Both raise StoreError, and then nothing has changed.

    ``back_up`` writes everything to one file; ``look_into`` says what is in one.
    """

    back_up: Callable[[Path], None]
    look_into: Callable[[Path], Restorable]


def restorable_lines(found: Restorable, words: Words) -> tuple[str, ...]:
    """What restoring it would change, a kind of thing on each line."""
    parts = {
        "people": found.people,
        "massagers": found.massagers,
        "checks": found.checks,
        "sessions": found.sessions,
    }
    return tuple(
        words(f"backup.found.{kind}", both=part.both, back=part.only_backup, gone=part.only_present)
        for kind, part in parts.items()
    )


def made_on(found: Restorable, words: Words) -> str:
    """When the backup was made."""
    return words("backup.found.made", date=moments.day(found.made_utc_ms, found.offset_minutes, words))


def trouble(error: StoreError, words: Words) -> str:
    """What went wrong with a backup, what is safe and what to do."""
    return words(f"backup.trouble.{error.kind}")
