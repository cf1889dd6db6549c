"""The log on the web page for a doctor: tables with headers, sentences, and one picture with its table beside it."""

from base64 import b64encode
from html import escape

from massage_companion.companion.report_html_parts import lines, table
from massage_companion.companion.report_log import LogReport
from massage_companion.companion.report_soreness import SorenessReport
from massage_companion.companion.report_values import Labelled


def log_parts(log: LogReport, chart: bytes, language: str) -> tuple[str, ...]:
    """From top to bottom; ``chart`` is a PNG, empty where there is none."""
    return (
        f"<h2>{escape(log.heading)}</h2>",
        _sentences(log.lines, language),
        *(_notice(notice) for notice in log.notices),
        *((table(log.signs.table, "numbers"), _sentences((log.signs.more,), language)) if log.signs else ()),
        lines(log.check_ins),
        table(log.dose, "numbers"),
        _sentences(log.dose_notes, language),
        table(log.massagers, "numbers"),
        *(_soreness(log.soreness, chart) if log.soreness is not None else ()),
    )


def _sentences(told: tuple[str, ...], language: str) -> str:
    """In running text; Chinese puts no space between sentences."""
    return f"<p>{escape(('' if language == 'zh' else ' ').join(told))}</p>" if any(told) else ""


def _notice(notice: Labelled) -> str:
    return f'<section class="notice">\n<h3>{escape(notice.label)}</h3>\n<p>{escape(notice.text)}</p>\n</section>'


def _soreness(soreness: SorenessReport, chart: bytes) -> tuple[str, ...]:
    said = "\n".join(
        f"<li><strong>{escape(each.headline)}</strong> {escape(each.detail)}</li>" for each in soreness.statements
    )
    return (
        f"<h2>{escape(soreness.heading)}</h2>",
        f"<p>{escape(soreness.span)}</p>",
        f'<ul class="says">\n{said}\n</ul>',
        table(soreness.ranges, "numbers"),
        _picture(soreness, chart) if chart and soreness.by_week is not None else "",
        # On paper the chart stands for it: its ranges are in the table above.
        table(soreness.by_week, "numbers twin" if chart else "numbers"),
        f'<p class="small">{escape(soreness.caution)}</p>',
    )


def _picture(soreness: SorenessReport, chart: bytes) -> str:
    """The table below says the same, so the picture needs only its name."""
    data = b64encode(chart).decode("ascii")
    named, told = escape(soreness.chart_name), escape(soreness.chart_note)
    return (
        f'<figure>\n<img alt="{named}" src="data:image/png;base64,{data}">\n<figcaption>{told}</figcaption>\n</figure>'
    )
