"""From the bytes of an exported file to values, each one checked alone: one bad entry never hides the good ones.

What comes from outside is believed in nothing: types, ranges and sizes are checked before anything is shown or kept.
"""

from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from massage_companion.companion.exchange.bundle import SCHEMA, VERSION, Bundle, KeptDraft, key_of
from massage_companion.companion.exchange.sound import problem_of
from massage_companion.companion.household import Person, Settings
from massage_companion.companion.log_ports import CheckIn
from massage_companion.eligibility.clearance import Clearance
from massage_companion.eligibility.screening import Screening
from massage_companion.log.record import SessionRecord
from massage_companion.session.massager import Massager
from massage_companion.session.plan import SavedPlan
from massage_companion.session.stop_sign import StopSign

LARGEST_BYTES = 150_000_000
"""About 200,000 sessions. A larger file is refused before it is read: it would fill the memory."""

_Value = TypeVar("_Value", bound=Struct)


class UnpackError(Exception):
    """The file as a whole cannot be used. ``kind``: ``too_large``, ``not_json``, ``not_ours``, ``newer``, ``older``."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Wrong(Struct, frozen=True):
    """An entry that cannot be used: its list, its number in it from 1, and why (a key of the words ``exchange.wrong``).

    ``detail`` is what the reader says of it, never the content.
    """

    part: str
    number: int
    reason: str
    detail: str = ""


class Unpacked(Struct, frozen=True):
    """What of a file can be used, and what not."""

    bundle: Bundle
    wrong: tuple[Wrong, ...] = ()


class _Head(Struct):
    schema: str = ""
    version: int = 0
    program_version: str = ""
    exported: str = ""
    settings: msgspec.Raw = msgspec.Raw(b"{}")
    people: list[msgspec.Raw] = []
    massagers: list[msgspec.Raw] = []
    saved_plans: list[msgspec.Raw] = []
    screenings: list[msgspec.Raw] = []
    drafts: list[msgspec.Raw] = []
    clearances: list[msgspec.Raw] = []
    stop_signs: list[msgspec.Raw] = []
    check_ins: list[msgspec.Raw] = []
    sessions: list[msgspec.Raw] = []


_KINDS: dict[str, type[Struct]] = {
    "people": Person,
    "massagers": Massager,
    "saved_plans": SavedPlan,
    "screenings": Screening,
    "drafts": KeptDraft,
    "clearances": Clearance,
    "stop_signs": StopSign,
    "check_ins": CheckIn,
    "sessions": SessionRecord,
}


def unpack(data: bytes) -> Unpacked:
    """Read an exported file. Raises UnpackError."""
    if len(data) > LARGEST_BYTES:
        raise UnpackError("too_large")
    head = _head(data)
    wrong: list[Wrong] = []
    parts: dict[str, Any] = {
        name: tuple(_entries(name, getattr(head, name), kind, wrong)) for name, kind in _KINDS.items()
    }
    bundle = Bundle(SCHEMA, VERSION, head.program_version, head.exported, _settings(head.settings), **parts)
    return Unpacked(bundle, tuple(wrong))


def _head(data: bytes) -> _Head:
    try:
        head = msgspec.json.decode(data, type=_Head)
    except msgspec.ValidationError as error:
        raise UnpackError("not_ours") from error
    except (ValueError, RecursionError) as error:
        raise UnpackError("not_json") from error
    if head.schema != SCHEMA:
        raise UnpackError("not_ours")
    if head.version != VERSION:
        raise UnpackError("newer" if head.version > VERSION else "older")
    return head


def _entries(part: str, raws: list[msgspec.Raw], kind: type[_Value], wrong: list[Wrong]) -> list[_Value]:
    found: list[_Value] = []
    seen: set[object] = set()
    for number, raw in enumerate(raws, start=1):
        try:
            value = msgspec.json.decode(raw, type=kind)
        except (ValueError, RecursionError) as error:
            wrong.append(Wrong(part, number, "unreadable", str(error)[:200]))
            continue
        reason = "twice" if key_of(value) in seen else problem_of(value)
        if reason is None:
            seen.add(key_of(value))
            found.append(value)
        else:
            wrong.append(Wrong(part, number, reason))
    return found


def _settings(raw: msgspec.Raw) -> Settings:
    """Settings never stop an import: whatever makes no sense falls back to its default."""
    try:
        return msgspec.json.decode(raw, type=Settings)
    except (ValueError, RecursionError):
        return Settings()
