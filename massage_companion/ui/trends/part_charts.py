"""Charts of parts: by massager and by time of day. Averages only, and no verdict on which is better. No Qt here."""

from collections.abc import Mapping, Sequence

from massage_companion.companion.words import Words
from massage_companion.log.effect import NEEDED_SESSIONS
from massage_companion.log.trends import Part, whole_minutes
from massage_companion.session.reading import MINUTE_MS
from massage_companion.ui.trends.chart_data import Row, RowChart, Told
from massage_companion.ui.trends.time_charts import told_of

_COLUMNS = ("sessions", "minutes", "before", "after")


def massager_chart(parts: Sequence[Part], names: Mapping[str, str], words: Words) -> RowChart:
    """One row for each massager, the most used first."""
    named = [(names.get(part.key, words("trends.massager.gone")), part) for part in parts]
    title, column = words("trends.massager.title"), words("trends.massager.column.name")
    return _chart(title, words("trends.massager.summary"), column, named, words)


def band_chart(parts: Sequence[Part], words: Words) -> RowChart:
    """One row for each time of day, in the order of the day."""
    named = [(words(f"trends.band.{part.key.lower()}"), part) for part in parts]
    title, column = words("trends.band.title"), words("trends.band.column")
    return _chart(title, words("trends.band.summary"), column, named, words)


def _chart(title: str, summary: str, column: str, named: Sequence[tuple[str, Part]], words: Words) -> RowChart:
    rows = tuple(_row(name, part, words) for name, part in named)
    told = Told(
        title=title,
        summary=f"{summary} {words('trends.massager.caution')}",
        head=(column, *(words(f"trends.massager.column.{each}") for each in _COLUMNS)),
        rows=tuple(_cells(name, part) for name, part in named),
        readings=tuple(_reading(row, words) for row in rows),
    )
    return RowChart(told, rows)


def _row(name: str, part: Part, words: Words) -> Row:
    if not part.sessions:
        return Row(name, 0.0, words("trends.minutes.unused"), "")
    amount = words.count("trends.minutes.amount", whole_minutes(part.used_ms))
    sessions = words.count("trends.minutes.sessions", part.sessions)
    note = words("trends.massager.needs", n=NEEDED_SESSIONS)
    if _known(part):
        note = words("trends.massager.rated", before=f"{part.before:.1f}", after=f"{part.after:.1f}")
    return Row(name, part.used_ms / MINUTE_MS, f"{amount} · {sessions}", note)


def _reading(row: Row, words: Words) -> str:
    told = told_of(row.name, [row.told], words)
    if not row.note:
        return told
    return f"{told}。{row.note}" if words.language == "zh" else f"{told}. {row.note}"


def _cells(name: str, part: Part) -> tuple[str, ...]:
    means = (f"{part.before:.1f}", f"{part.after:.1f}") if _known(part) else ("–", "–")
    return (name, str(part.sessions), str(whole_minutes(part.used_ms)), *means)


def _known(part: Part) -> bool:
    return part.rated >= NEEDED_SESSIONS
