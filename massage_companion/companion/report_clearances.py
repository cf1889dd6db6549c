"""What doctors said about this massager at home, as far as it is recorded, and what it is worth now.

A yes that ended must never look like one that counts: its state stands beside it.
"""

from collections.abc import Sequence
from typing import Final

from massage_companion.companion import moments
from massage_companion.companion.clearances import KnownClearance
from massage_companion.companion.limits_in_words import limit_line
from massage_companion.companion.report_values import ReportTable
from massage_companion.companion.words import Words
from massage_companion.eligibility.texts import RuleTexts

MOST_CLEARANCES: Final = 3
"""How many are told of: the newest."""


def clearance_table(known: Sequence[KnownClearance], texts: RuleTexts, words: Words) -> ReportTable | None:
    """The newest ones; ``None`` where there is none."""
    if not known:
        return None
    columns = tuple(words(f"report_log.yes.column.{name}") for name in ("what", "home", "by", "until", "state"))
    rows = tuple(_row(each, texts, words) for each in known[:MOST_CLEARANCES])
    return ReportTable(words("report_log.yes.title"), columns, rows)


def _row(known: KnownClearance, texts: RuleTexts, words: Words) -> tuple[str, ...]:
    clearance = known.clearance
    given = moments.day(clearance.given_utc_ms, clearance.offset_minutes, words)
    until = moments.day(clearance.last_utc_ms - 1, clearance.offset_minutes, words)
    titles = [texts.rules[rule].title for rule in sorted(clearance.rules) if rule in texts.rules]
    home = words(f"safety.yes.home.{'yes' if clearance.for_home else 'no'}")
    limits = limit_line(clearance.limits, words)
    return (
        words("safety.yes.separator").join(titles) or words("safety.yes.rule_gone"),
        words("report_log.yes.within", home=home, limits=limits) if clearance.for_home and limits else home,
        words("safety.yes.by_on", by_whom=clearance.by_whom, given=given),
        until if clearance.for_home else "–",
        words(f"safety.yes.state.{known.heard.value}", given=given, until=until),
    )
