"""The chart behind a doctor-first notice: the sessions that led to a fact of the log. No Qt here.

One chart for each fact of log.facts, drawn by the notice and by the doctor's page alike.
"""

from collections.abc import Sequence

from massage_companion.companion.words import Words
from massage_companion.log.facts import NEEDING_MORE, RISING
from massage_companion.log.point import Point, first_day_of, week_of
from massage_companion.log.trends import Week, trends_of
from massage_companion.session.reading import MINUTE_MS
from massage_companion.ui.trends.chart_data import BarChart, Chart, LineChart, Series, Spot, Told, Tone
from massage_companion.ui.trends.dates_in_words import full_date, short_date, week_labels, week_name
from massage_companion.ui.trends.time_charts import soreness_chart, told_of


def facts_chart(fact: str, points: Sequence[Point], words: Words) -> Chart:
    """The chart of a fact; ``points`` are those of ``led_to``, at least one."""
    if fact == RISING:
        return _rising(points, words)
    trends = trends_of(points, points[0].day, points[-1].day)
    if fact == NEEDING_MORE:
        return _needing_more(trends.weeks, points, words)
    return soreness_chart(trends.weeks, words)


def _rising(points: Sequence[Point], words: Words) -> LineChart:
    rated = [(point.day, point.sore_before) for point in points if point.sore_before is not None]
    name = words("trends.soreness.before")
    told = Told(
        title=words("trends.fact.rising.chart"),
        summary=words("trends.fact.rising.text"),
        head=(words("trends.fact.rising.column"), words("trends.soreness.column.before")),
        rows=tuple((full_date(day, words), str(value)) for day, value in rated),
        readings=tuple(told_of(full_date(day, words), [f"{name} {value}"], words) for day, value in rated),
    )
    spots = tuple(Spot(value, value, value) for _day, value in rated)
    labels = tuple(short_date(day, words) for day, _value in rated)
    return LineChart(told, labels, (Series(name, Tone.BEFORE, spots),), "")


def _needing_more(weeks: Sequence[Week], points: Sequence[Point], words: Words) -> BarChart:
    loads = dict.fromkeys((week.number for week in weeks), 0.0)
    for point in points:
        loads[week_of(point.day)] += point.used_ms / MINUTE_MS * point.intensity
    told = Told(
        title=words("trends.fact.needing-more.chart"),
        summary=words("trends.fact.needing-more.text"),
        head=(words("trends.minutes.column.week"), words("trends.fact.needing-more.chart")),
        rows=tuple((full_date(first_day_of(week), words), str(round(load))) for week, load in loads.items()),
        readings=tuple(told_of(week_name(week, words), [str(round(load))], words) for week, load in loads.items()),
    )
    amounts = tuple(loads.values())
    labels = week_labels(list(loads), by_month=False, words=words)
    return BarChart(told, labels, amounts, (False,) * len(amounts), None, "")
