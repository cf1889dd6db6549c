"""The rule files and their words, as they were released. What is not as released stops the program with the place.

Usually the prepared form is read, which is quicker; it is used only where the TOML files are those it was made from.
Otherwise they are loaded strictly. It must never skip a rule it cannot read: a missing rule would say "ok" more often.
"""

from msgspec import Struct

from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.storage.prepared_form import read_prepared
from massage_companion.storage.resource_files import read_resource

RULE_FILES = ("questions.toml", "rules.toml", "sources.toml")
"""Below ``resources/rules``, in the order in which ``build_rules`` takes them."""


class Content(Struct, frozen=True):
    """The rules and their words in one language."""

    rules: Rules
    texts: RuleTexts


def load_content(language: str) -> Content:
    """The rules with the texts of a language. Raises ContentError with the place, or ResourceError."""
    rules = load_rules()
    return Content(rules, load_texts(language, rules))


def load_rules() -> Rules:
    """The rules without words, as they were released. Raises ContentError with the place, or ResourceError."""
    files = rule_files()
    return read_prepared("rules", files, Rules) or strict_rules(files)


def load_texts(language: str, rules: Rules) -> RuleTexts:
    """The words of the rules in a language. Raises ContentError where one is missing, too many or changed."""
    files = text_files(language)
    return read_prepared(f"texts-{language}", files, RuleTexts) or strict_texts(language, files, rules)


def rule_files() -> dict[str, bytes]:
    """The TOML files of the rules by their names below ``resources/rules``. Raises ResourceError."""
    return {name: read_resource(f"rules/{name}") for name in RULE_FILES}


def text_files(language: str) -> dict[str, bytes]:
    """The TOML file of the rules' words in a language, and those of the rules that it belongs to."""
    name = f"text/{language}.toml"
    return {**rule_files(), name: read_resource(f"rules/{name}")}


def strict_rules(files: dict[str, bytes]) -> Rules:
    """The rules from the TOML files themselves. Raises ContentError, or ResourceError where there is no seal."""
    # Imported when wanted: the prepared form spares it.
    from massage_companion.storage.content_loader import build_rules
    from massage_companion.storage.rule_seal import SEAL, check_seal

    rules = build_rules(*(files[name] for name in RULE_FILES))
    check_seal(read_resource(SEAL), files)
    return rules


def strict_texts(language: str, files: dict[str, bytes], rules: Rules) -> RuleTexts:
    """The words of the rules from the TOML file itself. Raises ContentError, or ResourceError."""
    from massage_companion.storage.content_loader import build_texts
    from massage_companion.storage.rule_seal import SEAL, check_seal

    name = f"text/{language}.toml"
    texts = build_texts(language, files[name], rules)
    check_seal(read_resource(SEAL), {name: files[name]})
    return texts
