"""The few kinds of parts that the page for a doctor is made of, whatever they tell of. Values only."""

from msgspec import Struct


class Labelled(Struct, frozen=True):
    """A text with the words in front of it."""

    label: str
    text: str


class TextList(Struct, frozen=True):
    """Lines under a heading; left out where there are none."""

    heading: str
    lines: tuple[str, ...]


class ReportTable(Struct, frozen=True):
    """Rows under named columns. The first cell of a row names it."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
