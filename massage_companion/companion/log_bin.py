"""The bin of the log: a deleted session stays there for 30 days, and is never gone sooner than promised.

The wall clock alone may not decide: one that is wrong by a year would empty the bin at once. Something may always
stay longer than promised; nothing may ever go sooner.
"""

from collections.abc import Iterator

from massage_companion.companion.log_ports import LogQuery
from massage_companion.companion.ports import Store
from massage_companion.log.record import SessionRecord
from massage_companion.session.reading import DAY_MS, Reading

BIN_DAYS = 30
"""DESIGN 6."""

_LONGEST_SILENCE_DAYS = 60
"""Where the newest thing known is older than this, the clock is not believed."""

_SETTLING_DAYS = BIN_DAYS
"""What was written in the last days may be dated by the same wrong clock, so it does not speak for it. When something
that old does, the bin has been there for as long as was promised, even if the clock was wrong all the time.
"""

_ROWS_OF_BIN = 500


def gone_after_utc_ms(record: SessionRecord) -> int | None:
    """From when a session in the bin may be deleted for good (Unix time in ms); ``None`` where it is not in the bin."""
    return None if record.removed_utc_ms is None else record.removed_utc_ms + BIN_DAYS * DAY_MS


def removal_utc_ms(store: Store, person: str, now: Reading) -> int:
    """The instant to write when something goes to the bin: never before the newest session that the log knows.

    A clock that is a year behind would date the deletion to last year, and the bin would be emptied as soon as the
    clock is right again.
    """
    newest = store.find(LogQuery(person), 1)
    return max((now.utc_ms, *(record.ended.utc_ms for record in newest)))


def purge(store: Store, now: Reading) -> int:
    """Delete for good what has been in the bin for 30 days; how many sessions that were. Raises StoreError.

    Nothing goes while the clock cannot be believed: when nothing that the store knows is between 30 and 60 days old.
    Whoever was away that long has what is in the bin a month longer.
    """
    return store.purge_removed(now.utc_ms - BIN_DAYS * DAY_MS) if _is_believed(store, now) else 0


def _is_believed(store: Store, now: Reading) -> bool:
    settled = now.utc_ms - _SETTLING_DAYS * DAY_MS
    oldest = now.utc_ms - _LONGEST_SILENCE_DAYS * DAY_MS
    return any(oldest <= instant < settled for instant in _known_instants(store, settled))


def _known_instants(store: Store, before_utc_ms: int) -> Iterator[int]:
    """What dates the past, the cheapest first."""
    for person in store.people():
        yield person.created_utc_ms
        for removed in (False, True):
            newest = LogQuery(person.id, until_utc_ms=before_utc_ms, removed=removed)
            for record in store.find(newest, 1):
                yield record.started.utc_ms
        for screening in store.screenings(person.id):
            yield screening.taken_utc_ms
        for record in store.find(LogQuery(person.id, removed=True), _ROWS_OF_BIN):
            yield record.removed_utc_ms or 0
