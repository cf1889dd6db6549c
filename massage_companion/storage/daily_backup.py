"""The backup of the day, made once, and the old ones that may go. It deletes nothing but backups of its own."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from massage_companion.session.reading import Reading
from massage_companion.storage.backup import write_backup
from massage_companion.storage.backup_rotation import day_of, name_of, to_keep
from massage_companion.storage.store_errors import as_store_errors

FOLDER_NAME = "backups"


def backups_folder(data_folder: Path, chosen: str) -> Path:
    """Where the daily backups go: where the person wants them, else beside the data."""
    return Path(chosen).expanduser() if chosen else data_folder / FOLDER_NAME


def local_day(now: Reading) -> date:
    """The date that the wall clock shows."""
    zone = timezone(timedelta(minutes=now.offset_minutes))
    return datetime.fromtimestamp(now.utc_ms / 1000, UTC).astimezone(zone).date()


def is_due(data_folder: Path, chosen: str, now: Reading) -> bool:
    """Whether today has no backup yet."""
    return not (backups_folder(data_folder, chosen) / name_of(local_day(now))).exists()


def make_daily_backup(data_folder: Path, chosen: str, now: Reading) -> Path | None:
    """Write today's backup where there is none, then let the oldest go. Its path, ``None`` where it was there.

    Raises StoreError, with the older backups untouched.
    """
    folder = backups_folder(data_folder, chosen)
    place = folder / name_of(local_day(now))
    with as_store_errors(folder):
        if place.exists():
            return None
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_backup(data_folder, place, now)
        for old in superseded(folder, local_day(now)):
            old.unlink(missing_ok=True)
    return place


def superseded(folder: Path, today: date) -> tuple[Path, ...]:
    """The daily backups in a folder that need not stay.

    Those dated after today are counted for themselves: the clock was ahead when they were made, or is behind now, and
    neither may push out those of the other time.
    """
    found = {day: folder / name_of(day) for each in folder.iterdir() if (day := day_of(each.name)) is not None}
    kept = to_keep(day for day in found if day <= today) | to_keep(day for day in found if day > today)
    return tuple(path for day, path in sorted(found.items()) if day not in kept)
