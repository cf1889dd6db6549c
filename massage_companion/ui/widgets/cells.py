"""Small exclusive buttons side by side, and the bar that places them.

Why: minutes, intensity and the soreness scale are the same thing: pick one of few, nothing preselected unless given.
They are checkable push buttons, which a screen reader knows as radio buttons; only drawing and placing are ours.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from massage_companion.ui.theme import current_theme, scaled
from massage_companion.ui.theme_colours import blend
from massage_companion.ui.widgets.cell_rows import CellRows

_RADIUS = 8.0


class Cell(QPushButton):
    """One option. A refused one is struck through and cannot be chosen; the reason is its tooltip."""

    def __init__(self, text: str, spoken: str = "", refused: str = "", padding: int = 16) -> None:
        super().__init__(text)
        self.setProperty("look", "painted")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(spoken or text)
        self.setAccessibleDescription(refused)
        self.setToolTip(refused)
        self.setEnabled(not refused)
        self.refused = refused
        self._padding = padding
        # Which outer sides are rounded: left, top, right, bottom neighbours do not exist there.
        self._open = (False, False, False, False)

    def set_neighbours(self, left: bool, top: bool, right: bool, bottom: bool) -> None:
        """Say on which sides another cell touches this one."""
        self._open = (left, top, right, bottom)
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._letters(bold=True))
        width = metrics.horizontalAdvance(self.text()) + 2 * self._padding
        return QSize(max(32, width), max(32, scaled(30), metrics.height() + 20 if self._padding > 8 else 0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        checked, enabled = self.isChecked(), self.isEnabled()
        surface = theme.hover if self.underMouse() and enabled else theme.card if enabled else theme.background
        ink = theme.text if enabled else theme.disabled
        border = theme.line
        faded = blend(theme.card, theme.accent, 0.5)
        if checked:
            surface, ink, border = (
                (theme.accent, theme.on_accent, theme.accent) if enabled else (faded, theme.on_accent, faded)
            )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(border), 1))
        painter.setBrush(QColor(surface))
        painter.drawRoundedRect(self._outline(), _RADIUS, _RADIUS)
        self._draw_dividers(painter, border)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.on_accent if checked else theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 5, 5)
        painter.setPen(QColor(ink))
        painter.setFont(self._letters(bold=checked))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _letters(self, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        font.setStrikeOut(bool(self.refused))
        return font

    def _outline(self) -> QRectF:
        """The rounded shape, pushed beyond the widget's edge on the sides where a neighbour touches."""
        left, top, right, bottom = (2 * _RADIUS if touching else 0.0 for touching in self._open)
        return QRectF(self.rect()).adjusted(0.5 - left, 0.5 - top, right - 0.5, bottom - 0.5)

    def _draw_dividers(self, painter: QPainter, border: str) -> None:
        painter.setPen(QPen(QColor(border), 1))
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._open[2]:
            painter.drawLine(rect.topRight(), rect.bottomRight())
        if self._open[3]:
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())


class CellBar(QWidget):
    """Places cells: joined in one bar, or apart; in as many rows as the width asks for."""

    def __init__(self, joined: bool, centred: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells: list[Cell] = []
        self._measured: CellRows | None = None
        self._joined = joined
        self._centred = centred
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_cells(self, cells: Sequence[Cell]) -> None:
        """Replace all cells."""
        for old in self.cells:
            old.hide()
            old.deleteLater()
        self.cells = list(cells)
        self._measured = None
        for cell in self.cells:
            cell.setParent(self)
            cell.toggled.connect(lambda on, cell=cell: self._stop_at(cell) if on else None)
            if self.isVisible():
                cell.show()
        self._place()
        self.updateGeometry()

    def check(self, cell: Cell | None) -> None:
        """Mark one cell, or none."""
        for each in self.cells:
            each.setAutoExclusive(False)
            each.setChecked(each is cell)
            each.setAutoExclusive(True)
        self._stop_at(cell or next((each for each in self.cells if each.isEnabled()), None))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._rows().height_for(width)

    def sizeHint(self) -> QSize:
        return QSize(*self._rows().full_size())

    def minimumSizeHint(self) -> QSize:
        rows = self._rows()
        return QSize(rows.least_width(), rows.height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._measured = None
            self._place()
            self.updateGeometry()

    def _stop_at(self, stop: Cell | None) -> None:
        """The Tab key stops once in the bar; from there arrow keys lead on."""
        for each in self.cells:
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is stop else Qt.FocusPolicy.ClickFocus)

    def _rows(self) -> CellRows:
        """The measured cells; layouts ask dozens of times for what only letters and texts change."""
        if self._measured is None:
            hints = [cell.sizeHint() for cell in self.cells]
            widths = tuple(hint.width() for hint in hints)
            self._measured = CellRows(widths, max((hint.height() for hint in hints), default=0), self._joined)
        return self._measured

    def _place(self) -> None:
        width = self.width()
        placed = self._rows().places(width, self._centred)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for cell, place in zip(self.cells, placed, strict=True):
            left, right = (place.after, place.before) if mirrored else (place.before, place.after)
            x = width - place.x - place.width if mirrored else place.x
            cell.setGeometry(QRect(x, place.y, place.width, place.height))
            cell.set_neighbours(left, place.above, right, place.below)
