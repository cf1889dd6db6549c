"""From the log to the dose that the gate sees, whatever was done to the wall clock.

A session whose end is not known counts with the most, and the latest, that it can have been. It must never count as
older than it is; across restarts only the wall clock tells, so one that was behind in the meantime cannot be found out.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from massage_companion.log.record import Origin, SessionRecord
from massage_companion.session.dose import Dose, Use
from massage_companion.session.reading import Reading, elapsed_ms
from massage_companion.session.states import Ending

NO_BOOT: Final = frozenset({"", "imported", "unreadable"})
"""What stands for the boot of a reading of which only the wall clock is known: nothing follows from it."""


def dose_of(records: Sequence[SessionRecord], now: Reading) -> Dose:
    """The dose at a moment. ``records`` in the order of writing, the latest first; the uses are in the same order."""
    ages = ended_ago_ms(records, now)
    return Dose(tuple(Use(record.massager, age, record.at_most_ms) for record, age in zip(records, ages, strict=True)))


def ended_ago_ms(records: Iterable[SessionRecord], now: Reading) -> tuple[int, ...]:
    """For each session how long ago it ended at least, in ms. ``records`` as for ``dose_of``.

    The clock of one boot decides where it can, the wall clock where it makes sense. A session dated after now was
    measured by a clock that was ahead, or the clock is behind now. Then two things are known: it ended before this
    boot began, and before the end of each session that the timer measured later.
    """
    found: list[int] = []
    later_ms = 0
    for record in records:
        age = max(_since_boot_ms(record, now), later_ms) if _is_ahead(record, now) else _by_clock_ms(record, now)
        found.append(age)
        if _bears_witness(record):
            later_ms = max(later_ms, age)
    return tuple(found)


def _is_ahead(record: SessionRecord, now: Reading) -> bool:
    return record.ended.boot_id != now.boot_id and record.ended.utc_ms > now.utc_ms


def _by_clock_ms(record: SessionRecord, now: Reading) -> int:
    may_have_run_on_ms = max(0, record.at_most_ms - record.used_ms - record.overtime_ms)
    return max(0, elapsed_ms(record.ended, now) - may_have_run_on_ms)


def _since_boot_ms(record: SessionRecord, now: Reading) -> int:
    """An end is always told by the clock of the boot in which it was written, so it was before this one."""
    return 0 if record.ended.boot_id in NO_BOOT else max(0, now.boot_ms)


def _bears_witness(record: SessionRecord) -> bool:
    """Whether its age says something of those written before it: only if a timer saw its end."""
    return record.origin is Origin.TIMER and record.ending is not Ending.UNCONFIRMED
