"""A card with a chart, what its cursor reads, and the table that says the same."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.trends.chart_data import BarChart, Chart, LineChart, RowChart
from massage_companion.ui.trends.chart_table import ChartTable
from massage_companion.ui.trends.chart_widget import ChartWidget
from massage_companion.ui.widgets.buttons import LinkButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.labels import small


class ChartPart(QWidget):
    """A chart with its read-out and its table twin, to put into any card."""

    def __init__(self, chart: Chart, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shown = chart
        self.chart = ChartWidget(chart, words("trends.keys"))
        self.table: ChartTable | None = None
        self.reading = small("")
        self.switch = LinkButton(words("trends.as_table"))
        self.switch.setAccessibleDescription(chart.told.title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.chart)
        row = QHBoxLayout()
        row.addWidget(self.reading, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignTrailing)
        self._column.addLayout(row)
        self.chart.reading_changed.connect(self._tell)
        self.switch.clicked.connect(self._turn)
        self._keep_room()
        self._tell("")

    def show_chart(self, chart: Chart) -> None:
        """Show another chart of the same kind; a table that is open stays open."""
        self._shown = chart
        self.chart.set_chart(chart)
        self._tell("")
        if self.table is not None:
            open_now = not self.table.isHidden()
            self._column.removeWidget(self.table)
            self.table.deleteLater()
            self.table = None
            if open_now:
                self._open_table()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep_room()

    def _keep_room(self) -> None:
        """Two lines for what is read out, so that the page does not jump under a moving pointer."""
        self.reading.setMinimumHeight(2 * self.reading.fontMetrics().lineSpacing())

    def _tell(self, reading: str) -> None:
        """The reading of the cursor; without one, what helps to read the chart."""
        self.reading.setText(reading or _note(self._shown, self._words) or " ")

    def _turn(self) -> None:
        if self.table is None or self.table.isHidden():
            self._open_table()
            self.switch.setText(self._words("trends.as_chart"))
        else:
            self.table.hide()
            self.switch.setText(self._words("trends.as_table"))
        self.chart.setVisible(self.table is None or self.table.isHidden())
        self.reading.setVisible(not self.chart.isHidden())

    def _open_table(self) -> None:
        if self.table is None:
            self.table = ChartTable(self._shown.told)
            self._column.insertWidget(0, self.table)
        self.table.show()


class ChartCard(Card):
    """A chart in a card of its own, under its title."""

    def __init__(self, chart: Chart, words: Words) -> None:
        super().__init__(chart.told.title)
        self.part = ChartPart(chart, words)
        self.add(self.part)

    def show_chart(self, chart: Chart) -> None:
        """Show another chart."""
        self.set_title(chart.told.title)
        self.part.show_chart(chart)


def _note(chart: Chart, words: Words) -> str:
    match chart:
        case LineChart() | BarChart():
            return chart.note
        case RowChart():
            return words("trends.massager.caution")
        case _:
            return chart.told.summary
