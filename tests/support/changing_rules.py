"""The small rules with changes of health, so that a check can be begun again in part."""

from functools import cache

from msgspec import structs

from massage_companion.eligibility.questionnaire import Change
from massage_companion.eligibility.rules import Rules
from tests.support.small_rules import small_rules

CHANGES = (
    Change("new-signs", frozenset({"signs", "neck", "neck-more"})),
    Change("medicines", frozenset({"signs", "body", "implant"})),
    Change("something-else", frozenset({"signs", "neck", "neck-more", "body", "implant"})),
)


@cache
def changing_rules(version: str = "small-1") -> Rules:
    """The small rules with the changes above."""
    rules = small_rules()
    return structs.replace(rules, version=version, questionnaire=structs.replace(rules.questionnaire, changes=CHANGES))
