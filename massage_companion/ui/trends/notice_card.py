"""The doctor-first notice of what the log shows, with the chart that led to it. Can stand on any page."""

from massage_companion.companion.words import Words
from massage_companion.ui.trends.chart_card import ChartPart
from massage_companion.ui.trends.view import FactNotice
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.labels import body, heading


class NoticeCard(Card):
    """Warns in words, colour and with a chart."""

    def __init__(self, notice: FactNotice, words: Words) -> None:
        super().__init__(notice.title, tone="warning", focusable=True)
        self.add(body(notice.text))
        frame = Card()
        frame.add(heading(notice.chart.told.title, 3))
        self.part = ChartPart(notice.chart, words)
        frame.add(self.part)
        frame.setAccessibleName(notice.chart.told.title)
        self.add(frame)
        self.set_summary(notice.text)
