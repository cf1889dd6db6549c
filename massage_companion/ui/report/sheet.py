"""The page for a doctor with the chart that goes with it: what is saved, printed and drawn."""

from typing import Final

from msgspec import Struct
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from massage_companion.companion.report_html import report_html
from massage_companion.companion.report_whole import DoctorsReport
from massage_companion.companion.words import Words
from massage_companion.ui.trends.chart_data import LineChart
from massage_companion.ui.trends.painting import chart_png
from massage_companion.ui.trends.time_charts import soreness_chart

_WEB_WIDTH: Final = 720.0
_WEB_LETTERS_PX: Final = 14


class Sheet(Struct, frozen=True):
    """``chart`` is the soreness by week, ``None`` where there is too little for one."""

    report: DoctorsReport
    chart: LineChart | None


def sheet_of(report: DoctorsReport, words: Words) -> Sheet:
    """The page with its chart; the words have to be in its language."""
    soreness = report.log.soreness
    return Sheet(report, soreness_chart(soreness.weeks, words) if soreness is not None and soreness.weeks else None)


def web_page(sheet: Sheet) -> bytes:
    """The page as a web page, its chart inside. Needs a QApplication, whose letters the chart is written in."""
    if sheet.chart is None:
        return report_html(sheet.report).encode()
    font = QFont(QApplication.font())
    font.setPixelSize(_WEB_LETTERS_PX)
    return report_html(sheet.report, chart_png(sheet.chart, _WEB_WIDTH, font)).encode()
