"""The safety check on the web page for a doctor: result, findings, doctors' words, the form to fill in, sources."""

from html import escape
from typing import Final

from msgspec import structs

from massage_companion.companion.report import FindingList, ReportFinding, ResultReport, SourceList
from massage_companion.companion.report_html_parts import lines, table, terms
from massage_companion.companion.report_slip import SlipForm
from massage_companion.eligibility.outcome import Outcome

SOURCES_TAG: Final = "en"
"""Titles and publishers of sources are written down in English, whatever the page's language."""

_EMPTY_BOX: Final = "☐"
_BLANK: Final = "__________"


def check_parts(check: ResultReport) -> tuple[str, ...]:
    """Everything but the sources, from top to bottom."""
    return (
        _outcome(check),
        table(check.modalities),
        _findings(check.findings),
        _findings(check.quiet),
        lines(check.open),
        lines(check.limits),
        table(check.clearances),
        _slip(check.slip) if check.slip is not None else "",
    )


def manner(outcome: Outcome) -> str:
    """``fine``, ``care`` or ``stop``: how an outcome is marked beside its words, the same as on the screens."""
    if outcome >= Outcome.CONTRAINDICATED:
        return "stop"
    return "fine" if outcome is Outcome.OK else "care"


def manner_of(check: ResultReport) -> str:
    """How the whole result is marked; one that no longer counts is never fine."""
    return manner(check.outcome if check.counts else max(check.outcome, Outcome.PRECAUTION))


def _outcome(check: ResultReport) -> str:
    notes = "".join(f"\n<p>{escape(note)}</p>" for note in check.notes)
    heading = f"<h2>{escape(check.outcome_title)}</h2>"
    return f'<section class="outcome {manner_of(check)}">\n{heading}{notes}\n</section>'


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
        f"{terms((part.label, part.text) for part in parts if part.text)}\n{notes}"
        f'<p class="small">{escape(finding.sources)}</p>\n</section>'
    )


def sources_part(part: SourceList) -> str:
    """Every source with its address, nothing where there is none."""
    if not part.sources:
        return ""
    items = "\n".join(
        f'<li lang="{SOURCES_TAG}">{escape(source.title)}. {escape(source.name)}. {escape(source.address)}</li>'
        for source in part.sources
    )
    return f'<h2>{escape(part.heading)}</h2>\n<ul class="small">\n{items}\n</ul>'


def _slip(slip: SlipForm) -> str:
    told = "".join(f"<p>{escape(line)}</p>\n" for line in slip.lines)
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in structs.astuple(slip.columns))
    rows = "\n".join(_slip_row(slip, row) for row in slip.rows)
    signing = "".join(f"<dt>{escape(label)}</dt><dd>{_blank(slip, _BLANK * 3)}</dd>\n" for label in slip.signing)
    return (
        f'<section class="slip">\n<h2>{escape(slip.heading)}</h2>\n{told}<table>\n'
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
