"""Charts over time, made of sums: soreness by week, minutes by day or week, and the year's calendar. No Qt here."""

from collections.abc import Sequence

from massage_companion.companion.words import Words
from massage_companion.log.point import first_day_of, week_of
from massage_companion.log.trends import Day, Spread, Trends, Week, whole_minutes
from massage_companion.session.reading import MINUTE_MS
from massage_companion.ui.trends.chart_data import BarChart, CalendarChart, LineChart, Series, Spot, Told, Tone
from massage_companion.ui.trends.dates_in_words import WEEKDAYS, full_date, short_date, week_labels, week_name

_LONG = 20
"""From so many weeks on, months are named instead of Mondays."""

CALENDAR_STEPS = (10, 20)
DAILY_LIMIT = 30


def soreness_chart(weeks: Sequence[Week], words: Words) -> LineChart:
    """Means by week with the middle half; next morning only where somebody noted it."""
    shown = [(Tone.BEFORE, [week.before for week in weeks]), (Tone.AFTER, [week.after for week in weeks])]
    if any(week.morning for week in weeks):
        shown.append((Tone.MORNING, [week.morning for week in weeks]))
    series = tuple(
        Series(words(f"trends.soreness.{tone.value}"), tone, tuple(map(_spot, spreads))) for tone, spreads in shown
    )
    columns = ("week", *(tone.value for tone, _spreads in shown), "ratings")
    rows = tuple(
        (
            full_date(first_day_of(week.number), words),
            *(_mean(spreads[place]) for _tone, spreads in shown),
            str(week.sessions),
        )
        for place, week in enumerate(weeks)
        if week.sessions
    )
    told = Told(
        title=words("trends.soreness.title"),
        summary=f"{words('trends.soreness.summary')} {words('trends.soreness.note')}",
        head=tuple(words(f"trends.soreness.column.{column}") for column in columns),
        rows=rows,
        readings=tuple(
            _week_reading(week, [(tone, spreads[place]) for tone, spreads in shown], words)
            for place, week in enumerate(weeks)
        ),
    )
    labels = week_labels([week.number for week in weeks], len(weeks) >= _LONG, words)
    return LineChart(told, labels, series, words("trends.soreness.note"))


def _spot(spread: Spread | None) -> Spot | None:
    return None if spread is None else Spot(spread.mean, spread.low, spread.high)


def _mean(spread: Spread | None) -> str:
    return "–" if spread is None else f"{spread.mean:.1f}"


def _week_reading(week: Week, spreads: Sequence[tuple[Tone, Spread | None]], words: Words) -> str:
    parts = [
        words.count(
            "trends.soreness.value_of",
            spread.count,
            name=words(f"trends.soreness.{tone.value}"),
            mean=f"{spread.mean:.1f}",
            low=spread.low,
            high=spread.high,
        )
        for tone, spread in spreads
        if spread is not None
    ]
    return told_of(week_name(week.number, words), parts or [words("trends.none")], words)


def told_of(name: str, parts: Sequence[str], words: Words) -> str:
    """A name with what is told of it."""
    colon, comma = ("：", "，") if words.language == "zh" else (": ", ", ")
    return f"{name}{colon}{comma.join(parts)}"


def minutes_chart(trends: Trends, by_day: bool, limit: int | None, words: Words) -> BarChart:
    """Minutes of each day or week; ``limit`` is minutes within 24 hours, seven times that for a week."""
    return _minutes_by_day(trends.days, limit, words) if by_day else _minutes_by_week(trends.weeks, limit, words)


def _minutes_by_day(days: Sequence[Day], limit: int | None, words: Words) -> BarChart:
    over = tuple(limit is not None and day.most_ms > limit * MINUTE_MS for day in days)
    columns = ("day", "minutes", "most", "sessions")
    told = Told(
        title=words("trends.minutes.per_day"),
        summary=words("trends.minutes.summary_day"),
        head=tuple(words(f"trends.minutes.column.{column}") for column in columns),
        rows=tuple(
            (full_date(d.day, words), *map(str, (whole_minutes(d.used_ms), whole_minutes(d.most_ms), d.sessions)))
            for d in days
            if d.sessions
        ),
        readings=tuple(_day_reading(day, limit, words) for day in days),
    )
    return BarChart(
        told,
        tuple(short_date(day.day, words) for day in days),
        tuple(day.used_ms / MINUTE_MS for day in days),
        over,
        None if limit is None else float(limit),
        "" if limit is None else words("trends.minutes.limit_day", n=limit),
        words("trends.minutes.note_day", n=limit) if any(over) else "",
    )


def _day_reading(day: Day, limit: int | None, words: Words) -> str:
    if not day.sessions:
        return told_of(full_date(day.day, words), [words("trends.minutes.unused")], words)
    parts = [
        words.count("trends.minutes.amount", whole_minutes(day.used_ms)),
        words.count("trends.minutes.sessions", day.sessions),
    ]
    if limit is not None and day.most_ms > limit * MINUTE_MS:
        parts.append(words("trends.minutes.over", n=limit))
    elif day.most_ms > day.used_ms:
        parts.append(words("trends.minutes.most", n=whole_minutes(day.most_ms)))
    return told_of(full_date(day.day, words), parts, words)


def _minutes_by_week(weeks: Sequence[Week], limit: int | None, words: Words) -> BarChart:
    most = None if limit is None else 7 * limit
    told = Told(
        title=words("trends.minutes.per_week"),
        summary=words("trends.minutes.summary_week"),
        head=tuple(words(f"trends.minutes.column.{column}") for column in ("week", "minutes", "sessions")),
        rows=tuple(
            (full_date(first_day_of(week.number), words), str(whole_minutes(week.used_ms)), str(week.sessions))
            for week in weeks
            if week.sessions
        ),
        readings=tuple(_minutes_of_week(week, words) for week in weeks),
    )
    return BarChart(
        told,
        week_labels([week.number for week in weeks], len(weeks) >= _LONG, words),
        tuple(week.used_ms / MINUTE_MS for week in weeks),
        tuple(most is not None and week.used_ms > most * MINUTE_MS for week in weeks),
        None if most is None else float(most),
        "" if most is None else words("trends.minutes.limit_week", n=most),
        "" if limit is None else words("trends.minutes.note_week", n=limit, week=most),
    )


def _minutes_of_week(week: Week, words: Words) -> str:
    parts = [words("trends.minutes.unused")]
    if week.sessions:
        amount = words.count("trends.minutes.amount", whole_minutes(week.used_ms))
        parts = [amount, words.count("trends.minutes.sessions", week.sessions)]
    return told_of(week_name(week.number, words), parts, words)


def calendar_chart(days: Sequence[Day], limit: int | None, words: Words) -> CalendarChart:
    """Every day from a Monday on; the rest of the last week stays empty."""
    weeks = list(range(week_of(days[0].day), week_of(days[-1].day) + 1))
    begin = first_day_of(weeks[0])
    minutes: list[int | None] = [None] * (7 * len(weeks))
    readings = [""] * len(minutes)
    for day in days:
        minutes[day.day - begin] = whole_minutes(day.used_ms)
        readings[day.day - begin] = _day_reading(day, limit, words)
    used = [day for day in days if day.sessions]
    most = limit or DAILY_LIMIT
    little, more = (step * most // DAILY_LIMIT for step in CALENDAR_STEPS)
    steps = (little, more, most)
    told = Told(
        title=words("trends.calendar.title"),
        summary=words.count("trends.calendar.summary", len(used)),
        head=tuple(words(f"trends.minutes.column.{column}") for column in ("day", "minutes", "sessions")),
        rows=tuple((full_date(d.day, words), str(whole_minutes(d.used_ms)), str(d.sessions)) for d in used),
        readings=tuple(readings),
    )
    names = (words("trends.calendar.none"), *(words("trends.calendar.up_to", n=step) for step in steps))
    return CalendarChart(
        told=told,
        minutes=tuple(minutes),
        months=week_labels(weeks, by_month=True, words=words),
        days=tuple(words(f"trends.calendar.{name}") for name in WEEKDAYS),
        steps=steps,
        legend=(*names, words("trends.calendar.more", n=most)),
    )
