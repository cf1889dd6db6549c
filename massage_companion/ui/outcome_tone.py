"""Which colour goes with which outcome, the same on every screen.

It must never be the only sign of an outcome: the words stand beside it.
"""

from massage_companion.eligibility.outcome import Outcome
from massage_companion.ui.widgets.card import CardTone
from massage_companion.ui.widgets.pill import PillTone


def tone_of(outcome: Outcome) -> PillTone:
    """The tone of a pill that names this outcome."""
    if outcome >= Outcome.CONTRAINDICATED:
        return "danger"
    return "ok" if outcome is Outcome.OK else "warning"


def card_tone_of(outcome: Outcome) -> CardTone:
    """The tone of a card that explains this outcome: only what blocks for good is red."""
    if outcome >= Outcome.CONTRAINDICATED:
        return "danger"
    return "warning" if outcome.blocks else "plain"
