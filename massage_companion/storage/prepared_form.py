"""A quicker form of the TOML files, shipped beside them: the same content, without reading and checking each line.

The TOML files stay the only truth. The prepared form is used only where it is whole and the TOML files on disk are,
byte for byte, those that it was made from; otherwise nothing is found here, and the TOML files are read. It must never
be written by the program. Made by ``python -m tests.content.prepare``.
"""

from collections.abc import Mapping
from typing import Any, TypeVar
from zlib import crc32

import msgspec

from massage_companion.storage.resource_files import ResourceError, read_resource

FOLDER = "prepared"
SUFFIX = ".prepared"

_Content = TypeVar("_Content")


def read_prepared(name: str, files: Mapping[str, bytes], kind: type[_Content]) -> _Content | None:
    """The content of these TOML files, ``None`` where they have to be read themselves."""
    try:
        stamps, _, body = read_resource(f"{FOLDER}/{name}{SUFFIX}").partition(b"\n")
        if stamps != _stamps(files, body):
            return None
        return msgspec.json.decode(body, type=kind)
    except (ResourceError, ValueError):
        return None


def prepared(files: Mapping[str, bytes], content: Any) -> bytes:
    """What the prepared form of these TOML files is, for the content that was read from them."""
    body = msgspec.json.encode(content, order="deterministic") + b"\n"
    return _stamps(files, body) + b"\n" + body


def _stamps(files: Mapping[str, bytes], body: bytes) -> bytes:
    """Check sums of the files by name and of the body. As the seal, against damage and slips of the hand."""
    made_from = 0
    for name, content in sorted(files.items()):
        made_from = crc32(content, crc32(f"{name} {len(content)}\n".encode(), made_from))
    return b"%08x %08x" % (made_from, crc32(body))
