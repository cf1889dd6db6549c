"""How much massage there was lately. Rolling windows, so that neither midnight nor travel buys minutes."""

from msgspec import Struct

from massage_companion.session.reading import DAY_MS


class Use(Struct, frozen=True):
    """One earlier session as the gate sees it: how long ago it ended and how long it was at most, in ms."""

    massager: str
    ended_ago_ms: int
    used_ms: int


class Dose(Struct, frozen=True):
    """The earlier sessions of a person that can still matter, in any order."""

    uses: tuple[Use, ...] = ()

    def last_day(self) -> tuple[Use, ...]:
        """Uses that ended within the last 24 hours, the latest first."""
        recent = (use for use in self.uses if use.ended_ago_ms < DAY_MS)
        return tuple(sorted(recent, key=lambda use: use.ended_ago_ms))

    def used_last_day_ms(self) -> int:
        """Time used in the last 24 hours."""
        return sum(use.used_ms for use in self.last_day())
