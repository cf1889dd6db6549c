"""The form for a session that was done without the program. It stores nothing and decides nothing.

Nothing is chosen beforehand but the only massager there is: a day or a level that nobody gave must not be logged.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.manual_entry import DayChoice, Field, ManualEntry, YesNo
from massage_companion.companion.words import Words
from massage_companion.eligibility.limits import Intensity
from massage_companion.session.massager import Massager
from massage_companion.ui.log.form_parts import LinePart, ListPart, OneOfPart, SorenessPart, part_rows
from massage_companion.ui.safety.slip_parts import DatePart
from massage_companion.ui.session.note_field import NoteField
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.labels import body, heading, muted
from massage_companion.ui.widgets.step_frame import StepFrame

_DAYS: tuple[DayChoice, ...] = ("today", "yesterday", "other")
_SWITCHED: tuple[YesNo, ...] = ("yes", "no")


class EntryPage(StepFrame):
    """``described(entry, sure)``, ``left()``. ``sure`` says that the warnings on the page were seen and accepted."""

    described = Signal(object, bool)
    left = Signal()

    def __init__(self, words: Words, massagers: Sequence[Massager], parent: QWidget | None = None) -> None:
        super().__init__(words("log_forms.entry.title"), parent=parent)
        self._words = words
        self._warm = {massager.id for massager in massagers if massager.may_heat}
        names = [(massager.id, massager.name) for massager in massagers]
        only = names[0][0] if len(names) == 1 else ""
        self._massager = ListPart(self._ask("massager"), "", names, only)
        self._day = OneOfPart(self._ask("day"), [(day, self._ask(day)) for day in _DAYS])
        self._date = DatePart(self._ask("date"), self._ask("date_help"), words)
        self._time = LinePart(self._ask("time"), self._ask("time_help"), 8)
        self._minutes = LinePart(self._ask("minutes"), self._ask("minutes_help"), 6)
        levels = [(level.word, words(f"log.intensity.{level.word}")) for level in Intensity]
        self._level = OneOfPart(self._ask("level"), levels)
        switch = [("yes", self._ask("heat_on")), ("no", self._ask("heat_off"))]
        self._heat = OneOfPart(self._ask("heat"), switch)
        self._before = SorenessPart(self._ask("sore_before"), words)
        self._after = SorenessPart(self._ask("sore_after"), words)
        self._note = NoteField(words("log_forms.edit.note"), words("log_forms.edit.note_hint"))
        self._warned = Card(self._ask("look"), "warning", focusable=True)
        self._warning = body("")
        self._warned.add(self._warning)
        self._warned.hide()
        for sore in (self._before, self._after):
            sore.set_value(None)
        self.set_content(self._laid_out())
        self._set_up_footer()
        self._connect()
        self._fit_questions()
        self._untouched = self.entry()

    def entry(self) -> ManualEntry:
        """The form as it stands, right or wrong."""
        day, heat = self._day.value(), self._heat.value()
        return ManualEntry(
            massager=self._massager.value(),
            day=next((known for known in _DAYS if known == day), ""),
            date=self._date.typed(),
            time=self._time.value(),
            minutes=self._minutes.value(),
            level=self._level.value(),
            heat=next((known for known in _SWITCHED if known == heat), ""),
            sore_before=self._before.value(),
            sore_after=self._after.value(),
            note=self._note.note(),
        )

    def take_focus(self) -> None:
        """Give the focus to the first question, and say which form this is."""
        self._massager.focus_first()
        announce(self, self._ask("title"))

    def show_problems(self, sentences: Mapping[Field, str]) -> None:
        """Say what is wrong at each of these fields and nothing at the others, and go to the first."""
        self._warn("")
        parts = self._parts()
        date_asked = self._day.value() == "other"
        for field, part in parts.items():
            part.show_problem("" if field == "day" and date_asked else sentences.get(field, ""))
        self._date.show_problem(sentences.get("day", "") if date_asked else "")
        first = next((field for field in parts if field in sentences), None)
        if first is not None:
            (self._date if first == "day" and date_asked else parts[first]).focus_first()
            announce(self, sentences[first], urgent=True)

    def show_warning(self, text: str) -> None:
        """Say what to look at; the button then says that it is added anyway."""
        self.show_problems({})
        self._warn(text)
        self._warned.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, text, urgent=True)

    def _parts(self) -> dict[Field, ListPart | OneOfPart | LinePart]:
        return {
            "massager": self._massager,
            "day": self._day,
            "time": self._time,
            "minutes": self._minutes,
            "level": self._level,
            "heat": self._heat,
        }

    def _warn(self, text: str) -> None:
        self._warning.setText(text)
        self._warned.set_summary(text)
        self._warned.setVisible(bool(text))
        self._save.setText(self._ask("save_anyway" if text else "save"))

    def _touched(self) -> None:
        """What was warned of may not be so any more."""
        if not self._warned.isHidden():
            self._warn("")
        self._fit_questions()

    def _fit_questions(self) -> None:
        self._date.setVisible(self._day.value() == "other")
        self._heat.setVisible(self._massager.value() in self._warm)

    def _describe(self) -> None:
        self.described.emit(self.entry(), not self._warned.isHidden())

    def _go_back(self) -> None:
        if self.entry() == self._untouched:
            self.left.emit()

    def _connect(self) -> None:
        for part in self._parts().values():
            part.changed.connect(self._touched)
            part.changed.connect(lambda part=part: part.show_problem(""))
        self._date.changed.connect(self._touched)
        self._date.changed.connect(lambda: self._date.show_problem(""))
        self.confirmed.connect(self._describe)
        self.back_wanted.connect(self._go_back)

    def _set_up_footer(self) -> None:
        cancel = QuietButton(self._words("log_forms.edit.cancel"))
        cancel.clicked.connect(self.left)
        self._save = PrimaryButton(self._ask("save"))
        self._save.clicked.connect(self.confirmed)
        self.set_footer(trailing=(cancel, self._save))
        self.order_focus()

    def _laid_out(self) -> QWidget:
        note = QWidget()
        note_rows = part_rows(note)
        note_rows.addWidget(heading(self._words("log_forms.edit.note"), 3))
        note_rows.addWidget(self._note)
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(20)
        parts = (self._massager, self._day, self._date, self._time, self._minutes, self._level, self._heat)
        for widget in (
            heading(self._ask("title")),
            muted(self._ask("help")),
            *parts,
            self._before,
            self._after,
            note,
            self._warned,
        ):
            rows.addWidget(widget)
        return content

    def _ask(self, key: str) -> str:
        return self._words(f"log_forms.entry.{key}")
