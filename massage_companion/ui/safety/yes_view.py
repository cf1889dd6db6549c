"""The recorded answers of doctors in words: what for, by whom, until when, and what they are worth now. No Qt."""

from massage_companion.companion import moments
from massage_companion.companion.clearances import KnownClearance
from massage_companion.companion.limits_in_words import limit_line
from massage_companion.companion.words import Words
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.session.doctors_word import Heard
from massage_companion.ui.safety.facts import Facts, Language
from massage_companion.ui.safety.intents import Deed
from massage_companion.ui.safety.view import Badge, Labelled, YesPart, YesRow
from massage_companion.ui.widgets.pill import PillTone

_TONES: dict[Heard, PillTone] = {Heard.YES: "ok", Heard.NO: "warning"}
_TO_WITHDRAW = frozenset({Heard.YES, Heard.NOT_YET})
"""What counts, or will. Anything else lifts nothing, and a doctor's no is never taken back."""


def yes_part(facts: Facts, asked: str, language: Language) -> YesPart:
    """All of them, the newest first; ``asked`` is the id of the one that may be taken back."""
    words = language.words
    rows = tuple(_row(known, known.clearance.id == asked, facts, language) for known in facts.clearances)
    return YesPart(
        lead=words(f"safety.yes.{'lead' if rows else 'empty'}"),
        rows=rows,
        deed=Deed.RECORD_YES if facts.can_record_yes else None,
    )


def _row(known: KnownClearance, asked: bool, facts: Facts, language: Language) -> YesRow:
    words, clearance = language.words, known.clearance
    given = moments.day(clearance.given_utc_ms, clearance.offset_minutes, words)
    until = moments.day(clearance.last_utc_ms - 1, clearance.offset_minutes, words)
    titles = _titles(sorted(clearance.rules), language.texts, words)
    state = words(f"safety.yes.state.{known.heard.value}", given=given, until=until)
    can_be_withdrawn = known.heard in _TO_WITHDRAW
    return YesRow(
        id=clearance.id,
        title=titles,
        badge=Badge(state, _TONES.get(known.heard, "neutral")),
        lines=_lines(known, given, until, facts, words),
        can_be_withdrawn=can_be_withdrawn,
        asks=asked and can_be_withdrawn,
        spoken=words("safety.yes.withdraw_of", titles=titles, by_whom=clearance.by_whom),
    )


def _lines(known: KnownClearance, given: str, until: str, facts: Facts, words: Words) -> tuple[Labelled, ...]:
    clearance = known.clearance
    massager = next((each.name for each in facts.massagers if each.id == clearance.massager), clearance.massager)
    lines = [
        ("massager", massager),
        ("home", words(f"safety.yes.home.{'yes' if clearance.for_home else 'no'}")),
        ("by", words("safety.yes.by_on", by_whom=clearance.by_whom, given=given)),
    ]
    if clearance.for_home:
        lines += [("until", until), ("limits", limit_line(clearance.limits, words))]
    return tuple(Labelled(words(f"safety.yes.line.{name}"), text) for name, text in lines if text)


def _titles(rules: list[str], texts: RuleTexts, words: Words) -> str:
    known = [texts.rules[rule].title for rule in rules if rule in texts.rules]
    return words("safety.yes.separator").join(known) or words("safety.yes.rule_gone")
