"""The page for a doctor as a web page: readable without its style, by a screen reader, and on paper.

It never loads anything: no scripts, no pictures, no addresses that a click could open. Every text is escaped.
"""

from collections.abc import Iterable
from html import escape
from typing import Final

from msgspec import structs

from massage_companion.companion.report import FindingList, ReportFinding, ResultReport, SourceList, TextList
from massage_companion.companion.report_slip import SlipForm
from massage_companion.eligibility.outcome import Outcome

LANGUAGE_TAGS: Final = {"en": "en", "zh": "zh-Hans"}
SOURCES_TAG: Final = "en"
"""Titles and publishers of sources are written down in English, whatever the page's language."""

_EMPTY_BOX: Final = "☐"
_BLANK: Final = "__________"

_STYLE: Final = """
body { max-width: 46em; margin: 2em auto; padding: 0 1em; color: #1F2723; background: #FFFFFF;
  font: 1rem/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.6em; line-height: 1.25; margin: 0 0 .25em; }
h2 { font-size: 1.2em; line-height: 1.3; margin: 1.3em 0 .3em; }
h3 { font-size: 1.05em; margin: 0 0 .3em; }
p, ul, dl, table { margin: 0 0 .6em; }
ul { padding-left: 1.3em; }
.lead, .small, caption { color: #5C665F; }
.small { font-size: .875em; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2em 1.2em; }
dt { color: #5C665F; }
dd { margin: 0; overflow-wrap: anywhere; }
.outcome { border-left: .3em solid #0B6E5F; background: #D8EBE6; padding: .7em 1em; margin: 1.2em 0; }
.outcome h2 { margin: 0; }
.outcome p { margin: .4em 0 0; }
.outcome.care { border-color: #8A5A00; background: #FBEBCB; }
.outcome.stop { border-color: #A4262C; background: #FBE3E1; }
.finding { border: 1px solid #DDD9D0; border-radius: .5em; padding: .8em 1em; margin: 0 0 .8em; }
.finding dl { margin: 0 0 .4em; }
.state { font-weight: 600; color: #0B6E5F; margin: 0 0 .3em; }
.care .state { color: #8A5A00; }
.stop .state { color: #A4262C; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding-bottom: .3em; }
th, td { border: 1px solid #7C847E; padding: .4em .6em; text-align: left; vertical-align: top; }
th { font-weight: 600; }
.slip { border: 2px solid #1F2723; border-radius: .5em; padding: .8em 1em; margin: 1.6em 0; overflow-x: auto; }
.slip h2 { margin-top: 0; }
.slip td, .slip tbody th { padding: .8em .6em; }
.slip dl { gap: 1.1em 1.2em; margin-top: 1.1em; }
.blank { color: #5C665F; }
.choice { white-space: nowrap; }
@page { size: A4; margin: 18mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 9pt; line-height: 1.35; }
  .finding, .outcome { padding: .4em .8em; margin: .5em 0; }
  .slip { margin: 1em 0; }
  h2, h3 { break-after: avoid; }
  .finding, .slip, .outcome, tr { break-inside: avoid; }
}
"""


def report_html(report: ResultReport) -> str:
    """The whole web page."""
    tag = LANGUAGE_TAGS.get(report.language, report.language)
    parts = (
        f"<h1>{escape(report.title)}</h1>",
        f'<p class="lead">{escape(report.lead)}</p>',
        _terms((fact.label, fact.text) for fact in report.facts),
        _outcome(report),
        _modalities(report),
        _findings(report.findings),
        _findings(report.quiet),
        _lines(report.open),
        _lines(report.limits),
        _slip(report.slip) if report.slip is not None else "",
        _lines(report.remarks),
        _sources(report.sources),
    )
    body = "\n".join(part for part in parts if part)
    return f"""<!DOCTYPE html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(report.title)} · {escape(report.footer)}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def manner(outcome: Outcome) -> str:
    """``fine``, ``care`` or ``stop``: how an outcome is marked beside its words, the same as on the screens."""
    if outcome >= Outcome.CONTRAINDICATED:
        return "stop"
    return "fine" if outcome is Outcome.OK else "care"


def manner_of(report: ResultReport) -> str:
    """How the whole result is marked; one that no longer counts is never fine."""
    return manner(report.outcome if report.counts else max(report.outcome, Outcome.PRECAUTION))


def _outcome(report: ResultReport) -> str:
    notes = "".join(f"\n<p>{escape(note)}</p>" for note in report.notes)
    heading = f"<h2>{escape(report.outcome_title)}</h2>"
    return f'<section class="outcome {manner_of(report)}">\n{heading}{notes}\n</section>'


def _modalities(report: ResultReport) -> str:
    table = report.modalities
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    rows = "\n".join(
        f'<tr><th scope="row">{escape(names)}</th><td>{escape(outcome)}</td></tr>' for names, outcome in table.rows
    )
    return (
        f"<table>\n<caption>{escape(table.caption)}</caption>\n"
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    )


def _findings(group: FindingList) -> str:
    if not group.findings:
        return ""
    return "\n".join((f"<h2>{escape(group.heading)}</h2>", *(_finding(finding) for finding in group.findings)))


def _finding(finding: ReportFinding) -> str:
    notes = "".join(f"<p>{escape(note)}</p>\n" for note in finding.notes)
    state = f'<p class="state">{escape(finding.state)}</p>\n' if finding.state else ""
    parts = (finding.answered, finding.why, finding.next)
    return (
        f'<section class="finding {manner(finding.outcome)}">\n<h3>{escape(finding.title)}</h3>\n{state}'
        f"{_terms((part.label, part.text) for part in parts if part.text)}\n{notes}"
        f'<p class="small">{escape(finding.sources)}</p>\n</section>'
    )


def _terms(pairs: Iterable[tuple[str, str]]) -> str:
    rows = "\n".join(f"<dt>{escape(label)}</dt><dd>{escape(text)}</dd>" for label, text in pairs)
    return f"<dl>\n{rows}\n</dl>"


def _lines(part: TextList) -> str:
    if not part.lines:
        return ""
    items = "\n".join(f"<li>{escape(line)}</li>" for line in part.lines)
    return f"<h2>{escape(part.heading)}</h2>\n<ul>\n{items}\n</ul>"


def _sources(part: SourceList) -> str:
    if not part.sources:
        return ""
    items = "\n".join(
        f'<li lang="{SOURCES_TAG}">{escape(source.title)}. {escape(source.name)}. {escape(source.address)}</li>'
        for source in part.sources
    )
    return f'<h2>{escape(part.heading)}</h2>\n<ul class="small">\n{items}\n</ul>'


def _slip(slip: SlipForm) -> str:
    lines = "".join(f"<p>{escape(line)}</p>\n" for line in slip.lines)
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in structs.astuple(slip.columns))
    rows = "\n".join(_slip_row(slip, row) for row in slip.rows)
    signing = "".join(f"<dt>{escape(label)}</dt><dd>{_blank(slip, _BLANK * 3)}</dd>\n" for label in slip.signing)
    return (
        f'<section class="slip">\n<h2>{escape(slip.heading)}</h2>\n{lines}<table>\n'
        f"<caption>{escape(slip.caption)}</caption>\n<thead><tr>{heads}</tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody>\n</table>\n<dl>\n{signing}</dl>\n</section>"
    )


def _slip_row(slip: SlipForm, reason: str) -> str:
    box = _blank(slip, _EMPTY_BOX, slip.tick)
    blank = f"<td>{_blank(slip, _BLANK)}</td>"
    choices = "".join(f'<span class="choice">{box} {escape(word)}</span> ' for word in (slip.yes, slip.no))
    return f'<tr><th scope="row">{escape(reason)}</th><td>{choices}</td>{blank}{blank}<td>{box}</td>{blank}</tr>'


def _blank(slip: SlipForm, sign: str, spoken: str = "") -> str:
    """Something to write on, which a screen reader names instead of reading its strokes."""
    return f'<span class="blank" role="img" aria-label="{escape(spoken or slip.fill)}">{sign}</span>'
