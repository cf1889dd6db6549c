"""What a change of a massager's facts means for a safety check that was done with it. Pure.

A fact that is taken away is judged no more, so that an edit would be a way around the gate. It must never let one go.
"""

from msgspec import Struct, structs

from massage_companion.companion.massager_entry import MassagerEntry
from massage_companion.eligibility.modality import Modality
from massage_companion.session.massager import Massager


class Taken(Struct, frozen=True):
    """What an edit would take out of the check's sight. ``heat``: not to be had without before, and so after."""

    modalities: frozenset[Modality] = frozenset()
    heat: bool = False

    def __bool__(self) -> bool:
        """Whether anything is taken away."""
        return bool(self.modalities) or self.heat


def taken(before: Massager, after: Massager) -> Taken:
    """What the massager would lose. Modalities that nobody named count as all of them, so naming some loses others."""
    warm_before = before.may_heat and not _works_without_heat(before)
    return Taken(before.judged_modalities - after.judged_modalities, warm_before and _works_without_heat(after))


def gained(before: Massager, after: Massager) -> frozenset[Modality]:
    """What the massager does that it did not do before."""
    return after.judged_modalities - before.judged_modalities


def is_another_to_a_doctor(before: Massager, after: Massager) -> bool:
    """Whether a doctor's yes to the massager as it was says nothing about it as it is."""
    switch_gone = before.heat_can_be_switched_off and not after.heat_can_be_switched_off
    return bool(gained(before, after)) or (before.may_heat and switch_gone)


def can_be_read(massager: Massager) -> bool:
    """Whether its row could be read. Where not, its manual's limits are lost and it must stay put away."""
    return bool(massager.kind)


def with_kept_facts(entry: MassagerEntry, known: Massager) -> MassagerEntry:
    """The entry after its kind was changed, with all that the massager is known to do still ticked.

    A kind that says nothing about what a massager does adds nothing either.
    """
    if not known.modalities:
        return structs.replace(entry, modalities_unknown=True)
    return structs.replace(entry, modalities=entry.modalities | known.modalities, modalities_unknown=False)


def _works_without_heat(massager: Massager) -> bool:
    """As the gate sees it: the heat goes off, and something else is left."""
    return massager.heat_can_be_switched_off and len(massager.judged_modalities) > 1
