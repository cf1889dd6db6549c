"""A small rule set for tests of code, so that a change of the real rules never breaks them. Files: small_rule_files."""

from functools import cache
from pathlib import Path

from massage_companion.eligibility.answers import Answers
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.rules import Rule, Rules
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.session.massager import Massager
from massage_companion.storage.content import Content
from massage_companion.storage.content_loader import build_rules, build_texts

_FOLDER = Path(__file__).with_name("small_rule_files")

HEALTHY = Answers({"signs": ("none",), "age": 40, "neck": ("none",), "body": ("none",)})
"""A person without a finding stricter than ok, for massagers without pulse."""

FINE_TODAY = Answers({"today": ("none",)})

KNEADER = Massager("kneader", "Shiatsu pillow", "pillow", frozenset({Modality.KNEADING}), True)
WARM_KNEADER = Massager(
    "warm", "Warm pillow", "pillow", frozenset({Modality.KNEADING, Modality.HEAT}), heat_can_be_switched_off=True
)
HOT_KNEADER = Massager(
    "hot", "Hot pillow", "pillow", frozenset({Modality.KNEADING, Modality.HEAT}), heat_can_be_switched_off=False
)


def small_file(name: str) -> str:
    """The text of ``questions``, ``rules``, ``sources`` or ``text``."""
    return (_FOLDER / f"{name}.toml").read_text(encoding="utf-8")


def small_files() -> dict[str, str]:
    """All four files."""
    return {name: small_file(name) for name in ("questions", "rules", "sources", "text")}


def loaded(files: dict[str, str]) -> Content:
    """What the loader makes of four such files. Raises ContentError."""
    encoded = {name: text.encode() for name, text in files.items()}
    rules = build_rules(encoded["questions"], encoded["rules"], encoded["sources"])
    return Content(rules, build_texts("en", encoded["text"], rules))


@cache
def small_rules() -> Rules:
    """The small rule set."""
    return loaded(small_files()).rules


@cache
def small_texts() -> RuleTexts:
    """The words of the small rule set, in English."""
    return loaded(small_files()).texts


def small_rule(name: str) -> Rule:
    """One of the small rules by its id."""
    return next(rule for rule in small_rules().rules if rule.id == name)
