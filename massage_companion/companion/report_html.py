"""The page for a doctor as a web page: readable without its style, by a screen reader, and on paper.

It never loads anything: no scripts, no addresses that a click could open, and its one picture is inside the page, with
a table that says the same. Every text is escaped.
"""

from html import escape
from typing import Final

from massage_companion.companion.report_html_check import check_parts, sources_part
from massage_companion.companion.report_html_log import log_parts
from massage_companion.companion.report_html_parts import lines, terms
from massage_companion.companion.report_html_style import STYLE
from massage_companion.companion.report_whole import DoctorsReport

LANGUAGE_TAGS: Final = {"en": "en", "zh": "zh-Hans"}


def report_html(report: DoctorsReport, chart: bytes = b"") -> str:
    """The whole web page. ``chart`` is a PNG of the soreness by week, empty where there is none."""
    tag = LANGUAGE_TAGS.get(report.language, report.language)
    check = report.check
    parts = (
        f"<h1>{escape(report.title)}</h1>",
        f'<p class="lead">{escape(report.lead)}</p>',
        terms((fact.label, fact.text) for fact in report.facts),
        *(check_parts(check) if check is not None else (_unchecked(report.unchecked),)),
        *log_parts(report.log, chart, report.language),
        lines(report.remarks),
        sources_part(check.sources) if check is not None else "",
    )
    body = "\n".join(part for part in parts if part)
    return f"""<!DOCTYPE html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(report.title)} · {escape(report.footer)}</title>
<style>{STYLE}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def _unchecked(text: str) -> str:
    return f'<section class="outcome care">\n<h2>{escape(text)}</h2>\n</section>'
