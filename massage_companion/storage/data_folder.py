"""Where the data lives: one folder, the system's place for it or the one that was asked for.

Looking for it creates nothing; the store makes the folder, for its owner alone, when it first writes.
"""

import os
from pathlib import Path

PROGRAM = "massage-companion"


class DataFolderError(Exception):
    """The data folder cannot be used. ``key`` names the sentence that says why; its field is ``folder``."""

    def __init__(self, key: str, folder: Path) -> None:
        super().__init__(f"{key}: {folder}")
        self.key = key
        self.folder = folder


def data_folder(chosen: Path | None = None) -> Path:
    """The absolute path of the data folder. Raises DataFolderError where something else has its name."""
    folder = (chosen.expanduser() if chosen is not None else _usual_folder()).absolute()
    if _nearest(folder).is_dir():
        return folder
    raise DataFolderError("storage.folder.not_a_folder", folder)


def check_usable(folder: Path, file: str) -> None:
    """Make sure that the folder can be written or made, or else holds this file to look at. Raises DataFolderError."""
    if not os.access(_nearest(folder), os.W_OK | os.X_OK) and not (folder / file).exists():
        raise DataFolderError("storage.folder.not_writable", folder)


def _usual_folder() -> Path:
    # Imported here: not needed where a folder is given.
    from platformdirs import user_data_path

    return user_data_path(PROGRAM, appauthor=False)


def _nearest(folder: Path) -> Path:
    """The folder, or the nearest thing above it that exists."""
    place = folder
    while not os.path.lexists(place):
        place = place.parent
    return place
