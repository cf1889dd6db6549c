"""The page of trends: sentences first, charts below, and on demand how it is worked out. It shows and changes nothing.

No streaks and no praise for use; rest that was kept is named.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.trends.card_columns import CardColumns
from massage_companion.ui.trends.chart_card import ChartCard
from massage_companion.ui.trends.chart_data import Chart
from massage_companion.ui.trends.method_page import method_page
from massage_companion.ui.trends.notice_card import NoticeCard
from massage_companion.ui.trends.sentence_card import SentenceCard
from massage_companion.ui.trends.view import Span, TrendsView
from massage_companion.ui.widgets.buttons import LinkButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body, muted
from massage_companion.ui.widgets.page import Page, PageHeader
from massage_companion.ui.widgets.segmented import Segment, Segmented


class TrendsScreen(Page):
    """``span_chosen`` carries a Span."""

    span_chosen = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("trends.title"), parent=parent)
        self._words = words
        self._charts: list[ChartCard] = []
        self._notices: list[NoticeCard] = []
        segments = [Segment(span, words(f"trends.range.{span.name.lower()}")) for span in Span]
        self.spans = Segmented(words("trends.range.name"), segments, Span.QUARTER)
        header = PageHeader(words("trends.title"))
        header.add_action(self.spans)
        self._cards = [SentenceCard() for _ in range(3)]
        self._columns = CardColumns(self._cards, (4, 3, 3))
        self._empty = Card(focusable=True)
        self._empty_text = muted("")
        self._empty.add(self._empty_text)
        self._rest = Card(focusable=True)
        self._rest_lines = body("")
        self._rest.add(self._rest_lines)
        self._chart_column = QVBoxLayout()
        self._notice_column = QVBoxLayout()
        self._how = self._how_card()
        self.add(header)
        self.body.addLayout(self._notice_column)
        self.add(self._empty)
        self.add(self._columns)
        self.body.addLayout(self._chart_column)
        self.add(self._rest)
        self.add(self._how)
        self.body.addStretch(1)
        for column in (self._chart_column, self._notice_column):
            column.setSpacing(16)
        self.spans.chosen.connect(self.span_chosen)

    def show_view(self, view: TrendsView) -> None:
        """Show a person's trends."""
        self.spans.set_value(view.span)
        self.spans.setVisible(not view.empty)
        self._show_notices(view)
        if view.empty:
            self._say_empty(self._words("trends.empty.title"), self._words("trends.empty.text"))
            return
        self._empty.hide()
        self._columns.show()
        self._how.show()
        for card, sentence in zip(self._cards, view.sentences, strict=True):
            card.show_sentence(sentence)
        rest = ("" if self._words.language == "zh" else " ").join(view.rest)
        self._rest.setVisible(bool(rest))
        self._rest_lines.setText(rest)
        self._rest.setAccessibleName(rest)
        self._show_charts(view.charts)

    def show_problem(self, text: str) -> None:
        """Say that the log cannot be read."""
        self.spans.hide()
        self._say_empty(self._words("trends.not_loaded"), text)

    def chart_cards(self) -> tuple[ChartCard, ...]:
        """The charts from top to bottom."""
        return tuple(self._charts)

    def _say_empty(self, title: str, text: str) -> None:
        for part in (self._columns, self._rest, self._how, *self._charts):
            part.hide()
        self._empty.set_title(title)
        self._empty_text.setText(text)
        self._empty.set_summary(text)
        self._empty.show()

    def _show_charts(self, charts: tuple[Chart, ...]) -> None:
        """Cards are kept and filled anew, so that a table that is open stays open and nothing flickers."""
        while len(self._charts) > len(charts):
            _drop(self._charts.pop())
        for card, chart in zip(self._charts, charts, strict=False):
            card.show_chart(chart)
            card.show()
        for chart in charts[len(self._charts) :]:
            card = ChartCard(chart, self._words)
            self._charts.append(card)
            self._chart_column.addWidget(card)

    def _show_notices(self, view: TrendsView) -> None:
        for card in self._notices:
            _drop(card)
        self._notices = [NoticeCard(notice, self._words) for notice in view.notices]
        for card in self._notices:
            self._notice_column.addWidget(card)

    def _how_card(self) -> Card:
        card = Card(self._words("trends.how.title"))
        card.add(body(self._words("trends.how.text")))
        more = LinkButton(self._words("trends.how.more"))
        method: list[Card] = []

        def turn() -> None:
            if not method:
                method.append(method_page(self._words))
                card.add(method[0])
                method[0].hide()
            wanted = method[0].isHidden()
            method[0].setVisible(wanted)
            more.setText(self._words("trends.how.less" if wanted else "trends.how.more"))

        more.clicked.connect(turn)
        card.add(ButtonRow(more))
        return card


def _drop(card: QWidget) -> None:
    """Take a card off the page at once; Qt deletes it when nothing uses it any more."""
    card.hide()
    card.setParent(None)
    card.deleteLater()
