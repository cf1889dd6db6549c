"""What the ratings of soreness show together, for a doctor: ranges, sentences with their interval, weeks.

It shows how far ratings spread, and never one number alone. What is no clear change is counted as about the same.
"""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from massage_companion.companion.report_days import full_date
from massage_companion.companion.report_ranges import Range, range_of
from massage_companion.companion.report_statements import Statement, statements_of
from massage_companion.companion.report_values import ReportTable
from massage_companion.companion.words import Words
from massage_companion.log.effect import NEEDED_SESSIONS, NOTICED_POINTS, NOTICED_SHARE
from massage_companion.log.point import Point, first_day_of
from massage_companion.log.trends import Spread, Week, range_start, trends_of

WEEKS: Final = 13
"""How far back ratings are told of: a quarter of a year, as the page of trends does at first."""

_NOTHING: Final = "–"


class SorenessReport(Struct, frozen=True):
    """``weeks`` are what the chart draws, and ``by_week`` says the same; both are empty where it is too early."""

    heading: str
    span: str
    ranges: ReportTable
    statements: tuple[Statement, ...]
    caution: str
    chart_name: str
    chart_note: str
    weeks: tuple[Week, ...]
    by_week: ReportTable | None


def soreness_report(points: Sequence[Point], today: int, words: Words) -> SorenessReport | None:
    """The last quarter of the log with ratings; ``None`` where nothing was ever rated. The earliest point first."""
    rated = [point for point in reversed(points) if _is_rated(point)][:1]
    if not rated:
        return None
    end = max(rated[0].day, today) if today - rated[0].day < 7 * WEEKS else rated[0].day
    since = range_start(end, WEEKS)
    shown = [point for point in points if since <= point.day <= end]
    weeks = trends_of(shown, shown[0].day, end).weeks
    enough = len(_after_pairs(shown)) >= NEEDED_SESSIONS
    log_began = points[0].day if points[0].day >= since else None
    return SorenessReport(
        heading=words("report_log.sore.title"),
        span=words("report_log.sore.span", first=full_date(shown[0].day, words), last=full_date(end, words)),
        ranges=_ranges(shown, words),
        statements=statements_of(shown, log_began, words),
        caution=words("report_log.sore.caution"),
        chart_name=words("report_log.sore.picture"),
        chart_note=words("report_log.sore.chart"),
        weeks=weeks if enough else (),
        by_week=_by_week(weeks, words) if enough else None,
    )


def range_text(values: Range | None, words: Words) -> str:
    """The middle one and the middle half."""
    if values is None:
        return _NOTHING
    return words("report_log.range", median=f"{values.median:g}", low=values.low, high=values.high)


def _is_rated(point: Point) -> bool:
    return point.sore_before is not None or point.sore_after is not None or point.sore_next is not None


def _ranges(points: Sequence[Point], words: Words) -> ReportTable:
    columns = tuple(words(f"report_log.sore.column.{name}") for name in ("when", "count", "range", "ends", "against"))
    rated = {
        "before": [point.sore_before for point in points if point.sore_before is not None],
        "after": [point.sore_after for point in points if point.sore_after is not None],
        "next": [point.sore_next for point in points if point.sore_next is not None],
    }
    pairs = {"after": _after_pairs(points), "next": _next_pairs(points)}
    rows = []
    for name, values in rated.items():
        ends = range_of(values)
        rows.append(
            (
                words(f"report_log.sore.row.{name}"),
                str(len(values)),
                range_text(ends, words),
                _NOTHING if ends is None else words("report_log.ends", least=ends.least, most=ends.most),
                _against(pairs.get(name, ()), words),
            )
        )
    return ReportTable(words("report_log.sore.caption"), columns, tuple(rows))


def _after_pairs(points: Sequence[Point]) -> list[tuple[int, int]]:
    return [(p.sore_before, p.sore_after) for p in points if p.sore_before is not None and p.sore_after is not None]


def _next_pairs(points: Sequence[Point]) -> list[tuple[int, int]]:
    return [(p.sore_before, p.sore_next) for p in points if p.sore_before is not None and p.sore_next is not None]


def _against(pairs: Sequence[tuple[int, int]], words: Words) -> str:
    """How many sessions were lower, the same, higher than before: by so much that a person can tell."""
    if len(pairs) < NEEDED_SESSIONS:
        return _NOTHING
    higher = sum(later - before >= NOTICED_POINTS for before, later in pairs)
    lower = sum(before - later >= max(NOTICED_POINTS, NOTICED_SHARE * before) for before, later in pairs)
    return words("report_log.sore.against", lower=lower, same=len(pairs) - lower - higher, higher=higher)


def _by_week(weeks: Sequence[Week], words: Words) -> ReportTable:
    columns = tuple(
        words(f"report_log.sore.by_week.{name}") for name in ("week", "before", "after", "next", "sessions")
    )
    rows = tuple(
        (
            full_date(first_day_of(week.number), words),
            _spread(week.before, words),
            _spread(week.after, words),
            _spread(week.morning, words),
            str(week.sessions),
        )
        for week in weeks
        if week.sessions
    )
    return ReportTable(words("report_log.sore.by_week.caption"), columns, rows)


def _spread(spread: Spread | None, words: Words) -> str:
    if spread is None:
        return _NOTHING
    return words("report_log.range", median=f"{spread.mean:.1f}", low=spread.low, high=spread.high)
