"""Values as text with a checksum, and back. What does not come back whole is ``None`` and never becomes a yes."""

import zlib
from typing import Any, TypeVar

import msgspec

_Value = TypeVar("_Value")


def sealed(value: object) -> tuple[str, int]:
    """The body and seal of a value."""
    body = msgspec.json.encode(value)
    return body.decode(), zlib.crc32(body)


def unsealed(body: object, seal: object, kind: type[_Value]) -> _Value | None:
    """The value of a body, or ``None`` where it is damaged, of another shape, or not what was sealed."""
    if not isinstance(body, str):
        return None
    raw = body.encode(errors="surrogatepass")
    if zlib.crc32(raw) != seal:
        return None
    try:
        return msgspec.json.decode(raw, type=kind)
    except (ValueError, RecursionError):
        return None


def whole_number(raw: Any, default: int, lowest: int, highest: int) -> int:
    """A column's number where it is one and in range, else the default."""
    return raw if isinstance(raw, int) and lowest <= raw <= highest else default
