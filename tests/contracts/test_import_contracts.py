"""Who may import what, as pyproject.toml says it: the pure packages stay pure, and the window stays replaceable."""

from pathlib import Path

from importlinter.cli import lint_imports

CHECKOUT = Path(__file__).resolve().parents[2]


def test_nobody_imports_what_is_not_theirs() -> None:
    assert lint_imports(config_filename=str(CHECKOUT / "pyproject.toml"), no_cache=True, no_logo=True) == 0
