"""A chart on the page: its cursor by mouse and arrow keys, its table, and the same chart on paper."""

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massage_companion.ui.trends.chart_widget import ChartWidget
from massage_companion.ui.trends.painting import paint_chart
from massage_companion.ui.trends.view import Span, trends_view
from tests.support.accessible_screen import settle
from tests.ui.trends.trends_world import ENGLISH, NAMES, TODAY, TrendsWorld, shown, year
from tests.ui.widgets.spoken import name_of

# ---------------------------------------------------------------------------- the cursor


def chart_of(world: TrendsWorld, number: int = 0) -> ChartWidget:
    return world.page.chart_cards()[number].part.chart


def test_arrow_keys_read_out_values_the_latest_first(qtbot: QtBot) -> None:
    world = shown(qtbot, TrendsWorld(year()))
    part, chart = world.page.chart_cards()[1].part, chart_of(world, 1)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.cursor_place() == 12
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.cursor_place() == 11
    assert part.reading.text() == chart.reading()
    assert part.reading.text().startswith("Week from ")
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.cursor_place() == 0
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.cursor_place() == 12


def test_the_calendar_is_walked_by_days_and_weeks(qtbot: QtBot) -> None:
    chart = chart_of(shown(qtbot, TrendsWorld(year())), 2)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_End)
    end = chart.cursor_place()
    assert end is not None
    QTest.keyClick(chart, Qt.Key.Key_Up)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.cursor_place() == end - 8


def test_where_people_read_from_the_right_so_do_the_arrows(qtbot: QtBot, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    chart = chart_of(shown(qtbot, TrendsWorld(year())), 1)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.cursor_place() == 11


def test_keys_without_a_meaning_here_go_to_the_page(qtbot: QtBot) -> None:
    chart = chart_of(shown(qtbot, TrendsWorld(year())), 1)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.cursor_place() is None


def test_the_pointer_reads_out_and_takes_it_back(qtbot: QtBot) -> None:
    world = shown(qtbot, TrendsWorld(year()))
    part, chart = world.page.chart_cards()[0].part, chart_of(world)
    before = part.reading.text()
    QTest.mouseMove(chart, QPoint(chart.width() // 2, chart.height() // 2))
    qtbot.waitUntil(lambda: part.reading.text() != before)
    assert part.reading.text().startswith("Week from ")
    QTest.mouseMove(world.page, QPoint(2, 2))
    qtbot.waitUntil(lambda: part.reading.text() == before)


# ---------------------------------------------------------------------------- the table


def test_every_chart_has_a_table_with_the_same_numbers(qtbot: QtBot) -> None:
    world = shown(qtbot, TrendsWorld(year()))
    for card in world.page.chart_cards():
        card.part.switch.click()
        settle()
        table = card.part.table
        assert table is not None
        assert table.isVisible()
        assert not card.part.chart.isVisible()
        assert not table.tabKeyNavigation()
        model = table.model()
        told = card.part._shown.told
        cells = [
            tuple(model.index(row, column).data() for column in range(model.columnCount()))
            for row in range(model.rowCount())
        ]
        assert tuple(cells) == told.rows
        assert name_of(table) == told.title
        card.part.switch.click()
        settle()
        assert card.part.chart.isVisible()


def test_an_open_table_stays_open_with_another_range(qtbot: QtBot) -> None:
    world = shown(qtbot, TrendsWorld(year()))
    part = world.page.chart_cards()[0].part
    part.switch.click()
    rows = len(part._shown.told.rows)
    world.page.span_chosen.emit(Span.YEAR)
    settle()
    assert part.table is not None
    assert part.table.isVisible()
    assert not part.chart.isVisible()
    assert part.table.model().rowCount() > rows


def test_charts_are_drawn_on_a_printed_page(qapp: QApplication) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    letters = QFont(QApplication.font())
    letters.setPointSizeF(9)
    painter.setFont(letters)
    width = writer.width()
    for number, chart in enumerate(trends_view(year(), TODAY, Span.YEAR, NAMES, 30, ENGLISH).charts):
        if number:
            writer.newPage()
        paint_chart(painter, QRectF(0, 0, width, width * 0.5), chart)
    painter.end()
    assert bytes(buffer.data().data()).count(b"/Type /Page\n") == 5
