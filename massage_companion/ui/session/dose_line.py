"""The line that tells how much of a day's massage is used, and from when the next session is possible. Pure.

The window is always the last 24 hours; "today" is said only where both mean the same sessions.
"""

from massage_companion.companion import moments
from massage_companion.companion.words import Words
from massage_companion.session.allowance import next_allowed_wait_ms
from massage_companion.session.dose import Use
from massage_companion.session.reading import MINUTE_MS, Reading
from massage_companion.ui.session.wanted import Room


def dose_line(room: Room, now: Reading, words: Words) -> str:
    """What is used of 24 hours, over all massagers and with this one; empty where nothing is."""
    recent = room.dose.last_day()
    if not recent:
        return ""
    span = "today" if all(_is_today(use, now) for use in recent) else "day"
    used = _minutes(room.dose.used_last_day_ms())
    most = room.limits.minutes_per_day
    parts = [words(f"session.dose.{span}", used=_of(used, most, words))]
    if len({use.massager for use in recent}) > 1:
        own = _minutes(room.dose.used_last_day_ms(room.massager.id))
        parts.append(words("session.dose.this_massager", used=own))
    wait = next_allowed_wait_ms(room.dose, room.limits)
    if wait:
        parts.append(words("session.dose.next", time=time_from(wait, now, words)))
    elif room.limits.sessions_per_day is not None:
        parts.append(words("session.dose.sessions", used=len(recent), most=room.limits.sessions_per_day))
    return words("session.dose.join").join(parts)


def time_from(wait_ms: int, now: Reading, words: Words) -> str:
    """The clock time in ``wait_ms``, with its day where that is another one; minutes begun count in full."""
    then = -(-(now.utc_ms + wait_ms) // MINUTE_MS) * MINUTE_MS
    offset = now.offset_minutes
    days = (moments.local(then, offset).date() - moments.local(now.utc_ms, offset).date()).days
    time = moments.clock_time(then, offset)
    if days == 0:
        return time
    if days == 1:
        return words("session.tomorrow_at", time=time)
    return moments.when(then, offset, now.utc_ms, words)


def _of(used: int, most: int | None, words: Words) -> str:
    if most is None:
        return words.count("session.dose.minutes", used)
    return words("session.dose.of_minutes", used=used, most=most)


def _is_today(use: Use, now: Reading) -> bool:
    """Whether the whole of it lies in this calendar day."""
    began = now.utc_ms - use.ended_ago_ms - use.used_ms
    offset = now.offset_minutes
    return moments.local(began, offset).date() == moments.local(now.utc_ms, offset).date()


def _minutes(ms: int) -> int:
    """Minutes begun count in full."""
    return -(-ms // MINUTE_MS)
