"""The parts that the web page for a doctor is built of. Every text is escaped here, and nowhere twice."""

from collections.abc import Iterable
from html import escape

from massage_companion.companion.report_values import ReportTable, TextList


def terms(pairs: Iterable[tuple[str, str]]) -> str:
    """Texts with the words in front of them."""
    rows = "\n".join(f"<dt>{escape(label)}</dt><dd>{escape(text)}</dd>" for label, text in pairs)
    return f"<dl>\n{rows}\n</dl>"


def lines(part: TextList) -> str:
    """A list under its heading, nothing where there is none."""
    if not part.lines:
        return ""
    items = "\n".join(f"<li>{escape(line)}</li>" for line in part.lines)
    return f"<h2>{escape(part.heading)}</h2>\n<ul>\n{items}\n</ul>"


def table(content: ReportTable | None, look: str = "") -> str:
    """A table that says what it is, whose columns and rows are named; nothing where there is none."""
    if content is None:
        return ""
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in content.columns)
    rows = "\n".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells)}</tr>'
        for first, *cells in content.rows
    )
    opened = f'<table class="{look}">' if look else "<table>"
    return (
        f'<div class="wide">{opened}\n<caption>{escape(content.caption)}</caption>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table></div>"
    )
