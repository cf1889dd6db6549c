"""Tables and running text in the few tags that Qt's text layout knows; nothing else stands side by side there."""

from collections.abc import Iterable
from html import escape

from msgspec import Struct


class Continued(Struct, frozen=True):
    """A part that follows the one before without a gap, such as the next row of a table that may go over pages."""

    body: str


def table(rows: Iterable[str], attributes: str = "") -> str:
    """A table as wide as there is room."""
    return f'<table width="100%" cellspacing="0" cellpadding="0" {attributes}>{"".join(rows)}</table>'


def row(cells: Iterable[str]) -> str:
    """A row of cells that are written already."""
    return f"<tr>{''.join(cells)}</tr>"


def running(sentences: Iterable[str], language: str) -> str:
    """Sentences one after the other, escaped; Chinese puts no space between them."""
    return escape(("" if language == "zh" else " ").join(sentence for sentence in sentences if sentence))
