"""The kinds of massagers that people own, and what each kind commonly does.

Only a proposal for the form: the owner says what theirs does. Where in doubt a kind lists one modality more rather
than one less, since a modality that is not named is not judged.
"""

from typing import Final

from msgspec import Struct

from massage_companion.eligibility.modality import Modality


class MassagerKind(Struct, frozen=True):
    """A kind by id. ``modalities`` empty means that nobody can tell from the kind."""

    id: str
    modalities: frozenset[Modality]


KINDS: Final = (
    MassagerKind("kneader", frozenset({Modality.KNEADING, Modality.HEAT})),
    MassagerKind("pulse-patch", frozenset({Modality.PULSE, Modality.HEAT})),
    MassagerKind("gun", frozenset({Modality.PERCUSSION})),
    MassagerKind("heated-wrap", frozenset({Modality.HEAT})),
    MassagerKind("air-collar", frozenset({Modality.AIR, Modality.HEAT})),
    MassagerKind("cushion", frozenset({Modality.PERCUSSION, Modality.KNEADING, Modality.HEAT})),
    # Stretching is none of the modalities that the evidence knows, so its owner says what else it does.
    MassagerKind("traction-pillow", frozenset()),
    MassagerKind("other", frozenset()),
)


def kind_of(name: str) -> MassagerKind | None:
    """The kind of that id, or ``None`` for one that is not in the list."""
    return next((kind for kind in KINDS if kind.id == name), None)
