"""What of the log is shown, as somebody chose it. Pure: dates and how the place keeps time come in as arguments."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct

from massage_companion.companion.log_ports import LogQuery, Order
from massage_companion.companion.wall_time import LocalTime, day_start
from massage_companion.session.states import Ending


class Period(StrEnum):
    """Which time of the log; whole days, today is the last one of those counted."""

    DAYS_7 = "days_7"
    DAYS_30 = "days_30"
    DAYS_90 = "days_90"
    YEAR = "year"
    ALL = "all"
    OWN = "own"


USUAL_PERIOD: Final = Period.DAYS_30
_DAYS: Final = {Period.DAYS_7: 7, Period.DAYS_30: 30, Period.DAYS_90: 90}


class LogFilter(Struct, frozen=True):
    """What was chosen; ``first`` and ``last`` are the own dates, both shown."""

    text: str = ""
    period: Period = USUAL_PERIOD
    first: date | None = None
    last: date | None = None
    massager: str | None = None
    ending: Ending | None = None

    @property
    def narrows(self) -> bool:
        """Whether anything of the log is left out."""
        return bool(self.text.strip()) or (self.period, self.massager, self.ending) != (Period.ALL, None, None)


EVERYTHING: Final = LogFilter(period=Period.ALL)


def query_of(chosen: LogFilter, person: str, order: Order, today: date, local_time: LocalTime) -> LogQuery:
    """The query for what was chosen. Where both own dates stand the wrong way round, they are turned."""
    since, until = _bounds(chosen, today, local_time)
    return LogQuery(
        person=person,
        since_utc_ms=since,
        until_utc_ms=until,
        massager=chosen.massager,
        endings=frozenset() if chosen.ending is None else frozenset({chosen.ending}),
        text=chosen.text.strip(),
        order=order,
    )


def _bounds(chosen: LogFilter, today: date, local_time: LocalTime) -> tuple[int | None, int | None]:
    """Nothing is left out at the end but by own dates: a session dated too late by a wrong clock has to be seen."""
    match chosen.period:
        case Period.ALL:
            return None, None
        case Period.YEAR:
            return day_start(date(today.year, 1, 1), local_time), None
        case Period.OWN:
            first, last = sorted((chosen.first or today, chosen.last or today))
            return day_start(first, local_time), day_start(last + timedelta(days=1), local_time)
        case period:
            return day_start(today - timedelta(days=_DAYS[period] - 1), local_time), None
