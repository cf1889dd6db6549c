"""A completed safety check. Append-only: its verdict is computed anew with today's rules, never stored as a yes."""

from msgspec import Struct

from massage_companion.eligibility.answers import Answers

VALID_DAYS = 365
"""A check is valid for 12 months (DESIGN 3.7; the interval that PAR-Q+ uses)."""


class Screening(Struct, frozen=True):
    """The answers of one check, the rules' version at that time and when it was taken (Unix time in ms, UTC).

    ``oldest_utc_ms`` is when its oldest answer was given: a check that asks only what changed carries the rest over
    and must not make it younger. ``found`` are the ids of the rules met at that time, to show what changed since and
    for nothing else. ``changes`` are the changes of health that led to it; empty where none was named.
    """

    id: str
    person: str
    answers: Answers
    rules_version: str
    taken_utc_ms: int
    offset_minutes: int = 0
    oldest_utc_ms: int | None = None
    found: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()

    @property
    def valid_from_utc_ms(self) -> int:
        """The instant from which the validity counts."""
        return self.taken_utc_ms if self.oldest_utc_ms is None else min(self.oldest_utc_ms, self.taken_utc_ms)
