"""What somebody typed about a massager, what is wrong with it, and the massager it describes.

Deny by default: "I do not know" counts as every modality, and heat that may not go off counts as always on.
A number that cannot be read is never guessed.
"""

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from msgspec import Struct, structs

from massage_companion.companion.typed_number import whole_number
from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.modality import Modality
from massage_companion.session.massager import Massager
from massage_companion.session.massager_kinds import kind_of

NAME_LENGTH: Final = 60
SOURCE_LENGTH: Final = 200

Field: TypeAlias = Literal[
    "kind", "modalities", "heat", "name", "minutes", "rest_minutes", "sessions_per_day", "source"
]  # fmt: skip
Switch: TypeAlias = Literal["", "yes", "no", "unsure"]

RANGES: Final[dict[Field, tuple[int, int]]] = {
    "minutes": (1, 240),
    "rest_minutes": (1, 1440),
    "sessions_per_day": (1, 10),
}
"""Whole numbers that a manual can plausibly give; anything else is a slip of the finger."""


class Problem(Struct, frozen=True):
    """What is wrong with a field. ``least`` and ``most`` are the numbers that its sentence needs."""

    field: Field
    least: int = 0
    most: int = 0


class MassagerEntry(Struct, frozen=True):
    """The form as it stands. A number is text as typed; empty means that the manual does not give it."""

    kind: str = ""
    modalities: frozenset[Modality] = frozenset()
    modalities_unknown: bool = False
    heat_switch: Switch = ""
    name: str = ""
    minutes: str = ""
    rest_minutes: str = ""
    sessions_per_day: str = ""
    source: str = ""

    @property
    def asks_about_heat(self) -> bool:
        """Whether it matters if the heat can be switched off: there is heat, and something beside it."""
        return self.modalities_unknown or (Modality.HEAT in self.modalities and len(self.modalities) > 1)


def problems(entry: MassagerEntry) -> tuple[Problem, ...]:
    """What has to be mended first, in the order of the form; empty where there is nothing."""
    found: list[Problem] = []
    if not entry.kind:
        found.append(Problem("kind"))
    if not entry.modalities and not entry.modalities_unknown:
        found.append(Problem("modalities"))
    if entry.asks_about_heat and not entry.heat_switch:
        found.append(Problem("heat"))
    if not 1 <= len(entry.name.strip()) <= NAME_LENGTH:
        found.append(Problem("name", most=NAME_LENGTH))
    typed: tuple[tuple[Field, str], ...] = (
        ("minutes", entry.minutes),
        ("rest_minutes", entry.rest_minutes),
        ("sessions_per_day", entry.sessions_per_day),
    )
    for field, text in typed:
        least, most = RANGES[field]
        number = whole_number(text)
        if text.strip() and (number is None or not least <= number <= most):
            found.append(Problem(field, least, most))
    if len(entry.source.strip()) > SOURCE_LENGTH:
        found.append(Problem("source", most=SOURCE_LENGTH))
    return tuple(found)


def with_kind(entry: MassagerEntry, names: Mapping[str, str]) -> MassagerEntry:
    """The entry with what is common for its kind; ``names`` proposes a name for each kind.

    A name that the person typed stays; one that was proposed for another kind is replaced.
    """
    kind = kind_of(entry.kind)
    modalities = kind.modalities if kind is not None else frozenset()
    typed = entry.name.strip() and entry.name not in names.values()
    return structs.replace(
        entry,
        modalities=modalities,
        modalities_unknown=not modalities,
        name=entry.name if typed else names.get(entry.kind, ""),
    )


def massager_from(entry: MassagerEntry, id: str, before: Massager | None = None) -> Massager:
    """The massager that the entry describes. Raises ValueError where it has problems.

    ``before`` is the massager that is being changed: what the form does not show stays as it was.
    """
    if problems(entry):
        raise ValueError("the entry has problems")
    kept = before.manual if before is not None else Limits()
    manual = structs.replace(
        kept,
        minutes=whole_number(entry.minutes),
        rest_minutes=whole_number(entry.rest_minutes),
        sessions_per_day=whole_number(entry.sessions_per_day),
    )
    return Massager(
        id=id,
        name=entry.name.strip(),
        kind=entry.kind,
        modalities=frozenset() if entry.modalities_unknown else entry.modalities,
        heat_can_be_switched_off=entry.asks_about_heat and entry.heat_switch == "yes",
        manual=manual,
        manual_source=entry.source.strip(),
        retired=before.retired if before is not None else False,
    )


def entry_of(massager: Massager) -> MassagerEntry:
    """The form as it was filled in for this massager."""
    entry = MassagerEntry(
        kind=massager.kind,
        modalities=massager.modalities,
        modalities_unknown=not massager.modalities,
        name=massager.name,
        minutes=_typed(massager.manual.minutes),
        rest_minutes=_typed(massager.manual.rest_minutes),
        sessions_per_day=_typed(massager.manual.sessions_per_day),
        source=massager.manual_source,
    )
    if not entry.asks_about_heat:
        return entry
    return structs.replace(entry, heat_switch="yes" if massager.heat_can_be_switched_off else "no")


def _typed(number: int | None) -> str:
    return "" if number is None else str(number)
