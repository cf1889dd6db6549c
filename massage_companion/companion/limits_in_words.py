"""Limits as a person reads them: "10 minutes at most, once a day, lowest level only".

Used by result, session, clearance and printout, so that all of them say the same. It must never leave out a limit.
"""

from massage_companion.companion.words import Words
from massage_companion.eligibility.limits import Intensity, Limits


def limit_phrases(limits: Limits, words: Words) -> tuple[str, ...]:
    """One phrase for each bound that is set, for the middle of a sentence; empty where there is none.

    The highest level is no bound: it says nothing that a massager does not say itself.
    """
    phrases = [
        words.count(f"limits.{name}", number)
        for name, number in (
            ("minutes", limits.minutes),
            ("sessions_per_day", limits.sessions_per_day),
            ("minutes_per_day", limits.minutes_per_day),
            ("rest_minutes", limits.rest_minutes),
        )
        if number is not None
    ]
    if limits.intensity is not None and limits.intensity is not Intensity.HIGH:
        phrases.append(words(f"limits.intensity.{limits.intensity.word}"))
    if not limits.heat_allowed:
        phrases.append(words("limits.heat_off"))
    if limits.back_of_neck_only:
        phrases.append(words("limits.back_of_neck_only"))
    return tuple(phrases)


def limit_line(limits: Limits, words: Words) -> str:
    """All bounds in one line that begins with a large letter; empty where there is none."""
    return sentence_start(words("limits.separator").join(limit_phrases(limits, words)))


def sentence_start(text: str) -> str:
    """The text with a large first letter, where its language has such."""
    return text[:1].upper() + text[1:]
