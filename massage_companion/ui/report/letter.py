"""The page for a doctor in the few tags that Qt's text layout knows, for PDF and paper.

It shows the same value as the web page and adds no word of its own. Every text is escaped. No Qt here.
Every part that should stay on one page is a table of the page itself.
"""

from collections.abc import Iterable
from html import escape
from typing import Final

from massage_companion.companion.report import FindingList, ReportFinding, ResultReport, SourceList
from massage_companion.companion.report_html_check import manner, manner_of
from massage_companion.companion.report_values import Labelled, TextList
from massage_companion.companion.report_whole import DoctorsReport
from massage_companion.eligibility.outcome import Outcome
from massage_companion.ui.report.density import Density
from massage_companion.ui.report.letter_log import clearances_part, log_parts
from massage_companion.ui.report.letter_slip import slip_part
from massage_companion.ui.report.letter_table import Continued, row, running, table
from massage_companion.ui.theme_colours import LIGHT

_SMALLEST: Final = 7.0
_HAN_LINE: Final = 1.34
"""Height of a line with Han characters, in sizes of its text: fonts differ, and lines side by side have to meet."""

_INK: Final = {"fine": LIGHT.accent, "care": LIGHT.warning, "stop": LIGHT.danger}
_TOLD_CLOSELY: Final = {
    Density.DENSE: (Outcome.PRECAUTION,),
    Density.TIGHT: (Outcome.PRECAUTION, Outcome.NOT_TODAY, Outcome.DOCTOR_FIRST, Outcome.CONTRAINDICATED),
}
"""Findings in running text, by density; what is stricter always has its own lines."""

_TINT: Final = {"fine": LIGHT.accent_soft, "care": LIGHT.warning_soft, "stop": LIGHT.danger_soft}


def letter(report: DoctorsReport, points: float, density: Density, charted: bool = False) -> str:
    """The page with text of this size; ``charted`` leaves room for a chart."""
    check = report.check
    parts: tuple[str | Continued, ...] = (
        f'<p class="h1">{escape(report.title)}</p><p class="lead">{escape(report.lead)}</p>',
        _facts(report.facts),
        *(_check(check, report.language, density) if check is not None else [_unchecked(report.unchecked)]),
        *log_parts(report.log, report.language, density, charted),
        _remarks(report.remarks, report.language),
        _sources(check.sources, density) if check is not None else "",
    )
    body = "".join(_part(part, points) for part in parts if part)
    return f"<html><head><style>{_style(points, report.language)}</style></head><body>{body}</body></html>"


def _part(part: str | Continued, points: float) -> str:
    """A table of the page itself, with a gap before it unless it goes on from the one before."""
    if isinstance(part, Continued):
        return table([row([f"<td>{part.body}</td>"])])
    return table([row([f'<td style="padding-top:{points - 4.5:.0f}px">{part}</td>'])])


def _check(check: ResultReport, language: str, density: Density) -> list[str]:
    closely = [f for f in check.findings.findings if f.outcome in _TOLD_CLOSELY.get(density, ())]
    fully = FindingList(check.findings.heading, tuple(f for f in check.findings.findings if f not in closely))
    return [
        _outcome(check),
        *_findings(fully),
        *_quiet(FindingList("" if fully.findings else check.findings.heading, tuple(closely)), language),
        *(_findings(check.quiet) if density is Density.ROOMY else _quiet(check.quiet, language)),
        _lines(check.open),
        _lines(check.limits),
        clearances_part(check.clearances),
        slip_part(check.slip, language) if check.slip is not None else "",
    ]


def _unchecked(text: str) -> str:
    """What stands where the result would."""
    return _barred(
        _INK["care"], f'<p class="h2" style="margin:0;color:{_INK["care"]}">{escape(text)}</p>', _TINT["care"]
    )


def _style(points: float, language: str) -> str:
    small = max(_SMALLEST, points - 1.5)
    sizes = {".h1": points + 6.5, ".h2": points + 1.5, ".h3": points + 0.5, ".small": small}
    lines = "\n".join(
        f"{name} {{ font-size: {size}pt; {_line_height(size, language)} }}" for name, size in sizes.items()
    )
    return f"""
p {{ margin: 0; {_line_height(points, language)} }}
{lines}
.h1 {{ font-weight: 700; }}
.h2 {{ font-weight: 600; margin-bottom: 2px; }}
.h3, .state, .caption {{ font-weight: 600; }}
.caption {{ margin-top: 4px; }}
.text {{ padding: {points - 6.5:.0f}px 9px {points - 6.5:.0f}px 9px; }}
.lead, .label, .small {{ color: {LIGHT.muted}; }}
.lead-in {{ color: {LIGHT.text}; font-weight: 600; }}
.name {{ color: {LIGHT.text}; }}
"""


def _line_height(points: float, language: str) -> str:
    pixels = points * _HAN_LINE * 96 / 72
    return f"-qt-line-height-type: fixed; line-height: {pixels:.0f}px;" if language == "zh" else ""


def _heading(text: str) -> str:
    return f'<p class="h2">{escape(text)}</p>'


def _facts(facts: tuple[Labelled, ...]) -> str:
    """Two columns: the check on one side, the massager on the other."""
    half = (len(facts) + 1) // 2
    columns = (_grid(part, percent) for part, percent in ((facts[:half], 36), (facts[half:], 30)))
    return table([row(f'<td width="{width}%">{column}</td>' for column, width in zip(columns, (40, 60), strict=True))])


def _grid(parts: Iterable[Labelled], label_percent: int) -> str:
    return table(
        row(
            (
                f'<td width="{label_percent}%"><p class="label">{escape(part.label)}</p></td>',
                f"<td><p>{escape(part.text)}</p></td>",
            )
        )
        for part in parts
    )


def _outcome(check: ResultReport) -> str:
    kind = manner_of(check)
    heading = f'<p class="h2" style="margin:0;color:{_INK[kind]}">{escape(check.outcome_title)}</p>'
    notes = "".join(f"<p>{escape(note)}</p>" for note in check.notes)
    outcomes = _grid((Labelled(names, outcome) for names, outcome in check.modalities.rows), 24)
    return _barred(_INK[kind], f"{heading}{notes}{outcomes}", _TINT[kind])


def _findings(group: FindingList) -> list[str]:
    """Each for itself; the heading stays with the first."""
    parts = [_finding(finding) for finding in group.findings]
    return [_heading(group.heading) + parts[0], *parts[1:]] if parts else []


def _finding(finding: ReportFinding) -> str:
    ink = _INK[manner(finding.outcome)]
    notes = "".join(f'&nbsp; <span class="label">{escape(note)}</span>' for note in finding.notes)
    head = (
        f'<td><p><span class="h3">{escape(finding.title)}</span>{notes}</p></td>',
        f'<td width="30%"><p class="state" align="right" style="color:{ink}">{escape(finding.state)}</p></td>',
    )
    parts = [part for part in (finding.answered, finding.why, finding.next) if part.text]
    sources = f'<p class="small">{escape(finding.sources)}</p>'
    return _barred(ink, table([row(head)]) + _grid(parts, 17) + sources)


def _barred(ink: str, body: str, tint: str = "") -> str:
    """A part with a bar of colour along its side."""
    surface = f' bgcolor="{tint}"' if tint else ""
    bar = f'<td width="3" bgcolor="{ink}"></td>'
    text = f'<td{surface} class="text">{body}</td>'
    return table([row((bar, text))])


def _quiet(group: FindingList, language: str) -> list[str]:
    """In running text, each with its outcome where it has one to tell."""
    lines = "".join(_quiet_line(finding, language) for finding in group.findings)
    return [(_heading(group.heading) if group.heading else "") + lines] if lines else []


def _quiet_line(finding: ReportFinding, language: str) -> str:
    answered = f"“{finding.answered.text}”" if finding.answered.text else ""
    told = running((answered, finding.why.text, finding.next.text, *finding.notes), language)
    state = (
        f'<span style="color:{_INK[manner(finding.outcome)]}">{escape(finding.state)}</span>. ' if finding.state else ""
    )
    return f'<p>{_lead(finding.title)} {state}{told} <span class="small">{escape(finding.sources)}</span></p>'


def _lines(part: TextList) -> str:
    return f"<p>{_lead(part.heading)} {escape(' · '.join(part.lines))}</p>" if part.lines else ""


def _remarks(part: TextList, language: str) -> str:
    return f"<p>{_lead(part.heading)} {running(part.lines, language)}</p>" if part.lines else ""


def _sources(part: SourceList, density: Density) -> str:
    if not part.sources or density is Density.TIGHT:
        return ""
    sources = [
        f'<span class="name">{escape(source.name)}</span>, {escape(source.title)}. {escape(source.address)}'
        for source in part.sources
    ]
    if density is Density.ROOMY:
        return _heading(part.heading) + "".join(f'<p class="small">{source}</p>' for source in sources)
    return f'<p class="small">{_lead(part.heading)} {" &nbsp; ".join(sources)}</p>'


def _lead(text: str) -> str:
    """A heading in the line of what it stands over."""
    return f'<span class="lead-in">{escape(text)}</span>&nbsp;'
