"""The frame of a page: its heading and its scrolling body.

Why: every page begins the same way and fits every window: it scrolls down, never sideways, and can be centred in a
column for reading. It must never scroll by itself.
"""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QScrollBar, QSizePolicy, QVBoxLayout, QWidget

from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.flow import FlowLayout
from massage_companion.ui.widgets.labels import heading
from massage_companion.ui.widgets.pill import Pill, PillTone

_CLEARANCE = 24
"""How far from the edge of the page the focus is kept, in px."""


class PageHeader(QWidget):
    """The page's name, a state beside it, and actions at the far end; wraps where there is no room."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(12, self)
        self._title = heading(title, 1)
        self._title.setWordWrap(False)
        self._flow.add(self._title)
        self._pill: Pill | None = None

    def set_title(self, text: str) -> None:
        """Change the page's name."""
        self._title.setText(text)

    def set_pill(self, text: str, tone: PillTone) -> None:
        """Show a state beside the name."""
        if self._pill is None:
            self._pill = Pill(text, tone)
            self._flow.add(self._pill, after=self._title)
        else:
            self._pill.set(text, tone)
            self._pill.show()

    def clear_pill(self) -> None:
        """Show no state."""
        if self._pill is not None:
            self._pill.hide()

    def add_action(self, button: QWidget) -> None:
        """Append a control at the far end."""
        self._flow.add(button, trailing=True)


class Page(QScrollArea):
    """A body that scrolls down only. `column` is the width in design px of a centred column, 0 for the whole width.

    It is a stop of the Tab key only while there is something to scroll.
    """

    def __init__(self, name: str, column: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "page")
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Qt's own bar is a child that comes and goes, and Qt (6.11) does not check the number by which a screen reader
        # asks for a child: the program would crash. This one lies over the margin and is never asked for.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = column
        content = QWidget()
        self._inner = QWidget() if column else content
        self.body = QVBoxLayout(self._inner)
        self.body.setSpacing(16)
        self.body.setContentsMargins(26, 22, 26, 22)
        if column:
            _centre(content, self._inner)
            self._limit()
        self.setWidget(content)
        self._bar.setAccessibleName(name)
        self._bar.valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(self._bar.setValue)
        self.verticalScrollBar().rangeChanged.connect(self._offer_focus)

    def add(self, widget: QWidget) -> None:
        """Append a widget to the page."""
        self.body.addWidget(widget)

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll until a widget of this page is seen; of one that is higher than the page, its beginning."""
        place = widget.mapTo(self.viewport(), QPoint(0, self.verticalScrollBar().value()))
        if widget.height() < self.viewport().height():
            self.ensureVisible(place.x(), place.y() + widget.height(), 0, _CLEARANCE)
        self.ensureVisible(place.x(), place.y(), 0, _CLEARANCE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_bar()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._column:
            self._limit()

    def _limit(self) -> None:
        margins = self.body.contentsMargins()
        self._inner.setMaximumWidth(scaled(self._column) + margins.left() + margins.right())

    def _offer_focus(self, _least: int, most: int) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if most > 0 else Qt.FocusPolicy.NoFocus)
        inside = self.verticalScrollBar()
        self._bar.setRange(inside.minimum(), most)
        self._bar.setPageStep(inside.pageStep())
        self._bar.setSingleStep(inside.singleStep())
        self._bar.setValue(inside.value())
        self._bar.setVisible(most > 0)
        self._place_bar()

    def _place_bar(self) -> None:
        """At the far edge, inside the frame that shows the focus."""
        frame, width = self.frameWidth(), self._bar.sizeHint().width()
        far = frame if self.isRightToLeft() else self.width() - frame - width
        self._bar.setGeometry(far, frame, width, self.height() - 2 * frame)


def _centre(content: QWidget, inner: QWidget) -> None:
    row = QHBoxLayout(content)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(inner, 1000)
    row.addStretch(1)
