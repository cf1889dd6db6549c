"""Reads the words of a language from resources/text. A file that is damaged stops the program with its name."""

import tomllib
from collections.abc import Mapping

from massage_companion.companion.words import Words
from massage_companion.storage.resource_files import ResourceError, read_resource, resource_names


def load_words(language: str) -> Words:
    """All texts of a language. Raises ResourceError where a file is missing or damaged."""
    texts: dict[str, str] = {}
    folder = f"text/{language}"
    for name in resource_names(folder, ".toml"):
        try:
            table = tomllib.loads(read_resource(f"{folder}/{name}").decode())
        except ValueError as error:
            raise ResourceError(f"{folder}/{name}: {error}") from error
        _flatten(name.removesuffix(".toml"), table, texts)
    return Words(language, texts)


def _flatten(prefix: str, table: Mapping[str, object], texts: dict[str, str]) -> None:
    for key, value in table.items():
        name = f"{prefix}.{key}"
        if isinstance(value, dict):
            _flatten(name, value, texts)
        elif isinstance(value, str):
            texts[name] = value
        else:
            raise ResourceError(f"text {name} is not a text")
