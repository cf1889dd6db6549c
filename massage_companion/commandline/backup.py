"""``backup``: everything to one file. ``restore``: a backup back in place, the present data kept beside it."""

from pathlib import Path

from massage_companion.commandline.printing import InputError, print_lines, shown
from massage_companion.companion.backups import made_on, restorable_lines, trouble
from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import Words
from massage_companion.storage.backup import write_backup
from massage_companion.storage.restore import look_into, restore
from massage_companion.storage.system_clock import SystemClock


def run_backup(folder: Path, place: Path, words: Words) -> int:
    """Write a backup; the exit code. Raises InputError."""
    place = place.absolute()
    try:
        write_backup(folder, place, SystemClock().read())
    except StoreError as error:
        raise InputError(trouble(error, words)) from error
    print_lines(words("backup.made.now", file=shown(place, 200)))
    return 0


def run_restore(folder: Path, place: Path, only_look: bool, words: Words) -> int:
    """Say what a backup would change and put it in place; the exit code. Raises InputError."""
    try:
        found = look_into(folder, place.absolute())
        changes = (f"- {line}" for line in restorable_lines(found, words))
        told = (words("backup.found.changes"), *changes, words("backup.found.signs_stay"))
        print_lines(made_on(found, words), *told)
        if only_look:
            return 0
        kept = restore(folder, place.absolute(), SystemClock().read())
    except StoreError as error:
        raise InputError(trouble(error, words)) from error
    lines = [words("backup.found.done")]
    if kept is not None:
        lines.append(words("backup.found.kept", file=shown(kept, 200)))
    print_lines(*lines)
    return 0
