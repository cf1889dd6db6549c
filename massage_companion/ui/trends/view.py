"""What the page of trends shows, as one value. Made from the points of a year; no Qt here."""

from collections.abc import Mapping, Sequence
from enum import Enum

from msgspec import Struct

from massage_companion.companion.words import Words
from massage_companion.log.facts import FACTS, led_to
from massage_companion.log.point import Point
from massage_companion.log.trends import Trends, days_of, days_over, range_start, rest_weeks, trends_of
from massage_companion.session.reading import MINUTE_MS
from massage_companion.ui.trends.chart_data import Chart
from massage_companion.ui.trends.facts_chart import facts_chart
from massage_companion.ui.trends.part_charts import band_chart, massager_chart
from massage_companion.ui.trends.sentences import Sentence, sentences_of
from massage_companion.ui.trends.time_charts import calendar_chart, minutes_chart, soreness_chart

_REST_DAYS = 2
_REST_WEEKS = 2


class Span(Enum):
    """How far back the page looks, in calendar weeks with the present one."""

    MONTH = 5
    QUARTER = 13
    YEAR = 53


class FactNotice(Struct, frozen=True):
    """A doctor-first notice and the chart that led to it."""

    fact: str
    title: str
    text: str
    chart: Chart


class TrendsView(Struct, frozen=True):
    """``charts`` from top to bottom, ``rest`` in calm sentences; nothing but ``notices`` where ``empty``."""

    span: Span
    empty: bool
    notices: tuple[FactNotice, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    rest: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()


def first_day_wanted(today: int) -> int:
    """The first day whose points the page and its notices need."""
    return min(range_start(today, Span.YEAR.value), today - 366)


def trends_view(
    points: Sequence[Point], today: int, span: Span, names: Mapping[str, str], limit: int | None, words: Words
) -> TrendsView:
    """The page for a person. ``points`` from ``first_day_wanted`` on, the earliest first; ``limit`` minutes in 24 h."""
    notices = fact_notices(points, today, words)
    if not points:
        return TrendsView(span, empty=True, notices=notices)
    since = range_start(today, span.value)
    shown = points if span is Span.YEAR else [point for point in points if point.day >= since]
    trends = trends_of(shown, since, today)
    # The calendar shows the whole year, whatever the span.
    year = trends.days if span is Span.YEAR else days_of(points, range_start(today, Span.YEAR.value), today)
    charts: list[Chart] = [
        soreness_chart(trends.weeks, words),
        minutes_chart(trends, span is Span.MONTH, limit, words),
        calendar_chart(year, limit, words),
    ]
    if len(trends.massagers) > 1:
        charts.append(massager_chart(trends.massagers, names, words))
    charts.append(band_chart(trends.bands, words))
    return TrendsView(
        span=span,
        empty=False,
        notices=notices,
        sentences=sentences_of(shown, _log_began(points, since, today), points[0].day < since, words),
        rest=_rest(trends, limit, words),
        charts=tuple(charts),
    )


def fact_notices(points: Sequence[Point], today: int, words: Words) -> tuple[FactNotice, ...]:
    """A notice for each fact that the log shows."""
    found = led_to(points, today)
    return tuple(
        FactNotice(
            fact,
            words(f"trends.fact.{fact}.title"),
            words(f"trends.fact.{fact}.text"),
            facts_chart(fact, found[fact], words),
        )
        for fact in FACTS
        if fact in found
    )


def _log_began(points: Sequence[Point], since: int, today: int) -> int | None:
    """The first day of the log, where the span reaches back to it."""
    first = points[0].day
    return first if first >= since and first > first_day_wanted(today) + 27 else None


def _rest(trends: Trends, limit: int | None, words: Words) -> tuple[str, ...]:
    """Rest that was kept, and days beyond the limit; nothing where there was no session."""
    if not any(day.sessions for day in trends.days):
        return ()
    told = []
    weeks = rest_weeks(trends.days, _REST_DAYS)
    if weeks >= _REST_WEEKS:
        told.append(words("trends.rest.kept", n=weeks))
    if limit is not None:
        beyond = days_over(trends.days, limit * MINUTE_MS)
        if beyond:
            told.append(words.count("trends.rest.beyond", beyond, limit=limit))
        else:
            told.append(words("trends.rest.within", n=limit))
    return tuple(told)
