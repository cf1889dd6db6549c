"""What a massager does to the body. A modality nobody named counts as all of them (DESIGN section 2)."""

from enum import StrEnum


class Modality(StrEnum):
    """One way in which a massager acts."""

    KNEADING = "kneading"
    PERCUSSION = "percussion"
    HEAT = "heat"
    PULSE = "pulse"
    AIR = "air"
    MAGNET = "magnet"
    LIGHT = "light"


ALL_MODALITIES: frozenset[Modality] = frozenset(Modality)


def known_or_all(named: frozenset[Modality]) -> frozenset[Modality]:
    """The named modalities, or every one where none is named: unknown is judged most strictly."""
    return named or ALL_MODALITIES
