"""Knows whether the rule files are as they were released. The loader cannot see that a 7 became an 8; this can.

It guards against damage and slips of the hand, not against somebody who makes a new seal.
"""

import tomllib
from hashlib import sha256

from massage_companion.storage.content_checks import ContentError

SEAL = "rules/seal.toml"


def digest(content: bytes) -> str:
    """What stands in the seal for a file."""
    return sha256(content).hexdigest()


def check_seal(seal_toml: bytes, files: dict[str, bytes]) -> None:
    """Compare files, by their names below ``rules/``, with the seal. Raises ContentError with the file's name."""
    try:
        sealed = tomllib.loads(seal_toml.decode())
    except ValueError as error:
        raise ContentError(f"seal.toml: {error}") from error
    for name, content in files.items():
        if sealed.get(name) != digest(content):
            raise ContentError(f"{name}: was changed after it was released; seal.toml does not know it")
