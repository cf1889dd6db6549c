"""The page for a doctor holds what the screens say, and nothing that would make a block look like a yes."""

import pytest
from hypothesis import given
from msgspec import structs

from massage_companion.companion.explain import explain
from massage_companion.companion.report import ReportSubject, ResultReport, result_report
from massage_companion.companion.sources_in_words import source_line
from massage_companion.eligibility.modality import Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.verdict import Finding
from massage_companion.session.massager import Massager
from massage_companion.session.reading import DAY_MS, shifted
from massage_companion.ui.check.result_view import result_view
from tests.support.fake_clock import NOON
from tests.support.reports import (
    CAREFUL,
    DOCTOR,
    EMERGENCY,
    FINE,
    FORBIDDEN,
    MANY,
    clearance,
    content,
    report,
    stop_sign,
    subject,
    subjects_with_any_findings,
    words,
)

EVERY_RESULT = pytest.mark.parametrize(
    "answers",
    [FINE, CAREFUL, DOCTOR, FORBIDDEN, MANY, EMERGENCY],
    ids=["fine", "careful", "doctor", "no", "many", "now"],
)
HEAT_ALONE: dict[str, object] = {"age": 40, "illnesses": ["medicines"], "medicines": ["patch-cream"]}
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


def facts(page: ResultReport) -> dict[str, str]:
    return {fact.label: fact.text for fact in page.facts}


def speaking(about: ReportSubject) -> list[Finding]:
    return [finding for finding in about.result.verdict.findings if finding.outcome is not Outcome.OK]


def test_it_says_who_was_checked_when_and_until_when() -> None:
    told = facts(report(subject(FINE)))
    assert told["Name"] == "Li Wei"
    assert told["Checked on"] == "13 Nov 2026"
    assert told["Valid until"] == "13 Nov 2027"
    assert told["Rules version"] == content("en").rules.version


def test_the_day_is_the_one_at_the_place_of_the_check() -> None:
    about = subject(FINE)
    late = structs.replace(about.result.screening, offset_minutes=14 * 60)
    page = report(structs.replace(about, result=structs.replace(about.result, screening=late)))
    assert facts(page)["Checked on"] == "14 Nov 2026"


def test_answers_carried_over_from_an_older_check_shorten_how_long_it_is_valid() -> None:
    about = subject(FINE)
    carried = structs.replace(about.result.screening, oldest_utc_ms=NOON.utc_ms - 100 * DAY_MS)
    page = report(structs.replace(about, result=structs.replace(about.result, screening=carried)))
    assert facts(page)["Checked on"] == "13 Nov 2026"
    assert facts(page)["Valid until"] == "6 Aug 2027"


def test_it_says_which_massager_and_what_its_manual_allows() -> None:
    told = facts(report(subject(FINE)))
    assert told["Massager"] == "Warm pillow"
    assert told["What it does"] == "Kneading, heat"
    limits = "15 minutes at most, at least 60 minutes of rest in between (manual, page 4)"
    assert told["Limits in its manual"] == limits


def test_a_massager_that_nobody_knows_is_said_to_be_unknown_and_judged_as_everything() -> None:
    page = report(subject(FINE, massager=Massager("m", "A gift", "other", frozenset(), False)))
    assert facts(page)["What it does"] == words("en")("modalities.unknown").capitalize()
    assert facts(page)["Limits in its manual"] == "None noted"
    named = ", ".join(names for names, _ in page.modalities.rows).lower()
    assert all(words("en")(f"modalities.{modality.value}") in named for modality in Modality)


@EVERY_RESULT
@LANGUAGES
def test_it_says_what_the_screen_says(answers: dict[str, object], language: str) -> None:
    about = subject(answers)
    page = report(about, language)
    screen = result_view(about.result, about.standing, content(language).texts, words(language))
    assert (page.outcome, page.outcome_title, page.limits.lines) == (screen.outcome, screen.title, screen.limits)
    assert [(f.title, f.answered.text, f.why.text, f.next.text, f.sources) for f in page.findings.findings] == [
        (f.title, f.answered, f.why, f.next, f.sources) for f in screen.findings
    ]


@given(subjects_with_any_findings())
def test_any_findings_stand_there_in_full_and_strictest_first(about: ReportSubject) -> None:
    page = report(about)
    told = [explain(finding, content("en").texts) for finding in speaking(about)]
    assert [(f.title, f.answered.text, f.why.text, f.next.text, f.outcome) for f in page.findings.findings] == [
        (t.title, t.answered, t.why, t.next, t.outcome) for t in told
    ]
    assert [f.sources for f in page.findings.findings] == [source_line(t.sources, words("en")) for t in told]
    named = {(source.title, source.address) for source in page.sources.sources}
    assert all((source.title, source.address or "") in named for t in told for source in t.sources)
    assert len(named) == len(page.sources.sources)


@given(subjects_with_any_findings())
def test_a_page_that_blocks_gives_no_advice_on_use_and_never_says_cleared(about: ReportSubject) -> None:
    page = report(about)
    blocks = about.result.verdict.outcome.blocks
    assert bool(page.quiet.findings) is (not blocks and len(speaking(about)) < len(about.result.verdict.findings))
    if blocks:
        assert page.limits.lines == ()
        cleared = words("en")("outcomes.ok.pill")
        assert all(finding.state != cleared for finding in (*page.findings.findings, *page.quiet.findings))


@given(subjects_with_any_findings())
def test_the_form_asks_about_exactly_what_a_doctor_can_clear(about: ReportSubject) -> None:
    page = report(about)
    clearable = [f for f in speaking(about) if f.outcome is Outcome.DOCTOR_FIRST]
    rows = () if page.slip is None else page.slip.rows
    assert rows == tuple(content("en").texts.rules[finding.rule.id].title for finding in clearable)


@LANGUAGES
def test_the_form_says_that_massage_may_help_is_no_yes(language: str) -> None:
    slip = report(subject(DOCTOR), language).slip
    assert slip is not None
    assert words(language)("report.slip.split") in slip.lines
    assert "12" in slip.caption


def test_the_form_says_that_a_yes_does_not_lift_what_is_stricter() -> None:
    forbidden, only_doctor = report(subject(FORBIDDEN)).slip, report(subject(DOCTOR)).slip
    assert forbidden is not None
    assert only_doctor is not None
    assert any("“Do not use the massager”" in line for line in forbidden.lines)
    assert not any("stays so" in line for line in only_doctor.lines)


def test_a_finding_about_one_modality_says_so() -> None:
    notes = {finding.title: finding.notes for finding in report(subject(FORBIDDEN)).findings.findings}
    assert notes["You take a blood thinner"] == ("This is about kneading.",)
    assert notes["Artery type of worn neck"] == ()


@LANGUAGES
def test_every_page_says_what_it_is_and_what_it_cannot_do(language: str) -> None:
    say = words(language)
    for answers in (FINE, MANY):
        assert report(subject(answers), language).remarks.lines == (
            say("report.remark.guidance"),
            say("report.remark.unreviewed"),
            say("report.remark.danger"),
        )


def test_a_reviewed_rule_names_its_reviewer_and_does_not_speak_for_the_others() -> None:
    about = subject(FORBIDDEN)
    first, *rest = about.result.verdict.findings
    seen = structs.replace(first, rule=structs.replace(first.rule, reviewed_by="Dr Wang"))

    def page_of(*findings: Finding) -> ResultReport:
        verdict = structs.replace(about.result.verdict, findings=findings)
        return report(structs.replace(about, result=structs.replace(about.result, verdict=verdict)))

    some, every = page_of(seen, *rest), page_of(seen)
    assert "Reviewed by Dr Wang." in some.findings.findings[0].notes
    assert words("en")("report.remark.partly_reviewed") in some.remarks.lines
    assert words("en")("report.remark.unreviewed") not in (*some.remarks.lines, *every.remarks.lines)


def test_in_an_emergency_nobody_is_told_to_wait_for_a_visit() -> None:
    page = report(subject(EMERGENCY))
    assert page.notes[0] == "Do not wait for a visit. Call the emergency number now."
    assert page.slip is None


def test_questions_without_an_answer_are_named() -> None:
    page = report(subject({"age": 40}, fill=False))
    assert page.outcome.blocks
    assert words("en")("report.note.open") in page.notes
    assert content("en").texts.questions["head-signs"].text in page.open.lines


def test_a_recorded_yes_is_told_and_the_finding_stays_on_the_page() -> None:
    plain = subject(DOCTOR)
    rules = [finding.rule.id for finding in speaking(plain) if finding.outcome is Outcome.DOCTOR_FIRST]
    page = report(subject(DOCTOR, clearances=(clearance(*rules),)))
    assert page.outcome is Outcome.PRECAUTION
    assert words("en")("report.note.cleared") in page.notes
    assert [f.rule for f in page.findings.findings] == [f.rule.id for f in speaking(plain)]
    assert page.slip is not None


def test_heat_that_stays_off_is_told_as_a_limit() -> None:
    about = subject(HEAT_ALONE)
    page = report(about)
    assert about.result.verdict.outcomes[Modality.HEAT].blocks
    assert not page.outcome.blocks
    assert words("en")("report.note.heat_only") in page.notes
    assert "Heat off" in page.limits.lines


def test_heat_that_a_doctor_cleared_is_not_said_to_be_off() -> None:
    rules = [finding.rule.id for finding in speaking(subject(HEAT_ALONE))]
    page = report(subject(HEAT_ALONE, clearances=(clearance(*rules),)))
    assert page.notes == (words("en")("report.note.cleared"),)
    assert "Heat off" not in page.limits.lines


def test_a_check_that_no_longer_counts_says_so_and_gives_no_advice_on_use() -> None:
    stopped = report(subject(FINE, stop_signs=(stop_sign(),)))
    expired = report(subject(FINE, now=shifted(NOON, 400 * DAY_MS)))
    assert "Something felt wrong on 14 Nov 2026." in stopped.notes[0]
    assert expired.notes == (words("en")("report.note.expired"),)
    for page in (stopped, expired):
        assert not page.counts
        assert page.quiet.findings == ()


def test_words_and_rules_have_to_be_of_one_language() -> None:
    with pytest.raises(ValueError, match="texts in zh, words in en"):
        result_report(subject(FINE), content("zh").texts, words("en"))
