"""Whatever is clicked and pressed, in whatever order: nothing breaks, and no session begins without a permit."""

import os

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.any_hands import SEQUENCES_IN_A_HOUSE, AnyHands

SEQUENCES = int(os.environ.get("HANDS_SEQUENCES", "300"))
FIRST_SEED = int(os.environ.get("HANDS_SEED", "1"))
"""Both can be set for a longer run by hand."""

HOUSES = range(FIRST_SEED, FIRST_SEED + max(1, SEQUENCES // SEQUENCES_IN_A_HOUSE))


@pytest.mark.parametrize("seed", HOUSES)
def test_nothing_breaks_and_nothing_starts_without_a_permit(qapp: QApplication, seed: int) -> None:
    hands = AnyHands(seed)
    try:
        for _sequence in range(SEQUENCES_IN_A_HOUSE):
            hands.live()
    finally:
        hands.end()
