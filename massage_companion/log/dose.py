"""From the log to the dose that the gate sees.

A session whose end is not known counts with the most, and the latest, that it can have been.
"""

from collections.abc import Iterable

from massage_companion.log.record import SessionRecord
from massage_companion.session.dose import Dose, Use
from massage_companion.session.reading import Reading, elapsed_ms


def dose_of(records: Iterable[SessionRecord], now: Reading) -> Dose:
    """The dose at a moment. A session dated after ``now`` (the clock was set back) counts as just ended."""
    return Dose(tuple(_use(record, now) for record in records))


def _use(record: SessionRecord, now: Reading) -> Use:
    may_have_run_on_ms = max(0, record.at_most_ms - record.used_ms - record.overtime_ms)
    ended_ago_ms = max(0, elapsed_ms(record.ended, now) - may_have_run_on_ms)
    return Use(record.massager, ended_ago_ms, record.at_most_ms)
