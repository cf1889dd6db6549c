"""Reads the words of a language from resources/text. A file that is damaged stops the program with its name."""

from collections.abc import Mapping

from massage_companion.companion.words import Words
from massage_companion.storage.prepared_form import read_prepared
from massage_companion.storage.resource_files import ResourceError, read_resource, resource_names


def load_words(language: str) -> Words:
    """All texts of a language. Raises ResourceError where a file is missing or damaged."""
    files = word_files(language)
    return Words(language, read_prepared(f"words-{language}", files, dict[str, str]) or strict_words(files))


def word_files(language: str) -> dict[str, bytes]:
    """The TOML files of a language by their names below ``resources``. Raises ResourceError."""
    folder = f"text/{language}"
    return {f"{folder}/{name}": read_resource(f"{folder}/{name}") for name in resource_names(folder, ".toml")}


def strict_words(files: Mapping[str, bytes]) -> dict[str, str]:
    """All texts by key, from the TOML files themselves. Raises ResourceError where one is damaged."""
    # Imported when wanted: the prepared form spares it.
    import tomllib

    texts: dict[str, str] = {}
    for name, content in files.items():
        try:
            table = tomllib.loads(content.decode())
        except ValueError as error:
            raise ResourceError(f"{name}: {error}") from error
        _flatten(name.rpartition("/")[2].removesuffix(".toml"), table, texts)
    return texts


def _flatten(prefix: str, table: Mapping[str, object], texts: dict[str, str]) -> None:
    for key, value in table.items():
        name = f"{prefix}.{key}"
        if isinstance(value, dict):
            _flatten(name, value, texts)
        elif isinstance(value, str):
            texts[name] = value
        else:
            raise ResourceError(f"text {name} is not a text")
