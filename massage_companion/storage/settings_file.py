"""The settings in one small file that its owner can read. Nothing in it can stop the program.

Each value that makes no sense falls back to its default alone; keys of a later version are kept as they are.
"""

from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from massage_companion.companion.household import Settings
from massage_companion.companion.words import LANGUAGES
from massage_companion.storage.atomic_file import replacing
from massage_companion.storage.store_errors import as_store_errors

FILE_NAME = "settings.json"
LARGEST_BYTES = 1_000_000

_KINDS: dict[str, Any] = {
    "scheme": Literal["system", "light", "dark"],
    "text_percent": Annotated[int, Meta(ge=100, le=200)],
    "volume_percent": Annotated[int, Meta(ge=0, le=100)],
    "current_person": str,
    "current_massager": str,
    "notifications": bool,
    "small_window": bool,
    "tray": bool,
    "country": Annotated[str, Meta(pattern="^([A-Z]{2})?$")],
    "backups": bool,
    "backup_folder": str,
}


class SettingsFile:
    """The settings of a data folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME

    def read(self) -> Settings:
        """The settings; the default for whatever is missing or makes no sense."""
        given = self._given()
        values: dict[str, Any] = {}
        for name in Settings.__struct_fields__:
            try:
                values[name] = msgspec.convert(given[name], _KINDS.get(name, Literal["", *LANGUAGES]))
            except (KeyError, msgspec.ValidationError):
                continue
        return Settings(**values)

    def keep(self, settings: Settings) -> None:
        """Replace the settings at once and for good, or not at all. Raises StoreError."""
        with as_store_errors(self._path):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            merged = {**self._given(), **msgspec.to_builtins(settings)}
            with replacing(self._path) as file:
                file.write(msgspec.json.format(msgspec.json.encode(merged), indent=2) + b"\n")

    def _given(self) -> dict[str, Any]:
        try:
            with self._path.open("rb") as file:
                return msgspec.json.decode(file.read(LARGEST_BYTES), type=dict[str, Any])
        except (OSError, ValueError, RecursionError):
            return {}
