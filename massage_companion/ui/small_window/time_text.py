"""A time and a line below it, painted where they stand.

Why not labels: a label that changes asks for a new layout of its window each second. A screen reader reads the spoken
time as the name of a static text that no key stops at, so it is never read out by itself.
"""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from massage_companion.ui.small_window.small_view import SmallTone
from massage_companion.ui.theme import current_theme, scaled, tabular

_TIME = 20
_LINE = 13
_USUAL = "00:00"


class TimeText(QLabel):
    """As narrow as its time; a longer line is shortened and stands whole in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, str, SmallTone] = ("", "", "plain")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_time(self, time: str, line: str, tone: SmallTone, spoken: str) -> None:
        """Show a time, or a line alone where the time is empty."""
        before, self._shown = self._shown, (time, line, tone)
        if self._shown == before:
            return
        if before[1:] == (line, tone) and time:
            self.update(self._time_rect())
        else:
            self.setToolTip(line)
            self.update()
        self.setAccessibleName(spoken)
        if len(time) != len(before[0]):
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        time = QFontMetrics(self._letters(_TIME, QFont.Weight.Bold))
        line = QFontMetrics(self._letters(_LINE, QFont.Weight.Normal))
        return QSize(
            max(time.horizontalAdvance(text) for text in (_USUAL, self._shown[0])), time.height() + line.height()
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        time, line, tone = self._shown
        theme = current_theme()
        painter = QPainter(self)
        if time:
            painter.setFont(self._letters(_TIME, QFont.Weight.Bold))
            painter.setPen(QColor(theme.warning if tone == "warning" else theme.text))
            painter.drawText(self._time_rect(), self._flags(), time)
        below = self.rect()
        if time:
            below.setTop(self._time_rect().bottom() + 1)
        if event.rect().intersects(below):
            letters = self._letters(_LINE, QFont.Weight.Normal if time else QFont.Weight.DemiBold)
            painter.setFont(letters)
            painter.setPen(QColor(theme.warning if tone == "warning" else theme.muted))
            self._draw_line(painter, below, line, wrap=not time)
        painter.end()

    def _draw_line(self, painter: QPainter, place: QRect, line: str, wrap: bool) -> None:
        if wrap:
            painter.drawText(place, self._flags() | int(Qt.TextFlag.TextWordWrap), line)
            return
        fitting = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, self._flags(), fitting)

    def _time_rect(self) -> QRect:
        height = QFontMetrics(self._letters(_TIME, QFont.Weight.Bold)).height()
        return QRect(0, 0, self.width(), height)

    def _flags(self) -> int:
        return int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)

    def _letters(self, pixels: int, weight: QFont.Weight) -> QFont:
        font = tabular(self.font())
        font.setPixelSize(scaled(pixels))
        font.setWeight(weight)
        return font
