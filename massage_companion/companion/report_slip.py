"""What a doctor fills in by hand: a yes or no to this massager at home, for each finding that a doctor can clear.

"Massage may help" is never such a yes, and nothing written here can lift what is stricter than "doctor first".
"""

from msgspec import Struct

from massage_companion.companion.clearances import clearable_findings
from massage_companion.companion.words import Words
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.eligibility.verdict import Verdict


class SlipColumns(Struct, frozen=True):
    """The heads of the form: the reason, the yes or no, and the limits of a yes."""

    reason: str
    home: str
    minutes: str
    times: str
    level: str
    until: str


class SlipForm(Struct, frozen=True):
    """The form: what to know, how to fill it in, a row for each reason, the lines to sign.

    ``tick`` and ``fill`` say what a blank is for.
    """

    heading: str
    lines: tuple[str, ...]
    caption: str
    columns: SlipColumns
    rows: tuple[str, ...]
    yes: str
    no: str
    signing: tuple[str, ...]
    tick: str
    fill: str


def slip_form(verdict: Verdict, texts: RuleTexts, words: Words) -> SlipForm | None:
    """The form for a verdict; ``None`` where there is nothing that a doctor could clear."""
    rows = tuple(texts.rules[finding.rule.id].title for finding in clearable_findings(verdict))
    if not rows:
        return None
    return SlipForm(
        heading=words("report.slip.title"),
        lines=(words("report.slip.split"), *_what_stays(verdict, words)),
        caption=words("report.slip.how"),
        columns=SlipColumns(
            *(words(f"report.slip.{name}") for name in ("reason", "home", "minutes", "times", "level", "until"))
        ),
        rows=rows,
        yes=words("report.slip.yes"),
        no=words("report.slip.no"),
        signing=tuple(words(f"report.slip.{name}") for name in ("doctor", "date", "signature")),
        tick=words("report.slip.tick"),
        fill=words("report.slip.fill"),
    )


def _what_stays(verdict: Verdict, words: Words) -> tuple[str, ...]:
    stricter = {finding.outcome for finding in verdict.findings if finding.outcome > Outcome.DOCTOR_FIRST}
    return tuple(
        words("report.slip.stays", outcome=words(f"outcomes.{outcome.word}.pill"))
        for outcome in sorted(stricter, reverse=True)
    )
