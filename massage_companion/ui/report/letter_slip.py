"""The form that a doctor fills in by hand, in the few tags that Qt's text layout knows.

Its boxes and lines must have room for a pen, however small the text around them is.
"""

from html import escape
from typing import Final

from massage_companion.companion.report_slip import SlipForm
from massage_companion.ui.report.letter_table import row, running, table
from massage_companion.ui.theme_colours import LIGHT

BOX: Final = "box"
"""The name of the picture of an empty box to tick."""

_BOX_SIDE: Final = 12
_COLUMNS: Final = (31, 20, 11, 10, 12, 16)
_SIGNING: Final = (42, 18, 40)
"""How the form shares its width, in percent: room for a pen, most for the reason and the date."""

_RULED: Final = f'border="1" style="border-collapse:collapse;border-style:solid;border-color:{LIGHT.edge};margin:4px 0"'


def slip_part(slip: SlipForm, language: str) -> str:
    """The whole form."""
    columns = slip.columns
    heads = (columns.reason, columns.home, columns.minutes, columns.times, columns.level, columns.until)
    lines = f"<p>{running(slip.lines, language)}</p><p>{escape(slip.caption)}</p>"
    rows = [_row(slip, reason) for reason in slip.rows]
    form = table([_labels(heads, _COLUMNS, 3), *rows], _RULED)
    signing = table([_labels(slip.signing, _SIGNING, 24)], _RULED)
    return f'<p class="h2">{escape(slip.heading)}</p>{lines}{form}{signing}'


def _labels(texts: tuple[str, ...], widths: tuple[int, ...], room: int) -> str:
    """Small words at the top of each cell, with so many pixels of room under them."""
    return row(
        f'<td width="{width}%" style="padding:2px 5px {room}px 5px"><p class="small">{escape(text)}</p></td>'
        for text, width in zip(texts, widths, strict=True)
    )


def _row(slip: SlipForm, reason: str) -> str:
    box = f'<img src="{BOX}" width="{_BOX_SIDE}" height="{_BOX_SIDE}">'
    choice = f"{box}&nbsp;{escape(slip.yes)} &nbsp; {box}&nbsp;{escape(slip.no)}"
    contents = (escape(reason), choice, "", "", f"{box}&nbsp;", "")
    return row(f'<td style="padding:6px 5px;vertical-align:middle"><p>{content}</p></td>' for content in contents)
