"""Instants and durations as people read them: "Today 14:16", "12 Nov 2027", "15:00", "4 minutes 30 seconds".

A moment is shown in the zone in which it happened (its stored offset), so that travel does not rewrite the log.
"""

from datetime import date, datetime, timedelta, timezone

from massage_companion.companion.words import Words

_SECOND_MS = 1_000


def local(utc_ms: int, offset_minutes: int) -> datetime:
    """The wall clock at an instant (Unix time in ms) for an offset from UTC in minutes."""
    return datetime.fromtimestamp(utc_ms / _SECOND_MS, timezone(timedelta(minutes=offset_minutes)))


def clock_time(utc_ms: int, offset_minutes: int) -> str:
    """Hours and minutes, such as 14:31."""
    return local(utc_ms, offset_minutes).strftime("%H:%M")


def day(utc_ms: int, offset_minutes: int, words: Words) -> str:
    """Day, month and year, such as 12 Nov 2027."""
    return _day(local(utc_ms, offset_minutes).date(), words)


def when(utc_ms: int, offset_minutes: int, now_utc_ms: int, words: Words) -> str:
    """Day and time, with today and yesterday by name, and the year only where it is not this year."""
    moment = local(utc_ms, offset_minutes)
    today = local(now_utc_ms, offset_minutes).date()
    time = moment.strftime("%H:%M")
    if moment.date() == today:
        return words("moments.today_at", time=time)
    if moment.date() == today - timedelta(days=1):
        return words("moments.yesterday_at", time=time)
    if moment.year == today.year:
        month = words(f"moments.month.{moment.month}")
        return words("moments.day_at", day=moment.day, month=month, time=time)
    return words("moments.date_at", date=_day(moment.date(), words), time=time)


def _day(value: date, words: Words) -> str:
    return words("moments.date", day=value.day, month=words(f"moments.month.{value.month}"), year=value.year)


def minutes_seconds(ms: int) -> str:
    """A duration as m:ss or mm:ss, whole seconds begun count in full: 1 ms is 0:01."""
    seconds = -(-max(0, ms) // _SECOND_MS)
    return f"{seconds // 60:02d}:{seconds % 60:02d}"


def duration(ms: int) -> str:
    """A measured duration as mm:ss, seconds not complete left out."""
    seconds = max(0, ms) // _SECOND_MS
    return f"{seconds // 60:02d}:{seconds % 60:02d}"


def spoken_duration(ms: int, words: Words) -> str:
    """A duration in words, such as "4 minutes 30 seconds"."""
    seconds = -(-max(0, ms) // _SECOND_MS)
    minutes, rest = divmod(seconds, 60)
    parts = []
    if minutes:
        parts.append(words.count("moments.minutes", minutes))
    if rest or not minutes:
        parts.append(words.count("moments.seconds", rest))
    return words("moments.unit_join").join(parts)
