"""What makes the whole program begin anew: a backup put back, everything deleted. Done while no store is open."""

from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import Words
from massage_companion.storage.store import open_store
from massage_companion.storage.system_clock import SystemClock


class Restoring(Struct, frozen=True):
    """A backup is to take the place of the data."""

    place: Path


class Forgetting(Struct, frozen=True):
    """All data is to be deleted."""


Anew: TypeAlias = Restoring | Forgetting


def done_with(wanted: Anew, folder: Path, words: Words) -> str:
    """Do it, and say what came of it. Where it cannot be done nothing has changed, and the sentence says so."""
    # Imported when wanted: most runs end without it.
    from massage_companion.companion.backups import trouble
    from massage_companion.storage.restore import restore

    now = SystemClock().read()
    try:
        match wanted:
            case Restoring(place=place):
                kept = restore(folder, place, now)
                return words("data.restore.done", file="–" if kept is None else kept)
            case Forgetting():
                opened = open_store(folder, now)
                try:
                    opened.store.forget_all()
                    left = opened.store.copies_left()
                finally:
                    opened.store.close()
                return words("data.delete_all.left", folder=folder) if left else words("data.delete_all.done")
    except StoreError as error:
        return trouble(error, words)
