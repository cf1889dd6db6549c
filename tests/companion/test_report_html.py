"""The page for a doctor as a web page: complete, safe to open, and readable by everybody."""

import re
from itertools import pairwise, product

import pytest
from hypothesis import given

from massage_companion.companion.explain import explain
from massage_companion.companion.household import Person
from massage_companion.companion.report import ReportSubject
from massage_companion.companion.report_html import report_html
from massage_companion.companion.sources_in_words import source_line
from massage_companion.eligibility.outcome import Outcome
from massage_companion.session.massager import Massager
from tests.support.page_reader import Part, read_page
from tests.support.reports import (
    CAREFUL,
    DOCTOR,
    EMERGENCY,
    FINE,
    FORBIDDEN,
    MANY,
    content,
    report,
    stop_sign,
    subject,
    subjects_with_any_findings,
    whole,
    words,
)

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
PAGES = pytest.mark.parametrize(
    ("answers", "language"), list(product([FINE, CAREFUL, DOCTOR, FORBIDDEN, MANY, EMERGENCY], ["en", "zh"]))
)
HARMLESS = frozenset({"lang", "class", "scope", "role", "aria-label", "charset", "name", "content", "http-equiv"})


def page(about: ReportSubject, language: str = "en") -> Part:
    return read_page(report_html(whole(about, language)))


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@given(subjects_with_any_findings())
def test_every_text_of_every_finding_stands_there_as_it_is(about: ReportSubject) -> None:
    shown = [
        (
            section.one("h3").text,
            [part.text for part in section.every("dd")],
            section.one("p", look="small").text,
        )
        for section in page(about).every("section", look="finding")
    ]
    blocks = about.result.verdict.outcome.blocks
    told = [
        explain(finding, content("en").texts)
        for finding in about.result.verdict.findings
        if not (blocks and finding.outcome is Outcome.OK)
    ]
    assert shown == [
        (t.title, [text for text in (t.answered, t.why, t.next) if text], source_line(t.sources, words("en")))
        for t in told
    ]


@given(subjects_with_any_findings())
def test_every_source_has_its_title_publisher_year_and_address(about: ReportSubject) -> None:
    text = page(about).one("main").text
    for finding in about.result.verdict.findings:
        if finding.outcome is Outcome.OK:
            continue
        for source in finding.rule.sources:
            assert source.title in text
            assert source.publisher in text
            assert str(source.year or "") in text
            assert (source.address or "") in text


def test_everything_else_of_the_page_stands_there_too() -> None:
    about = subject(FORBIDDEN, stop_signs=(stop_sign(),))
    told, text = whole(about), page(about).one("main").text
    check = report(about)
    for fact in told.facts:
        assert fact.label in text
        assert fact.text in text
    for line in (told.lead, check.outcome_title, *check.notes, *told.remarks.lines):
        assert line in text


def test_limits_and_open_questions_are_lists() -> None:
    assert "Once a day" in [item.text for item in page(subject(CAREFUL)).every("li")]
    open_question = content("en").texts.questions["head-signs"].text
    assert open_question in [item.text for item in page(subject({"age": 40}, fill=False)).every("li")]


@pytest.mark.parametrize("nasty", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "&lt;b&gt; & 'Co'"])
def test_names_are_text_and_never_markup(nasty: str) -> None:
    massager = Massager("m", nasty, "other", frozenset(), False, manual_source=nasty)
    html = report_html(whole(subject(FINE, person=Person("p", nasty), massager=massager)))
    shown = read_page(html)
    assert shown.every("script", "img", "b") == []
    assert [part.text for part in shown.every("dd")].count(" ".join(nasty.split())) == 2
    assert nasty not in html


@PAGES
def test_nothing_is_loaded_and_nothing_can_run_or_be_followed(answers: dict[str, object], language: str) -> None:
    html = report_html(whole(subject(answers), language))
    shown = read_page(html)
    assert shown.every("script", "link", "img", "iframe", "a", "form", "object", "video", "base") == []
    assert "url(" not in html
    assert "@import" not in html
    policy = [part.attributes["content"] for part in shown.every("meta") if "http-equiv" in part.attributes]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]
    assert {name for part in shown.every() for name in part.attributes} <= HARMLESS


@PAGES
def test_the_outline_is_whole(answers: dict[str, object], language: str) -> None:
    shown = page(subject(answers), language)
    assert shown.one("html").attributes["lang"] == {"en": "en", "zh": "zh-Hans"}[language]
    assert shown.one("title").text
    levels = [int(part.tag[1]) for part in shown.one("main").every(*HEADINGS)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@PAGES
def test_every_table_has_a_caption_and_headed_rows_and_columns(answers: dict[str, object], language: str) -> None:
    tables = page(subject(answers), language).every("table")
    assert tables
    for table in tables:
        assert table.one("caption").text
        columns = [head for head in table.every("th") if head.attributes["scope"] == "col"]
        for line in table.one("tbody").every("tr"):
            first, *cells = line.every("th", "td")
            assert first.attributes["scope"] == "row"
            assert [cell.tag for cell in cells] == ["td"] * (len(columns) - 1)


@PAGES
def test_nothing_is_empty_and_blanks_are_named(answers: dict[str, object], language: str) -> None:
    shown = page(subject(answers), language)
    assert [part.tag for part in shown.every() if part.tag != "meta" and not part.text] == []
    for blank in shown.every("span", look="blank"):
        assert blank.attributes["role"] == "img"
        assert blank.attributes["aria-label"] in {
            words(language)("report.slip.tick"),
            words(language)("report.slip.fill"),
        }


def test_sources_in_another_language_than_the_page_say_so() -> None:
    addresses = [item for item in page(subject(DOCTOR), "zh").every("li") if "http" in item.text]
    assert addresses
    assert {item.attributes["lang"] for item in addresses} == {"en"}


def test_the_form_has_a_line_for_each_reason_and_places_to_sign() -> None:
    slip = page(subject(MANY)).one("section", look="slip")
    told = report(subject(MANY)).slip
    assert told is not None
    lines = slip.one("tbody").every("tr")
    assert [line.one("th").text for line in lines] == list(told.rows)
    for line in lines:
        assert line.text.count("☐") == 3
        assert {"yes", "no"} <= set(line.text.split())
    assert [part.text for part in slip.every("dt")] == ["Doctor's name", "Date", "Signature"]


def test_every_colour_of_letters_can_be_read_on_every_surface() -> None:
    style = page(subject(MANY)).one("style").text
    letters = set(re.findall(r"(?<![-\w])color: (#[0-9A-F]{6})", style))
    surfaces = set(re.findall(r"background: (#[0-9A-F]{6})", style))
    assert len(letters) >= 4
    assert len(surfaces) >= 4
    for ink, surface in product(letters, surfaces):
        assert contrast(ink, surface) >= 4.5, (ink, surface)


def test_an_outcome_is_never_told_by_colour_alone() -> None:
    for section in page(subject(FORBIDDEN)).every("section", look="finding"):
        assert section.one("p", look="state").text


def test_a_check_that_no_longer_counts_is_not_shown_as_fine() -> None:
    assert "fine" in page(subject(FINE)).one("section", look="outcome").attributes["class"]
    stopped = page(subject(FINE, stop_signs=(stop_sign(),)))
    assert "care" in stopped.one("section", look="outcome").attributes["class"]
