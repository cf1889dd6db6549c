"""The log on the page for a doctor, in the few tags that Qt's text layout knows. Every text is escaped.

Each part comes alone, so that it can be kept on one page.
"""

from collections.abc import Sequence
from html import escape
from typing import Final

from massage_companion.companion.report_log import LogReport, SignsTold
from massage_companion.companion.report_soreness import SorenessReport
from massage_companion.companion.report_values import Labelled, ReportTable
from massage_companion.ui.report.density import Density
from massage_companion.ui.report.letter_table import Continued, row, running, table
from massage_companion.ui.theme_colours import LIGHT

CHART: Final = "chart"
"""The name of the empty picture where the chart is painted."""

CHART_SIDES: Final = (640, 150)
"""Its width and height in px of the text layout."""

_AS_HIGH: Final = "-qt-line-height-type:proportional;line-height:100%"
"""For a line that is as high as what stands in it, whatever the lines of text around it are."""

_DOSE: Final = (43, 17, 13, 27)
_MASSAGERS: Final = (22, 9, 20, 28, 21)
_RANGES: Final = (16, 10, 22, 18, 34)
_SIGNS: Final = (17, 20, 34, 13, 16)
_YES: Final = (27, 25, 18, 14, 16)
"""How tables share their width, in percent."""


def log_parts(log: LogReport, language: str, density: Density, charted: bool) -> list[str | Continued]:
    """From top to bottom: what a doctor has to see first, first."""
    charted = charted and not density.is_close
    signs = log.newest_signs if density is Density.TIGHT else log.signs
    parts: list[str | Continued] = [
        *(_notice(notice) for notice in log.notices),
        *(_signs(signs, language) if signs is not None else []),
        _check_ins(log, language),
        ruled(log.dose, _DOSE) + _sentences(log.dose_notes, language),
        ruled(log.massagers, _MASSAGERS),
        *(_soreness(log.soreness, charted) if log.soreness is not None else []),
    ]
    head = f'<p class="h2">{escape(log.heading)}</p>{_sentences(log.lines, language)}'
    first, *others = [part for part in parts if part] or [""]
    return [head + first, *others] if isinstance(first, str) else [head, first, *others]


def _signs(signs: SignsTold, language: str) -> list[str | Continued]:
    """Each row by itself, so that the table can go over to the next page between two of them."""
    first, *others = _rows(signs.table, _SIGNS)
    told: list[str | Continued] = [
        f"{_named(signs.table, _SIGNS, [first])}",
        *(Continued(table([each])) for each in others),
    ]
    more = _sentences((signs.more,), language)
    return [*told, Continued(more)] if more else told


def clearances_part(clearances: ReportTable | None) -> str:
    """What doctors said, nothing where that is not recorded."""
    return ruled(clearances, _YES)


def ruled(content: ReportTable | None, widths: Sequence[int]) -> str:
    """A table under its name, with a thin line below each row; nothing where there is none."""
    if content is None:
        return ""
    return _named(content, widths, _rows(content, widths))


def _named(content: ReportTable, widths: Sequence[int], rows: Sequence[str]) -> str:
    heads = row(
        f'<td width="{width}%" style="{_cell(LIGHT.edge)}"><p class="small">{escape(text)}</p></td>'
        for text, width in zip(content.columns, widths, strict=True)
    )
    return f'<p class="caption">{escape(content.caption)}</p>{table([heads, *rows])}'


def _rows(content: ReportTable, widths: Sequence[int]) -> list[str]:
    return [
        row(
            f'<td width="{width}%" style="{_cell(LIGHT.line)}"><p>{escape(text)}</p></td>'
            for text, width in zip(cells, widths, strict=True)
        )
        for cells in content.rows
    ]


def _cell(colour: str) -> str:
    return f"padding:1px 8px 1px 0px;border-bottom-width:1px;border-bottom-style:solid;border-bottom-color:{colour}"


def _sentences(told: Sequence[str], language: str) -> str:
    return f"<p>{running(told, language)}</p>" if any(told) else ""


def _notice(notice: Labelled) -> str:
    """With a bar along its side, as findings have."""
    text = f'<p class="h3">{escape(notice.label)}</p><p>{escape(notice.text)}</p>'
    bar = f'<td width="3" bgcolor="{LIGHT.warning}"></td>'
    return table([row((bar, f'<td bgcolor="{LIGHT.warning_soft}" class="text">{text}</td>'))])


def _soreness(soreness: SorenessReport, charted: bool) -> list[str]:
    said = "".join(
        f'<p><span class="h3">{escape(each.headline)}</span> {escape(each.detail)}</p>' for each in soreness.statements
    )
    head = f'<p class="h2">{escape(soreness.heading)}</p><p class="lead">{escape(soreness.span)}</p>'
    caution = f'<p class="small">{escape(soreness.caution)}</p>'
    parts = [head + said, ruled(soreness.ranges, _RANGES) + caution]
    if charted and soreness.by_week is not None:
        width, height = CHART_SIDES
        picture = f'<p style="{_AS_HIGH}"><img src="{CHART}" width="{width}" height="{height}"></p>'
        parts.append(f'{picture}<p class="small">{escape(soreness.chart_note)}</p>')
    return parts


def _check_ins(log: LogReport, language: str) -> str:
    asked = log.check_ins
    if not asked.lines:
        return ""
    return f'<p><span class="lead-in">{escape(asked.heading)}</span>&nbsp; {running(asked.lines, language)}</p>'
