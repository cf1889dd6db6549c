"""What of the log is shown: search in notes, time, massager, how it ended. Tells when somebody changed it.

Typing is told a moment after the last letter, by one single-shot timer, so that nothing wakes while nobody types.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QSize, Qt, QTime, QTimer, QTimeZone, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from massage_companion.companion.words import Words
from massage_companion.session.massager import Massager
from massage_companion.session.states import Ending
from massage_companion.ui.log.filters import EVERYTHING, LogFilter, Period
from massage_companion.ui.theme import scaled
from massage_companion.ui.widgets.drop_down import DropDown
from massage_companion.ui.widgets.fields import MomentField
from massage_companion.ui.widgets.flow import FlowLayout
from massage_companion.ui.widgets.group import Group
from massage_companion.ui.widgets.labels import field_label, small

_AFTER_TYPING_MS = 250
_NARROW, _WIDE = 150, 230
"""Widths of the search in design px: as wide as the others leave room for in one line."""

_GAP = 12


class FilterBar(Group):
    """``changed()`` when somebody chose otherwise. ``totals`` is the line at the far end."""

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("log.filter.name"), parent=parent)
        self._words = words
        self._massagers: tuple[str, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_AFTER_TYPING_MS)
        self._pause.timeout.connect(self.changed)
        self.search = _Search(words("log.filter.search"))
        self.search.textEdited.connect(lambda: self._pause.start())
        self.search.cleared.connect(self._tell_now)
        self.search.returnPressed.connect(self._tell_now)
        self._period = self._choice("log.filter.period", [words(f"log.filter.periods.{each}") for each in Period])
        self._massager = self._choice("log.filter.massager", [words("log.filter.any_massager")])
        endings = [words("log.filter.any_ending"), *(words(f"log.filter.endings.{each}") for each in Ending)]
        self._ending = self._choice("log.filter.ending", endings)
        self._dates = _Dates(words)
        self._dates.changed.connect(self._tell_now)
        self.totals = small("")
        self.totals.setWordWrap(False)
        self._lay_out()

    def chosen(self) -> LogFilter:
        """What is chosen now."""
        period, ending = list(Period)[self._period.currentIndex()], self._ending.currentIndex()
        first, last = self._dates.value() if period is Period.OWN else (None, None)
        massager = self._massager.currentIndex()
        return LogFilter(
            text=self.search.text(),
            period=period,
            first=first,
            last=last,
            massager=self._massagers[massager - 1] if massager > 0 else None,
            ending=list(Ending)[ending - 1] if ending > 0 else None,
        )

    def show_filter(self, chosen: LogFilter) -> None:
        """Show what is chosen, without a signal."""
        self._pause.stop()
        if self.search.text() != chosen.text:
            self.search.setText(chosen.text)
        self._period.setCurrentIndex(list(Period).index(chosen.period))
        known = chosen.massager in self._massagers
        self._massager.setCurrentIndex(self._massagers.index(chosen.massager or "") + 1 if known else 0)
        self._ending.setCurrentIndex(0 if chosen.ending is None else list(Ending).index(chosen.ending) + 1)
        self._dates.setVisible(chosen.period is Period.OWN)

    def show_household(self, massagers: Sequence[Massager], today: date) -> None:
        """Offer these massagers, and days up to today to begin with; what was chosen stays where it is still there."""
        before = self.chosen()
        self._dates.begin_at(today)
        ids = tuple(massager.id for massager in massagers)
        names = [self._words("log.filter.any_massager"), *(massager.name for massager in massagers)]
        if ids != self._massagers or names != [self._massager.itemText(n) for n in range(self._massager.count())]:
            self._massagers = ids
            self._massager.clear()
            self._massager.addItems(names)
        self.show_filter(before)

    def clear(self) -> None:
        """Show the whole log, and tell."""
        self.show_filter(EVERYTHING)
        self.changed.emit()

    def show_totals(self, text: str) -> None:
        """Say how much of the log is shown."""
        self.totals.setText(text)
        self._fit_search()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_search()

    def _fit_search(self) -> None:
        others = (self._period, self._massager, self._ending, self.totals)
        self.search.stretch_to(self.width() - sum(each.sizeHint().width() + _GAP for each in others))

    def _tell_now(self) -> None:
        self._pause.stop()
        self.changed.emit()

    def _choose(self) -> None:
        self._dates.setVisible(list(Period)[self._period.currentIndex()] is Period.OWN)
        self._tell_now()

    def _choice(self, name: str, items: Sequence[str]) -> DropDown:
        choice = _Short()
        choice.setAccessibleName(self._words(name))
        choice.addItems(list(items))
        choice.activated.connect(self._choose)
        return choice

    def _lay_out(self) -> None:
        line = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        line.setSizePolicy(policy)
        flow = FlowLayout(_GAP, line)
        for widget in (self.search, self._period, self._massager, self._ending):
            flow.add(widget)
        flow.add(self.totals, trailing=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(line)
        rows.addWidget(self._dates)
        self._dates.hide()


class _Search(QLineEdit):
    """A field to search in. Esc empties it: ``cleared()``."""

    cleared = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._wanted = 0
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def stretch_to(self, room: int) -> None:
        """Take this much room, within what looks right."""
        wanted = min(max(room, scaled(_NARROW)), scaled(_WIDE))
        if wanted != self._wanted:
            self._wanted = wanted
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(max(self._wanted, scaled(_NARROW)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(_NARROW), super().sizeHint().height())


class _Short(DropDown):
    """A list that takes no more room than its neighbours; a long name is shown whole when the list is open."""

    def sizeHint(self) -> QSize:
        return super().sizeHint().boundedTo(QSize(scaled(150), 10_000))


class _Dates(QWidget):
    """The first and the last day to show."""

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._begun = False
        flow = FlowLayout(_GAP, self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._fields: list[MomentField] = []
        for key in ("log.filter.from", "log.filter.to"):
            field = MomentField()
            # Days have no zone; any other than UTC could leave out a midnight.
            field.setTimeZone(QTimeZone.utc())
            field.setDisplayFormat("yyyy-MM-dd")
            field.setAccessibleName(words(key))
            field.dateChanged.connect(self._tell)
            label = field_label(words(key), field)
            label.setWordWrap(False)
            flow.add(label)
            flow.add(field)
            self._fields.append(field)

    def value(self) -> tuple[date, date]:
        """Both days as they stand."""
        first, last = (field.date() for field in self._fields)
        return date(first.year(), first.month(), first.day()), date(last.year(), last.month(), last.day())

    def begin_at(self, today: date) -> None:
        """Offer the last week, once."""
        if self._begun:
            return
        self._begun = True
        last = QDate(today.year, today.month, today.day)
        for field, day in zip(self._fields, (last.addDays(-6), last), strict=True):
            field.blockSignals(True)
            field.setDate(day)
            field.setTime(QTime(0, 0))
            field.blockSignals(False)

    def _tell(self, _day: QDate) -> None:
        if self.isVisible():
            self.changed.emit()
