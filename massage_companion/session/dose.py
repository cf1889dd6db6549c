"""How much massage there was lately. Rolling windows, so that neither midnight nor travel buys minutes."""

from msgspec import Struct

from massage_companion.session.reading import DAY_MS, WEEK_MS


class Use(Struct, frozen=True):
    """One earlier session as the gate sees it: how long ago it ended and how long it was at most, in ms."""

    massager: str
    ended_ago_ms: int
    used_ms: int


class Dose(Struct, frozen=True):
    """The earlier sessions of a person that can still matter, in any order.

    A sum over a week needs uses of a week; the gate looks at the last day and, for a long rest, a little more.
    """

    uses: tuple[Use, ...] = ()

    def last_day(self) -> tuple[Use, ...]:
        """Uses that ended within the last 24 hours, the latest first."""
        recent = (use for use in self.uses if use.ended_ago_ms < DAY_MS)
        return tuple(sorted(recent, key=lambda use: use.ended_ago_ms))

    def used_last_day_ms(self, massager: str | None = None) -> int:
        """Time used in the last 24 hours, in ms, with every massager or with one."""
        return self._used_ms(DAY_MS, massager)

    def used_last_week_ms(self, massager: str | None = None) -> int:
        """Time used in the last seven times 24 hours, in ms, with every massager or with one."""
        return self._used_ms(WEEK_MS, massager)

    def _used_ms(self, within_ms: int, massager: str | None) -> int:
        """A use counts in full until its end is ``within_ms`` ago."""
        return sum(
            use.used_ms
            for use in self.uses
            if use.ended_ago_ms < within_ms and (massager is None or use.massager == massager)
        )
