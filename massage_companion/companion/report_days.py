"""Local days of the log as the page for a doctor names them. Days count from 1970-01-01, as in a Point."""

from massage_companion.companion import moments
from massage_companion.companion.words import Words
from massage_companion.session.reading import DAY_MS


def full_date(day: int, words: Words) -> str:
    """Such as 12 Nov 2027."""
    return moments.day(day * DAY_MS, 0, words)
