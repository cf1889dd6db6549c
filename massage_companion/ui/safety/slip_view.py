"""What the form for a doctor's slip is about, in words: only findings that a doctor can clear here. No Qt."""

from msgspec import Struct

from massage_companion.companion.clearances import CAREFUL_PLAN, clearable_findings
from massage_companion.companion.limits_in_words import limit_line
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.verdict import Verdict
from massage_companion.ui.safety.facts import Facts, Language


class SlipFormView(Struct, frozen=True):
    """What the form is about: the findings by id in words, what stays whatever the slip says, what a blank means."""

    lead: str
    findings: tuple[tuple[str, str], ...]
    stays: tuple[str, ...]
    limits_help: str


def slip_form_view(verdict: Verdict, facts: Facts, language: Language) -> SlipFormView:
    """An empty form for this verdict."""
    words, texts = language.words, language.texts
    final = sorted(outcome for outcome in facts.standing_outcomes if outcome > Outcome.DOCTOR_FIRST)
    findings = clearable_findings(verdict)
    return SlipFormView(
        lead=words("safety.slip.lead", massager=facts.massager.name),
        findings=tuple((each.rule.id, texts.rules[each.rule.id].title) for each in findings),
        stays=tuple(words("safety.slip.stays", outcome=words(f"outcomes.{each.word}.pill")) for each in final),
        limits_help=words("safety.slip.limits_help", limits=limit_line(CAREFUL_PLAN, words)),
    )
