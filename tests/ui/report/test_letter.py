"""PDF and paper hold the same words as the value that they are drawn from, and a form with room for a pen."""

import pytest
from hypothesis import given

from massage_companion.companion.household import Person
from massage_companion.companion.report import ReportSubject, ResultReport
from massage_companion.ui.report.letter import letter
from massage_companion.ui.report.letter_slip import BOX
from tests.support.page_reader import Part, read_page
from tests.support.reports import CAREFUL, FINE, FORBIDDEN, report, subject, subjects_with_any_findings, words


def page(told: ResultReport, roomy: bool = False) -> Part:
    return read_page(letter(told, 9.5, roomy)).one("body")


@pytest.mark.parametrize("roomy", [True, False])
@given(subjects_with_any_findings())
def test_every_text_stands_there(roomy: bool, about: ReportSubject) -> None:
    told = report(about)
    text = page(told, roomy).text
    for finding in (*told.findings.findings, *told.quiet.findings):
        for part in (finding.title, finding.answered.text, finding.why.text, finding.next.text, finding.sources):
            assert part in text
        assert finding.state in text
        assert all(note in text for note in finding.notes)
    for source in told.sources.sources:
        assert f"{source.name}, {source.title}. {source.address}".strip() in text
    for line in (told.title, told.lead, told.outcome_title, *told.notes, *told.limits.lines, *told.remarks.lines):
        assert line in text
    for names, outcome in told.modalities.rows:
        assert names in text
        assert outcome in text


@given(subjects_with_any_findings())
def test_the_form_has_a_row_with_boxes_for_each_reason(about: ReportSubject) -> None:
    told = report(about)
    boxes = [image for image in page(told).every("img") if image.attributes["src"] == BOX]
    assert len(boxes) == (0 if told.slip is None else 3 * len(told.slip.rows))
    if told.slip is not None:
        assert all(line in page(told).text for line in (*told.slip.lines, told.slip.caption, *told.slip.signing))


def test_facts_and_open_questions_stand_there() -> None:
    told = report(subject({"age": 40}, fill=False))
    text = page(told).text
    assert all(fact.label in text and fact.text in text for fact in told.facts)
    assert all(question in text for question in told.open.lines)


def test_names_are_text_and_never_markup() -> None:
    told = report(subject(CAREFUL, person=Person("p", "<script>alert(1)</script>")))
    assert page(told).every("script") == []
    assert "<script>alert(1)</script>" in page(told).text


def test_chinese_sentences_follow_each_other_without_a_space() -> None:
    first, second, *_ = report(subject(FORBIDDEN), "zh").remarks.lines
    assert first + second in page(report(subject(FORBIDDEN), "zh")).text
    first, second, *_ = report(subject(FINE)).remarks.lines
    assert f"{first} {second}" in page(report(subject(FINE))).text
    assert words("zh")("report.remark.guidance").endswith("。")
