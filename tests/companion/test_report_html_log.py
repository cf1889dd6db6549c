"""The log on the web page for a doctor: headed tables, its one picture inside, and nothing that can run."""

from itertools import pairwise

import pytest
from msgspec import structs

from massage_companion.companion.clearances import KnownClearance
from massage_companion.companion.report_html import report_html
from massage_companion.session.doctors_word import Heard
from tests.support.page_reader import Part, read_page
from tests.support.report_logs import LiWeisLog, long_log
from tests.support.reports import DOCTOR, FINE, clearance, subject, unchecked, whole, words

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def log_page(log: LiWeisLog, language: str = "en", chart: bytes = b"") -> Part:
    return read_page(report_html(whole(subject(FINE), language, log.report(language)), chart))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_text_of_the_log_stands_there(language: str) -> None:
    told = long_log().report(language)
    text = log_page(long_log(), language).one("main").text
    tables = [told.dose, told.massagers, told.signs.table if told.signs else None]
    assert told.soreness is not None
    for table in (*tables, told.soreness.ranges, told.soreness.by_week):
        assert table is not None
        for part in (table.caption, *table.columns, *(cell for cells in table.rows for cell in cells)):
            assert " ".join(part.split()) in text
    for line in (*told.lines, *told.dose_notes, *told.check_ins.lines, told.soreness.caution):
        assert line in text
    assert told.signs is not None
    assert told.signs.more in text


def test_the_tables_of_the_log_are_headed_and_the_outline_stays_whole() -> None:
    shown = log_page(long_log())
    for table in shown.every("table"):
        assert table.one("caption").text
        columns = [head for head in table.every("th") if head.attributes["scope"] == "col"]
        for line in table.one("tbody").every("tr"):
            first, *cells = line.every("th", "td")
            assert first.attributes["scope"] == "row"
            assert len(cells) == len(columns) - 1
    levels = [int(part.tag[1]) for part in shown.one("main").every(*HEADINGS)]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_the_chart_is_inside_the_page_named_and_with_its_table() -> None:
    shown = log_page(long_log(), chart=b"\x89PNG")
    image = shown.one("img")
    assert image.attributes["src"] == "data:image/png;base64,iVBORw=="
    assert image.attributes["alt"] == words("en")("report_log.sore.picture")
    assert words("en")("report_log.sore.by_week.caption") in [part.text for part in shown.every("caption")]
    assert log_page(LiWeisLog(), chart=b"\x89PNG").every("img") == []


def test_what_a_person_wrote_is_text_and_never_markup() -> None:
    log = LiWeisLog()
    log.stopped(1, note="<script>alert(1)</script>")
    shown = log_page(log)
    assert shown.every("script") == []
    assert "<script>alert(1)</script>" in shown.one("main").text


def test_without_a_check_it_says_so_where_the_result_would_stand() -> None:
    shown = read_page(report_html(unchecked()))
    assert shown.one("section", look="outcome").one("h2").text == "No safety check has been done yet"
    assert shown.every("section", look="slip") == []
    assert words("en")("report.remark.danger") in shown.one("main").text


def test_what_doctors_said_stands_there_with_what_it_is_worth_now() -> None:
    given = clearance("R25")
    known = tuple(KnownClearance(given, worth) for worth in (Heard.YES, Heard.BEFORE_STOP_SIGN, Heard.NO, Heard.OVER))
    about = structs.replace(subject(DOCTOR), clearances=known)
    table = next(
        table for table in read_page(report_html(whole(about))).every("table")
        if table.one("caption").text == words("en")("report_log.yes.title")
    )  # fmt: skip
    states = [line.every("td")[-1].text for line in table.one("tbody").every("tr")]
    assert states == ["Counts now", "Ended: something felt wrong later", "No yes for home"]
    assert "Dr Chen" in table.text
