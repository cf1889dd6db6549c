"""The household that most of these tests begin with."""

import pytest

from tests.support.household import Household
from tests.support.small_rules import HEALTHY


@pytest.fixture
def home() -> Household:
    """Lena has completed her check and may start."""
    home = Household()
    home.checked(HEALTHY)
    return home
