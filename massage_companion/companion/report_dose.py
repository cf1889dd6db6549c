"""How much massage there was lately, against the limits, as the gate counts it.

What is in the bin counts too, and a session whose end is not known counts with the most it can have been: the page
must never say less than the gate has counted.
"""

from typing import Final

from massage_companion.companion.report_log_data import Logged
from massage_companion.companion.report_ranges import Range, range_of
from massage_companion.companion.report_soreness import WEEKS, range_text
from massage_companion.companion.report_values import ReportTable
from massage_companion.companion.words import Words
from massage_companion.log.dose import dose_of, ended_ago_ms
from massage_companion.log.point import week_of
from massage_companion.log.record import Origin, SessionRecord
from massage_companion.log.trends import days_over, range_start, trends_of, whole_minutes
from massage_companion.session.reading import MINUTE_MS, WEEK_MS

FEWEST_WEEKS: Final = 2
"""Whole weeks from which on there is a usual one."""

_DAYS: Final = 7
_NOTHING: Final = "–"


def dose_table(logged: Logged, today: int, words: Words) -> ReportTable | None:
    """The last 24 hours, the last 7 days, the usual week; ``None`` where there never was a session."""
    if not logged.points and not logged.recent:
        return None
    dose = dose_of(logged.recent, logged.now)
    week = sum(use.ended_ago_ms < WEEK_MS for use in dose.uses)
    limit, times = logged.limits.minutes_per_day, logged.limits.sessions_per_day
    minutes, sessions = _usual_week(logged, today)
    columns = tuple(words(f"report_log.dose.column.{name}") for name in ("when", "minutes", "sessions", "limit"))
    rows = (
        (
            words("report_log.dose.day"),
            str(whole_minutes(dose.used_last_day_ms())),
            str(len(dose.last_day())),
            _limit(limit, times, words),
        ),
        (
            words("report_log.dose.week"),
            str(whole_minutes(dose.used_last_week_ms())),
            str(week),
            _limit(limit and limit * _DAYS, times and times * _DAYS, words),
        ),
        (
            words("report_log.dose.usual_week", n=minutes.count) if minutes else words("report_log.dose.no_usual_week"),
            range_text(minutes, words) if minutes else words("report_log.dose.not_enough"),
            range_text(sessions, words) if sessions else _NOTHING,
            _NOTHING,
        ),
    )
    return ReportTable(words("report_log.dose.title"), columns, rows)


def dose_notes(logged: Logged, today: int, words: Words) -> tuple[str, ...]:
    """What went beyond the limit, and which minutes are not measured."""
    told = []
    limit = logged.limits.minutes_per_day
    days = trends_of(logged.points, range_start(today, WEEKS), today).days
    if limit is not None and any(day.sessions for day in days):
        over = days_over(days, limit * MINUTE_MS)
        most = whole_minutes(max(day.most_ms for day in days))
        told.append(
            words.count("report_log.dose.over", over, limit=limit, most=most)
            if over
            else words("report_log.dose.within", limit=limit, most=most)
        )
    ages = ended_ago_ms(logged.recent, logged.now)
    last_week = [record for record, ago_ms in zip(logged.recent, ages, strict=True) if ago_ms < WEEK_MS]
    by_hand_ms = sum(record.at_most_ms for record in last_week if record.origin is Origin.MANUAL)
    if by_hand_ms:
        told.append(words.count("report_log.dose.by_hand", whole_minutes(by_hand_ms)))
    unknown = sum(_is_unknown(record) for record in last_week)
    if unknown:
        told.append(words.count("report_log.dose.unknown", unknown))
    return tuple(told)


def _is_unknown(record: SessionRecord) -> bool:
    return record.at_most_ms > record.used_ms + record.overtime_ms


def _limit(minutes: int | None, times: int | None, words: Words) -> str:
    parts = []
    if minutes is not None:
        parts.append(words.count("report_log.dose.minutes", minutes))
    if times is not None:
        parts.append(words.count("report_log.dose.times", times))
    return words("report_log.signs.join").join(parts) or _NOTHING


def _usual_week(logged: Logged, today: int) -> tuple[Range | None, Range | None]:
    """Minutes and sessions of the whole weeks of a quarter, those without a session too, from the log's first on."""
    if not logged.points:
        return None, None
    begun = week_of(logged.points[0].day - 1) + 1
    weeks = trends_of(logged.points, range_start(today, WEEKS), today).weeks
    whole = [week for week in weeks if begun <= week.number < week_of(today)]
    if len(whole) < FEWEST_WEEKS:
        return None, None
    return range_of(whole_minutes(week.used_ms) for week in whole), range_of(week.sessions for week in whole)
