"""Charts as plain values: what is drawn, and the same in words for those who hear or print it.

Why: the page, the notice of a fact and the doctor's page draw the same value, and a test reads it without a window.
It must never hold a colour, a size or a widget. No Qt here.
"""

from enum import Enum

from msgspec import Struct


class Tone(Enum):
    """Which colour a series takes; its marker differs as well."""

    BEFORE = "before"
    AFTER = "after"
    MORNING = "morning"


class Told(Struct, frozen=True):
    """A chart in words: title, one sentence, a table, and one reading for each place that the cursor can stand on."""

    title: str
    summary: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    readings: tuple[str, ...]


class Spot(Struct, frozen=True):
    """A mean and the values that hold the middle half."""

    mean: float
    low: float
    high: float


class Series(Struct, frozen=True):
    """A line with a name at its end; ``None`` where there is no value."""

    name: str
    tone: Tone
    spots: tuple[Spot | None, ...]


class LineChart(Struct, frozen=True):
    """Lines over places in time, from 0 to 10. ``labels`` are one for each place; ``note`` explains the band."""

    told: Told
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    note: str


class BarChart(Struct, frozen=True):
    """Amounts over places in time, and a line that is the limit, if there is one. ``over`` marks what went beyond."""

    told: Told
    labels: tuple[str, ...]
    amounts: tuple[float, ...]
    over: tuple[bool, ...]
    limit: float | None
    limit_label: str
    note: str = ""


class CalendarChart(Struct, frozen=True):
    """Minutes of each day, week after week from Monday; ``None`` for days that are not shown.

    ``months`` has one label for each week, ``days`` one for each day of the week; empty ones are not written.
    ``steps`` are the minutes up to which a day counts as little, more and much; ``legend`` names all five, none first.
    """

    told: Told
    minutes: tuple[int | None, ...]
    months: tuple[str, ...]
    days: tuple[str, ...]
    steps: tuple[int, int, int]
    legend: tuple[str, ...]


class Row(Struct, frozen=True):
    """One bar that lies, with its name and its amount in words, and a note below."""

    name: str
    amount: float
    told: str
    note: str


class RowChart(Struct, frozen=True):
    """Bars that lie, one below the other."""

    told: Told
    rows: tuple[Row, ...]


Chart = LineChart | BarChart | CalendarChart | RowChart
