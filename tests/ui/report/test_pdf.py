"""The PDF: one careful page where it can be, nothing cut, every letter there, and a file that is whole or absent."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter, QTextDocument, QTextLayout
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from massage_companion.companion.household import Person
from massage_companion.companion.ports import StoreError
from massage_companion.companion.report import ReportSubject
from massage_companion.storage.whole_file import write_whole
from massage_companion.ui.report.paper import print_on_paper
from massage_companion.ui.report.pdf import PAGE, best_fit, chart_place, pdf_of, write_pdf
from massage_companion.ui.report.sheet import Sheet, sheet_of
from tests.support.report_logs import LiWeisLog, long_log
from tests.support.reports import CAREFUL, EMERGENCY, FINE, FORBIDDEN, MANY, subject, unchecked, whole, words

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


def sheet(about: ReportSubject, language: str = "en", log: LiWeisLog | None = None) -> Sheet:
    """The report as it is drawn; its log holds nothing unless one is given."""
    told = None if log is None else log.report(language)
    return sheet_of(whole(about, language, told), words(language))


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


class Laid:
    """The page as it will be drawn on A4; the device lives as long as the document needs it."""

    def __init__(self, told: Sheet) -> None:
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setPageLayout(PAGE)
        self.document: QTextDocument = best_fit(told, self._writer)

    @property
    def glyphs(self) -> list[int]:
        """Every letter as its number in its font; 0 is the box that stands for a letter that no font has."""
        found: list[int] = []
        # Boxes to tick are pictures, which stand in the text as signs of their own.
        for line in self.document.toPlainText().replace("\ufffc", "").splitlines():
            layout = QTextLayout(line, self.document.defaultFont())
            layout.setCacheEnabled(True)
            layout.beginLayout()
            layout.createLine()
            layout.endLayout()
            found += [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
        return found


@LANGUAGES
@pytest.mark.parametrize("answers", [FINE, CAREFUL, FORBIDDEN, EMERGENCY], ids=["0", "2", "3", "now"])
def test_a_check_with_up_to_three_findings_and_no_session_yet_is_one_page(
    answers: dict[str, object], language: str
) -> None:
    told = sheet(subject(answers), language)
    pdf = pdf_of(told)
    assert pdf.startswith(b"%PDF-")
    assert pdf.rstrip().endswith(b"%%EOF")
    assert pages(pdf) == 1


@LANGUAGES
def test_more_findings_flow_to_a_second_page_and_no_part_is_torn(language: str) -> None:
    told = sheet(subject(MANY), language)
    assert told.report.check is not None
    assert len(told.report.check.findings.findings) > 8
    document = Laid(told).document
    height = document.pageSize().height()
    assert pages(pdf_of(told)) == document.pageCount() == 2
    for part in document.rootFrame().childFrames():
        rect = document.documentLayout().frameBoundingRect(part)
        assert rect.top() // height == (rect.bottom() - 1) // height


@LANGUAGES
def test_every_letter_is_there_and_comes_with_the_file(language: str) -> None:
    told = sheet(subject(FORBIDDEN, person=Person("p", "李伟")), language)
    laid = Laid(told)
    assert len(laid.glyphs) > 500
    assert 0 not in laid.glyphs, "a font with Chinese characters is missing"
    pdf = pdf_of(told)
    fonts = len(re.findall(rb"/Type\s*/FontDescriptor\b", pdf))
    assert fonts >= 2
    assert len(re.findall(rb"/FontFile[23]?\b", pdf)) == fonts


@LANGUAGES
@pytest.mark.parametrize("answers", [FINE, FORBIDDEN, MANY], ids=["0", "3", "11"])
def test_two_sheets_are_enough_however_long_the_log(answers: dict[str, object], language: str) -> None:
    assert pages(pdf_of(sheet(subject(answers), language, long_log()))) == 2


@LANGUAGES
def test_without_a_check_the_log_alone_is_told(language: str) -> None:
    alone = sheet_of(unchecked(language, long_log().report(language)), words(language))
    assert pages(pdf_of(alone)) <= 2
    text = Laid(alone).document.toPlainText()
    assert words(language)("report_log.unchecked") in text
    assert words(language)("report_log.signs.title") in text


@LANGUAGES
def test_the_chart_is_painted_where_the_text_has_left_room_and_on_one_page(language: str) -> None:
    log = LiWeisLog()
    log.rated(30, -2, morning=0)
    laid = Laid(sheet(subject(FINE), language, log))
    document = laid.document
    place, height = chart_place(document), document.pageSize().height()
    assert place is not None
    assert place.top() // height == (place.bottom() - 1) // height
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        assert rect == place or not block.text() or not rect.intersects(place.adjusted(0, 2, 0, -2)), block.text()
        block = block.next()


def test_there_is_no_chart_where_it_is_too_early_for_one() -> None:
    log = LiWeisLog()
    log.rated(4, -2)
    told = sheet(subject(FINE), log=log)
    assert told.chart is None
    assert chart_place(Laid(told).document) is None


@pytest.mark.parametrize("name", ["x" * 300, "名" * 300, "a very long name " * 20], ids=["one word", "han", "words"])
def test_a_long_name_is_broken_and_never_cut(name: str) -> None:
    document = Laid(sheet(subject(FORBIDDEN, person=Person("p", name)))).document
    assert document.documentLayout().documentSize().width() <= document.pageSize().width() + 1


def test_letters_are_as_large_as_one_page_allows() -> None:
    def size(answers: dict[str, object]) -> float:
        return Laid(sheet(subject(answers))).document.defaultFont().pointSizeF()

    assert size(FINE) == 10.5
    assert 8.5 <= size(FORBIDDEN) < size(FINE)


def test_the_file_says_whose_page_it_is() -> None:
    pdf = pdf_of(sheet(subject(FINE)))
    title = re.search(rb"<rdf:Alt>\s*<rdf:li[^>]*>([^<]*)<", pdf)
    assert title is not None
    assert title.group(1).decode() == "Neck massager at home: safety check and log · Li Wei · Warm pillow · 14 Nov 2026"


def test_it_is_written_where_it_was_wanted(tmp_path: Path) -> None:
    place = tmp_path / "page.pdf"
    write_pdf(sheet(subject(FINE)), place, write_whole)
    assert pages(place.read_bytes()) == 1


def test_a_place_that_is_not_there_gives_a_reason_and_no_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as failure:
        write_pdf(sheet(subject(FINE)), tmp_path / "gone" / "page.pdf", write_whole)
    assert failure.value.kind == "gone"
    assert list(tmp_path.iterdir()) == []


def test_it_is_printed_where_the_person_says(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "printed.pdf"

    def choose(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFileName(str(place))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    window = QWidget()
    qtbot.addWidget(window)
    assert print_on_paper(sheet(subject(MANY)), window)
    assert pages(place.read_bytes()) == 2


def test_a_print_that_is_called_off_prints_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QDialog.DialogCode.Rejected)
    window = QWidget()
    qtbot.addWidget(window)
    assert not print_on_paper(sheet(subject(FINE)), window)
