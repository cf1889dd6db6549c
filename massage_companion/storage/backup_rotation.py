"""Which daily backups stay: 7 days, 4 weeks, 12 months. Pure: dates in, dates out.

It counts the backups that there are and never looks at a clock, so that a wrong one cannot make it throw all away.
"""

from collections.abc import Iterable
from datetime import date

DAYS = 7
WEEKS = 4
MONTHS = 12
_BEFORE, _AFTER = "massage-companion-", ".backup.zip"


def name_of(day: date) -> str:
    """The file name of a day's backup, such as ``massage-companion-2026-11-22.backup.zip``."""
    return f"{_BEFORE}{day.isoformat()}{_AFTER}"


def day_of(name: str) -> date | None:
    """The day of a file name that ``name_of`` gives; ``None`` for any other."""
    try:
        day = date.fromisoformat(name.removeprefix(_BEFORE).removesuffix(_AFTER))
    except ValueError:
        return None
    return day if name == name_of(day) else None


def to_keep(days: Iterable[date]) -> frozenset[date]:
    """The newest backup of each of the last 7 days, 4 weeks and 12 months that have one."""
    newest_first = sorted(set(days), reverse=True)
    by_week: dict[tuple[int, int], date] = {}
    by_month: dict[tuple[int, int], date] = {}
    for day in newest_first:
        by_week.setdefault(day.isocalendar()[:2], day)
        by_month.setdefault((day.year, day.month), day)
    return frozenset([*newest_first[:DAYS], *list(by_week.values())[:WEEKS], *list(by_month.values())[:MONTHS]])
