"""The result of the safety check as it stands on the page for a doctor, as one value.

It says exactly what the screens say, and never which answer would have unlocked a session.
"""

from msgspec import Struct

from massage_companion.companion import moments
from massage_companion.companion.checks import Result
from massage_companion.companion.clearances import KnownClearance
from massage_companion.companion.explain import explain, source_name
from massage_companion.companion.household import Person
from massage_companion.companion.limits_in_words import limit_line, limit_phrases, sentence_start
from massage_companion.companion.modalities_in_words import modality_line, modality_names, outcome_lines
from massage_companion.companion.outcome_now import limits_now, outcome_now
from massage_companion.companion.report_clearances import clearance_table
from massage_companion.companion.report_notes import counts, notes, remarks
from massage_companion.companion.report_slip import SlipForm, slip_form
from massage_companion.companion.report_values import Labelled, ReportTable, TextList
from massage_companion.companion.sources_in_words import source_line
from massage_companion.companion.words import Words
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.rules import Source
from massage_companion.eligibility.screening import VALID_DAYS
from massage_companion.eligibility.texts import RuleTexts
from massage_companion.eligibility.verdict import Finding, Verdict
from massage_companion.session.gate import Standing
from massage_companion.session.massager import Massager
from massage_companion.session.reading import DAY_MS


class ReportSubject(Struct, frozen=True):
    """What it is about. ``standing`` is what the gate says now about this person with this massager.

    ``clearances`` are those of the person for this massager, the newest first.
    """

    person: Person
    massager: Massager
    result: Result
    standing: Standing
    clearances: tuple[KnownClearance, ...] = ()


class ReportFinding(Struct, frozen=True):
    """One finding. ``state`` is its outcome in words, empty where nothing speaks against it: a page that blocks
    must not say "cleared" anywhere. ``notes`` tell what the finding concerns and who reviewed it.
    """

    rule: str
    outcome: Outcome
    state: str
    title: str
    answered: Labelled
    why: Labelled
    next: Labelled
    notes: tuple[str, ...]
    sources: str


class FindingList(Struct, frozen=True):
    """Findings under a heading; left out where there are none."""

    heading: str
    findings: tuple[ReportFinding, ...]


class ReportSource(Struct, frozen=True):
    """A source in full, in the language it was written down in. ``address`` is empty where none is known."""

    title: str
    name: str
    address: str


class SourceList(Struct, frozen=True):
    """Every source of the findings, once; left out where there are none."""

    heading: str
    sources: tuple[ReportSource, ...]


class ResultReport(Struct, frozen=True):
    """The part about the check.

    ``counts`` is false once something felt wrong or the check is out of date; ``notes`` say so. ``quiet`` are findings
    that speak for it: advice on use, which a page that blocks must not give. ``clearances`` is ``None`` where no
    doctor's word is recorded.
    """

    facts: tuple[Labelled, ...]
    outcome: Outcome
    counts: bool
    outcome_title: str
    notes: tuple[str, ...]
    modalities: ReportTable
    findings: FindingList
    quiet: FindingList
    open: TextList
    limits: TextList
    clearances: ReportTable | None
    slip: SlipForm | None
    remarks: TextList
    sources: SourceList


def result_report(about: ReportSubject, texts: RuleTexts, words: Words) -> ResultReport:
    """The part about the check, in the language of the words. Raises ValueError where the texts are in another one."""
    if texts.language != words.language:
        raise ValueError(f"texts in {texts.language}, words in {words.language}")
    verdict, screening = about.result.verdict, about.result.screening
    outcome = outcome_now(verdict, about.standing)
    speaking = tuple(finding for finding in verdict.findings if finding.outcome is not Outcome.OK)
    usable = counts(about.standing) and not outcome.blocks
    quiet = tuple(finding for finding in verdict.findings if usable and finding not in speaking)
    taken = moments.day(screening.taken_utc_ms, screening.offset_minutes, words)
    limits = limit_phrases(limits_now(verdict, about.standing), words)
    open_questions = tuple(texts.questions[question].text for question in verdict.unanswered)
    return ResultReport(
        facts=(*_facts_of_the_check(about, taken, words), *facts_of_the_massager(about.massager, words)),
        outcome=outcome,
        counts=counts(about.standing),
        outcome_title=words(f"outcomes.{outcome.word}.title"),
        notes=notes(about.result, about.standing, words),
        modalities=_modalities(verdict, words),
        findings=FindingList(words("report.section.findings"), _findings(speaking, verdict, texts, words)),
        quiet=FindingList(words("report.section.quiet"), _findings(quiet, verdict, texts, words)),
        open=TextList(words("report.section.open"), open_questions),
        limits=TextList(words("report.section.limits"), tuple(sentence_start(phrase) for phrase in limits)),
        clearances=clearance_table(about.clearances, texts, words),
        slip=slip_form(verdict, texts, words),
        remarks=TextList(words("report.section.remarks"), remarks(verdict.findings, words)),
        sources=SourceList(words("report.section.sources"), _sources((*speaking, *quiet))),
    )


def _facts_of_the_check(about: ReportSubject, taken: str, words: Words) -> tuple[Labelled, ...]:
    screening = about.result.screening
    last_utc_ms = screening.valid_from_utc_ms + VALID_DAYS * DAY_MS
    return (
        Labelled(words("report.fact.person"), about.person.name),
        Labelled(words("report.fact.taken"), taken),
        Labelled(words("report.fact.until"), moments.day(last_utc_ms, screening.offset_minutes, words)),
        Labelled(words("report.fact.rules"), about.result.verdict.rules_version),
    )


def facts_of_the_massager(massager: Massager, words: Words) -> tuple[Labelled, ...]:
    """What it is called, what it does, and what its manual says."""
    manual = limit_line(massager.manual, words) or words("report.fact.manual_none")
    if massager.manual_source:
        manual = words("report.fact.manual_from", limits=manual, source=massager.manual_source)
    return (
        Labelled(words("report.fact.massager"), massager.name),
        Labelled(words("report.fact.does"), modality_line(massager.modalities, words)),
        Labelled(words("report.fact.manual"), manual),
    )


def _modalities(verdict: Verdict, words: Words) -> ReportTable:
    columns = (words("report.modalities.does"), words("report.modalities.outcome"))
    rows = tuple((names, sentence_start(outcome)) for names, outcome in outcome_lines(verdict.outcomes, words))
    return ReportTable(words("report.modalities.caption"), columns, rows)


def _findings(
    findings: tuple[Finding, ...], verdict: Verdict, texts: RuleTexts, words: Words
) -> tuple[ReportFinding, ...]:
    return tuple(_finding(finding, verdict, texts, words) for finding in findings)


def _finding(finding: Finding, verdict: Verdict, texts: RuleTexts, words: Words) -> ReportFinding:
    told = explain(finding, texts)
    notes = []
    if finding.modalities != frozenset(verdict.outcomes):
        notes.append(words("report.finding.concerns", names=modality_names(told.modalities, words)))
    if told.reviewed_by:
        notes.append(words("report.finding.reviewed", name=told.reviewed_by))
    return ReportFinding(
        rule=told.rule,
        outcome=told.outcome,
        state="" if told.outcome is Outcome.OK else words(f"outcomes.{told.outcome.word}.pill"),
        title=told.title,
        answered=Labelled(words("report.finding.answered"), told.answered),
        why=Labelled(words("report.finding.why"), told.why),
        next=Labelled(words("report.finding.next"), told.next),
        notes=tuple(notes),
        sources=source_line(told.sources, words),
    )


def _sources(findings: tuple[Finding, ...]) -> tuple[ReportSource, ...]:
    sources: dict[str, Source] = {source.id: source for finding in findings for source in finding.rule.sources}
    return tuple(ReportSource(source.title, source_name(source), source.address or "") for source in sources.values())
