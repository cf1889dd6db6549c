"""When the massager was switched off, as the person remembers it: a time within the absence, and no other."""

from PySide6.QtCore import QDateTime, QTimeZone, Signal
from PySide6.QtWidgets import QWidget

from massage_companion.companion.words import Words
from massage_companion.ui.session.view import OffTime
from massage_companion.ui.widgets.buttons import QuietButton
from massage_companion.ui.widgets.fields import MomentField
from massage_companion.ui.widgets.flow import ButtonRow
from massage_companion.ui.widgets.labels import body

_MINUTE_MS = 60_000


class OffTimeField(ButtonRow):
    """`chosen` carries Unix milliseconds."""

    chosen = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__()
        self._shown: OffTime | None = None
        label = body(words("session.asking.off_at"))
        label.setWordWrap(False)
        self._field = MomentField()
        self._field.setAccessibleName(words("session.asking.off_at_name"))
        self._field.setTimeZone(QTimeZone.utc())
        use = QuietButton(words("session.asking.use_time"))
        use.clicked.connect(self._tell)
        for widget in (label, self._field, use):
            self.add(widget)

    def show_time(self, off: OffTime) -> None:
        """Offer the times of an absence; what was typed stays while it is the same one."""
        same = self._shown is not None and self._shown.earliest == off.earliest
        typed = self._field.dateTime()
        self._shown = off
        self._field.setDisplayFormat("yyyy-MM-dd HH:mm" if off.dated else "HH:mm")
        self._field.setDateTimeRange(_minute(off.earliest, off), _minute(off.latest, off))
        self._field.setDateTime(typed if same else _minute(off.proposed, off))

    def _tell(self) -> None:
        if self._shown is None:
            return
        off = self._shown
        wall = self._field.dateTime().toMSecsSinceEpoch() - off.offset_minutes * _MINUTE_MS
        # A whole minute may lie seconds before the absence began or after it ended.
        self.chosen.emit(min(max(wall, off.earliest), off.latest))


def _minute(utc_ms: int, off: OffTime) -> QDateTime:
    """The whole minute as the wall clock shows it, held as if it were UTC so that no other zone comes in."""
    wall = utc_ms + off.offset_minutes * _MINUTE_MS
    return QDateTime.fromMSecsSinceEpoch(wall - wall % _MINUTE_MS, QTimeZone.utc())
