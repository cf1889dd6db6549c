"""The physical thing and what its manual says. A manual can only tighten the program's own limits."""

from msgspec import Struct

from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.modality import Modality, known_or_all


class Massager(Struct, frozen=True):
    """A massager of the household. ``modalities`` empty means that its owner does not know them.

    ``manual`` holds the limits that its manual gives, ``manual_source`` where they stand.
    """

    id: str
    name: str
    kind: str
    modalities: frozenset[Modality]
    heat_can_be_switched_off: bool
    manual: Limits = Limits()
    manual_source: str = ""
    retired: bool = False

    @property
    def judged_modalities(self) -> frozenset[Modality]:
        """What the rules are asked about: unknown counts as every modality."""
        return known_or_all(self.modalities)

    @property
    def may_heat(self) -> bool:
        """Whether heat has to be thought of."""
        return Modality.HEAT in self.judged_modalities
