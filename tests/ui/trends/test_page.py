"""The page of trends by mouse, keyboard and ear, in every size; and what it shows when."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massage_companion.companion.ports import StoreError
from massage_companion.companion.words import Words
from massage_companion.log.point import Point
from massage_companion.ui.theme import DARK, LIGHT, apply_theme
from massage_companion.ui.trends.chart_widget import ChartWidget
from massage_companion.ui.trends.method_page import method_page, method_text
from massage_companion.ui.trends.notice_card import NoticeCard
from massage_companion.ui.trends.sentence_card import SentenceCard
from massage_companion.ui.trends.view import Span, first_day_wanted
from massage_companion.ui.widgets.buttons import LinkButton
from tests.support.accessible_screen import clipped, nameless, settle, tab_round, texts, too_small
from tests.ui.trends.trends_world import CHINESE, ENGLISH, TODAY, TrendsWorld, shown, steadily_sore, year
from tests.ui.widgets.spoken import description_of, name_of


def test_a_year_is_read_once_and_shown_for_three_months(qtbot: QtBot) -> None:
    world = shown(qtbot, TrendsWorld(year()))
    assert world.asked == [("mei", first_day_wanted(TODAY))]
    assert world.page.spans.value() is Span.QUARTER
    assert "points less sore after a session" in texts(world.page)


def test_another_range_shows_other_weeks(qtbot: QtBot) -> None:
    world = shown(qtbot, TrendsWorld(year()))
    minutes = world.page.chart_cards()[1]
    assert name_of(minutes) == "Minutes per week"
    world.page.spans.setFocus()
    world.page.span_chosen.emit(Span.MONTH)
    settle()
    assert world.page.spans.value() is Span.MONTH
    assert name_of(minutes) == "Minutes per day"


def test_an_empty_log_says_what_to_do(qtbot: QtBot) -> None:
    world = shown(qtbot, TrendsWorld(()))
    assert "Nothing here yet" in texts(world.page)
    assert not any(card.isVisible() for card in world.page.chart_cards())
    assert not any(card.isVisible() for card in world.page.findChildren(SentenceCard))


def test_the_next_person_sees_nothing_of_the_one_before(qtbot: QtBot) -> None:
    world = shown(qtbot, TrendsWorld(year()))
    world.points = ()
    world.controller.show_for("ann")
    settle()
    assert not any(card.isVisible() for card in world.page.chart_cards())
    world.points = year()
    world.controller.show_for("mei")
    settle()
    assert all(card.isVisible() for card in world.page.chart_cards())


def test_a_log_that_cannot_be_read_is_told(qtbot: QtBot) -> None:
    world = TrendsWorld(())

    def broken(person: str, since: int | None) -> tuple[Point, ...]:
        raise StoreError("damaged", "a page")

    world.controller._points_of = broken
    shown(qtbot, world)
    assert "The log cannot be read right now." in texts(world.page)


def test_what_the_log_shows_a_doctor_stands_on_top_with_its_chart(qtbot: QtBot) -> None:
    world = shown(qtbot, TrendsWorld(steadily_sore()))
    (notice,) = world.page.findChildren(NoticeCard)
    assert name_of(notice) == "No better after two weeks of use"
    assert "doctor" in description_of(notice)
    assert name_of(notice.part.chart) == "Soreness before and after"
    assert notice.mapTo(world.page, QPoint()).y() < world.page.chart_cards()[0].mapTo(world.page, QPoint()).y()


def test_ordinary_use_has_no_notice(qtbot: QtBot) -> None:
    assert not shown(qtbot, TrendsWorld(year())).page.findChildren(NoticeCard)


def test_use_is_never_praised_and_rest_is(qtbot: QtBot) -> None:
    world = shown(qtbot, TrendsWorld(year()))
    said = texts(world.page).lower()
    assert "you kept rest days" in said
    assert not any(word in said for word in ("streak", "well done", "great", "keep it up", "goal", "in a row"))


# ---------------------------------------------------------------------------- heard and seen


def chart_of(world: TrendsWorld) -> ChartWidget:
    return world.page.chart_cards()[0].part.chart


def test_charts_say_what_they_are(qtbot: QtBot) -> None:
    chart = chart_of(shown(qtbot, TrendsWorld(year())))
    assert name_of(chart) == "Soreness before and after"
    assert "Arrow keys" in description_of(chart)


def test_sentences_are_read_as_one(qtbot: QtBot) -> None:
    world = shown(qtbot, TrendsWorld(year()))
    first = world.page.findChildren(SentenceCard)[0]
    assert name_of(first).startswith("Does it help? 2.")
    assert "95% interval" in description_of(first)


def test_the_tab_key_comes_round(qtbot: QtBot) -> None:
    world = shown(qtbot, TrendsWorld(year()))
    chart_of(world).setFocus()
    stops = tab_round()
    assert {card.part.chart for card in world.page.chart_cards()} <= set(stops)


def test_how_it_is_worked_out_opens_in_place(qtbot: QtBot) -> None:
    world = shown(qtbot, TrendsWorld(year()))
    assert ENGLISH("method.interval") not in texts(world.page)
    (more,) = (button for button in _links(world) if button.text() == ENGLISH("trends.how.more"))
    more.click()
    settle()
    assert ENGLISH("method.interval") in texts(world.page)
    assert more.text() == ENGLISH("trends.how.less")


def _links(world: TrendsWorld) -> list[LinkButton]:
    return world.page.findChildren(LinkButton)


@pytest.mark.parametrize("words", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_the_method_fits_half_a_page(qtbot: QtBot, words: Words) -> None:
    card = method_page(words)
    qtbot.addWidget(card)
    text = method_text(words)
    assert description_of(card) == " ".join(text)
    assert 150 < len(" ".join(text).split()) < 330 or (words is CHINESE and 300 < len("".join(text)) < 700)


@pytest.mark.parametrize("words", [ENGLISH, CHINESE], ids=["en", "zh"])
@pytest.mark.parametrize("scale", [1.0, 2.0], ids=["100 %", "200 %"])
@pytest.mark.parametrize("size", [(605, 560), (844, 700)], ids=["small window", "design"])
@pytest.mark.parametrize("span", list(Span))
def test_everything_fits_and_has_a_name(
    qtbot: QtBot, qapp: QApplication, words: Words, scale: float, size: tuple[int, int], span: Span
) -> None:
    apply_theme(qapp, DARK if scale > 1 else LIGHT, scale)
    world = TrendsWorld(steadily_sore() if span is Span.MONTH else year(), words)
    world.controller._span = span
    shown(qtbot, world, size)
    assert nameless(world.page) == []
    assert too_small(world.page) == []
    assert clipped(world.page) == []
    assert world.page.horizontalScrollBar().maximum() == 0


def test_another_theme_paints_other_colours(qtbot: QtBot, qapp: QApplication) -> None:
    world = shown(qtbot, TrendsWorld(year()))
    chart = chart_of(world)
    light = chart.grab().toImage()
    apply_theme(qapp, DARK)
    settle()
    assert chart.grab().toImage() != light
