"""What every test stands on: no screen needed, a home of its own, and how long random search may take.

No test may read or write the home of whoever runs it, nor leave anything behind in the checkout.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_SLOW_IS_FINE = (HealthCheck.too_slow, HealthCheck.filter_too_much)
settings.register_profile("quick", deadline=None, database=None, max_examples=60, suppress_health_check=_SLOW_IS_FINE)
settings.register_profile(
    "thorough", deadline=None, database=None, max_examples=1_000, suppress_health_check=_SLOW_IS_FINE
)
# For mutation tests: always the same examples, since a mutant must not live or die by chance, and none made smaller.
settings.register_profile(
    "mutation",
    deadline=None,
    database=None,
    max_examples=30,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=_SLOW_IS_FINE,
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

_OWN_FOLDERS = {
    "HOME": "home",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "runtime",
}


@pytest.fixture(autouse=True, scope="session")
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home and XDG folders that nobody else uses, for the whole run."""
    top = tmp_path_factory.mktemp("home-of-the-tests")
    with pytest.MonkeyPatch.context() as environment:
        for variable, folder in _OWN_FOLDERS.items():
            (top / folder).mkdir(mode=0o700)
            environment.setenv(variable, str(top / folder))
        yield top
