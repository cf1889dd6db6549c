"""PDF and paper hold the same words as the value that they are drawn from, and a form with room for a pen."""

import pytest
from hypothesis import given

from massage_companion.companion.household import Person
from massage_companion.companion.report import ReportSubject
from massage_companion.companion.report_whole import DoctorsReport
from massage_companion.ui.report.density import Density
from massage_companion.ui.report.letter import letter
from massage_companion.ui.report.letter_log import CHART
from massage_companion.ui.report.letter_slip import BOX
from tests.support.page_reader import Part, read_page
from tests.support.report_logs import long_log
from tests.support.reports import CAREFUL, FINE, FORBIDDEN, report, subject, subjects_with_any_findings, whole, words


def page(told: DoctorsReport, density: Density = Density.PLAIN) -> Part:
    return read_page(letter(told, 9.5, density)).one("body")


@pytest.mark.parametrize("density", list(Density))
@given(subjects_with_any_findings())
def test_every_text_stands_there(density: Density, about: ReportSubject) -> None:
    told = report(about)
    text = page(whole(about), density).text
    for finding in (*told.findings.findings, *told.quiet.findings):
        for part in (finding.title, finding.answered.text, finding.why.text, finding.next.text, finding.sources):
            assert part in text
        assert finding.state in text
        assert all(note in text for note in finding.notes)
    for source in told.sources.sources if density is not Density.TIGHT else ():
        assert f"{source.name}, {source.title}. {source.address}".strip() in text
    for line in (told.outcome_title, *told.notes, *told.limits.lines, *told.remarks.lines):
        assert line in text
    for names, outcome in told.modalities.rows:
        assert names in text
        assert outcome in text


@given(subjects_with_any_findings())
def test_the_form_has_a_row_with_boxes_for_each_reason(about: ReportSubject) -> None:
    told = report(about)
    boxes = [image for image in page(whole(about)).every("img") if image.attributes["src"] == BOX]
    assert len(boxes) == (0 if told.slip is None else 3 * len(told.slip.rows))
    if told.slip is not None:
        assert all(
            line in page(whole(about)).text for line in (*told.slip.lines, told.slip.caption, *told.slip.signing)
        )


def test_facts_and_open_questions_stand_there() -> None:
    about = subject({"age": 40}, fill=False)
    told, text = report(about), page(whole(about)).text
    assert all(fact.label in text and fact.text in text for fact in told.facts)
    assert all(question in text for question in told.open.lines)


def test_names_are_text_and_never_markup() -> None:
    told = whole(subject(CAREFUL, person=Person("p", "<script>alert(1)</script>")))
    assert page(told).every("script") == []
    assert "<script>alert(1)</script>" in page(told).text


def test_chinese_sentences_follow_each_other_without_a_space() -> None:
    first, second, *_ = report(subject(FORBIDDEN), "zh").remarks.lines
    assert first + second in page(whole(subject(FORBIDDEN), "zh")).text
    first, second, *_ = report(subject(FINE)).remarks.lines
    assert f"{first} {second}" in page(whole(subject(FINE))).text
    assert words("zh")("report.remark.guidance").endswith("。")


@pytest.mark.parametrize("density", list(Density))
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_text_of_the_log_stands_there(density: Density, language: str) -> None:
    log = long_log().report(language)
    text = page(whole(subject(FINE), language, log), density).text
    assert log.dose is not None
    assert log.massagers is not None
    assert log.soreness is not None
    signs = log.newest_signs if density is Density.TIGHT else log.signs
    assert signs is not None
    for table in (log.dose, log.massagers, log.soreness.ranges, signs.table):
        for part in (table.caption, *table.columns, *(cell for cells in table.rows for cell in cells)):
            assert " ".join(part.split()) in text
    for line in (*log.lines, *log.dose_notes, *log.check_ins.lines, signs.more, log.soreness.caution):
        assert line in text
    for statement in log.soreness.statements:
        assert f"{statement.headline} {statement.detail}" in text


def test_room_for_the_chart_is_left_where_there_is_one_and_there_is_room() -> None:
    told = whole(subject(FINE), log=long_log().report())

    def charts(density: Density, charted: bool) -> int:
        images = read_page(letter(told, 9.5, density, charted)).every("img")
        return sum(image.attributes["src"] == CHART for image in images)

    assert charts(Density.PLAIN, charted=True) == 1
    assert charts(Density.PLAIN, charted=False) == 0
    assert charts(Density.DENSE, charted=True) == 0
