"""Seals the rule files after a change that was meant. Run by hand, once the tests of the rules are green:

python -m tests.content.seal_rules
"""

from pathlib import Path

from massage_companion.companion.words import LANGUAGES
from massage_companion.storage.content import RULE_FILES
from massage_companion.storage.rule_seal import digest
from tests.content.prepare import write_prepared

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "rules"
NAMES = (*RULE_FILES, *(f"text/{language}.toml" for language in LANGUAGES))
HEAD = "# What the rule files are like as released. Made by tests/content/seal_rules.py after every change.\n"


def seal() -> str:
    """The seal for the files as they are now."""
    return HEAD + "".join(f'"{name}" = "{digest((FOLDER / name).read_bytes())}"\n' for name in NAMES)


if __name__ == "__main__":
    (FOLDER / "seal.toml").write_text(seal())
    write_prepared()
