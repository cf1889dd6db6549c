"""Charts are drawn with any painter, inside their rectangle, and say everything in words too."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from massage_companion.log.facts import FACTS
from massage_companion.log.trends import trends_of
from massage_companion.session.reading import MINUTE_MS
from massage_companion.ui.theme_colours import DARK, LIGHT
from massage_companion.ui.trends.chart_colours import chart_colours
from massage_companion.ui.trends.chart_data import BarChart, CalendarChart, Chart, LineChart, RowChart
from massage_companion.ui.trends.facts_chart import facts_chart
from massage_companion.ui.trends.frame import ticks_to
from massage_companion.ui.trends.paint_calendar import level_of
from massage_companion.ui.trends.painting import chart_height, chart_png, paint_chart, place_at
from massage_companion.ui.trends.time_charts import minutes_chart, soreness_chart
from massage_companion.ui.trends.view import Span, trends_view
from tests.log.simulated_people import FIRST_DAY, session
from tests.ui.trends.trends_world import CHINESE, ENGLISH, NAMES, TODAY, year


def charts(span: Span = Span.YEAR) -> tuple[Chart, ...]:
    return trends_view(year(), TODAY, span, NAMES, 30, ENGLISH).charts


def font(pixels: int = 12) -> QFont:
    letters = QFont(QApplication.font())
    letters.setPixelSize(pixels)
    return letters


def painted(chart: Chart, width: int = 600, pixels: int = 12, mirror: bool = False, dark: bool = False) -> QImage:
    """The chart in the middle of a picture with a margin of 40 that must stay empty."""
    height = round(chart_height(chart, width, QFontMetricsF(font(pixels))))
    image = QImage(width + 80, height + 80, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF00FF"))
    painter = QPainter(image)
    painter.setFont(font(pixels))
    paint_chart(painter, QRectF(40, 40, width, height), chart, chart_colours(DARK if dark else LIGHT), 2, mirror)
    painter.end()
    return image


def spilled(image: QImage) -> int:
    """How many points outside of the rectangle were painted."""
    empty = QColor("#FF00FF").rgb()
    edge = 38
    rows = (*range(edge), *range(image.height() - edge, image.height()))
    columns = (*range(edge), *range(image.width() - edge, image.width()))
    return sum(image.pixel(x, y) != empty for y in rows for x in range(0, image.width(), 3)) + sum(
        image.pixel(x, y) != empty for x in columns for y in range(0, image.height(), 3)
    )


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("mirror", [False, True], ids=["from the left", "from the right"])
@pytest.mark.parametrize(("width", "pixels"), [(700, 12), (480, 24)], ids=["plain", "200 %"])
def test_every_chart_stays_in_its_rectangle(
    qapp: QApplication, number: int, mirror: bool, width: int, pixels: int
) -> None:
    assert spilled(painted(charts()[number], width, pixels, mirror)) == 0


def test_light_and_dark_differ(qapp: QApplication) -> None:
    for chart in charts():
        assert painted(chart) != painted(chart, dark=True)


def test_the_page_has_all_its_charts() -> None:
    kinds = [type(chart) for chart in charts()]
    assert kinds == [LineChart, BarChart, CalendarChart, RowChart, RowChart]


def test_every_place_of_a_chart_can_be_pointed_at(qapp: QApplication) -> None:
    letters = QFontMetricsF(font())
    for mirror in (False, True):
        for chart in charts():
            height = chart_height(chart, 600, letters)
            room = QRectF(0, 0, 600, height)
            found = {
                place_at(chart, room, letters, QPointF(x, y), mirror)
                for x in range(0, 600, 2)
                for y in range(0, round(height), 3)
            }
            assert found - {None} == {place for place, told in enumerate(chart.told.readings) if told}


def test_time_runs_from_the_right_where_people_read_so(qapp: QApplication) -> None:
    chart, letters = charts()[1], QFontMetricsF(font())
    room = QRectF(0, 0, 600, 200)
    left, right = QPointF(80, 100), QPointF(560, 100)
    assert (place_at(chart, room, letters, left) or 0) < (place_at(chart, room, letters, right) or 0)
    assert (place_at(chart, room, letters, left, True) or 0) > (place_at(chart, room, letters, right, True) or 0)


def test_tables_hold_every_week_and_day_with_a_session() -> None:
    soreness, minutes, calendar, massagers, bands = charts()
    days = {point.day for point in year()}
    assert len(calendar.told.rows) == len(days)
    assert sum(int(row[1]) for row in minutes.told.rows) == sum(point.used_ms for point in year()) // MINUTE_MS
    assert sum(int(row[-1]) for row in soreness.told.rows) == len(year())
    assert [row[0] for row in massagers.told.rows] == ["Neck and shoulder kneader", "Massage gun"]
    assert len(bands.told.rows) == 5
    for chart in (soreness, minutes, calendar, massagers, bands):
        assert all(len(row) == len(chart.told.head) for row in chart.told.rows)


def test_a_reading_says_week_means_and_counts() -> None:
    points = [session(5 + day, before, before - 2) for day, before in enumerate((4, 5, 6))]
    chart = soreness_chart(trends_of(points, points[0].day, points[-1].day).weeks, ENGLISH)
    assert chart.told.readings == (
        "Week from 7 Oct: before 5.0 (3 ratings, middle half 4 to 6), after 3.0 (3 ratings, middle half 2 to 4)",
    )
    assert [series.name for series in chart.series] == ["before", "after"]


def test_a_day_beyond_the_limit_is_marked_and_said() -> None:
    points = (session(1, 5, 3, minutes=20), session(1, 5, 3, minutes=20))
    chart = minutes_chart(trends_of(points, FIRST_DAY, FIRST_DAY + 2), True, 30, ENGLISH)
    assert chart.over == (False, True, False)
    assert chart.limit == 30
    assert chart.told.readings[1].endswith("40 minutes, 2 sessions, more than 30 within 24 hours")
    assert chart.told.readings[0].endswith("no session")


def test_without_a_limit_there_is_no_line() -> None:
    chart = minutes_chart(trends_of([session(1, 5)], FIRST_DAY, FIRST_DAY + 2), True, None, ENGLISH)
    assert (chart.limit, chart.limit_label) == (None, "")


def test_a_massager_with_few_ratings_has_no_average() -> None:
    chart = trends_view([session(360, 5, 3)] * 3, TODAY, Span.MONTH, NAMES, 30, ENGLISH).charts[-1]
    assert isinstance(chart, RowChart)
    assert "Fewer than 8" in chart.rows[3].note


@pytest.mark.parametrize(("minutes", "level"), [(0, 0), (1, 1), (10, 1), (11, 2), (20, 2), (30, 3), (31, 4)])
def test_days_have_five_looks(minutes: int, level: int) -> None:
    assert level_of(minutes, (10, 20, 30)) == level


@pytest.mark.parametrize("most", [0, 1, 4.9, 32, 210, 999, 20_000])
def test_axes_have_round_numbers_beyond_the_largest(most: float) -> None:
    ticks = ticks_to(most)
    assert ticks[0] == 0
    assert ticks[-1] >= most
    assert 3 <= len(ticks) <= 6


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize("words", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_each_fact_has_a_chart_of_what_led_to_it(qapp: QApplication, fact: str, words: object) -> None:
    points = [session(2 * day, min(9, 3 + day), 5) for day in range(6)]
    chart = facts_chart(fact, points, ENGLISH if words is ENGLISH else CHINESE)
    assert chart.told.rows
    assert spilled(painted(chart)) == 0


def test_a_chart_becomes_a_picture_for_paper(qapp: QApplication) -> None:
    for chart in charts(Span.MONTH):
        picture = chart_png(chart, 500, font())
        image = QImage.fromData(picture)
        assert image.width() == 1000
        assert len(colours_in(image)) > 3


def colours_in(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}


def test_a_log_without_ratings_is_drawn_all_the_same(qapp: QApplication) -> None:
    bare: Sequence[Chart] = trends_view([session(360, None)], TODAY, Span.QUARTER, {}, None, ENGLISH).charts
    for chart in bare:
        assert spilled(painted(chart)) == 0
    assert bare[0].told.readings[-2].endswith("nothing noted")
