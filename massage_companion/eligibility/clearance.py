"""A doctor's yes to this massager at home. It lifts only "doctor first" findings, and only those it names."""

from msgspec import Struct

from massage_companion.eligibility.limits import Limits
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.verdict import Finding

LONGEST_DAYS = 365
"""A clearance never lasts longer than 12 months."""


class Clearance(Struct, frozen=True):
    """Which findings a doctor cleared for which massager, when, until when (Unix time in ms), and within what.

    ``for_home`` is the article's split: "massage may help" without a yes to this massager at home clears nothing.
    ``recorded_utc_ms`` is when it was typed in, 0 where that is not known; ``offset_minutes`` the zone of its dates.
    """

    id: str
    person: str
    massager: str
    rules: frozenset[str]
    for_home: bool
    by_whom: str
    given_utc_ms: int
    until_utc_ms: int
    limits: Limits = Limits()
    withdrawn: bool = False
    recorded_utc_ms: int = 0
    offset_minutes: int = 0

    def covers(self, finding: Finding, massager: str, now_utc_ms: int) -> bool:
        """Whether this clearance lifts that finding for that massager now."""
        return (
            self.for_home
            and not self.withdrawn
            and finding.outcome is Outcome.DOCTOR_FIRST
            and finding.rule.id in self.rules
            and massager == self.massager
            and self.given_utc_ms <= now_utc_ms < self.last_utc_ms
        )

    @property
    def last_utc_ms(self) -> int:
        """The instant at which it ends, 12 months after it was given at the latest."""
        return min(self.until_utc_ms, self.given_utc_ms + LONGEST_DAYS * 24 * 3_600_000)
