"""The form for a doctor's slip. It takes what is on paper, word for word, and prefills nothing.

"Massage may help" is told apart from a yes to this massager at home. What counts as wrong is not decided here.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_companion.companion.clearances import LONGEST_NAME
from massage_companion.companion.slip_entry import Field, SlipEntry, SlipProblem, YesNo
from massage_companion.companion.words import Words
from massage_companion.ui.massagers.parts import ChoicePart, Part, TextPart
from massage_companion.ui.safety.slip_parts import DatePart, NumberLine
from massage_companion.ui.safety.slip_view import SlipFormView
from massage_companion.ui.widgets.announce import announce
from massage_companion.ui.widgets.buttons import PrimaryButton, QuietButton
from massage_companion.ui.widgets.card import Card
from massage_companion.ui.widgets.choice_list import Choice
from massage_companion.ui.widgets.labels import body, heading, muted, small
from massage_companion.ui.widgets.step_frame import StepFrame
from massage_companion.ui.widgets.tick import TickBox

_YES_NO: tuple[YesNo, ...] = ("yes", "no")


class ClearanceForm(StepFrame):
    """`saved` carries a SlipEntry, right or wrong; `left` leads back with nothing kept."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("safety.slip.title"), parent=parent)
        self._words = words
        self._parts: _SlipParts | None = None
        back = QuietButton(words("safety.slip.back"))
        back.clicked.connect(self.left)
        save = PrimaryButton(words("safety.slip.save"))
        save.clicked.connect(self.confirmed)
        self.set_footer(trailing=(back, save))
        self.confirmed.connect(self._save)
        self.back_wanted.connect(self.left)

    def show_view(self, view: SlipFormView) -> None:
        """Show an empty form from its top."""
        words = self._words
        self._parts = _SlipParts(view, words)
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(heading(words("safety.slip.title")))
        rows.addWidget(muted(view.lead))
        for line in view.stays:
            rows.addWidget(muted(line))
        rows.addSpacing(12)
        rows.addWidget(self._parts)
        self.set_content(content)
        self._parts.focus("findings")
        announce(self, f"{words('safety.slip.title')}. {view.lead}")

    def show_problems(self, problems: Sequence[SlipProblem]) -> None:
        """Say what is wrong beside each field, and go to the first."""
        if self._parts is not None:
            self._parts.show_problems(problems)

    def _save(self) -> None:
        if self._parts is not None:
            self.saved.emit(self._parts.entry())


class _SlipParts(QWidget):
    """The fields of the form."""

    def __init__(self, view: SlipFormView, words: Words) -> None:
        super().__init__()
        self._words = words
        said = words
        self._findings = ChoicePart(
            said("safety.slip.findings"),
            said("safety.slip.findings_help"),
            [Choice(name, title) for name, title in view.findings],
            "many",
        )
        self._home = ChoicePart(
            said("safety.slip.home"),
            said("safety.slip.home_help"),
            [Choice(answer, said(f"safety.slip.{answer}")) for answer in _YES_NO],
            "one",
        )
        self._says_no = body(said("safety.slip.says_no"))
        self._by_whom = TextPart(said("safety.slip.by_whom"), said("safety.slip.by_whom_help"), LONGEST_NAME, True)
        self._given = DatePart(said("safety.slip.given"), said("safety.slip.given_help"), words)
        self._until = DatePart(said("safety.slip.until"), said("safety.slip.until_help"), words)
        self._no_last_day = TickBox(said("safety.slip.no_last_day"))
        self._minutes = NumberLine(said("safety.slip.minutes"))
        self._per_day = NumberLine(said("safety.slip.sessions_per_day"))
        self._lowest = TickBox(said("safety.slip.lowest_level"))
        self._heat_off = TickBox(said("safety.slip.heat_off"))
        self._limits = self._limits_card(view.limits_help)
        self._by_field: dict[Field, Part] = {
            "findings": self._findings,
            "home": self._home,
            "by_whom": self._by_whom,
            "given": self._given,
            "until": self._until,
            "minutes": self._minutes,
            "sessions_per_day": self._per_day,
        }
        self._lay_out()
        self._connect()

    def entry(self) -> SlipEntry:
        """The form as it stands, right or wrong."""
        answer = (*self._home.chosen(), "")[0]
        return SlipEntry(
            findings=frozenset(self._findings.chosen()),
            for_home=next((known for known in _YES_NO if known == answer), ""),
            by_whom=self._by_whom.field.text(),
            given=self._given.typed(),
            until=self._until.typed(),
            no_last_day=self._no_last_day.isChecked(),
            minutes=self._minutes.text(),
            sessions_per_day=self._per_day.text(),
            lowest_level=self._lowest.isChecked(),
            heat_off=self._heat_off.isChecked(),
        )

    def focus(self, field: Field) -> None:
        """Give the focus to a field."""
        self._by_field[field].focus_first()

    def show_problems(self, problems: Sequence[SlipProblem]) -> None:
        """Say what is wrong beside each field, and go to the first."""
        sentences: dict[Field, str] = {}
        for problem in problems:
            sentence = self._words(f"safety.slip.problem.{problem.sentence}", least=problem.least, most=problem.most)
            sentences.setdefault(problem.field, sentence)
        for field, part in self._by_field.items():
            part.show_problem(sentences.get(field, ""))
        if problems:
            self.focus(problems[0].field)
            announce(self, sentences[problems[0].field], urgent=True)

    def _limits_card(self, help: str) -> Card:
        card = Card(self._words("safety.slip.limits"))
        card.body.setSpacing(12)
        card.add(small(help))
        for part in (self._minutes, self._per_day, self._lowest, self._heat_off):
            card.add(part)
        return card

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(24)
        home = _together(self._home, self._says_no)
        self._last_day = _together(self._until, self._no_last_day)
        for part in (self._findings, home, self._by_whom, self._given, self._last_day, self._limits):
            rows.addWidget(part)
        self._says_no.hide()

    def _connect(self) -> None:
        for part in (self._findings, self._home, self._by_whom, self._given, self._until, self._minutes, self._per_day):
            part.changed.connect(lambda part=part: part.show_problem(""))
        self._home.changed.connect(self._follow_answer)
        self._until.changed.connect(lambda: self._no_last_day.setChecked(False))
        self._no_last_day.toggled.connect(self._follow_tick)

    def _follow_answer(self) -> None:
        """A no has nothing to limit and no end."""
        no = self.entry().says_no
        self._says_no.setVisible(no)
        self._last_day.setVisible(not no)
        self._limits.setVisible(not no)
        if no:
            announce(self, self._says_no.text())

    def _follow_tick(self, ticked: bool) -> None:
        if ticked:
            self._until.clear()
            self._until.show_problem("")


def _together(*widgets: QWidget) -> QWidget:
    part = QWidget()
    rows = QVBoxLayout(part)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(8)
    for widget in widgets:
        rows.addWidget(widget)
    return part
